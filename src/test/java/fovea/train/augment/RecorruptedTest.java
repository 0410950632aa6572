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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.data.Sample;
import fovea.image.Raster;
import fovea.noise.NoiseCurve;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecorruptedTest {

	private static final int SIDE = 256;
	private static final double SIGMA = 0.1;

	private static float clean(final int i) {
		return (float) (0.5 + 0.4 * Math.sin(i % SIDE / 20.0) * Math.cos(i / SIDE / 25.0));
	}

	private static Sample noisy(final double sigma) {
		final Random random = new Random(3);
		final float[] values = new float[SIDE * SIDE];
		for (int i = 0; i < values.length; i++) values[i] = (float) (clean(i) + sigma * random.nextGaussian());
		return Sample.itself("s", "s", new Raster(SIDE, SIDE, 1, values));
	}

	/** That is why the mean of the target, given the input, is the clean image. */
	@ParameterizedTest
	@ValueSource(doubles = {0.5, 1, 2})
	void noiseOfInputAndTargetHaveNothingToDoWithEachOther(final double strength) {
		final Sample made = new Recorrupted(strength, List.of(new NoiseCurve(List.of(0.0), List.of(SIGMA * SIGMA))))
				.of(noisy(SIGMA), new SplittableRandom(5));
		double both = 0;
		double input = 0;
		double target = 0;
		for (int i = 0; i < SIDE * SIDE; i++) {
			final double a = made.input().data()[i] - clean(i);
			final double b = made.target().data()[i] - clean(i);
			both += a * b;
			input += a * a;
			target += b * b;
		}
		assertEquals(0, both / Math.sqrt(input * target), 6.0 / SIDE);
		assertEquals(SIGMA * Math.sqrt(1 + strength * strength), Math.sqrt(input) / SIDE, 0.03 * SIGMA);
		assertEquals(SIGMA * Math.sqrt(1 + 1 / (strength * strength)), Math.sqrt(target) / SIDE, 0.05 * SIGMA);
	}

	@ParameterizedTest
	@ValueSource(doubles = {0.03, 0.1, 0.3})
	void theDeviationIsMeasuredOnTheWholeImage(final double sigma) {
		final Noise measured = Recorrupted.USUAL.on(noisy(sigma));
		assertEquals(sigma, ((Recorrupted) measured).noise().get(0).deviation(0.5), 0.06 * sigma);
		assertSame(measured, measured.on(noisy(1)), "once");
	}

	/** Each image of a training goes its own way: noise that grows with the gray value may be normal, or of photons. */
	@ParameterizedTest
	@ValueSource(booleans = {true, false})
	void anImageWithSkewedNoiseGetsBlindSpots(final boolean skewed) {
		final Random random = new Random(3);
		final float[] values = new float[SIDE * SIDE];
		for (int i = 0; i < values.length; i++) {
			final double drawn = skewed ? -Math.log(1 - random.nextDouble()) - 1 : random.nextGaussian();
			values[i] = (float) (clean(i) + SIGMA * (0.2 + clean(i)) * drawn);
		}
		final Sample uneven = Sample.itself("s", "s", new Raster(SIDE, SIDE, 1, values));
		assertEquals(!skewed, Recorrupted.isSuited(uneven.input()));
		assertEquals(skewed, Recorrupted.USUAL.on(uneven).equals(BlindSpots.USUAL));
		assertTrue(Recorrupted.isSuited(noisy(SIGMA).input()));
	}

	@Test
	void withoutNoiseNothingIsPutOn() {
		final float[] ramp = new float[SIDE * SIDE];
		for (int i = 0; i < ramp.length; i++) ramp[i] = i % SIDE;
		final Sample sample = Sample.itself("s", "s", new Raster(SIDE, SIDE, 1, ramp));
		final Sample made = Recorrupted.USUAL.on(sample).of(sample, new SplittableRandom(1));
		assertArrayEquals(ramp, made.input().data());
		assertArrayEquals(ramp, made.target().data());
	}

	@Test
	void sameSeedSameImages() {
		final Sample sample = noisy(SIGMA);
		assertEquals(
				Recorrupted.USUAL.of(sample, new SplittableRandom(2)),
				Recorrupted.USUAL.of(sample, new SplittableRandom(2)));
		assertThrows(IllegalArgumentException.class, () -> new Recorrupted(0, List.of()));
	}
}
