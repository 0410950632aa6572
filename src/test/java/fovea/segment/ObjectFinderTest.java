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

import fovea.segment.RandomPlanes.Plane;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(RandomPlanes.class)
@Domain(DomainContext.Global.class)
class ObjectFinderTest {

	@Property
	void measuresEqualThoseOfABruteForceCount(
			@ForAll final Plane plane, @ForAll @IntRange(min = 1, max = 8) final int minSize) {
		final float[] probability = new float[plane.classes().length];
		final Random random = new Random(probability.length);
		for (int i = 0; i < probability.length; i++) probability[i] = random.nextFloat();
		final int[] labels = new int[probability.length];
		final ObjectFinder finder = new ObjectFinder(plane.width(), minSize);
		finder.find(2, 3, 4, plane.classes(), probability, labels);

		final int[] components = FloodFill.label(plane.classes(), plane.width());
		final int[] sizes = new int[components.length + 1];
		for (final int label : components) sizes[label]++;
		int kept = 0;
		for (int label = 1; label < sizes.length; label++)
			if (sizes[label] >= minSize)
				assertObject(finder.objects().get(kept++), kept, label, components, labels, plane, probability);
		assertEquals(kept, finder.objects().size());
		for (int p = 0; p < labels.length; p++)
			if (sizes[components[p]] < minSize || components[p] == 0) assertEquals(0, labels[p]);
	}

	private static void assertObject(
			final SegmentedObject object,
			final int label,
			final int component,
			final int[] components,
			final int[] labels,
			final Plane plane,
			final float[] probability) {
		int n = 0;
		double x = 0;
		double y = 0;
		double mean = 0;
		int classIndex = 0;
		for (int p = 0; p < components.length; p++) {
			if (components[p] != component) continue;
			assertEquals(label, labels[p]);
			classIndex = plane.classes()[p];
			n++;
			x += p % plane.width() + 0.5;
			y += p / plane.width() + 0.5;
			mean += probability[p];
			assertTrue(p % plane.width() >= object.x() && p % plane.width() < object.x() + object.width());
			assertTrue(p / plane.width() >= object.y() && p / plane.width() < object.y() + object.height());
		}
		assertTight(object, component, components, plane.width());
		assertEquals(label, object.label());
		assertEquals(classIndex, object.classIndex());
		assertEquals(n, object.pixels());
		assertEquals(x / n, object.centroidX(), 1e-9);
		assertEquals(y / n, object.centroidY(), 1e-9);
		assertEquals(mean / n, object.meanProbability(), 1e-9);
		assertArrayEquals(new int[] {2, 3, 4}, new int[] {object.channel(), object.slice(), object.frame()});
	}

	/** Each side of the bounding box touches the object. */
	private static void assertTight(
			final SegmentedObject o, final int component, final int[] components, final int width) {
		boolean left = false;
		boolean right = false;
		boolean top = false;
		boolean bottom = false;
		for (int p = 0; p < components.length; p++) {
			if (components[p] != component) continue;
			left |= p % width == o.x();
			right |= p % width == o.x() + o.width() - 1;
			top |= p / width == o.y();
			bottom |= p / width == o.y() + o.height() - 1;
		}
		assertTrue(left && right && top && bottom);
	}

	@Example
	void labelsGoOnFromPlaneToPlane() {
		final ObjectFinder finder = new ObjectFinder(3, 1);
		final int[] labels = new int[3];
		finder.find(0, 0, 0, new byte[] {1, 0, 1}, null, labels);
		assertArrayEquals(new int[] {1, 0, 2}, labels);
		finder.find(0, 1, 0, new byte[] {0, 2, 0}, null, labels);
		assertArrayEquals(new int[] {0, 3, 0}, labels);
		assertEquals(
				new SegmentedObject(3, 2, 0, 1, 0, 1, 0, 1, 1, 1, 1.5, 0.5, 1),
				finder.objects().get(2));
	}

	@Example
	void labelsHaveNoGapsWhereSmallObjectsWere() {
		final ObjectFinder finder = new ObjectFinder(6, 2);
		final int[] labels = new int[6];
		finder.find(0, 0, 0, new byte[] {1, 0, 1, 1, 2, 2}, null, labels);
		assertArrayEquals(new int[] {0, 0, 1, 1, 2, 2}, labels);
	}
}
