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

import fovea.image.Raster;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Whether the noise of neighboring pixels is alike, estimated from one plane. From each pixel the mean of its eight
 * neighbors is taken, which leaves noise and little else where the image is flat; of tiles of 16 x 16 pixels the
 * flattest ones count, by what is left in them. What is left of white noise is correlated by the subtraction itself, by
 * numbers that are known; the excesses are what is said here, as parts of the variance that is left. Where noise is
 * white all are near 0, but for what the image itself has of fine structure.
 *
 * @param across to the pixel on the right
 * @param down to the pixel below
 * @param diagonal to the pixels below on the right and on the left, the larger one of both
 */
public record NoiseCorrelation(double across, double down, double diagonal) {

	/** Above what white noise on images of fine structure has; measured, see docs/evaluation.md. */
	static final double THRESHOLD = 0.07;

	private static final NoiseCorrelation NONE = new NoiseCorrelation(0, 0, 0);

	private static final int TILE = 16;

	/** Of the tiles, the flattest ones. */
	private static final double SHARE = 0.05;

	/** Tiles at least. */
	private static final int LEAST = 16;

	/** Of a tile; more, and it is clipped, black or white. */
	private static final double MOST_FLAT = 0.02;

	/** Row and column of the other pixel. */
	private static final int[][] LAGS = {{0, 1}, {1, 0}, {1, 1}, {1, -1}};

	/** Of what the subtraction leaves of white noise. */
	private static final double[] WHITE =
			Arrays.stream(LAGS).mapToDouble(NoiseCorrelation::ofWhiteNoise).toArray();

	/** @return whether {@link SelfScore} does not hold, since a pixel can be told by the noise of its neighbors */
	public boolean isCorrelated() {
		return Math.max(Math.abs(across), Math.max(Math.abs(down), Math.abs(diagonal))) > THRESHOLD;
	}

	/**
	 * @param plane as it came, neither filtered nor enlarged
	 * @return of several channels that one in which it is strongest; 0 where the plane is too small, or nowhere has
	 *     noise
	 */
	public static NoiseCorrelation of(final Raster plane) {
		return IntStream.range(0, plane.channels())
				.mapToObj(c -> of(plane, c))
				.max(Comparator.comparingDouble(
						n -> Math.max(Math.abs(n.across), Math.max(Math.abs(n.down), Math.abs(n.diagonal)))))
				.orElse(NONE);
	}

	private static NoiseCorrelation of(final Raster plane, final int channel) {
		final int rows = (plane.height() - 4) / TILE;
		final int columns = (plane.width() - 4) / TILE;
		if (rows < 1 || columns < 1) return NONE;
		final float[] rest = rest(plane, channel);
		final double[][] sums = IntStream.range(0, rows * columns)
				.mapToObj(tile -> sums(plane, channel, rest, 2 + tile / columns * TILE, 2 + tile % columns * TILE))
				.filter(each -> each.length > 0)
				.sorted(Comparator.comparingDouble(each -> each[0]))
				.toArray(double[][]::new);
		if (sums.length == 0) return NONE;
		final int taken = Math.min(sums.length, Math.max(LEAST, (int) (SHARE * sums.length)));
		final double[] total = new double[1 + LAGS.length];
		for (int i = 0; i < taken; i++) for (int k = 0; k < total.length; k++) total[k] += sums[i][k];
		final double[] excess = new double[LAGS.length];
		for (int k = 0; k < LAGS.length; k++) excess[k] = total[k + 1] / total[0] - WHITE[k];
		return new NoiseCorrelation(
				excess[0], excess[1], Math.abs(excess[2]) > Math.abs(excess[3]) ? excess[2] : excess[3]);
	}

	/** Of the border, which has fewer neighbors, nothing. */
	private static float[] rest(final Raster plane, final int c) {
		final int width = plane.width();
		final float[] rest = new float[width * plane.height()];
		for (int y = 1; y < plane.height() - 1; y++)
			for (int x = 1; x < width - 1; x++) {
				double around = -plane.at(y, x, c);
				for (int dy = -1; dy <= 1; dy++) for (int dx = -1; dx <= 1; dx++) around += plane.at(y + dy, x + dx, c);
				rest[y * width + x] = (float) (plane.at(y, x, c) - around / 8);
			}
		return rest;
	}

	/** The sum of squares and those of products with other pixels; none of a tile that is clipped or no number. */
	private static double[] sums(final Raster plane, final int c, final float[] rest, final int top, final int left) {
		final double[] sums = new double[1 + LAGS.length];
		int flat = 0;
		for (int y = top; y < top + TILE; y++)
			for (int x = left; x < left + TILE; x++) {
				final int i = y * plane.width() + x;
				sums[0] += (double) rest[i] * rest[i];
				for (int k = 0; k < LAGS.length; k++)
					sums[k + 1] += (double) rest[i] * rest[i + LAGS[k][0] * plane.width() + LAGS[k][1]];
				if (isFlat(plane, c, y, x)) flat++;
			}
		final boolean counts = sums[0] > 0 && Double.isFinite(sums[0]) && flat <= MOST_FLAT * TILE * TILE;
		return counts && Arrays.stream(sums).allMatch(Double::isFinite) ? sums : new double[0];
	}

	private static boolean isFlat(final Raster plane, final int c, final int y, final int x) {
		final float value = plane.at(y, x, c);
		for (int dy = -1; dy <= 1; dy++)
			for (int dx = -1; dx <= 1; dx++) if (plane.at(y + dy, x + dx, c) != value) return false;
		return true;
	}

	private static double ofWhiteNoise(final int[] lag) {
		double same = 0;
		double product = 0;
		for (int y = -1; y <= 1; y++)
			for (int x = -1; x <= 1; x++) {
				same += weight(y, x) * weight(y, x);
				product += weight(y, x) * weight(y + lag[0], x + lag[1]);
			}
		return product / same;
	}

	/** Of the subtraction. */
	private static double weight(final int y, final int x) {
		if (Math.abs(y) > 1 || Math.abs(x) > 1) return 0;
		return y == 0 && x == 0 ? 1 : -1.0 / 8;
	}
}
