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
package fovea.selfscore;

import fovea.image.Box;
import fovea.image.Raster;
import java.util.Arrays;

/**
 * Pixels of a plane in a grid: every fourth of every fourth row, one in sixteen. A denoiser gets the plane with the
 * mean of its neighbors in place of each, so that it does not see what it is to say; then its result is held against
 * the values that were replaced. There are {@value #PHASES} such grids; no two of them share a row or a column. No
 * neighbor of a hidden pixel is hidden. Immutable and thread-safe.
 */
public final class BlindGrid {

	/** Pixels from one to the next, in x and in y. */
	public static final int SPACING = 4;

	/** How many grids there are. */
	public static final int PHASES = 4;

	private static final int[] ROWS = {0, 2, 1, 3};
	private static final int[] COLUMNS = {0, 2, 3, 1};

	private final Raster noisy;
	private final int row;
	private final int column;
	private final Box counted;

	private BlindGrid(final Raster noisy, final int row, final int column, final Box counted) {
		this.noisy = noisy;
		this.row = row;
		this.column = column;
		this.counted = counted;
	}

	/**
	 * @param noisy a plane
	 * @param phase which grid, from 0 on; counted on from the last it is the first again
	 * @return its pixels of that grid
	 */
	public static BlindGrid of(final Raster noisy, final int phase) {
		return of(noisy, phase, new Box(0, 0, noisy.width(), noisy.height()));
	}

	/**
	 * @param noisy a plane
	 * @param phase as in {@link #of(Raster, int)}
	 * @param counted part of the plane in which pixels are compared; beside it they are replaced alone
	 * @return its pixels of that grid
	 */
	public static BlindGrid of(final Raster noisy, final int phase, final Box counted) {
		final int grid = Math.floorMod(phase, PHASES);
		return new BlindGrid(noisy, ROWS[grid], COLUMNS[grid], counted);
	}

	/** @return the first row that has some; the next is {@link #SPACING} rows below */
	int row() {
		return row;
	}

	/** @return the first column that has some */
	int column() {
		return column;
	}

	/**
	 * @return the plane with the mean of its eight neighbors, without itself, in place of each pixel of the grid,
	 *     channel by channel; beyond the border the plane is mirrored at its border pixel, which is not repeated.
	 *     Neighbors that are no number are left out, and what is no number itself stays as it is
	 */
	public Raster hidden() {
		final float[] values = noisy.data().clone();
		final int n = noisy.channels();
		for (int y = row; y < noisy.height(); y += SPACING)
			for (int x = column; x < noisy.width(); x += SPACING)
				for (int c = 0; c < n; c++) {
					final int i = (y * noisy.width() + x) * n + c;
					if (Float.isFinite(values[i])) values[i] = aroundOr(values[i], y, x, c);
				}
		return noisy.withData(values);
	}

	private float aroundOr(final float itself, final int y, final int x, final int c) {
		double sum = 0;
		int count = 0;
		for (int dy = -1; dy <= 1; dy++)
			for (int dx = -1; dx <= 1; dx++) {
				final int beside = mirrored(y + dy, noisy.height());
				final int along = mirrored(x + dx, noisy.width());
				if (beside == y && along == x) continue;
				final float value = noisy.at(beside, along, c);
				if (!Float.isFinite(value)) continue;
				sum += value;
				count++;
			}
		return count == 0 ? itself : (float) (sum / count);
	}

	/** One pixel beyond the border is the one within it; repeated, the border pixel would be its own neighbor. */
	private static int mirrored(final int position, final int length) {
		if (length == 1) return 0;
		return position < 0 ? 1 : position == length ? length - 2 : position;
	}

	/**
	 * @param denoised what a denoiser made of {@link #hidden()}
	 * @return squared differences from the noisy plane at the pixels of the grid, row by row, of several channels their
	 *     mean; infinite where the denoiser gave no number, none where the noisy plane has none
	 */
	public float[] errors(final Raster denoised) {
		if (!denoised.hasSizeOf(noisy) || denoised.channels() != noisy.channels())
			throw new IllegalArgumentException(
					"expected " + noisy.dimensions() + ", got " + denoised.dimensions() + " from a denoiser");
		final float[] errors = new float[(noisy.height() / SPACING + 1) * (noisy.width() / SPACING + 1)];
		int count = 0;
		for (int y = row; y < noisy.height(); y += SPACING)
			for (int x = column; x < noisy.width(); x += SPACING) {
				if (!counted.contains(x, y)) continue;
				final double error = error(denoised, y, x);
				if (!Double.isNaN(error)) errors[count++] = (float) error;
			}
		return Arrays.copyOf(errors, count);
	}

	/** NaN where the noisy plane has no number. */
	private double error(final Raster denoised, final int y, final int x) {
		double sum = 0;
		for (int c = 0; c < noisy.channels(); c++) {
			final float value = noisy.at(y, x, c);
			if (!Float.isFinite(value)) return Double.NaN;
			final float said = denoised.at(y, x, c);
			if (!Float.isFinite(said)) return Double.POSITIVE_INFINITY;
			sum += ((double) said - value) * ((double) said - value);
		}
		return sum / noisy.channels();
	}
}
