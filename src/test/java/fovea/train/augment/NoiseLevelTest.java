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
package fovea.train.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.image.Raster;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NoiseLevelTest {

	private static Raster image(final double sigma, final int channels) {
		final Random random = new Random(7);
		final float[] values = new float[100 * 120 * channels];
		for (int i = 0; i < values.length; i++) {
			final int x = i / channels % 120;
			final int y = i / channels / 120;
			values[i] = (float) (0.01 * x - 0.02 * y + (x > 60 ? 1 : 0) + sigma * random.nextGaussian());
		}
		return new Raster(100, 120, channels, values);
	}

	@Test
	void noiseIsMeasuredOverSlopesAndAnEdge() {
		for (final double sigma : new double[] {0.01, 0.1, 0.5})
			for (final int channels : new int[] {1, 3})
				assertEquals(sigma, NoiseLevel.of(image(sigma, channels)), 0.05 * sigma);
	}

	@Test
	void withoutNoiseThereIsNone() {
		assertTrue(NoiseLevel.of(image(0, 1)) < 1e-6);
		assertEquals(0, NoiseLevel.of(new Raster(2, 50, 1, new float[100])));
	}
}
