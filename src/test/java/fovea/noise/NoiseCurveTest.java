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
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NoiseCurveTest {

	private static final int SIDE = 256;

	@Test
	void isInterpolatedAndStaysBeyondItsEnds() {
		final NoiseCurve curve = new NoiseCurve(List.of(1.0, 3.0), List.of(4.0, 16.0));
		assertEquals(2, curve.deviation(-5));
		assertEquals(Math.sqrt(10), curve.deviation(2), 1e-12);
		assertEquals(4, curve.deviation(3), 1e-12);
		assertEquals(4, curve.deviation(100));
		assertThrows(IllegalArgumentException.class, () -> new NoiseCurve(List.of(), List.of()));
		assertThrows(IllegalArgumentException.class, () -> new NoiseCurve(List.of(1.0), List.of()));
	}

	/** Speckle, which no line describes: the deviation is a fifth of the gray value. */
	@Test
	void anyCourseIsMeasured() {
		final Random random = new Random(2);
		final float[] values = new float[SIDE * SIDE];
		for (int i = 0; i < values.length; i++) {
			final double clean = 60 + 50 * Math.sin(i % SIDE / 30.0) * Math.cos(i / SIDE / 40.0);
			values[i] = (float) (clean * (1 + 0.2 * random.nextGaussian()));
		}
		final NoiseCurve curve = NoiseCurve.of(values, SIDE);
		for (final double value : new double[] {20, 60, 100})
			assertEquals(0.2 * value, curve.deviation(value), 0.12 * 0.2 * value + 0.3);
	}

	@Test
	void aSmallImageHasOneVarianceAndAFlatOneNone() {
		final Random random = new Random(3);
		final float[] small = new float[24 * 24];
		for (int i = 0; i < small.length; i++) small[i] = (float) random.nextGaussian();
		assertEquals(1, NoiseCurve.of(small, 24).deviation(7), 0.3);
		assertEquals(0, NoiseCurve.of(new float[64 * 64], 64).deviation(0));
		assertEquals(0, NoiseCurve.of(new float[25], 5).deviation(0));
	}
}
