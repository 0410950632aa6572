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
 * Classic filters, channel by channel, for comparison with networks. ImageJ's own are in a package that the core must
 * not know, and work on 8-bit or 32-bit processors with borders of their own; ImgLib2's are in imglib2-algorithm, which
 * is not on Maven Central. Beyond the border the image is mirrored, the border pixel repeated. Stateless and
 * thread-safe.
 */
public final class Filters {

	private Filters() {}

	/**
	 * @param sigma in pixels
	 * @param radius of the kernel
	 * @return 2 radius + 1 weights of sum 1
	 */
	public static double[] gaussian(final double sigma, final int radius) {
		final double[] kernel = new double[2 * radius + 1];
		double sum = 0;
		for (int i = 0; i < kernel.length; i++) {
			kernel[i] = Math.exp(-0.5 * (i - radius) * (i - radius) / (sigma * sigma));
			sum += kernel[i];
		}
		for (int i = 0; i < kernel.length; i++) kernel[i] /= sum;
		return kernel;
	}

	/** @return convolved with a Gaussian, cut off at 4 sigma */
	public static Raster gaussian(final Raster image, final double sigma) {
		final double[] kernel = gaussian(sigma, (int) (4 * sigma + 0.5));
		return along(along(image, kernel, false), kernel, true);
	}

	private static Raster along(final Raster image, final double[] kernel, final boolean rows) {
		final int n = image.channels();
		final int radius = kernel.length / 2;
		final float[] result = new float[image.data().length];
		for (int y = 0, i = 0; y < image.height(); y++)
			for (int x = 0; x < image.width(); x++)
				for (int c = 0; c < n; c++) {
					double sum = 0;
					for (int k = -radius; k <= radius; k++)
						sum += kernel[k + radius]
								* (rows
										? image.at(mirrored(y + k, image.height()), x, c)
										: image.at(y, mirrored(x + k, image.width()), c));
					result[i++] = (float) sum;
				}
		return image.withData(result);
	}

	/**
	 * @param radius 1 for a window of 3 x 3 pixels
	 * @return the median of a square window around each pixel
	 */
	public static Raster median(final Raster image, final int radius) {
		final int side = 2 * radius + 1;
		final float[] window = new float[side * side];
		final float[] result = new float[image.data().length];
		for (int y = 0, i = 0; y < image.height(); y++)
			for (int x = 0; x < image.width(); x++)
				for (int c = 0; c < image.channels(); c++) {
					int n = 0;
					for (int dy = -radius; dy <= radius; dy++)
						for (int dx = -radius; dx <= radius; dx++)
							window[n++] =
									image.at(mirrored(y + dy, image.height()), mirrored(x + dx, image.width()), c);
					Arrays.sort(window);
					result[i++] = window[n / 2];
				}
		return image.withData(result);
	}

	/**
	 * @param position any
	 * @param length of the image in that direction
	 * @return the position in the image, mirrored at its borders, whose pixels are repeated
	 */
	public static int mirrored(final int position, final int length) {
		if (position >= 0 && position < length) return position; // nearly always
		final int phase = Math.floorMod(position, 2 * length);
		return phase < length ? phase : 2 * length - 1 - phase;
	}

	/**
	 * Otsu's threshold (A threshold selection method from gray-level histograms, IEEE Transactions on Systems, Man, and
	 * Cybernetics 9, 1979), from a histogram of 256 bins over the range.
	 *
	 * @param values at least one
	 * @return the upper end of the darker class's last bin; what is above is the brighter class
	 */
	public static double otsu(final float[] values) {
		final float[] range = new Raster(1, values.length, 1, values).range();
		final double lo = range[0];
		final double width = ((double) range[1] - lo) / 256;
		if (width == 0) return lo;
		final double[] histogram = new double[256];
		for (final float v : values) histogram[(int) Math.min(255, (v - lo) / width)]++;
		double total = 0;
		for (int i = 0; i < 256; i++) total += histogram[i] * (i + 0.5);
		double below = 0;
		double sum = 0;
		double most = -1;
		int best = 0;
		for (int i = 0; i < 255; i++) {
			below += histogram[i];
			sum += histogram[i] * (i + 0.5);
			final double above = values.length - below;
			final double distance = sum / below - (total - sum) / above;
			final double between = below * above * distance * distance;
			if (between > most) {
				most = between;
				best = i;
			}
		}
		return lo + (best + 1) * width;
	}
}
