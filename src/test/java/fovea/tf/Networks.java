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
package fovea.tf;

import fovea.base.ModelException;
import fovea.infer.network.FloatTensor;
import fovea.net.Architecture;
import fovea.net.Node;
import fovea.net.WeightMap;
import fovea.net.WeightSpecs;
import fovea.net.layer.Input;
import fovea.net.layer.Layer;
import fovea.net.layer.WeightSpec;
import fovea.net.shape.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Small networks and random numbers to try them with. */
final class Networks {

	private Networks() {}

	/** @return layers one after another, named layer1, layer2 ... */
	static Architecture chain(final Shape input, final Layer... layers) throws ModelException {
		final List<Node> nodes = new ArrayList<>(List.of(new Node("input", new Input(input))));
		for (final Layer layer : layers)
			nodes.add(new Node(
					"layer" + nodes.size(), layer, nodes.get(nodes.size() - 1).name()));
		return Architecture.of("chain", "", nodes, nodes.get(nodes.size() - 1).name(), Optional.empty());
	}

	/** @return values around 0, those of gammas and variances around 1 */
	static WeightMap weights(final Architecture architecture, final long seed) throws ModelException {
		final Random random = new Random(seed);
		final Map<String, float[]> values = new LinkedHashMap<>();
		for (final WeightSpec spec : WeightSpecs.of(architecture)) {
			final float[] array = new float[spec.size()];
			final boolean aroundOne = List.of("gamma", "moving_variance").contains(spec.name());
			for (int i = 0; i < array.length; i++)
				array[i] = aroundOne ? 0.7f + 0.6f * random.nextFloat() : 0.5f * (float) random.nextGaussian();
			values.put(spec.key(), array);
		}
		return new WeightMap(values);
	}

	/** @return normally distributed values */
	static FloatTensor normal(final long seed, final int... shape) {
		final Random random = new Random(seed);
		final float[] data = new float[(int) FloatTensor.size(shape)];
		for (int i = 0; i < data.length; i++) data[i] = (float) random.nextGaussian();
		return new FloatTensor(shape, data);
	}

	/** @return one class for each pixel, as 1 among zeros; about every fourth pixel belongs to none */
	static FloatTensor oneHot(final long seed, final int... shape) {
		final Random random = new Random(seed);
		final int classes = shape[shape.length - 1];
		final float[] data = new float[(int) FloatTensor.size(shape)];
		for (int i = 0; i < data.length; i += classes) if (random.nextInt(4) > 0) data[i + random.nextInt(classes)] = 1;
		return new FloatTensor(shape, data);
	}
}
