/*-
 * #%L
 * Convolutional networks for microscopy images in Fiji and ImageJ.
 * %%
 * Copyright (C) 2026 Fovea developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package fovea.model.graph;

import java.util.List;
import java.util.Map;

/**
 * A node: one op, with what it is given.
 *
 * @param name unique in its graph or function
 * @param op what it does; the name of an op, or of a function of the model
 * @param inputs "node", "node:1", "node:output:1", "argument", or "^node" for one that is only waited for
 * @param functions names of all functions that an attribute refers to, however deep
 * @param shapes of attributes; of a list, each
 * @param types of attributes, by name, as TensorFlow numbers them
 * @param constants of attributes; of a list, each
 * @param listed numbers of attributes that are lists of whole numbers
 * @param attributes all of them, to be written again
 */
public record GraphNode(
		String name,
		String op,
		List<String> inputs,
		List<String> functions,
		List<Declared<Dims>> shapes,
		Map<String, Integer> types,
		List<Declared<Constant>> constants,
		List<Declared<Long>> listed,
		List<Attribute> attributes) {

	/**
	 * Something of an attribute.
	 *
	 * @param <T> of what kind
	 * @param attribute its name
	 * @param value what it says
	 */
	public record Declared<T>(String attribute, T value) {}

	/** Copies lists and maps. */
	public GraphNode {
		inputs = List.copyOf(inputs);
		functions = List.copyOf(functions);
		shapes = List.copyOf(shapes);
		types = Map.copyOf(types);
		constants = List.copyOf(constants);
		listed = List.copyOf(listed);
		attributes = List.copyOf(attributes);
	}

	/** Two nodes are equal if they are the same: many may look alike, and be large. */
	@Override
	public boolean equals(final Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}

	/** @return inputs without those that are only waited for */
	public List<String> values() {
		return inputs.stream().filter(input -> !input.startsWith("^")).toList();
	}

	/**
	 * @param index counted from 0, without those that are only waited for
	 * @return that input; empty text where there are fewer
	 */
	public String input(final int index) {
		return inputs.stream()
				.filter(input -> !input.startsWith("^"))
				.skip(index)
				.findFirst()
				.orElse("");
	}

	/**
	 * @param input as nodes name theirs
	 * @return name of the node, or of the argument, that it comes from
	 */
	public static String source(final String input) {
		final String bare = input.startsWith("^") ? input.substring(1) : input;
		final int colon = bare.indexOf(':');
		return colon < 0 ? bare : bare.substring(0, colon);
	}
}
