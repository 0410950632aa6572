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
import fovea.net.layer.ActivationLayer;
import fovea.net.layer.Add;
import fovea.net.layer.AveragePooling2D;
import fovea.net.layer.BatchNormalization;
import fovea.net.layer.Concatenate;
import fovea.net.layer.Conv2D;
import fovea.net.layer.Conv2DTranspose;
import fovea.net.layer.Dense;
import fovea.net.layer.Dropout;
import fovea.net.layer.Flatten;
import fovea.net.layer.Input;
import fovea.net.layer.LayerVisitor;
import fovea.net.layer.MaxPooling2D;
import fovea.net.layer.MaxUnpooling2D;
import fovea.net.layer.Reshape;
import fovea.net.layer.UpSampling2D;
import fovea.net.shape.Size;
import fovea.net.shape.SymbolicShape;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The shape that one layer makes of its inputs'. Messages do not name the layer: {@link SymbolicShapes} does. */
final class ShapeRules implements LayerVisitor<SymbolicShape, ModelException> {

	private final Node node;
	private final Map<String, Node> nodes;
	private final Map<String, SymbolicShape> shapes;
	private final List<SymbolicShape> inputs;

	/**
	 * @param node whose shape is asked for
	 * @param nodes by name, those before it at least
	 * @param shapes of the nodes before it, of itself if it is the input
	 */
	ShapeRules(final Node node, final Map<String, Node> nodes, final Map<String, SymbolicShape> shapes) {
		this.node = node;
		this.nodes = nodes;
		this.shapes = shapes;
		inputs = node.inputs().stream().map(shapes::get).toList();
	}

	@Override
	public SymbolicShape visit(final Input layer) {
		return shapes.get(node.name());
	}

	@Override
	public SymbolicShape visit(final Conv2D layer) throws ModelException {
		return image().windows(layer.kernelSize(), layer.strides(), layer.padding())
				.withChannels(layer.filters());
	}

	@Override
	public SymbolicShape visit(final Conv2DTranspose layer) throws ModelException {
		final SymbolicShape input = image();
		final Size kernel = layer.kernelSize();
		final Size strides = layer.strides();
		return new SymbolicShape(
				false,
				input.height().transposed(kernel.height(), strides.height(), layer.padding()),
				input.width().transposed(kernel.width(), strides.width(), layer.padding()),
				layer.filters());
	}

	@Override
	public SymbolicShape visit(final MaxPooling2D layer) throws ModelException {
		return image().windows(layer.poolSize(), layer.strides(), layer.padding());
	}

	@Override
	public SymbolicShape visit(final AveragePooling2D layer) throws ModelException {
		return image().windows(layer.poolSize(), layer.strides(), layer.padding());
	}

	@Override
	public SymbolicShape visit(final MaxUnpooling2D layer) throws ModelException {
		final SymbolicShape pooled = shapes.get(layer.pooling());
		if (!inputs.get(0).equals(pooled))
			throw new ModelException("expected " + pooled + ", the output of '" + layer.pooling()
					+ "', whose switches it uses, got " + inputs.get(0));
		return shapes.get(nodes.get(layer.pooling()).inputs().get(0));
	}

	@Override
	public SymbolicShape visit(final UpSampling2D layer) throws ModelException {
		final SymbolicShape input = image();
		return new SymbolicShape(
				false,
				input.height().times(layer.size().height()),
				input.width().times(layer.size().width()),
				input.channels());
	}

	@Override
	public SymbolicShape visit(final Dense layer) {
		return inputs.get(0).withChannels(layer.units());
	}

	@Override
	public SymbolicShape visit(final Flatten layer) throws ModelException {
		return SymbolicShape.vector(Math.toIntExact(elements()));
	}

	@Override
	public SymbolicShape visit(final Reshape layer) throws ModelException {
		if (elements() != layer.targetShape().elements())
			throw new ModelException("expected " + layer.targetShape().elements() + " values for " + layer.targetShape()
					+ ", got " + elements() + " of " + inputs.get(0));
		return SymbolicShape.of(layer.targetShape());
	}

	@Override
	public SymbolicShape visit(final BatchNormalization layer) {
		return inputs.get(0);
	}

	@Override
	public SymbolicShape visit(final Dropout layer) {
		return inputs.get(0);
	}

	@Override
	public SymbolicShape visit(final Add layer) throws ModelException {
		for (final SymbolicShape input : inputs)
			if (!input.equals(inputs.get(0))) throw new ModelException("adds " + listed() + ", expected equal shapes");
		return inputs.get(0);
	}

	@Override
	public SymbolicShape visit(final Concatenate layer) throws ModelException {
		int channels = 0;
		for (final SymbolicShape input : inputs) {
			if (!input.sameArea(inputs.get(0)))
				throw new ModelException("concatenates " + listed() + ", expected equal heights and widths");
			channels = Math.addExact(channels, input.channels());
		}
		return inputs.get(0).withChannels(channels);
	}

	@Override
	public SymbolicShape visit(final ActivationLayer layer) {
		return inputs.get(0);
	}

	private SymbolicShape image() throws ModelException {
		if (inputs.get(0).isVector()) throw new ModelException("expected an image, got a vector of " + inputs.get(0));
		return inputs.get(0);
	}

	private long elements() throws ModelException {
		final SymbolicShape input = inputs.get(0);
		if (input.height().isFree() || input.width().isFree())
			throw new ModelException("expected an input of known height and width, got " + input);
		return Math.multiplyExact(
				Math.multiplyExact(input.height().offset(), input.width().offset()), input.channels());
	}

	private String listed() {
		return inputs.stream().map(SymbolicShape::toString).collect(Collectors.joining(" and "));
	}
}
