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
package fovea.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.segment.plane.ConnectedComponents;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Polygons around masks. */
class OutlinesTest {

	private static boolean[] mask(final String... rows) {
		final boolean[] mask = new boolean[rows.length * rows[0].length()];
		for (int i = 0; i < mask.length; i++) mask[i] = rows[i / rows[0].length()].charAt(i % rows[0].length()) == '#';
		return mask;
	}

	private static long area(final int[][] polygon) {
		long twice = 0;
		for (int i = 0; i < polygon[0].length; i++) {
			final int next = (i + 1) % polygon[0].length;
			twice += (long) polygon[0][i] * polygon[1][next] - (long) polygon[0][next] * polygon[1][i];
		}
		return twice / 2;
	}

	@Test
	void aPixelHasFourCorners() {
		final List<int[][]> outlines = Outlines.of(mask("...", ".#."), 3);
		assertEquals(1, outlines.size());
		assertArrayEquals(new int[] {1, 2, 2, 1}, outlines.get(0)[0]);
		assertArrayEquals(new int[] {1, 1, 2, 2}, outlines.get(0)[1]);
	}

	@Test
	void aRingHasAHole() {
		final List<int[][]> outlines = Outlines.of(mask("###", "#.#", "###"), 3);
		assertEquals(List.of(9L, -1L), outlines.stream().map(OutlinesTest::area).toList());
	}

	@Test
	void pixelsThatTouchByACornerAreInOnePolygon() {
		assertEquals(1, Outlines.of(mask("#.", ".#"), 2).size());
		assertEquals(1, Outlines.of(mask(".#", "#."), 2).size());
		assertEquals(2, Outlines.of(mask("#.#"), 3).size());
		assertEquals(
				4,
				Outlines.of(mask(".#.", "#.#", ".#."), 3).stream()
						.mapToLong(OutlinesTest::area)
						.sum());
	}

	@Property
	void areasSumUpToThePixelsAndNoPointIsInVain(
			@ForAll @Size(min = 1, max = 120) final boolean[] given,
			@ForAll @IntRange(min = 1, max = 12) final int width) {
		final boolean[] mask = Arrays.copyOf(given, (given.length + width - 1) / width * width);
		long sum = 0;
		for (final int[][] polygon : Outlines.of(mask, width)) {
			sum += area(polygon);
			final int n = polygon[0].length;
			assertTrue(n >= 4);
			for (int i = 0; i < n; i++) {
				final boolean horizontal = polygon[1][i] == polygon[1][(i + 1) % n];
				final boolean horizontalNext = polygon[1][(i + 1) % n] == polygon[1][(i + 2) % n];
				assertTrue(horizontal != horizontalNext, Arrays.deepToString(polygon));
			}
		}
		long pixels = 0;
		for (final boolean inside : mask) if (inside) pixels++;
		assertEquals(pixels, sum);
	}

	/** As many polygons as components of 8-connected pixels and of 4-connected holes. */
	@Property
	void eachComponentHasOnePolygon(
			@ForAll @Size(min = 1, max = 100) final boolean[] given,
			@ForAll @IntRange(min = 1, max = 10) final int width) {
		final boolean[] mask = Arrays.copyOf(given, (given.length + width - 1) / width * width);
		final byte[] classes = new byte[mask.length];
		for (int i = 0; i < mask.length; i++) classes[i] = (byte) (mask[i] ? 1 : 0);
		final int components = ConnectedComponents.label(classes, width, new int[mask.length]);
		assertEquals(
				components,
				Outlines.of(mask, width).stream()
						.filter(polygon -> area(polygon) > 0)
						.count());
	}
}
