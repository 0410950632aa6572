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
package fovea.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RingsTest {

	private static final int U = MaskReading.UNLABELED;
	private static final int I = MaskReading.IGNORED;

	@Test
	void aRingBeginsAPixelAwayAndIsThreeWide() {
		final int[] classes = {U, 1, U, U, U, U, U, U};
		Rest.RINGS.settle(classes, 8);
		assertArrayEquals(new int[] {I, 1, I, 0, 0, 0, I, I}, classes);
	}

	@Test
	void whatIsLabeledStays() {
		final int[] classes = {1, U, I, 2, U, U, 0, U, U, U};
		Rest.RINGS.settle(classes, 10);
		assertArrayEquals(new int[] {1, I, I, 2, I, 0, 0, 0, I, I}, classes);
	}

	@Test
	void theRestIsOneOrTheOther() {
		final int[] classes = {U, 1, I, U};
		Rest.BACKGROUND.settle(classes, 2);
		assertArrayEquals(new int[] {0, 1, I, 0}, classes);
		final int[] ignored = {U, 1, 0, U};
		Rest.IGNORED.settle(ignored, 2);
		assertArrayEquals(new int[] {I, 1, 0, I}, ignored);
	}

	/** By the distance to every labeled pixel, of random masks. */
	@Test
	void ringsAreWhereTheDistanceSaysAndNeverInsideAnOutline() {
		final SplittableRandom random = new SplittableRandom(3);
		for (int round = 0; round < 200; round++) {
			final int width = 1 + random.nextInt(14);
			final int height = 1 + random.nextInt(14);
			final int[] before = new int[width * height];
			Arrays.setAll(before, i -> random.nextInt(12) == 0 ? random.nextInt(4) - 1 : U);
			final int[] after = before.clone();
			Rest.RINGS.settle(after, width);
			final boolean[] beyond = Rings.beyond(before, width);
			for (int p = 0; p < before.length; p++) {
				int nearest = Integer.MAX_VALUE;
				for (int q = 0; q < before.length; q++) {
					final int dx = p % width - q % width;
					final int dy = p / width - q / width;
					if (before[q] > 0) nearest = Math.min(nearest, dx * dx + dy * dy);
				}
				final int expected = before[p] != U ? before[p] : nearest > 1 && nearest <= 16 ? 0 : I;
				assertEquals(expected, after[p], "round " + round + " pixel " + p);
				assertEquals(before[p] == U && nearest > 16, beyond[p], "round " + round + " pixel " + p);
			}
		}
	}
}
