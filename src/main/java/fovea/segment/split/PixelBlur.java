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
import java.util.stream.IntStream;

/**
 * A Gaussian of one pixel's standard deviation, on planes whose border pixels go on beyond the edge: the weights are
 * those of ImageJ's <i>Gaussian Blur...</i>, so results are the same but for rounding. That one starts threads which
 * keep a JVM without a window from ending. Stateless and thread-safe.
 */
final class PixelBlur {

	/**
	 * Of a pixel itself and of those 1, 2, 3, 4 pixels away: exp(-d²/2), let down to 0 by a parabola from the fourth
	 * on.
	 */
	private static final float[] WEIGHTS = {0.39894345f, 0.24197145f, 0.053991128f, 0.0044318615f, 1.3383062E-4f};

	/** Pixels on each side that have a part in a pixel. */
	private static final int REACH = WEIGHTS.length - 1;

	/** Rows or columns that are blurred by one thread. */
	private static final int BAND = 128;

	private PixelBlur() {}

	/**
	 * @param pixels blurred in place; those around the plane are neither read nor changed
	 * @param frame where they lie
	 */
	static void blur(final float[] pixels, final Frame frame) {
		bands(frame.height()).forEach(y -> rows(pixels, frame, y, Math.min(BAND, frame.height() - y)));
		bands(frame.width()).forEach(x -> columns(pixels, frame, x, Math.min(BAND, frame.width() - x)));
	}

	/** @return where each begins */
	private static IntStream bands(final int length) {
		return IntStream.rangeClosed(0, (length - 1) / BAND).parallel().map(n -> n * BAND);
	}

	private static void rows(final float[] pixels, final Frame frame, final int first, final int count) {
		final int width = frame.width();
		final float[] line = new float[width + 2 * REACH];
		final float[] sums = new float[width];
		for (int y = first; y < first + count; y++) {
			final int start = frame.at(0, y);
			System.arraycopy(pixels, start, line, REACH, width);
			Arrays.fill(line, 0, REACH, line[REACH]);
			Arrays.fill(line, REACH + width, line.length, line[REACH + width - 1]);
			weigh(line, REACH, sums);
			for (int d = 1; d <= REACH; d++) add(WEIGHTS[d], line, REACH - d, line, REACH + d, sums);
			System.arraycopy(sums, 0, pixels, start, width);
		}
	}

	/** Row by row, with copies of those that have a part in it. */
	private static void columns(final float[] pixels, final Frame frame, final int first, final int count) {
		final int last = frame.height() - 1;
		final float[][] rows = new float[2 * REACH + 1][count];
		final float[] sums = new float[count];
		for (int next = -REACH; next <= last + REACH; next++) {
			final int read = Math.max(0, Math.min(next, last));
			System.arraycopy(pixels, frame.at(first, read), row(rows, next), 0, count);
			final int y = next - REACH;
			if (y < 0) continue;
			weigh(row(rows, y), 0, sums);
			for (int d = 1; d <= REACH; d++) add(WEIGHTS[d], row(rows, y - d), 0, row(rows, y + d), 0, sums);
			System.arraycopy(sums, 0, pixels, frame.at(first, y), count);
		}
	}

	private static float[] row(final float[][] rows, final int y) {
		return rows[Math.floorMod(y, rows.length)];
	}

	private static void weigh(final float[] line, final int from, final float[] sums) {
		final float weight = WEIGHTS[0];
		for (int i = 0; i < sums.length; i++) sums[i] = line[from + i] * weight;
	}

	private static void add(
			final float weight,
			final float[] a,
			final int fromA,
			final float[] b,
			final int fromB,
			final float[] sums) {
		for (int i = 0; i < sums.length; i++) sums[i] += weight * (a[fromA + i] + b[fromB + i]);
	}
}
