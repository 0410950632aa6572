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

import fovea.image.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What all strokes together say. Immutable, once made. */
final class Annotation {

	/** Strokes of a class that are drawn from more often. */
	private static final int NEWEST = 3;

	/** How often they are. */
	private static final double NEWEST_PART = 0.4;

	/** The part of a plane that has strokes; 0: not annotated, else 1 more than the class. */
	private record Painted(Box box, byte[] classes) {}

	/** A pixel of a plane. */
	record Place(Plane plane, int x, int y) {}

	private final Map<Plane, Painted> planes = new HashMap<>();
	private final List<List<Stroke>> ofClass = new ArrayList<>();
	private final long[] counts;
	private final Map<Stroke, int[]> pixels = new HashMap<>();

	/**
	 * @param strokes in the order they were drawn
	 * @param classes how many there are
	 */
	Annotation(final List<Stroke> strokes, final int classes) {
		counts = new long[classes];
		for (int c = 0; c < classes; c++) ofClass.add(new ArrayList<>());
		final Map<Plane, Box> boxes = new HashMap<>();
		for (final Stroke stroke : strokes) boxes.merge(stroke.plane(), stroke.box(), Annotation::union);
		boxes.forEach((plane, box) ->
				planes.put(plane, new Painted(box, new byte[Math.multiplyExact(box.width(), box.height())])));
		for (final Stroke stroke : strokes) {
			final Painted painted = planes.get(stroke.plane());
			stroke.forEach((x, y) -> painted.classes[index(painted.box, x, y)] = (byte) (stroke.classIndex() + 1));
		}
		for (final Painted painted : planes.values())
			for (final byte value : painted.classes) if (value > 0) counts[value - 1]++;
		for (final Stroke stroke : strokes)
			if (!stroke.erases() && remains(stroke))
				ofClass.get(stroke.classIndex()).add(stroke);
	}

	private boolean remains(final Stroke stroke) {
		final int[] list = new int[stroke.count()];
		final int[] n = {0};
		final Painted painted = planes.get(stroke.plane());
		stroke.forEach((x, y) -> {
			final int index = index(painted.box, x, y);
			if (painted.classes[index] == stroke.classIndex() + 1) list[n[0]++] = index;
		});
		pixels.put(stroke, Arrays.copyOf(list, n[0]));
		return n[0] > 0;
	}

	private static Box union(final Box a, final Box b) {
		final int x = Math.min(a.x(), b.x());
		final int y = Math.min(a.y(), b.y());
		return new Box(x, y, Math.max(a.endX(), b.endX()) - x, Math.max(a.endY(), b.endY()) - y);
	}

	private static int index(final Box box, final int x, final int y) {
		return (y - box.y()) * box.width() + x - box.x();
	}

	/** @return the class of a pixel, or -1 where none is drawn */
	int at(final Plane plane, final int x, final int y) {
		final Painted painted = planes.get(plane);
		return painted == null || !painted.box.contains(x, y) ? -1 : painted.classes[index(painted.box, x, y)] - 1;
	}

	/** @return number of annotated pixels of a class */
	long count(final int classIndex) {
		return counts[classIndex];
	}

	/** @return classes without a pixel */
	List<Integer> missing() {
		final List<Integer> missing = new ArrayList<>();
		for (int c = 0; c < counts.length; c++) if (counts[c] == 0) missing.add(c);
		return missing;
	}

	/** @return planes with strokes and the part of them that has some */
	Map<Plane, Box> boxes() {
		final Map<Plane, Box> boxes = new HashMap<>();
		planes.forEach((plane, painted) -> boxes.put(plane, painted.box));
		return boxes;
	}

	/**
	 * @param random decides
	 * @return an annotated pixel: classes equally often, of each its strokes, the newest more often; some class must
	 *     have one
	 */
	Place draw(final SplittableRandom random) {
		List<Stroke> strokes = List.of();
		while (strokes.isEmpty()) strokes = ofClass.get(random.nextInt(ofClass.size()));
		final boolean isNew = random.nextDouble() < NEWEST_PART;
		final int first = isNew ? Math.max(0, strokes.size() - NEWEST) : 0;
		final Stroke stroke = strokes.get(first + random.nextInt(strokes.size() - first));
		final int[] inside = pixels.get(stroke);
		final int index = inside[random.nextInt(inside.length)];
		final Box box = planes.get(stroke.plane()).box;
		return new Place(stroke.plane(), box.x() + index % box.width(), box.y() + index / box.width());
	}
}
