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
package fovea.latent;

import fovea.base.ModelException;
import fovea.infer.network.FloatTensor;
import fovea.model.TensorInfo;
import java.util.Arrays;
import java.util.List;

/**
 * The tensor between encoder and decoder, and how it becomes a vector and is made of one. Its first axis is the batch.
 *
 * @param model for messages
 * @param info what the signature says of it
 * @param channelAxis place of the channels among its axes; the others but the batch are places in a map
 */
record LatentMap(String model, TensorInfo info, int channelAxis) {

	/** @return whether it is known that there is one place only */
	boolean isVector() {
		if (info.shape().isEmpty()) return false;
		final List<Long> shape = info.shape().get();
		for (int i = 1; i < shape.size(); i++) if (i != channelAxis && shape.get(i) != 1) return false;
		return true;
	}

	/** @return all values, or of a map with more than one place the mean of each channel; a copy */
	float[] vector(final FloatTensor latent, final Pooling pooling) {
		final int n = latent.size();
		final int channels = latent.shape()[channelAxis];
		if (pooling == Pooling.FLATTEN || channels == n) return Arrays.copyOf(latent.data(), n);
		int inner = 1;
		for (int i = channelAxis + 1; i < latent.shape().length; i++) inner *= latent.shape()[i];
		final double[] sums = new double[channels];
		for (int i = 0; i < n; i++) sums[i / inner % channels] += latent.data()[i];
		final float[] means = new float[channels];
		for (int c = 0; c < channels; c++) means[c] = (float) (sums[c] * channels / n);
		return means;
	}

	/**
	 * @param z all its values
	 * @return a tensor of them; of a map of any size it is supposed to be a square
	 * @throws ModelException if they are too few or too many
	 */
	FloatTensor tensor(final float[] z) throws ModelException {
		final List<Long> lengths = info.shape()
				.orElseThrow(() -> new ModelException("Model '" + model + "': its latent is " + info.label()
						+ ", so that nothing can be decoded from numbers alone"));
		long fixed = 1;
		int free = 0;
		for (final long length : lengths.subList(1, lengths.size())) {
			if (length < 0) free++;
			else fixed *= length;
		}
		final long rest = z.length % fixed == 0 ? z.length / fixed : 0;
		final long side = free == 0 ? 1 : Math.round(Math.pow(rest, 1.0 / free));
		if (rest == 0 || Math.round(Math.pow(side, free)) != rest)
			throw new ModelException("Model '" + model + "' decodes points of "
					+ (free > 0 ? "a square latent " + info.label() : fixed + (fixed == 1 ? " value" : " values"))
					+ ", got " + z.length);
		final int[] shape = new int[lengths.size()];
		shape[0] = 1;
		for (int i = 1; i < shape.length; i++) shape[i] = Math.toIntExact(lengths.get(i) < 0 ? side : lengths.get(i));
		return new FloatTensor(shape, z.clone());
	}
}
