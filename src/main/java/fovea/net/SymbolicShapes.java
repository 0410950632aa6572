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
import fovea.net.layer.LayerInputs;
import fovea.net.layer.MaxPooling2D;
import fovea.net.shape.Shape;
import fovea.net.shape.SymbolicShape;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Infers shapes, node by node.
 *
 * @param architecture these are the shapes of
 * @param ofNodes by node name, in the order of the nodes
 */
record SymbolicShapes(Architecture architecture, Map<String, SymbolicShape> ofNodes) {

	static SymbolicShapes infer(final Architecture architecture) throws ModelException {
		return infer(architecture, architecture.inputShape());
	}

	/** @throws ModelException if the input is none for this network, or a layer cannot take what it gets */
	static SymbolicShapes infer(final Architecture architecture, final Shape input) throws ModelException {
		if (!architecture.inputShape().covers(input))
			throw new ModelException(
					architecture.name() + ": expected an input of " + architecture.inputShape() + ", got " + input);
		final Map<String, SymbolicShape> shapes = new LinkedHashMap<>();
		shapes.put(architecture.input().name(), SymbolicShape.of(input));
		final SymbolicShapes known = new SymbolicShapes(architecture, Collections.unmodifiableMap(shapes));
		for (final Node node : architecture.nodes()) {
			try {
				final SymbolicShape shape = node.layer().shape(known.inputs(node));
				requireSize(shape.shape());
				shapes.put(node.name(), shape);
			} catch (final ModelException e) {
				throw new ModelException(architecture.name() + ": layer '" + node.name() + "' " + e.getMessage(), e);
			} catch (final ArithmeticException e) {
				throw new ModelException(
						architecture.name() + ": layer '" + node.name()
								+ "' expected lengths and strides below 2^31, got larger ones",
						e);
			}
		}
		return known;
	}

	SymbolicShape of(final String node) {
		return ofNodes.get(node);
	}

	/** @return what a node takes, as its layer asks for it */
	LayerInputs inputs(final Node node) {
		final List<String> names = node.inputs().isEmpty() ? List.of(node.name()) : node.inputs();
		return new LayerInputs(
				names.stream().map(this::of).toList(), node.layer().switches().map(this::pooled));
	}

	private LayerInputs.Pooled pooled(final String name) {
		final Node pooling = architecture.node(name).orElseThrow();
		return new LayerInputs.Pooled(
				(MaxPooling2D) pooling.layer(), of(pooling.inputs().get(0)), of(name));
	}

	Shapes shapes() {
		final Map<String, Shape> shapes = new HashMap<>();
		ofNodes.forEach((name, shape) -> shapes.put(name, shape.shape()));
		return new Shapes(architecture, shapes);
	}

	/** TensorFlow ends the process where the product of a shape overflows. */
	private static void requireSize(final Shape shape) throws ModelException {
		final double values = (double) Math.max(1, shape.height()) * Math.max(1, shape.width()) * shape.channels();
		if (values > Integer.MAX_VALUE)
			throw new ModelException("expected an output of fewer than 2^31 values, got " + shape);
	}
}
