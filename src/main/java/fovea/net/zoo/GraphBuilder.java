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
package fovea.net.zoo;

import fovea.net.Node;
import fovea.net.layer.Input;
import fovea.net.layer.Layer;
import fovea.net.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts nodes one after another. Not thread-safe. */
final class GraphBuilder {

	private final List<Node> nodes = new ArrayList<>();
	private String last;
	private Optional<String> latent = Optional.empty();

	/** Begins with the input, named "input". */
	GraphBuilder(final Shape input) {
		last = "input";
		nodes.add(new Node(last, new Input(input)));
	}

	/** Adds a layer after the last one and returns its name. */
	String add(final String name, final Layer layer) {
		return add(name, layer, last);
	}

	/** Adds a layer after others and returns its name. */
	String add(final String name, final Layer layer, final String... inputs) {
		nodes.add(new Node(name, layer, inputs));
		last = name;
		return name;
	}

	/** The layer added last is the latent. */
	void encodedHere() {
		latent = Optional.of(last);
	}

	List<Node> nodes() {
		return List.copyOf(nodes);
	}

	String last() {
		return last;
	}

	Optional<String> latent() {
		return latent;
	}
}
