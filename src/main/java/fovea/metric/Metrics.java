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
package fovea.metric;

import fovea.image.Filters;
import fovea.image.Raster;

/** How alike images are, how well masks cover. Stateless and thread-safe. */
public final class Metrics {

	private static final int WINDOW = 11;
	private static final double SIGMA = 1.5;
	private static final double K1 = 0.01;
	private static final double K2 = 0.03;

	private Metrics() {}

	/**
	 * @param a any
	 * @param b of the same size and channels
	 * @return mean of the squared differences
	 */
	public static double meanSquaredError(final Raster a, final Raster b) {
		requireSameSize(a, b);
		double sum = 0;
		for (int i = 0; i < a.data().length; i++) {
			final double d = (double) a.data()[i] - b.data()[i];
			sum += d * d;
		}
		return sum / a.data().length;
	}

	/**
	 * Peak signal-to-noise ratio.
	 *
	 * @param meanSquaredError 0 or more
	 * @param range of the values that are possible (255 for 8 bit), or that the truth has
	 * @return {@code 10 log10(range^2 / mse)} in dB, infinite for equal images
	 */
	public static double psnr(final double meanSquaredError, final double range) {
		return 10 * Math.log10(range * range / meanSquaredError);
	}

	/**
	 * @param truth any
	 * @param image of the same size and channels
	 * @param range of the values that are possible
	 * @return {@link #psnr(double, double)} of their mean squared error
	 */
	public static double psnr(final Raster truth, final Raster image, final double range) {
		return psnr(meanSquaredError(truth, image), range);
	}

	/**
	 * Structural similarity (Wang, Bovik, Sheikh and Simoncelli, Image quality assessment: from error visibility to
	 * structural similarity, IEEE Transactions on Image Processing 13, 2004): a Gaussian window of 11 x 11 pixels and
	 * sigma 1.5, K1 = 0.01, K2 = 0.03, the mean over all windows that lie within the image; of several channels the
	 * mean.
	 *
	 * @param truth at least 11 x 11 pixels
	 * @param image of the same size and channels
	 * @param range of the values that are possible
	 * @return at most 1, which is for equal images
	 * @throws IllegalArgumentException if they are smaller, or of different sizes
	 */
	public static double ssim(final Raster truth, final Raster image, final double range) {
		requireSameSize(truth, image);
		if (truth.height() < WINDOW || truth.width() < WINDOW)
			throw new IllegalArgumentException(
					"SSIM: expected at least " + WINDOW + " x " + WINDOW + " pixels, got " + truth.dimensions());
		double sum = 0;
		for (int c = 0; c < truth.channels(); c++)
			sum += ssim(channel(truth, c), channel(image, c), truth.height(), truth.width(), range);
		return sum / truth.channels();
	}

	private static double ssim(
			final double[] x, final double[] y, final int height, final int width, final double range) {
		final double c1 = K1 * range * K1 * range;
		final double c2 = K2 * range * K2 * range;
		final double[] mx = windowed(x, height, width);
		final double[] my = windowed(y, height, width);
		final double[] mxx = windowed(product(x, x), height, width);
		final double[] myy = windowed(product(y, y), height, width);
		final double[] mxy = windowed(product(x, y), height, width);
		double sum = 0;
		for (int i = 0; i < mx.length; i++) {
			final double vx = mxx[i] - mx[i] * mx[i];
			final double vy = myy[i] - my[i] * my[i];
			final double vxy = mxy[i] - mx[i] * my[i];
			sum += (2 * mx[i] * my[i] + c1) * (2 * vxy + c2) / ((mx[i] * mx[i] + my[i] * my[i] + c1) * (vx + vy + c2));
		}
		return sum / mx.length;
	}

	/** @return weighted means of all windows within the image */
	private static double[] windowed(final double[] values, final int height, final int width) {
		final double[] kernel = Filters.gaussian(SIGMA, WINDOW / 2);
		final int columns = width - WINDOW + 1;
		final int rows = height - WINDOW + 1;
		final double[] along = new double[height * columns];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < columns; x++)
				for (int k = 0; k < WINDOW; k++) along[y * columns + x] += kernel[k] * values[y * width + x + k];
		final double[] result = new double[rows * columns];
		for (int y = 0; y < rows; y++)
			for (int k = 0; k < WINDOW; k++)
				for (int x = 0; x < columns; x++) result[y * columns + x] += kernel[k] * along[(y + k) * columns + x];
		return result;
	}

	private static double[] product(final double[] a, final double[] b) {
		final double[] product = new double[a.length];
		for (int i = 0; i < a.length; i++) product[i] = a[i] * b[i];
		return product;
	}

	private static double[] channel(final Raster raster, final int c) {
		final double[] values = new double[raster.height() * raster.width()];
		for (int i = 0; i < values.length; i++) values[i] = raster.data()[i * raster.channels() + c];
		return values;
	}

	/**
	 * Intersection over union, the Jaccard index.
	 *
	 * @param truth whether a pixel belongs to it
	 * @param found likewise, as long
	 * @return 0 to 1; 1 if both are empty
	 */
	public static double iou(final boolean[] truth, final boolean[] found) {
		return Overlap.of(truth, found).iou();
	}

	/**
	 * The Dice coefficient, F1 of pixels.
	 *
	 * @param truth whether a pixel belongs to it
	 * @param found likewise, as long
	 * @return 0 to 1; 1 if both are empty
	 */
	public static double dice(final boolean[] truth, final boolean[] found) {
		return Overlap.of(truth, found).dice();
	}

	/**
	 * Average precision at IoU 0.5, see {@link ObjectMatches}.
	 *
	 * @param truth number of the object of each pixel, 0 for background; any numbers
	 * @param found likewise, as long
	 * @return 0 to 1; 1 if there are no objects in both
	 */
	public static double averagePrecision50(final int[] truth, final int[] found) {
		return ObjectMatches.of(truth, found, (a, b) -> true).averagePrecision();
	}

	private static void requireSameSize(final Raster a, final Raster b) {
		if (!a.hasSizeOf(b) || a.channels() != b.channels())
			throw new IllegalArgumentException(
					"expected images of one size, got " + a.dimensions() + " and " + b.dimensions());
	}
}
