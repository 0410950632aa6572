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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotonNoiseTest {

	private static final int N = 200_000;

	/** Photons by Knuth's way, then the camera. */
	static double noisy(final Random random, final double photons, final double gain, final double read) {
		final double limit = Math.exp(-photons);
		int n = 0;
		for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) n++;
		return gain * n + read * random.nextGaussian();
	}

	/** The mean of the stabilized values leads back to the mean of the values, and their deviation is 1. */
	@ParameterizedTest
	@CsvSource({"1,1,0,0", "2,4,3,100", "5,2.5,1,0", "30,20,40,500", "100,0.5,2,-50"})
	void theInverseIsUnbiasedAndTheDeviationIsOne(
			final double photons, final double gain, final double read, final double black) {
		final PhotonNoise noise = new PhotonNoise(gain, read * read - gain * black);
		final Random random = new Random(1);
		double sum = 0;
		double squares = 0;
		for (int i = 0; i < N; i++) {
			final double value = noise.stabilized(black + noisy(random, photons, gain, read));
			sum += value;
			squares += value * value;
		}
		final double mean = sum / N;
		final double deviation = Math.sqrt(squares / N - mean * mean);
		assertEquals(black + gain * photons, noise.restored(mean), 0.03 * gain * Math.max(1, Math.sqrt(photons)));
		assertEquals(1, deviation, photons < 4 ? 0.17 : 0.06);
		assertEquals(Math.sqrt(gain * gain * photons + read * read), noise.deviation(black + gain * photons), 1e-9);
	}

	@Test
	void bothRiseAndNaNStays() {
		final PhotonNoise noise = new PhotonNoise(2, -30);
		double before = noise.stabilized(-10);
		double back = noise.restored(0);
		for (int v = -9; v < 300; v++) {
			assertTrue(noise.stabilized(v) >= before);
			before = noise.stabilized(v);
			assertTrue(noise.restored(v / 4.0) >= back);
			back = noise.restored(v / 4.0);
		}
		assertTrue(Double.isNaN(noise.stabilized(Double.NaN)) && Double.isNaN(noise.restored(Double.NaN)));
		assertEquals(0, noise.stabilized(-1000));
		assertThrows(IllegalArgumentException.class, () -> new PhotonNoise(0, 1));
		assertThrows(IllegalArgumentException.class, () -> new PhotonNoise(1, Double.NaN));
	}
}
