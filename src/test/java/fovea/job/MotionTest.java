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
package fovea.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.data.Neighbor;
import fovea.data.Sample;
import fovea.image.Raster;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MotionTest {

	private static final int EDGE = 128;

	/** Disks on a slope, in another place in each plane. */
	private static List<Sample> planes(final double shift, final double sigma, final boolean alike) {
		final List<Raster> planes = new ArrayList<>();
		final Random random = new Random(1);
		for (int t = 0; t < 4; t++) {
			final float[] noise = new float[EDGE * EDGE];
			for (int i = 0; i < noise.length; i++) noise[i] = (float) (sigma * random.nextGaussian());
			final float[] values = new float[EDGE * EDGE];
			for (int y = 0; y < EDGE; y++)
				for (int x = 0; x < EDGE; x++) {
					final double moved = x - t * shift;
					final boolean disk = Math.hypot(((moved % 40) + 40) % 40 - 20, y % 40 - 20) < 8;
					final int i = y * EDGE + x;
					final float blurred = alike && x > 1 ? (noise[i] + noise[i - 1] + noise[i - 2]) / 3 : noise[i];
					values[i] = (float) (0.2 + 0.001 * y + (disk ? 0.5 : 0) + blurred);
				}
			planes.add(new Raster(EDGE, EDGE, 1, values));
		}
		final List<Sample> samples = new ArrayList<>();
		for (int t = 0; t < 3; t++) {
			samples.add(new Sample("s plane " + (t + 1), "s", planes.get(t), planes.get(t + 1)));
			samples.add(new Sample("s plane " + (t + 2), "s", planes.get(t + 1), planes.get(t)));
		}
		return samples;
	}

	@ParameterizedTest
	@CsvSource({"0.02, false", "0.1, false", "0.1, true", "0.3, true"})
	void noiseAloneIsNoMotion(final double sigma, final boolean alike) {
		assertEquals(Optional.empty(), Motion.of(planes(0, sigma, alike), Neighbor.FRAME));
	}

	@ParameterizedTest
	@CsvSource({"0.02, false", "0.1, false", "0.1, true"})
	void whatMovesIsTold(final double sigma, final boolean alike) {
		final Motion motion = Motion.of(planes(6, sigma, alike), Neighbor.SLICE).orElseThrow();
		assertTrue(
				motion.toString()
						.matches("s: the slices differ by more than noise \\([0-9.]+ times its variance in s plane "
								+ "[1-4]\\): what moves will be blurred"),
				motion.toString());
	}

	@Test
	void planesThatAreTooSmallTellNothing() {
		final Raster one = new Raster(4, 4, 1, new float[16]);
		final float[] other = new float[16];
		other[3] = 1;
		assertEquals(
				Optional.empty(),
				Motion.of(
						List.of(new Sample("a", "a", one, one.withData(other)), new Sample("b", "a", one, one)),
						Neighbor.FRAME));
	}
}
