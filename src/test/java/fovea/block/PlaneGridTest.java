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
package fovea.block;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fovea.image.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Parts of planes, their numbers, and which of them a box touches. */
class PlaneGridTest {

	private static final int[] COLUMNS = {0, 70, 100, 130, 200};
	private static final int[] ROWS = {0, 50, 55, 90};

	private static PlaneGrid grid() {
		final List<Box> boxes = new ArrayList<>();
		for (int r = 0; r + 1 < ROWS.length; r++)
			for (int c = 0; c + 1 < COLUMNS.length; c++)
				boxes.add(new Box(COLUMNS[c], ROWS[r], COLUMNS[c + 1] - COLUMNS[c], ROWS[r + 1] - ROWS[r]));
		return new PlaneGrid(boxes, 3, 2);
	}

	@Test
	void partsAreNumberedPlaneByPlane() {
		final PlaneGrid grid = grid();
		assertEquals(72, grid.size());
		assertEquals(new PlaneGrid.Place(grid.boxes().get(5), 1, 1), grid.place(12 * 4 + 5));
		assertEquals(4, grid.plane(1, 1));
		assertEquals(4, grid.plane(12 * 4 + 5));
	}

	@Test
	void thosePartsAreTouchedThatHavePixelsInTheBox() {
		final PlaneGrid grid = grid();
		final Random random = new Random(2);
		for (int n = 0; n < 500; n++) {
			final int x = random.nextInt(200);
			final int y = random.nextInt(90);
			final Box box = new Box(x, y, 1 + random.nextInt(200 - x), 1 + random.nextInt(90 - y));
			final List<Integer> expected = new ArrayList<>();
			for (int b = 0; b < grid.boxes().size(); b++) {
				final Box part = grid.boxes().get(b);
				if (part.x() < box.endX() && box.x() < part.endX() && part.y() < box.endY() && box.y() < part.endY())
					expected.add(b);
			}
			assertArrayEquals(
					expected.stream().mapToInt(Integer::intValue).toArray(), grid.touching(box), box.toString());
		}
	}
}
