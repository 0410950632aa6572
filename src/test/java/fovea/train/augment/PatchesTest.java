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
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.data.MaskReading;
import fovea.data.Masks;
import fovea.data.Sample;
import fovea.image.Raster;
import fovea.image.Resampling;
import fovea.train.Rasters;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PatchesTest {

	@Property
	void scaleOneCutsAsItIs(
			@ForAll @IntRange(min = 1, max = 8) final int side,
			@ForAll @IntRange(min = 8, max = 12) final int edge,
			@ForAll final long seed) {
		final Sample sample = Sample.itself("s", "s", Rasters.counting(edge, edge + 1, 2));
		final SplittableRandom random = new SplittableRandom(seed);
		final Sample patch = new Patches(side, Span.ONE, true).draw(sample, random);
		final SplittableRandom same = new SplittableRandom(seed);
		assertEquals(
				sample.input().crop(same.nextInt(edge - side + 1), same.nextInt(edge + 1 - side + 1), side, side),
				patch.input());
		assertSame(patch.input(), patch.target());
		assertEquals(same.nextLong(), random.nextLong(), "scale 1 draws nothing, so that seeds keep their meaning");
	}

	/** A ramp whose value is the column: its slope says how much was cut. */
	@Property
	void theSlopeOfARampTellsTheScaleAndTheLimitIsTheImage(
			@ForAll @DoubleRange(min = 0.3, max = 3) final double scale, @ForAll final long seed) {
		final int side = 24;
		final int edge = 40;
		final float[] ramp = new float[edge * edge];
		for (int i = 0; i < ramp.length; i++) ramp[i] = i % edge;
		final Sample sample = Sample.itself("s", "s", new Raster(edge, edge, 1, ramp));
		final Sample patch = new Patches(side, new Span(scale, scale), true).draw(sample, new SplittableRandom(seed));
		final long part = Math.min(edge, Math.round(side / scale));
		assertEquals(
				(double) part / side, patch.input().at(3, 13, 0) - patch.input().at(3, 12, 0), 1e-4);
		assertEquals(patch.input().at(0, 12, 0), patch.input().at(23, 12, 0));
		assertTrue(patch.input().range()[0] >= 0 && patch.input().range()[1] <= edge - 1);
	}

	/** The class of a pixel is told by its value, so that it can be seen where it is from. */
	@Property
	void classesStayClassesAndIgnoredPixelsIgnored(
			@ForAll @DoubleRange(min = 0.4, max = 2.5) final double scale, @ForAll final long seed) {
		final int edge = 30;
		final int[] classes = new int[edge * edge];
		final float[] values = new float[classes.length];
		for (int i = 0; i < classes.length; i++) {
			values[i] = i % edge < 10 ? 0 : i % edge < 20 ? 1 : 2;
			classes[i] = values[i] == 2 ? MaskReading.IGNORED : (int) values[i];
		}
		final Sample sample =
				new Sample("s", "s", new Raster(edge, edge, 1, values), Masks.oneHot(classes, edge, edge, 2));
		final Sample patch = new Patches(12, new Span(scale, scale), false).draw(sample, new SplittableRandom(seed));
		for (int y = 0; y < 12; y++)
			for (int x = 0; x < 12; x++) {
				final float first = patch.target().at(y, x, 0);
				final float second = patch.target().at(y, x, 1);
				assertTrue((first == 0 || first == 1) && (second == 0 || second == 1) && first + second <= 1);
				final float seen = patch.input().at(y, x, 0);
				final float told = first == 1 ? 0 : second == 1 ? 1 : 2;
				assertEquals(told, seen, 0.5 + 1e-6, "the nearest class is that of the value, as far as that is clear");
			}
	}

	@Test
	void scalesBelowAndAboveOneAreEquallyOften() {
		final Span span = new Span(0.5, 2);
		final SplittableRandom random = new SplittableRandom(3);
		int below = 0;
		for (int i = 0; i < 10_000; i++) {
			final double scale = span.drawRatio(random);
			assertTrue(scale >= 0.5 && scale <= 2);
			if (scale < 1) below++;
		}
		assertEquals(5000, below, 6 * 50); // binomial, 6 sigma
	}

	@Property
	void aConstantImageStaysSo(
			@ForAll @IntRange(min = 1, max = 9) final int from, @ForAll @IntRange(min = 1, max = 9) final int to) {
		final Raster image = Rasters.constant(from, from + 1, 0.3f);
		assertEquals(Rasters.constant(to, to + 2, 0.3f), Resampling.bilinear(image, to, to + 2));
		assertEquals(Rasters.constant(to, to + 2, 0.3f), Resampling.nearest(image, to, to + 2));
		assertSame(image, Resampling.bilinear(image, from, from + 1));
		assertSame(image, Resampling.nearest(image, from, from + 1));
	}

	@Test
	void valuesByHand() {
		final Raster image = new Raster(1, 2, 1, new float[] {0, 4});
		assertEquals(new Raster(1, 4, 1, new float[] {0, 1, 3, 4}), Resampling.bilinear(image, 1, 4));
		assertEquals(new Raster(1, 4, 1, new float[] {0, 0, 4, 4}), Resampling.nearest(image, 1, 4));
		final Raster four = new Raster(4, 1, 1, new float[] {0, 2, 4, 6});
		assertEquals(new Raster(2, 1, 1, new float[] {1, 5}), Resampling.bilinear(four, 2, 1));
	}
}
