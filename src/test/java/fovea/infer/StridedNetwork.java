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
package fovea.infer;

import fovea.infer.network.FloatTensor;
import fovea.infer.network.Network;
import fovea.io.DataType;
import fovea.model.Signature;
import fovea.model.TensorInfo;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A stride-equivariant network whose truth is known: each output pixel is a weighted sum of the input within a radius,
 * of its own along x and y, with weights that depend on its place within the stride, and zeros beyond the border.
 */
final class StridedNetwork implements Network {

	private final int stride;
	private final int radiusX;
	private final int radiusY;
	private final float[][] weightsX;
	private final float[][] weightsY;

	StridedNetwork(final int stride, final int radius, final long seed) {
		this(stride, radius, radius, seed);
	}

	StridedNetwork(final int stride, final int radiusX, final int radiusY, final long seed) {
		this.stride = stride;
		this.radiusX = radiusX;
		this.radiusY = radiusY;
		final Random random = new Random(seed);
		weightsX = weights(stride, radiusX, random);
		weightsY = weights(stride, radiusY, random);
	}

	private static float[][] weights(final int stride, final int radius, final Random random) {
		final float[][] weights = new float[stride][2 * radius + 1];
		for (final float[] row : weights)
			for (int k = 0; k < row.length; k++)
				row[k] = (random.nextBoolean() ? 1 : -1) * (0.5f + random.nextFloat()) / row.length;
		return weights;
	}

	@Override
	public Signature signature() {
		final TensorInfo x = new TensorInfo("image", DataType.FLOAT32, Optional.of(List.of(-1L, -1L, -1L, 1L)));
		return new Signature("serving_default", List.of(x), List.of(new TensorInfo("output_0", x.type(), x.shape())));
	}

	@Override
	public FloatTensor run(final String input, final FloatTensor tensor, final String output, final float[] reuse) {
		final int h = tensor.shape()[1];
		final int w = tensor.shape()[2];
		final float[] rows = new float[h * w];
		final float[] both = new float[h * w];
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++)
				for (int k = Math.max(-radiusX, -x); k <= radiusX && x + k < w; k++)
					rows[y * w + x] += weightsX[x % stride][k + radiusX] * tensor.data()[y * w + x + k];
		for (int y = 0; y < h; y++)
			for (int k = Math.max(-radiusY, -y); k <= radiusY && y + k < h; k++)
				for (int x = 0; x < w; x++)
					both[y * w + x] += weightsY[y % stride][k + radiusY] * rows[(y + k) * w + x];
		return new FloatTensor(tensor.shape(), both);
	}

	@Override
	public long peakBytes(final String input, final FloatTensor tensor, final String output) {
		return 12L * tensor.size();
	}

	@Override
	public void close() {}
}
