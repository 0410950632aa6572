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

import fovea.data.Sample;
import fovea.image.Raster;
import fovea.infer.network.FloatTensor;
import java.util.Arrays;
import java.util.List;

/**
 * Samples that the network takes at once.
 *
 * @param input N x height x width x channels, or N x length for a network of vectors
 * @param target likewise
 * @param size number of samples, N
 */
public record Batch(FloatTensor input, FloatTensor target, int size) {

	/**
	 * @param samples all of one size
	 * @param vectorInput whether the network takes vectors: then pixels are laid end to end
	 * @param vectorOutput whether it gives vectors
	 */
	public static Batch of(final List<Sample> samples, final boolean vectorInput, final boolean vectorOutput) {
		return new Batch(
				tensor(samples.stream().map(Sample::input).toList(), vectorInput),
				tensor(samples.stream().map(Sample::target).toList(), vectorOutput),
				samples.size());
	}

	private static FloatTensor tensor(final List<Raster> rasters, final boolean vector) {
		final Raster first = rasters.get(0);
		final int each = first.data().length;
		final float[] data = new float[Math.multiplyExact(each, rasters.size())];
		for (int i = 0; i < rasters.size(); i++) System.arraycopy(rasters.get(i).data(), 0, data, i * each, each);
		return new FloatTensor(
				vector
						? new int[] {rasters.size(), each}
						: new int[] {rasters.size(), first.height(), first.width(), first.channels()},
				data);
	}

	/**
	 * @param tensor of a batch
	 * @param like gives height and width where the tensor is one of vectors that fit
	 * @return its first item
	 */
	public static Raster first(final FloatTensor tensor, final Raster like) {
		return item(tensor, 0, like);
	}

	/**
	 * @param tensor of a batch
	 * @param index of the item, from 0 on
	 * @param like gives height and width where the tensor is one of vectors that fit
	 * @return a copy of it
	 */
	static Raster item(final FloatTensor tensor, final int index, final Raster like) {
		final int[] s = tensor.shape();
		final int each = tensor.size() / s[0];
		final float[] data = Arrays.copyOfRange(tensor.data(), index * each, (index + 1) * each);
		if (s.length == 4) return new Raster(s[1], s[2], s[3], data);
		return each == like.data().length ? like.withData(data) : new Raster(1, 1, each, data);
	}
}
