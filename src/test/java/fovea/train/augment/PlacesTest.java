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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.data.Sample;
import fovea.image.Raster;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlacesTest {

	private static final int SIZE = 40;
	private static final int SIDE = 6;
	private static final int TIMES = 400;

	/** One pixel of each class: every patch has one of them, each about as often. */
	@Test
	void patchesAreCutWhereSomethingIsAnnotated() {
		final float[] target = new float[2 * SIZE * SIZE];
		target[2 * (3 * SIZE + 5)] = 1;
		target[2 * (30 * SIZE + 33) + 1] = 1;
		final int[] seen = seen(target);
		assertEquals(TIMES, seen[0] + seen[1]);
		assertTrue(seen[0] > TIMES / 3 && seen[1] > TIMES / 3, seen[0] + " and " + seen[1]);
	}

	/** All counts, and there is one object of four pixels: half of the patches have it, and some by chance. */
	@Test
	void everySecondPatchHasARareObject() {
		final float[] target = new float[2 * SIZE * SIZE];
		for (int i = 0; i < SIZE * SIZE; i++) target[2 * i] = 1;
		for (final int i : new int[] {20 * SIZE + 20, 20 * SIZE + 21, 21 * SIZE + 20, 21 * SIZE + 21}) {
			target[2 * i] = 0;
			target[2 * i + 1] = 1;
		}
		final int objects = seen(target)[1];
		assertTrue(objects > 0.4 * TIMES && objects < 0.7 * TIMES, objects + " of " + TIMES);
	}

	@Test
	void thereIsNothingToLearnWhereNothingIsAnnotated() {
		assertFalse(Places.areIn(sample(new float[2 * SIZE * SIZE])));
		final Raster image = new Raster(SIZE, SIZE, 1, new float[SIZE * SIZE]);
		assertTrue(Places.areIn(Sample.itself("s", "s", image)));
	}

	/** @return patches with a pixel of each class */
	private static int[] seen(final float[] target) {
		final Sample sample = sample(target);
		final Places places = Places.of(sample);
		final SplittableRandom random = new SplittableRandom(1);
		final int[] seen = new int[2];
		for (int k = 0; k < TIMES; k++) {
			final float[] patch = new Patches(SIDE, Span.ONE, false)
					.draw(sample, places, random)
					.target()
					.data();
			final boolean[] has = new boolean[2];
			for (int i = 0; i < patch.length; i++) has[i % 2] |= patch[i] > 0;
			for (int c = 0; c < 2; c++) if (has[c]) seen[c]++;
		}
		return seen;
	}

	private static Sample sample(final float[] target) {
		return new Sample(
				"s", "s", new Raster(SIZE, SIZE, 1, new float[SIZE * SIZE]), new Raster(SIZE, SIZE, 2, target));
	}
}
