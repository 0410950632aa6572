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
package fovea.train;

import fovea.base.ModelException;
import fovea.infer.network.FloatTensor;
import fovea.net.Architecture;
import fovea.net.WeightMap;
import java.util.function.DoubleToIntFunction;

/** Learns nothing: it tells the class of each pixel by the value of its first channel. */
public final class TellingNetwork extends LineNetwork {

	private final int classes;
	private final DoubleToIntFunction rule;

	private TellingNetwork(
			final Architecture architecture, final WeightMap weights, final int classes, final DoubleToIntFunction rule)
			throws ModelException {
		super(architecture, weights);
		this.classes = classes;
		this.rule = rule;
	}

	/**
	 * @param classes that it tells apart
	 * @param rule from a value to the class
	 * @return makes such networks of any architecture
	 */
	public static TrainableNetworkFactory factory(final int classes, final DoubleToIntFunction rule) {
		return (architecture, weights, options) -> new TellingNetwork(architecture, weights, classes, rule);
	}

	@Override
	public FloatTensor predict(final FloatTensor input) {
		final int[] shape = input.shape().clone();
		final int channels = shape[3];
		shape[3] = classes;
		final float[] out = new float[input.size() / channels * classes];
		for (int i = 0; i < out.length / classes; i++)
			out[i * classes + rule.applyAsInt(input.data()[i * channels])] = 1;
		return new FloatTensor(shape, out);
	}
}
