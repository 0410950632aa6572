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
package fovea.net;

import fovea.base.ModelException;
import fovea.net.shape.Checks;
import fovea.net.shape.Shape;
import java.util.Map;

/**
 * The output shape of each node of an architecture, by Keras' rules. Where layers meet, free lengths are compared as
 * multiples of the input's: for an input whose height and width are multiples of the network's {@link Alignment}, they
 * are equal.
 *
 * @param architecture these are the shapes of
 * @param ofNodes by node name
 */
public record Shapes(Architecture architecture, Map<String, Shape> ofNodes) {

	/** Copies the map. */
	public Shapes {
		Checks.present(architecture, "architecture");
		ofNodes = Map.copyOf(ofNodes);
	}

	/**
	 * @param architecture with the input shape that it declares
	 * @return the shapes
	 * @throws ModelException if the layers do not fit, or an output has more than 2^31 - 1 values (free lengths counted
	 *     as 1); the message names the layer
	 */
	public static Shapes infer(final Architecture architecture) throws ModelException {
		return infer(architecture, architecture.inputShape());
	}

	/**
	 * @param architecture any
	 * @param input shape of the network's input, the declared one or a case of it
	 * @return the shapes
	 * @throws ModelException if this is no such shape, the layers do not fit, or an output has more than 2^31 - 1
	 *     values; the message names the layer
	 */
	public static Shapes infer(final Architecture architecture, final Shape input) throws ModelException {
		return SymbolicShapes.infer(architecture, input).shapes();
	}

	/**
	 * @param node name of a node of the architecture
	 * @return its output shape
	 * @throws IllegalArgumentException if there is no such node
	 */
	public Shape of(final String node) {
		final Shape shape = ofNodes.get(node);
		if (shape == null) throw new IllegalArgumentException(architecture.name() + " has no layer '" + node + "'");
		return shape;
	}

	/** @return the shape of the network's input */
	public Shape input() {
		return of(architecture.input().name());
	}

	/** @return the shape of the network's output */
	public Shape output() {
		return of(architecture.output());
	}
}
