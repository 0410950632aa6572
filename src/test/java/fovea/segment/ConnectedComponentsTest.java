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

import fovea.segment.RandomPlanes.Plane;
import fovea.segment.plane.ConnectedComponents;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

class ConnectedComponentsTest {

	@Property
	@Domain(RandomPlanes.class)
	void labelsEqualThoseOfAFloodFill(@ForAll final Plane plane) {
		final int[] expected = FloodFill.label(plane.classes(), plane.width());
		final int[] labels = new int[expected.length];
		Arrays.fill(labels, 99); // what was there before must not matter
		final int count = ConnectedComponents.label(plane.classes(), plane.width(), labels);
		assertArrayEquals(expected, labels);
		assertEquals(Arrays.stream(expected).max().orElse(0), count);
	}

	@Example
	void cornersConnect() {
		final byte[] diagonal = {1, 0, 0, 0, 1, 0, 1, 0, 0};
		assertArrayEquals(new int[] {1, 0, 0, 0, 1, 0, 1, 0, 0}, labels(diagonal, 3));
	}

	@Example
	void touchingClassesAreDifferentObjects() {
		final byte[] halves = {1, 1, 2, 2, 1, 1, 2, 2};
		assertArrayEquals(new int[] {1, 1, 2, 2, 1, 1, 2, 2}, labels(halves, 4));
	}

	@Example
	void diagonalsOfTwoClassesCross() {
		assertArrayEquals(new int[] {1, 2, 2, 1}, labels(new byte[] {1, 2, 2, 1}, 2));
	}

	@Example
	void classesAbove127AreNotBackground() {
		assertArrayEquals(new int[] {1, 2}, labels(new byte[] {(byte) 255, (byte) 128}, 2));
	}

	@Example
	void aSpiralIsOneObject() {
		final byte[] spiral = {
			1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 0, 1, 1, 0, 0, 0, 1, 0, 1, 1, 0, 1, 1, 1, 0, 1, 1,
			0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1
		};
		assertEquals(1, ConnectedComponents.label(spiral, 7, new int[49]));
	}

	private static int[] labels(final byte[] classes, final int width) {
		final int[] labels = new int[classes.length];
		ConnectedComponents.label(classes, width, labels);
		return labels;
	}
}
