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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeSplitterTest {

	private static final int SIZE = 64;
	private final ObjectSplitter splitter = new ShapeSplitter();

	@Test
	void touchingDisksAreTakenApartAtTheirNeck() {
		final byte[] disks = disks(20, 32, 12, 41, 32, 12);
		final byte[] parts = splitter.split(disks, disks, SIZE);
		assertTrue(parts[at(20, 32)] != 0 && parts[at(41, 32)] != 0);
		int lines = 0;
		for (int i = 0; i < parts.length; i++) {
			assertTrue(disks[i] != 0 || parts[i] == 0, "outside at " + i);
			if (disks[i] != 0 && parts[i] == 0) {
				lines++;
				assertTrue(Math.abs(i % SIZE - 30.5) <= 3, "line at x = " + i % SIZE);
			}
		}
		assertTrue(lines > 3 && lines < 25, lines + " pixels of lines");
	}

	/** A neck that is hardly thinner is no border: an oval, a bean. */
	@Test
	void whatRisesByLessThanTheProminenceStaysTogether() {
		final byte[] bean = disks(26, 32, 12, 34, 32, 12);
		assertArrayEquals(ones(bean), ones(splitter.split(bean, bean, SIZE)));
	}

	/** The network's border decides where the shape alone would not. */
	@Test
	void theInteriorDecidesWhereTheForegroundIsCut() {
		final byte[] square = new byte[SIZE * SIZE];
		final byte[] interior = new byte[SIZE * SIZE];
		for (int y = 10; y < 30; y++)
			for (int x = 10; x < 50; x++) {
				square[at(x, y)] = 1;
				if (x < 29 || x > 30) interior[at(x, y)] = 1;
			}
		final byte[] parts = splitter.split(square, interior, SIZE);
		assertNotEquals(0, parts[at(20, 20)]);
		assertNotEquals(0, parts[at(40, 20)]);
		for (int y = 10; y < 30; y++)
			assertTrue(List.of(28, 29, 30, 31).stream().anyMatch(x -> noLeak(parts, x)), "row " + y);
	}

	private static boolean noLeak(final byte[] parts, final int x) {
		for (int y = 10; y < 30; y++) if (parts[at(x, y)] == 0) return true;
		return false;
	}

	/** Small objects have no prominent maximum, and are objects all the same. */
	@Test
	void singlePixelsAreKept() {
		final byte[] pixels = new byte[SIZE * SIZE];
		pixels[at(5, 5)] = 1;
		pixels[at(0, 0)] = 1;
		pixels[at(63, 63)] = 1;
		assertArrayEquals(ones(pixels), ones(splitter.split(pixels, pixels, SIZE)));
	}

	@ParameterizedTest
	@CsvSource({"1, 1", "1, 7", "7, 1", "2, 2", "3, 5"})
	void planesOfAnySizeAllOrNothing(final int width, final int height) {
		final byte[] full = new byte[width * height];
		assertArrayEquals(full, splitter.split(full, full, width));
		java.util.Arrays.fill(full, (byte) 1);
		assertArrayEquals(full, ones(splitter.split(full, full, width)));
		assertArrayEquals(full, ones(splitter.split(full, new byte[full.length], width)));
	}

	@Test
	void theMasksStayAsTheyAre() {
		final byte[] disks = disks(20, 32, 12, 41, 32, 12);
		final byte[] before = disks.clone();
		splitter.split(disks, disks, SIZE);
		assertArrayEquals(before, disks);
		assertEquals(SIZE * SIZE, disks.length);
	}

	private static int at(final int x, final int y) {
		return y * SIZE + x;
	}

	private static byte[] ones(final byte[] mask) {
		final byte[] ones = new byte[mask.length];
		for (int i = 0; i < mask.length; i++) ones[i] = (byte) (mask[i] == 0 ? 0 : 1);
		return ones;
	}

	private static byte[] disks(final int... xyr) {
		final byte[] mask = new byte[SIZE * SIZE];
		for (int i = 0; i < mask.length; i++)
			for (int k = 0; k < xyr.length; k += 3)
				if (Math.hypot(i % SIZE - xyr[k], i / SIZE - xyr[k + 1]) <= xyr[k + 2]) mask[i] = 1;
		return mask;
	}
}
