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
package fovea.image;

import java.util.Arrays;

/**
 * How far each pixel of a plane is from the nearest one outside, squared and exact: along the columns, then by the
 * lower envelope of parabolas along the rows (Felzenszwalb and Huttenlocher, Distance Transforms of Sampled Functions,
 * 2012). Beyond the plane's edge there is no outside. Stateless.
 */
public final class SquaredDistances {

	private SquaredDistances() {}

	/**
	 * @param plane row by row: 0 outside, infinite inside; becomes the squared distances in pixels, which stay infinite
	 *     if nothing is outside
	 * @param width of the plane
	 * @param height of the plane
	 */
	public static void transform(final float[] plane, final int width, final int height) {
		for (int x = 0; x < width; x++) column(plane, width, height, x);
		final Envelope envelope = new Envelope(width);
		final float[] row = new float[width];
		for (int y = 0; y < height; y++) {
			System.arraycopy(plane, y * width, row, 0, width);
			envelope.transform(row);
			System.arraycopy(row, 0, plane, y * width, width);
		}
	}

	private static void column(final float[] plane, final int width, final int height, final int x) {
		double last = Double.POSITIVE_INFINITY;
		for (int y = 0; y < height; y++) {
			last = plane[y * width + x] == 0 ? 0 : last + 1;
			plane[y * width + x] = (float) (last * last);
		}
		last = Double.POSITIVE_INFINITY;
		for (int y = height - 1; y >= 0; y--) {
			last = plane[y * width + x] == 0 ? 0 : last + 1;
			plane[y * width + x] = (float) Math.min(plane[y * width + x], last * last);
		}
	}

	/** Parabolas over a row, of which only the lowest count. */
	private static final class Envelope {

		private final int[] places;
		private final double[] heights;
		private final double[] from;

		Envelope(final int length) {
			places = new int[length];
			heights = new double[length];
			from = new double[length];
		}

		/** @param row squared distances within the columns; becomes those within the plane */
		void transform(final float[] row) {
			int n = 0;
			for (int x = 0; x < row.length; x++) {
				if (row[x] == Float.POSITIVE_INFINITY) continue;
				double start = Double.NEGATIVE_INFINITY;
				while (n > 0 && (start = meeting(n - 1, x, row[x])) <= from[n - 1]) n--;
				from[n] = n == 0 ? Double.NEGATIVE_INFINITY : start;
				places[n] = x;
				heights[n++] = row[x];
			}
			if (n == 0) {
				Arrays.fill(row, Float.POSITIVE_INFINITY);
				return;
			}
			for (int x = 0, i = 0; x < row.length; x++) {
				while (i + 1 < n && from[i + 1] <= x) i++;
				row[x] = (float) (heights[i] + (double) (x - places[i]) * (x - places[i]));
			}
		}

		/** @return where the parabola over x becomes lower than that of i */
		private double meeting(final int i, final int x, final double height) {
			final double p = places[i];
			return (height + (double) x * x - heights[i] - p * p) / (2 * (x - p));
		}
	}
}
