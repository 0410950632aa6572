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

import fovea.image.Box;
import fovea.image.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The parts that all planes of an image are cut into, numbered plane by plane: the slices of the first frame, then
 * those of the next.
 *
 * @param boxes of a plane
 * @param slices how many the image has
 * @param frames how many the image has
 */
record PlaneGrid(List<Box> boxes, int slices, int frames) {

	/**
	 * A part.
	 *
	 * @param box in its plane
	 * @param z 0-based slice
	 * @param t 0-based frame
	 */
	record Place(Box box, int z, int t) {}

	PlaneGrid {
		boxes = List.copyOf(boxes);
	}

	static PlaneGrid of(final Image image, final List<Box> boxes) {
		return new PlaneGrid(boxes, image.size(Image.Z), image.size(Image.T));
	}

	/** @return squares, in raster order, smaller at the far edges */
	static PlaneGrid squares(final Image image, final int edge) {
		return squares(image, image.size(Image.X), image.size(Image.Y), edge);
	}

	/** @return the same of planes of another size, as many as an image has */
	static PlaneGrid squares(final Image image, final int width, final int height, final int edge) {
		final List<Box> boxes = new ArrayList<>();
		for (int y = 0; y < height; y += edge)
			for (int x = 0; x < width; x += edge)
				boxes.add(new Box(x, y, Math.min(edge, width - x), Math.min(edge, height - y)));
		return of(image, boxes);
	}

	/**
	 * @param box of a plane
	 * @return numbers, among {@link #boxes}, of those parts that have pixels in it; parts lie in rows and columns
	 */
	int[] touching(final Box box) {
		int across = 1;
		while (across < boxes.size() && boxes.get(across).y() == boxes.get(0).y()) across++;
		final int columns = across;
		final int left = last(columns, column -> boxes.get(column).x() <= box.x());
		final int right = last(columns, column -> boxes.get(column).x() < box.endX());
		final int rows = boxes.size() / columns;
		final int top = last(rows, row -> boxes.get(row * columns).y() <= box.y());
		final int bottom = last(rows, row -> boxes.get(row * columns).y() < box.endY());
		return IntStream.rangeClosed(top, bottom)
				.flatMap(row -> IntStream.rangeClosed(left, right).map(column -> row * columns + column))
				.toArray();
	}

	/** @return the last of so many, in order, of which something is true, as it is of the first */
	private static int last(final int count, final IntPredicate is) {
		int from = 0;
		int to = count - 1;
		while (from < to) {
			final int middle = (from + to + 1) / 2;
			if (is.test(middle)) from = middle;
			else to = middle - 1;
		}
		return from;
	}

	int planes() {
		return Math.multiplyExact(slices, frames);
	}

	int size() {
		return Math.multiplyExact(boxes.size(), planes());
	}

	Place place(final int index) {
		final int plane = index / boxes.size();
		return new Place(boxes.get(index % boxes.size()), plane % slices, plane / slices);
	}

	int plane(final int z, final int t) {
		return t * slices + z;
	}

	int plane(final int index) {
		return index / boxes.size();
	}
}
