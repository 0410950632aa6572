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
package fovea.teach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.image.Box;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrokeTest {

	private static final Plane PLANE = Plane.of(0);

	@Test
	void aBrushLeavesThePixelsNearItsWay() {
		final List<Stroke.Point> way =
				List.of(new Stroke.Point(5, 5), new Stroke.Point(9.5, 8), new Stroke.Point(9, 20));
		final Stroke stroke = Stroke.line(PLANE, 1, way, 2.5);
		int count = 0;
		for (int y = -5; y < 40; y++)
			for (int x = -5; x < 40; x++) {
				double nearest = Double.POSITIVE_INFINITY;
				for (int i = 0; i + 1 < way.size(); i++)
					for (int k = 0; k <= 4000; k++) {
						final double part = k / 4000.0;
						nearest = Math.min(
								nearest,
								Math.hypot(
										way.get(i).x()
												+ part
														* (way.get(i + 1).x()
																- way.get(i).x())
												- x,
										way.get(i).y()
												+ part
														* (way.get(i + 1).y()
																- way.get(i).y())
												- y));
					}
				if (Math.abs(nearest - 2.5) > 1e-3) assertEquals(nearest < 2.5, stroke.contains(x, y), x + ", " + y);
				if (stroke.contains(x, y)) count++;
			}
		assertEquals(count, stroke.count());
	}

	@Test
	void theThinnestBrushLeavesALineWithoutGaps() {
		final Stroke stroke = Stroke.line(PLANE, 0, List.of(new Stroke.Point(0.4, 0.3), new Stroke.Point(30, 11)), 0);
		for (int x = 1; x < 30; x++) {
			final int column = x;
			assertTrue(IntStream.range(0, 12).anyMatch(y -> stroke.contains(column, y)), "at " + x);
		}
		assertEquals(1, Stroke.disc(PLANE, 0, 4, 4, 0).count());
		assertEquals(5, Stroke.disc(PLANE, 0, 4, 4, 1).count());
	}

	@Test
	void aMaskIsCopied() {
		final BitSet mask = new BitSet();
		mask.set(3);
		final Stroke stroke = Stroke.of(PLANE, 2, new Box(10, 20, 2, 2), mask);
		mask.set(0);
		stroke.mask().set(1);
		assertEquals(1, stroke.count());
		assertTrue(stroke.contains(11, 21));
		assertFalse(stroke.contains(10, 20));
		assertFalse(stroke.erases());
		assertTrue(Stroke.disc(PLANE, Stroke.ERASE, 0, 0, 1).erases());
	}

	@Test
	void whatIsNoStrokeIsRefused() {
		final BitSet tooLong = new BitSet();
		tooLong.set(4);
		final Box box = new Box(0, 0, 2, 2);
		assertThrows(IllegalArgumentException.class, () -> Stroke.of(PLANE, 0, box, tooLong));
		assertThrows(IllegalArgumentException.class, () -> Stroke.of(PLANE, 0, box, new BitSet()));
		assertThrows(IllegalArgumentException.class, () -> Stroke.of(PLANE, -2, box, tooLong));
		assertThrows(IllegalArgumentException.class, () -> Stroke.line(PLANE, 0, List.of(), 1));
		assertThrows(IllegalArgumentException.class, () -> Stroke.disc(PLANE, 0, Double.NaN, 0, 1));
		assertThrows(IllegalArgumentException.class, () -> Stroke.disc(PLANE, 0, 0, 1e9, 1));
		assertThrows(IllegalArgumentException.class, () -> new Plane(-1, 0, 0));
	}

	@Test
	void onlyWhatLiesInTheImageCounts() {
		final Stroke stroke = Stroke.disc(PLANE, 1, 0, 0, 3);
		final Stroke part = stroke.within(10, 10).orElseThrow();
		assertEquals(new Box(0, 0, part.box().width(), part.box().height()), part.box());
		for (int y = -4; y < 10; y++)
			for (int x = -4; x < 10; x++)
				assertEquals(x >= 0 && y >= 0 && stroke.contains(x, y), part.contains(x, y), x + ", " + y);
		assertTrue(Stroke.disc(PLANE, 1, -10, 0, 3).within(10, 10).isEmpty());
		assertTrue(Stroke.disc(PLANE, 1, 12.9, 5, 3).within(10, 10).isEmpty());
	}

	@Test
	void theLastOneCountsAndAnEraserTakesAway() {
		final Annotation annotation = new Annotation(
				List.of(
						Stroke.disc(PLANE, 0, 10, 10, 4),
						Stroke.disc(PLANE, 1, 14, 10, 4),
						Stroke.disc(PLANE, Stroke.ERASE, 14, 10, 1),
						Stroke.disc(new Plane(0, 1, 0), 2, 0, 0, 0)),
				4);
		assertEquals(0, annotation.at(PLANE, 8, 10));
		assertEquals(1, annotation.at(PLANE, 11, 10));
		assertEquals(-1, annotation.at(PLANE, 14, 10));
		assertEquals(-1, annotation.at(PLANE, 100, 10));
		assertEquals(-1, annotation.at(new Plane(0, 1, 0), 8, 10));
		assertEquals(2, annotation.at(new Plane(0, 1, 0), 0, 0));
		assertEquals(List.of(3), annotation.missing());
		assertEquals(1, annotation.count(2));
		final SplittableRandom random = new SplittableRandom(1);
		final int[] drawn = new int[4];
		for (int i = 0; i < 3000; i++) {
			final Annotation.Place place = annotation.draw(random);
			drawn[annotation.at(place.plane(), place.x(), place.y())]++;
		}
		for (int c = 0; c < 3; c++) assertEquals(1000, drawn[c], 120, "class " + c);
	}
}
