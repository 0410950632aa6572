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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The borders of a mask as polygons along the edges of its pixels. Pixels that touch by a corner are in one polygon.
 * Not thread-safe.
 */
public final class Outlines {

	private static final int[] STEP_X = {1, 0, -1, 0};
	private static final int[] STEP_Y = {0, 1, 0, -1};

	private final int columns;
	/** Of each corner of a pixel, a bit for each direction (right, down, left, up) that a border goes on from there. */
	private final byte[] ways;

	private Outlines(final boolean[] mask, final int width) {
		final int height = mask.length / width;
		columns = width + 1;
		ways = new byte[columns * (height + 1)];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				final int i = y * width + x;
				if (!mask[i]) continue;
				final int corner = y * columns + x;
				if (y == 0 || !mask[i - width]) ways[corner] |= 1;
				if (x == width - 1 || !mask[i + 1]) ways[corner + 1] |= 2;
				if (y == height - 1 || !mask[i + width]) ways[corner + 1 + columns] |= 4;
				if (x == 0 || !mask[i - 1]) ways[corner + columns] |= 8;
			}
	}

	/**
	 * @param mask row by row
	 * @param width of a row in pixels
	 * @return closed polygons, each as its x and its y, without points on straight lines. The upper left corner of the
	 *     first pixel is 0, 0. Around the mask they go clockwise as one sees it, around holes counter-clockwise
	 */
	public static List<int[][]> of(final boolean[] mask, final int width) {
		final Outlines outlines = new Outlines(mask, width);
		final List<int[][]> polygons = new ArrayList<>();
		for (int corner = 0; corner < outlines.ways.length; corner++)
			while (outlines.ways[corner] != 0) polygons.add(outlines.follow(corner));
		return polygons;
	}

	/** Takes away what it has followed. */
	private int[][] follow(final int start) {
		int[] xs = new int[16];
		int[] ys = new int[16];
		int n = 0;
		int corner = start;
		final int first = Integer.numberOfTrailingZeros(ways[start]);
		int direction = first;
		int before = -1;
		do {
			if (direction != before) {
				if (n == xs.length) {
					xs = Arrays.copyOf(xs, 2 * n);
					ys = Arrays.copyOf(ys, 2 * n);
				}
				xs[n] = corner % columns;
				ys[n++] = corner / columns;
			}
			ways[corner] &= (byte) ~(1 << direction);
			corner += STEP_X[direction] + STEP_Y[direction] * columns;
			before = direction;
			direction = next(corner, direction);
		} while (direction >= 0 && !(corner == start && direction == first));
		final int from = before == first ? 1 : 0; // it began on a straight line
		return new int[][] {Arrays.copyOfRange(xs, from, n), Arrays.copyOfRange(ys, from, n)};
	}

	/** To the left first: over to the pixel that touches by a corner. Back at the start there is no way left. */
	private int next(final int corner, final int direction) {
		for (final int turn : new int[] {3, 0, 1}) {
			final int way = (direction + turn) % 4;
			if ((ways[corner] & 1 << way) != 0) return way;
		}
		return -1;
	}
}
