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
package fovea.noise;

import java.util.Arrays;

/**
 * How far the noise of an image is from lying evenly around its mean: the skewness of what is left of each pixel after
 * the mean of its eight neighbors is taken from it. 0 of normally distributed noise, however much there is at which
 * gray value; 1 over the root of their number of counted photons, and more where many pixels counted none. Stateless.
 */
public final class NoiseSkew {

	/** Of the pixels by the mean of their neighbors: the darkest are often clipped, the brightest few. */
	private static final double DARK = 0.05;

	private static final double BRIGHT = 0.65;

	private NoiseSkew() {}

	/**
	 * @param plane of an image, of three rows and columns or more
	 * @param width in pixels
	 * @return the skewness; 0 where there is no noise, or no number
	 */
	public static double of(final float[] plane, final int width) {
		final int height = plane.length / width;
		final float[] around = new float[(width - 2) * (height - 2)];
		final float[] left = new float[around.length];
		for (int y = 1, i = 0; y < height - 1; y++)
			for (int x = 1; x < width - 1; x++, i++) {
				final int at = y * width + x;
				double sum = -plane[at];
				for (int row = at - width; row <= at + width; row += width)
					sum += (double) plane[row - 1] + plane[row] + plane[row + 1];
				around[i] = (float) (sum / 8);
				left[i] = plane[at] - around[i];
			}
		final float[] sorted = around.clone();
		Arrays.sort(sorted);
		final float from = sorted[(int) (DARK * (sorted.length - 1))];
		final float to = sorted[(int) (BRIGHT * (sorted.length - 1))];
		double mean = 0;
		int n = 0;
		for (int i = 0; i < left.length; i++)
			if (around[i] >= from && around[i] <= to) {
				mean += left[i];
				n++;
			}
		mean /= n;
		double squares = 0;
		double cubes = 0;
		for (int i = 0; i < left.length; i++)
			if (around[i] >= from && around[i] <= to) {
				final double away = left[i] - mean;
				squares += away * away;
				cubes += away * away * away;
			}
		final double skew = cubes / n / Math.pow(squares / n, 1.5);
		return Double.isFinite(skew) ? skew : 0;
	}
}
