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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.image.Raster;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HeldOutBlocksTest {

	private static final int SIDE = 8;
	private static final int GAP = 3;
	private static final double TENTH = 0.1;

	/** No pixel that is learned from is nearer to a held-out one than the gap, and most of each class is left. */
	@Property(tries = 50)
	void whatIsLearnedFromIsFarFromWhatIsHeldOut(
			@ForAll @IntRange(min = 24, max = 60) final int size, @ForAll final long seed) {
		final Sample all = sample(size, seed, 1);
		final Optional<Samples.Split> split = new HeldOutBlocks(SIDE, GAP).split(all, TENTH, seed);
		if (split.isEmpty()) return;
		final Sample left = split.get().training().get(0);
		for (final Sample square : split.get().validation()) {
			final int at = (int) square.input().data()[0];
			for (int y = at / size - GAP; y < at / size + SIDE + GAP; y++)
				for (int x = at % size - GAP; x < at % size + SIDE + GAP; x++)
					if (y >= 0 && x >= 0 && y < size && x < size)
						for (int c = 0; c < 2; c++)
							assertEquals(0, left.target().at(y, x, c));
			assertEquals(SIDE, square.target().height());
			assertEquals(
					all.target().at(at / size, at % size, 1), square.target().at(0, 0, 1));
		}
		for (int c = 0; c < 2; c++) assertTrue(count(left, c) >= 0.7 * count(all, c));
	}

	@Test
	void aLargeImageThatIsAnnotatedAllOverSparesATenth() {
		final Samples.Split split =
				new HeldOutBlocks(SIDE, GAP).split(sample(100, 1, 1), TENTH, 1).orElseThrow();
		assertTrue(split.validation().size() > 3, split.validation().size() + " squares");
	}

	@Test
	void fewStrokesSpareNothing() {
		assertEquals(Optional.empty(), new HeldOutBlocks(SIDE, GAP).split(sample(60, 1, 0.03), TENTH, 1));
	}

	private static int count(final Sample sample, final int c) {
		int count = 0;
		for (int i = c; i < sample.target().data().length; i += 2)
			if (sample.target().data()[i] > 0) count++;
		return count;
	}

	/** Values are places. */
	private static Sample sample(final int size, final long seed, final double annotated) {
		final SplittableRandom random = new SplittableRandom(seed);
		final float[] values = new float[size * size];
		final float[] target = new float[2 * values.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = i;
			if (random.nextDouble() < annotated) target[2 * i + random.nextInt(2)] = 1;
		}
		return new Sample("s", "s", new Raster(size, size, 1, values), new Raster(size, size, 2, target));
	}
}
