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

import java.util.Arrays;

/**
 * How far each pixel of a mask is from the nearest one outside, by passing on the nearest place from pixel to pixel:
 * down and up, each row to the right and to the left (Danielsson, Euclidean Distance Mapping, 1980, with the diagonal
 * neighbors of Leymarie and Levine, 1992). What is passed on is a place, so that errors are rare and small; ImageJ's
 * map is made in the same way and has the same ones. Beyond the plane's edge the mask goes on.
 */
final class DistanceMap {

	/** Column and row of no place: further from each pixel than all places. */
	private static final int NONE = -(1 << 29);

	private final byte[] mask;
	private final Frame frame;
	private final float[] squares;

	private DistanceMap(final byte[] mask, final Frame frame) {
		this.mask = mask;
		this.frame = frame;
		squares = new float[frame.length()];
	}

	/**
	 * @param mask row by row, not 0 inside; not changed
	 * @param frame around it
	 * @return distances in pixels, 0 outside and around the plane; 46341, which is further than any, if nothing is
	 *     outside
	 */
	static float[] of(final byte[] mask, final Frame frame) {
		final DistanceMap map = new DistanceMap(mask, frame);
		Arrays.fill(map.squares, Integer.MAX_VALUE);
		map.sweep(0, 1);
		map.sweep(frame.height() - 1, -1);
		final float[] distances = map.squares;
		for (int y = 0, m = 0; y < frame.height(); y++)
			for (int i = frame.at(0, y), end = i + frame.width(); i < end; i++, m++)
				distances[i] = mask[m] == 0 ? 0 : (float) Math.sqrt(distances[i]);
		return distances;
	}

	private void sweep(final int first, final int step) {
		final Nearest rightward = new Nearest(frame.width());
		final Nearest leftward = new Nearest(frame.width());
		for (int y = first; y >= 0 && y < frame.height(); y += step) {
			pass(y, 0, 1, rightward);
			pass(y, frame.width() - 1, -1, leftward);
		}
	}

	/** Of the places that are nearest to the pixels above, diagonally above and behind, the nearest to this one. */
	private void pass(final int y, final int first, final int step, final Nearest nearest) {
		final int[] xs = nearest.x;
		final int[] ys = nearest.y;
		int behindX = NONE;
		int behindY = NONE;
		int diagonalX = NONE;
		int diagonalY = NONE;
		int m = y * xs.length + first;
		int i = frame.at(first, y);
		for (int x = first; x >= 0 && x < xs.length; x += step, m += step, i += step) {
			final int aboveX = xs[x];
			final int aboveY = ys[x];
			if (mask[m] == 0) {
				behindX = x;
				behindY = y;
			} else {
				long least = square(behindX, behindY, x, y);
				final long diagonal = square(diagonalX, diagonalY, x, y);
				final long above = square(aboveX, aboveY, x, y);
				if (above <= least && above <= diagonal) {
					least = above;
					behindX = aboveX;
					behindY = aboveY;
				} else if (diagonal <= least) {
					least = diagonal;
					behindX = diagonalX;
					behindY = diagonalY;
				}
				if (least < squares[i]) squares[i] = least;
			}
			xs[x] = behindX;
			ys[x] = behindY;
			diagonalX = aboveX;
			diagonalY = aboveY;
		}
	}

	private static long square(final int fromX, final int fromY, final int x, final int y) {
		final long dx = (long) x - fromX;
		final long dy = (long) y - fromY;
		return dx * dx + dy * dy;
	}

	/** Where the nearest pixel outside the mask lies, for each pixel of the last row. */
	private static final class Nearest {

		private final int[] x;
		private final int[] y;

		Nearest(final int width) {
			x = new int[width];
			y = new int[width];
			Arrays.fill(x, NONE);
			Arrays.fill(y, NONE);
		}
	}
}
