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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.image.Raster;
import fovea.train.Rasters;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bounds are six standard deviations of the estimates. */
class NoiseTest {

	private static final int N = 200_000;

	private static float[] noisy(final Noise.Added noise, final float value, final long seed) {
		final float[] values = new float[N];
		Arrays.fill(values, value);
		noise.apply(values, new SplittableRandom(seed));
		return values;
	}

	private static double mean(final float[] values) {
		double sum = 0;
		for (final float v : values) sum += v;
		return sum / values.length;
	}

	private static double variance(final float[] values) {
		final double mean = mean(values);
		double sum = 0;
		for (final float v : values) sum += (v - mean) * (v - mean);
		return sum / values.length;
	}

	@Test
	void gaussianHasItsSigmaAndIsNormal() {
		final float[] values = noisy(new Noise.Gaussian(0.2), 0.5f, 1);
		assertEquals(0.5, mean(values), 6 * 0.2 / Math.sqrt(N));
		assertEquals(0.2, Math.sqrt(variance(values)), 6 * 0.2 / Math.sqrt(2.0 * N));
		int within = 0;
		for (final float v : values) if (Math.abs(v - 0.5) < 0.2) within++;
		assertEquals(0.6827, within / (double) N, 6 * Math.sqrt(0.6827 * 0.3173 / N));
	}

	@Test
	void sigmaIsDrawnForEachImageEvenlyFromItsRange() {
		final SplittableRandom random = new SplittableRandom(2);
		double sum = 0;
		double least = 1;
		double most = 0;
		for (int i = 0; i < 400; i++) {
			final float[] values = new float[2500];
			new Noise.Gaussian(0.1, 0.5).apply(values, random);
			final double sigma = Math.sqrt(variance(values));
			sum += sigma;
			least = Math.min(least, sigma);
			most = Math.max(most, sigma);
		}
		assertEquals(0.3, sum / 400, 6 * 0.4 / Math.sqrt(12 * 400));
		assertTrue(least > 0.09 && least < 0.13 && most > 0.47 && most < 0.55, least + " to " + most);
	}

	/** Small means, the sum of parts, and the normal approximation. */
	@ParameterizedTest
	@ValueSource(doubles = {0.3, 10, 100, 200, 1000})
	void poissonHasMeanAndVarianceOfCounts(final double counts) {
		final double photons = 50;
		final float[] values = noisy(new Noise.Poisson(photons), (float) (counts / photons), 3);
		assertEquals(counts, mean(values) * photons, 6 * Math.sqrt(counts / N));
		final double spread = Math.sqrt((2 * counts * counts + counts) / N); // of the variance's estimate
		assertEquals(counts, variance(values) * photons * photons, 6 * spread);
		for (int i = 0; i < 100; i++) assertEquals(Math.rint(values[i] * photons), values[i] * photons, 1e-3);
	}

	/** Of 10 to 1000 photons, half of the images get fewer than 100. */
	@Test
	void photonsAreDrawnForEachImageEvenlyOnALogarithmicScale() {
		final SplittableRandom random = new SplittableRandom(6);
		double sum = 0;
		double least = Double.POSITIVE_INFINITY;
		double most = 0;
		for (int i = 0; i < 400; i++) {
			final float[] values = new float[2500];
			Arrays.fill(values, 1);
			new Noise.Poisson(10, 1000).apply(values, random);
			final double photons = 1 / variance(values);
			sum += Math.log10(photons);
			least = Math.min(least, photons);
			most = Math.max(most, photons);
		}
		assertEquals(2, sum / 400, 6 * 2 / Math.sqrt(12 * 400));
		assertTrue(least > 8 && least < 15 && most > 700 && most < 1250, least + " to " + most);
	}

	@Test
	void poissonLeavesWhatIsNotAboveNothing() {
		final float[] values = {0, -1};
		new Noise.Poisson(10).apply(values, new SplittableRandom(1));
		assertArrayEquals(new float[] {0, -1}, values);
	}

	@Test
	void oneOfSeveralIsDrawnForEachImage() {
		final Noise.Added noise =
				new Noise.OneOf(List.of(new Noise.None(), new Noise.None(), new Noise.SaltAndPepper(1, 7, 7)));
		final SplittableRandom random = new SplittableRandom(1);
		int changed = 0;
		for (int i = 0; i < 900; i++) {
			final float[] values = new float[3];
			noise.apply(values, random);
			assertTrue(values[0] == values[1] && values[1] == values[2]);
			if (values[0] == 7) changed++;
		}
		assertEquals(300, changed, 6 * Math.sqrt(900 * 2 / 9.0));
		assertThrows(IllegalArgumentException.class, () -> new Noise.OneOf(List.of()));
	}

	@Test
	void saltAndPepperHitsItsFractionHalfAndHalf() {
		final float[] values = noisy(new Noise.SaltAndPepper(0.1), 0.5f, 4);
		int salt = 0;
		int pepper = 0;
		for (final float v : values) {
			if (v == 1) salt++;
			else if (v == 0) pepper++;
			else assertEquals(0.5f, v);
		}
		final double bound = 6 * Math.sqrt(0.05 * 0.95 / N);
		assertEquals(0.05, salt / (double) N, bound);
		assertEquals(0.05, pepper / (double) N, bound);
	}

	@Test
	void mixedIsOneAfterTheOther() {
		final float[] values = noisy(new Noise.Mixed(List.of(new Noise.Poisson(20), new Noise.Gaussian(0.1))), 0.5f, 5);
		assertEquals(0.5, mean(values), 6 * Math.sqrt(0.035 / N));
		assertEquals(0.5 / 20 + 0.01, variance(values), 0.0005);
	}

	/** By it a trained denoiser gets images with stabilized noise, or as they are. */
	@Test
	void evenNoiseIsTheSameAtAllGrayValues() {
		final Noise.Added gaussian = new Noise.Gaussian(0.1);
		final Noise.Added photons = new Noise.Poisson(30);
		assertTrue(gaussian.isEven());
		assertTrue(BlindSpots.USUAL.isEven() && Recorrupted.USUAL.isEven());
		assertFalse(photons.isEven());
		assertFalse(new Noise.None().isEven());
		assertFalse(new Noise.Mixed(List.of(photons, gaussian)).isEven());
		assertTrue(new Noise.OneOf(List.of(photons, gaussian)).isEven());
	}

	@Test
	void sameSeedSameNoiseAndTheImageStaysAsItIs() {
		final Raster raster = Rasters.counting(4, 4, 1);
		final Noise.Added noise = new Noise.Gaussian(1);
		assertEquals(noise.applied(raster, new SplittableRandom(1)), noise.applied(raster, new SplittableRandom(1)));
		assertEquals(Rasters.counting(4, 4, 1), raster);
		assertSame(raster, new Noise.None().applied(raster, new SplittableRandom(1)));
	}

	@Test
	void rangesAreChecked() {
		assertThrows(IllegalArgumentException.class, () -> new Noise.Gaussian(0.3, 0.2));
		assertThrows(IllegalArgumentException.class, () -> new Noise.Poisson(0));
		assertThrows(IllegalArgumentException.class, () -> new Noise.Poisson(30, 20));
		assertThrows(IllegalArgumentException.class, () -> new Noise.SaltAndPepper(1.1));
	}
}
