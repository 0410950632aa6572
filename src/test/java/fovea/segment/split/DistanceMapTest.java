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
package fovea.segment.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DistanceMapTest {

	/** Passing places on goes wrong where the nearest one of a pixel is that of no neighbor. */
	@Test
	void distancesAreThoseToTheNearestPixelOutsideButForRareSmallErrors() {
		final Random random = new Random(5);
		int wrong = 0;
		int all = 0;
		for (int n = 0; n < 100; n++) {
			final int width = 1 + random.nextInt(60);
			final int height = 1 + random.nextInt(60);
			final byte[] mask = new byte[width * height];
			for (int i = 0; i < mask.length; i++) mask[i] = (byte) (random.nextInt(60) == 0 ? 0 : 1);
			mask[random.nextInt(mask.length)] = 0;
			final Frame frame = new Frame(width, height);
			final float[] found = DistanceMap.of(mask, frame);
			for (int i = 0; i < mask.length; i++) {
				final double exact = exact(mask, width, i);
				final float distance = found[frame.at(i % width, i / width)];
				if (distance != (float) exact) wrong++;
				all++;
				assertTrue(distance >= (float) exact && distance < exact + 0.2, distance + " for " + exact);
			}
		}
		assertTrue(wrong < all / 1000, wrong + " of " + all);
	}

	private static double exact(final byte[] mask, final int width, final int i) {
		int least = Integer.MAX_VALUE;
		for (int k = 0; k < mask.length; k++) {
			final int dx = k % width - i % width;
			final int dy = k / width - i / width;
			if (mask[k] == 0) least = Math.min(least, dx * dx + dy * dy);
		}
		return Math.sqrt(least);
	}

	@Test
	void whereNothingIsOutsideItIsFurtherThanAny() {
		final float[] distances = DistanceMap.of(new byte[] {1}, new Frame(1, 1));
		assertEquals(46341, distances[new Frame(1, 1).at(0, 0)], 1);
	}
}
