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
import fovea.net.layer.Activation;
import fovea.net.layer.ActivationFunction;
import fovea.net.layer.ActivationLayer;
import fovea.net.layer.Add;
import fovea.net.layer.AveragePooling2D;
import fovea.net.layer.BatchNormalization;
import fovea.net.layer.Concatenate;
import fovea.net.layer.Conv2D;
import fovea.net.layer.Conv2DTranspose;
import fovea.net.layer.Dense;
import fovea.net.layer.DepthToSpace;
import fovea.net.layer.DepthwiseConv2D;
import fovea.net.layer.Dropout;
import fovea.net.layer.Flatten;
import fovea.net.layer.GlobalAveragePooling2D;
import fovea.net.layer.Input;
import fovea.net.layer.Interpolation;
import fovea.net.layer.Layer;
import fovea.net.layer.LayerNormalization;
import fovea.net.layer.MaxPooling2D;
import fovea.net.layer.MaxUnpooling2D;
import fovea.net.layer.Multiply;
import fovea.net.layer.Reshape;
import fovea.net.layer.SeparableConv2D;
import fovea.net.layer.SpaceToDepth;
import fovea.net.layer.UpSampling2D;
import fovea.net.shape.Padding;
import fovea.net.shape.Shape;
import fovea.net.shape.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Architectures that fit together, every kind of layer among them, drawn at random. Not thread-safe. */
public final class RandomNetworks {

	private final Random random;
	private final List<Node> nodes = new ArrayList<>();

	public RandomNetworks(final long seed) {
		random = new Random(seed);
	}

	public Architecture draw() throws ModelException {
		nodes.clear();
		nodes.add(new Node("in", new Input(input())));
		final int length = 1 + random.nextInt(12);
		while (nodes.size() <= length) tryNode();
		final String last = nodes.get(nodes.size() - 1).name();
		final Optional<String> latent = nodes.size() > 2 && random.nextBoolean()
				? Optional.of(nodes.get(1 + random.nextInt(nodes.size() - 2)).name())
				: Optional.empty();
		return Architecture.of(
				"net " + random.nextInt(),
				random.nextBoolean() ? "" : "Made \"up\": {at} #random,\nof many \u00b5.",
				nodes,
				last,
				latent);
	}

	/** Adds a node if it fits. */
	private void tryNode() {
		final String name = "n" + nodes.size() + (random.nextBoolean() ? "" : "-x.y_");
		final String before = nodes.get(nodes.size() - 1).name();
		final Layer layer = layer();
		final List<String> inputs = new ArrayList<>(List.of(before));
		if (layer.takesSeveral()) inputs.add(anyNode());
		nodes.add(new Node(name, layer, inputs, random.nextInt(4) > 0));
		try {
			Shapes.infer(Architecture.of("net", "", nodes, name, Optional.empty()));
		} catch (final ModelException e) {
			nodes.remove(nodes.size() - 1); // does not fit: another one will be drawn
		}
	}

	private String anyNode() {
		return nodes.get(random.nextInt(nodes.size())).name();
	}

	private Shape input() {
		return switch (random.nextInt(4)) {
			case 0 -> Shape.vector(12);
			case 1 -> Shape.image(3);
			case 2 -> Shape.image(12, Shape.FREE, 2);
			default -> Shape.image(12, 15, 1);
		};
	}

	private Layer layer() {
		return switch (random.nextInt(21)) {
			case 0, 1 -> new Conv2D(count(), size(), size(), padding(), activation(), l2(), random.nextBoolean());
			case 2 -> new Conv2DTranspose(count(), size(), size(), padding(), activation(), l2(), random.nextBoolean());
			case 3 -> new MaxPooling2D(size(), size(), padding());
			case 4 -> new AveragePooling2D(size(), size(), padding());
			case 5 -> new MaxUnpooling2D(anyNode());
			case 6 -> new UpSampling2D(size(), random.nextBoolean() ? Interpolation.NEAREST : Interpolation.BILINEAR);
			case 7 -> new Dense(count(), activation(), l2(), random.nextBoolean());
			case 8 ->
				random.nextBoolean()
						? new Flatten()
						: new Reshape(random.nextBoolean() ? Shape.image(2, 3, 2) : Shape.vector(12));
			case 9 ->
				random.nextBoolean() ? new BatchNormalization() : new BatchNormalization(random.nextDouble(), 1e-5);
			case 10 -> new Dropout(random.nextDouble());
			case 11 -> new Add();
			case 12 -> new Concatenate();
			case 13 ->
				new SeparableConv2D(
						count(),
						size(),
						Size.of(count()),
						padding(),
						count(),
						activation(),
						l2(),
						random.nextBoolean());
			case 14 ->
				new DepthwiseConv2D(
						size(), Size.of(count()), padding(), count(), activation(), l2(), random.nextBoolean());
			case 15 -> new GlobalAveragePooling2D(random.nextBoolean());
			case 16 -> new SpaceToDepth(2 + random.nextInt(2));
			case 17 -> new DepthToSpace(2);
			case 18 -> random.nextBoolean() ? new LayerNormalization() : new LayerNormalization(random.nextDouble());
			case 19 -> new Multiply();
			default -> new ActivationLayer(activation());
		};
	}

	private int count() {
		return 1 + random.nextInt(4);
	}

	private Size size() {
		return random.nextBoolean()
				? Size.of(1 + random.nextInt(3))
				: new Size(1 + random.nextInt(3), 1 + random.nextInt(4));
	}

	private Padding padding() {
		return random.nextBoolean() ? Padding.SAME : Padding.VALID;
	}

	private double l2() {
		return random.nextBoolean() ? 0 : random.nextDouble() * 1e-4;
	}

	private Activation activation() {
		final ActivationFunction[] functions = ActivationFunction.values();
		final ActivationFunction function = functions[random.nextInt(functions.length)];
		if (function != ActivationFunction.LEAKY_RELU) return new Activation(function, 0);
		return random.nextBoolean() ? Activation.leakyRelu() : Activation.leakyRelu(random.nextFloat());
	}
}
