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
package fovea.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NoiseSkewTest {

	private static final int SIDE = 256;

	private static double ofPhotons(final double counts) {
		final Random random = new Random(1);
		final float[] plane = new float[SIDE * SIDE];
		for (int i = 0; i < plane.length; i++) plane[i] = poisson(counts, random);
		return NoiseSkew.of(plane, SIDE);
	}

	/** Knuth's; for few counts. */
	private static int poisson(final double mean, final Random random) {
		int n = 0;
		for (double product = random.nextDouble(); product > Math.exp(-mean); product *= random.nextDouble()) n++;
		return n;
	}

	@Test
	void thatOfPhotonsIsOneOverTheRootOfTheirNumber() {
		// the mean of eight others has a skewness of its own, which counts against it, little
		assertEquals(1 / Math.sqrt(4), ofPhotons(4), 0.1);
		assertEquals(1 / Math.sqrt(16), ofPhotons(16), 0.06);
	}

	@Test
	void ofNormalNoiseItIsNoneHoweverMuchThereIsWhere() {
		final Random random = new Random(2);
		final float[] plane = new float[SIDE * SIDE];
		for (int i = 0; i < plane.length; i++)
			plane[i] = (float) (10 + i % SIDE + (1 + i % SIDE / 20.0) * random.nextGaussian());
		assertEquals(0, NoiseSkew.of(plane, SIDE), 0.1);
	}

	@Test
	void withoutNoiseItIsNone() {
		assertEquals(0, NoiseSkew.of(new float[9], 3));
		final float[] nothing = new float[64];
		Arrays.fill(nothing, Float.NaN);
		assertEquals(0, NoiseSkew.of(nothing, 8));
	}
}
