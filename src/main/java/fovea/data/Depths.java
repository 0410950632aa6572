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
package fovea.data;

import fovea.image.Raster;
import fovea.image.SquaredDistances;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How deep each pixel lies in its object: the distance to the object's border over the largest one of the object, so
 * that each object, small or large, has a middle of 1. Learned beside the classes, it tells touching objects apart by
 * their middles. Like the distance transforms that Naylor et al. (Segmentation of Nuclei in Histopathology Images by
 * Deep Regression of the Distance Map, 2019) learn, but divided by the object's own. Stateless.
 */
public final class Depths {

	private Depths() {}

	/** Columns and rows, from the first to the last. */
	private static final class Box {
		private int left = Integer.MAX_VALUE;
		private int top = Integer.MAX_VALUE;
		private int right;
		private int bottom;

		void add(final int x, final int y) {
			left = Math.min(left, x);
			right = Math.max(right, x);
			top = Math.min(top, y);
			bottom = Math.max(bottom, y);
		}
	}

	/**
	 * @param labels of one channel: the number of each pixel's object, 0 for none
	 * @param ignored a value that is no object's, beside 0
	 * @return for each pixel, row by row: above 0 to 1 in objects, else 0. Distances are those to the nearest pixel
	 *     that is not of the object; beyond the image's edge objects go on. One that fills the image is 1 everywhere
	 */
	public static float[] of(final Raster labels, final OptionalInt ignored) {
		final int width = labels.width();
		final int height = labels.height();
		final float[] values = labels.data();
		final Map<Float, Box> boxes = new HashMap<>();
		for (int i = 0; i < values.length; i++)
			if (values[i] != 0 && !(ignored.isPresent() && values[i] == ignored.getAsInt()))
				boxes.computeIfAbsent(values[i], number -> new Box()).add(i % width, i / width);
		final float[] depths = new float[values.length];
		boxes.forEach((number, box) -> {
			// with a pixel around, where it does not end at the image's edge
			box.add(Math.max(0, box.left - 1), Math.max(0, box.top - 1));
			box.add(Math.min(width - 1, box.right + 1), Math.min(height - 1, box.bottom + 1));
			fill(labels, number, box, depths);
		});
		return depths;
	}

	private static void fill(final Raster labels, final float number, final Box box, final float[] depths) {
		final int columns = box.right - box.left + 1;
		final int rows = box.bottom - box.top + 1;
		final float[] squares = new float[columns * rows];
		for (int y = 0, i = 0; y < rows; y++)
			for (int x = 0; x < columns; x++, i++)
				if (labels.at(box.top + y, box.left + x, 0) == number) squares[i] = Float.POSITIVE_INFINITY;
		SquaredDistances.transform(squares, columns, rows);
		float most = 0;
		for (final float square : squares) most = Math.max(most, square);
		for (int y = 0, i = 0; y < rows; y++)
			for (int x = 0; x < columns; x++, i++)
				if (squares[i] > 0)
					depths[(box.top + y) * labels.width() + box.left + x] =
							Float.isInfinite(most) ? 1 : (float) Math.sqrt(squares[i] / most);
	}
}
