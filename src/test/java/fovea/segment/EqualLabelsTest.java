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
import fovea.segment.split.ObjectSplitter;
import fovea.segment.split.ShapeSplitter;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Labels and classes are those of {@link SlowLabeling}, whatever the plane. */
class EqualLabelsTest {

	@Property
	@Domain(RandomPlanes.class)
	@Domain(DomainContext.Global.class)
	void ofBorders(@ForAll final Plane plane, @ForAll @IntRange(min = 1, max = 4) final int border) {
		check(plane, (classes, interior, width) -> interior.clone(), border);
	}

	/** A splitter may give back what it was given. */
	@Property
	@Domain(RandomPlanes.class)
	void ofTheForegroundItself(@ForAll final Plane plane) {
		check(plane, (classes, interior, width) -> classes, 2);
		check(plane, (classes, interior, width) -> interior, Labeling.NO_BORDER);
	}

	@Property
	@Domain(RandomPlanes.class)
	void ofShapes(@ForAll final Plane plane) {
		check(plane, new ShapeSplitter(), 3);
		check(plane, new ShapeSplitter(), Labeling.NO_BORDER);
	}

	private static void check(final Plane plane, final ObjectSplitter splitter, final int border) {
		final byte[] expectedClasses = plane.classes().clone();
		final int[] expected = new int[expectedClasses.length];
		final int count = SlowLabeling.split(splitter, border).label(expectedClasses, plane.width(), expected);
		final byte[] classes = plane.classes().clone();
		final int[] labels = new int[classes.length];
		Arrays.fill(labels, 99);
		assertEquals(count, Labeling.split(splitter, border).label(classes, plane.width(), labels));
		assertArrayEquals(expected, labels);
		assertArrayEquals(expectedClasses, classes);
	}
}
