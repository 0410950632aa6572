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
package fovea.selfscore;

import fovea.image.Raster;
import java.util.Random;

/** Images of 256 x 256 pixels with noise. */
final class Noisy {

	static final int EDGE = 256;

	private Noisy() {}

	/** Bright disks with soft edges on a dark ground. */
	static Raster cells() {
		final float[] values = new float[EDGE * EDGE];
		for (int y = 0; y < EDGE; y++)
			for (int x = 0; x < EDGE; x++) {
				final double away = Math.hypot(x % 64 - 32, y % 64 - 32);
				values[y * EDGE + x] = (float) (40 + 120 / (1 + Math.exp((away - 18) / 2)));
			}
		return new Raster(EDGE, EDGE, 1, values);
	}

	static Raster noise(final double sigma) {
		final Random random = new Random(7);
		final float[] values = new float[EDGE * EDGE];
		for (int i = 0; i < values.length; i++) values[i] = (float) (sigma * random.nextGaussian());
		return new Raster(EDGE, EDGE, 1, values);
	}

	/** White noise, and as much that is the same along each row. */
	static Raster stripes(final double sigma) {
		final Random random = new Random(9);
		final Raster noise = noise(sigma);
		for (int y = 0; y < EDGE; y++) {
			final float row = (float) (sigma * random.nextGaussian());
			for (int x = 0; x < EDGE; x++) noise.data()[y * EDGE + x] += row;
		}
		return noise;
	}

	static Raster plus(final Raster a, final Raster b) {
		final float[] sum = new float[a.data().length];
		for (int i = 0; i < sum.length; i++) sum[i] = a.data()[i] + b.data()[i];
		return a.withData(sum);
	}
}
