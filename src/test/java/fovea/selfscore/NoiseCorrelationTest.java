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

import static fovea.selfscore.Noisy.EDGE;
import static fovea.selfscore.Noisy.cells;
import static fovea.selfscore.Noisy.noise;
import static fovea.selfscore.Noisy.plus;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.image.Filters;
import fovea.image.Raster;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseCorrelationTest {

	@ParameterizedTest
	@ValueSource(doubles = {3, 10, 25, 80})
	void whiteNoiseIsNotCorrelated(final double sigma) {
		final NoiseCorrelation found = NoiseCorrelation.of(plus(cells(), noise(sigma)));
		assertFalse(found.isCorrelated(), found.toString());
		assertEquals(0, found.across(), 0.04);
		assertEquals(0, found.down(), 0.04);
	}

	@Test
	void norIsItWhereItIsRoundedAndClippedAndFollowsTheSignal() {
		final Random random = new Random(4);
		final Raster clean = cells();
		final float[] values = new float[EDGE * EDGE];
		for (int i = 0; i < values.length; i++) {
			final double photons = clean.data()[i] / 8;
			values[i] = Math.max(
					0, Math.min(255, Math.round(8 * (photons + Math.sqrt(photons) * random.nextGaussian()) - 20)));
		}
		final NoiseCorrelation found = NoiseCorrelation.of(clean.withData(values));
		assertFalse(found.isCorrelated(), found.toString());
	}

	@ParameterizedTest
	@ValueSource(doubles = {0.5, 0.7, 1})
	void blurredNoiseIs(final double blur) {
		for (final double sigma : new double[] {5, 25, 80}) {
			final NoiseCorrelation found = NoiseCorrelation.of(plus(cells(), Filters.gaussian(noise(sigma), blur)));
			assertTrue(found.isCorrelated() && found.across() > 0 && found.down() > 0, sigma + " " + found);
		}
	}

	@Test
	void stripesAre() {
		final Raster noise = Noisy.stripes(20);
		final NoiseCorrelation found = NoiseCorrelation.of(plus(cells(), noise));
		assertTrue(found.isCorrelated() && found.across() > found.down(), found.toString());
	}

	@Test
	void anEnlargedImageIs() {
		final Raster small = plus(cells(), noise(20));
		final float[] large = new float[4 * EDGE * EDGE];
		for (int y = 0; y < 2 * EDGE; y++)
			for (int x = 0; x < 2 * EDGE; x++) {
				final int right = Math.min(EDGE - 1, (x + 1) / 2);
				final int below = Math.min(EDGE - 1, (y + 1) / 2);
				large[y * 2 * EDGE + x] = (small.at(y / 2, x / 2, 0) + small.at(below, right, 0)) / 2;
			}
		assertTrue(NoiseCorrelation.of(new Raster(2 * EDGE, 2 * EDGE, 1, large)).isCorrelated());
	}

	@Test
	void ofSeveralChannelsTheWorstCounts() {
		final Raster white = plus(cells(), noise(20));
		final Raster blurred = plus(cells(), Filters.gaussian(noise(20), 1));
		final float[] both = new float[2 * EDGE * EDGE];
		for (int i = 0; i < EDGE * EDGE; i++) {
			both[2 * i] = white.data()[i];
			both[2 * i + 1] = blurred.data()[i];
		}
		assertEquals(NoiseCorrelation.of(blurred), NoiseCorrelation.of(new Raster(EDGE, EDGE, 2, both)));
	}

	@Test
	void whereNothingIsToBeSeenNothingIsSaid() {
		assertFalse(NoiseCorrelation.of(new Raster(8, 8, 1, new float[64])).isCorrelated());
		assertFalse(
				NoiseCorrelation.of(cells().withData(new float[EDGE * EDGE])).isCorrelated());
		final float[] none = new float[EDGE * EDGE];
		Arrays.fill(none, Float.NaN);
		assertFalse(NoiseCorrelation.of(cells().withData(none)).isCorrelated());
	}
}
