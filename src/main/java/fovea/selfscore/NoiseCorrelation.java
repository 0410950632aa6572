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
		final FlatTiles tiles = FlatTiles.of(plane, channel);
		if (tiles.corners().isEmpty()) return NONE;
		final double[] total = new double[1 + LAGS.length];
		for (final int corner : tiles.corners())
			for (int i = 0; i < FlatTiles.SIDE * FlatTiles.SIDE; i++) {
				final int at = corner + i / FlatTiles.SIDE * plane.width() + i % FlatTiles.SIDE;
				final double here = tiles.rest()[at];
				total[0] += here * here;
				for (int k = 0; k < LAGS.length; k++)
					total[k + 1] += here * tiles.rest()[at + LAGS[k][0] * plane.width() + LAGS[k][1]];
			}
		final double[] excess = new double[LAGS.length];
		for (int k = 0; k < LAGS.length; k++) excess[k] = total[k + 1] / total[0] - WHITE[k];
		if (!Arrays.stream(excess).allMatch(Double::isFinite)) return NONE;
		return new NoiseCorrelation(
				excess[0], excess[1], Math.abs(excess[2]) > Math.abs(excess[3]) ? excess[2] : excess[3]);
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
