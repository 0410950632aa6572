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
package fovea.infer.geometry;

import fovea.infer.network.FloatTensor;
import java.util.Random;

/**
 * Noise to try a network with, as planar blocks: of 0 to 1 and of -2 to 2, the ranges that normalizations give; of 0 to
 * 255 for networks that take integers.
 *
 * @param channels of the blocks
 * @param integer whether values are whole numbers of 0 to 255
 */
record ProbeNoise(int channels, boolean integer) {

	private static final int OTHER_SEED = 77;

	/** @return the same noise for the same lengths and seed */
	float[] random(final int[] lengths, final int seed) {
		final Random random = new Random(seed);
		final float[] pixels = new float[Math.toIntExact(FloatTensor.size(lengths) * channels)];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = integer ? random.nextInt(256) : seed == 0 ? random.nextFloat() : 4 * random.nextFloat() - 2;
		return pixels;
	}

	/** @return pixels moved towards the end of axis d, zeros before them */
	float[] shift(final float[] pixels, final int[] lengths, final int d, final int by) {
		final float[] shifted = new float[pixels.length];
		final int step = step(lengths, d);
		for (int i = 0; i < shifted.length; i++) if (i / step % lengths[d] >= by) shifted[i] = pixels[i - by * step];
		return shifted;
	}

	/** @return pixels with other noise at from (inclusive) to to (exclusive) of axis d */
	float[] replace(final float[] pixels, final int[] lengths, final int d, final int from, final int to) {
		final float[] other = random(lengths, OTHER_SEED);
		final float[] replaced = pixels.clone();
		final int step = step(lengths, d);
		for (int i = 0; i < replaced.length; i++) {
			final int x = i / step % lengths[d];
			if (x >= from && x < to) replaced[i] = other[i];
		}
		return replaced;
	}

	static int step(final int[] lengths, final int d) {
		int step = 1;
		for (int e = 0; e < d; e++) step *= lengths[e];
		return step;
	}
}
