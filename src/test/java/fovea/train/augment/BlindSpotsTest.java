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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.data.Sample;
import fovea.image.Raster;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BlindSpotsTest {

	private static final int SIDE = 32;

	/** Each value of a channel occurs once. */
	private static Raster different(final int channels) {
		final float[] values = new float[SIDE * SIDE * channels];
		for (int i = 0; i < values.length; i++) values[i] = i / channels + 10_000 * (i % channels);
		return new Raster(SIDE, SIDE, channels, values);
	}

	private static Sample sample(final Raster raster) {
		return Sample.itself("s", "s", raster);
	}

	private static Sample hidden(final BlindSpots spots, final Sample sample, final long seed) {
		return spots.of(sample, new SplittableRandom(seed));
	}

	@ParameterizedTest
	@EnumSource
	void onlyHiddenPixelsCount(final BlindSpots.Filling filling) {
		final BlindSpots spots = new BlindSpots(8, 2, filling, BlindSpots.Hidden.SPOT);
		final Raster raster = different(2);
		final Sample made = hidden(spots, sample(raster), 1);
		int counting = 0;
		for (int i = 0; i < raster.data().length; i++) {
			final boolean counts = !Float.isNaN(made.target().data()[i]);
			if (counts) assertEquals(raster.data()[i], made.target().data()[i]);
			if (filling == BlindSpots.Filling.NEIGHBOR)
				assertEquals(!counts, raster.data()[i] == made.input().data()[i], "hidden and counting are the same");
			else if (!counts) assertEquals(raster.data()[i], made.input().data()[i]);
			if (counts) counting++;
		}
		assertEquals((SIDE / 8) * (SIDE / 8) * 2, counting, "one in each square, in both channels");
		assertArrayEquals(different(2).data(), raster.data(), "the sample itself stays");
	}

	@Test
	void aNeighborIsNearAndOfOnePlaceInAllChannels() {
		final Raster raster = different(3);
		final Sample made =
				hidden(new BlindSpots(4, 2, BlindSpots.Filling.NEIGHBOR, BlindSpots.Hidden.SPOT), sample(raster), 2);
		for (int p = 0; p < SIDE * SIDE; p++) {
			final int from = (int) made.input().data()[3 * p];
			assertTrue(Math.abs(from % SIDE - p % SIDE) <= 2 && Math.abs(from / SIDE - p / SIDE) <= 2);
			for (int c = 1; c < 3; c++)
				assertEquals(from + 10_000 * c, made.input().data()[3 * p + c]);
		}
	}

	@Test
	void theMedianDoesNotKnowThePixelItself() {
		final float[] values = new float[SIDE * SIDE];
		for (int i = 0; i < values.length; i++) values[i] = i % 2;
		final BlindSpots spots = new BlindSpots(32, 1, BlindSpots.Filling.MEDIAN, BlindSpots.Hidden.SPOT);
		for (int seed = 0; seed < 50; seed++) {
			final Sample made = hidden(spots, sample(new Raster(SIDE, SIDE, 1, values)), seed);
			for (int i = 0; i < values.length; i++) {
				if (Float.isNaN(made.target().data()[i])) continue;
				final int x = i % SIDE;
				final int y = i / SIDE;
				if (x == 0 || y == 0 || x == SIDE - 1 || y == SIDE - 1) continue;
				assertEquals(1 - values[i], made.input().data()[i], "six of the other columns, two of the own");
			}
		}
	}

	@Test
	void linesAreHiddenButCountOnlyAtTheirMiddle() {
		final Raster raster = different(1);
		final Sample made = hidden(
				new BlindSpots(32, 1, BlindSpots.Filling.NEIGHBOR, new BlindSpots.Hidden(3, 0)), sample(raster), 4);
		int spot = -1;
		int counting = 0;
		for (int i = 0; i < raster.data().length; i++)
			if (!Float.isNaN(made.target().data()[i])) {
				spot = i;
				counting++;
			}
		assertEquals(1, counting);
		for (int i = 0; i < raster.data().length; i++) {
			final boolean inLine = i / SIDE == spot / SIDE && Math.abs(i % SIDE - spot % SIDE) <= 3;
			assertEquals(inLine, raster.data()[i] != made.input().data()[i]);
		}
	}

	@Test
	void eachPlaceOfASquareIsAsLikely() {
		final BlindSpots spots = new BlindSpots(4, 1, BlindSpots.Filling.NEIGHBOR, BlindSpots.Hidden.SPOT);
		final int[] counts = new int[16];
		final SplittableRandom random = new SplittableRandom(5);
		final Sample sample = sample(different(1));
		for (int k = 0; k < 100; k++) {
			final Sample made = spots.of(sample, random);
			for (int i = 0; i < SIDE * SIDE; i++)
				if (!Float.isNaN(made.target().data()[i])) counts[i / SIDE % 4 * 4 + i % SIDE % 4]++;
		}
		for (final int count : counts) assertEquals(400, count, 100);
	}

	@Test
	void sameSeedSameSpots() {
		final Sample sample = sample(different(1));
		assertEquals(hidden(BlindSpots.USUAL, sample, 7), hidden(BlindSpots.USUAL, sample, 7));
	}

	@Test
	void rangesAreChecked() {
		assertThrows(
				IllegalArgumentException.class,
				() -> new BlindSpots(1, 1, BlindSpots.Filling.MEDIAN, BlindSpots.Hidden.SPOT));
		assertThrows(
				IllegalArgumentException.class,
				() -> new BlindSpots(8, 0, BlindSpots.Filling.MEDIAN, BlindSpots.Hidden.SPOT));
		assertThrows(IllegalArgumentException.class, () -> new BlindSpots.Hidden(-1, 0));
	}
}
