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

/**
 * Images of another size, the outer edges of the border pixels at the same places: pixel i of n is taken from {@code (i
 * + 0.5) * m / n - 0.5} of m. For the same size nothing changes. Stateless and thread-safe.
 */
public final class Resampling {

	private Resampling() {}

	/**
	 * Linear between the four neighbors; beyond the centers of the border pixels as these. Nothing is smoothed before
	 * where the image gets smaller.
	 *
	 * @return a raster of that size; the given one if it has it
	 */
	public static Raster bilinear(final Raster image, final int height, final int width) {
		if (image.height() == height && image.width() == width) return image;
		final int n = image.channels();
		final float[] values = new float[height * width * n];
		for (int y = 0, i = 0; y < height; y++) {
			final double fromY = position(y, height, image.height());
			final int y0 = (int) fromY;
			final int y1 = Math.min(y0 + 1, image.height() - 1);
			for (int x = 0; x < width; x++) {
				final double fromX = position(x, width, image.width());
				final int x0 = (int) fromX;
				final int x1 = Math.min(x0 + 1, image.width() - 1);
				for (int c = 0; c < n; c++) {
					final double above = between(image.at(y0, x0, c), image.at(y0, x1, c), fromX - x0);
					final double below = between(image.at(y1, x0, c), image.at(y1, x1, c), fromX - x0);
					values[i++] = (float) between(above, below, fromY - y0);
				}
			}
		}
		return new Raster(height, width, n, values);
	}

	private static double position(final int i, final int to, final int from) {
		return Math.max(0, Math.min(from - 1, (i + 0.5) * from / to - 0.5));
	}

	private static double between(final double a, final double b, final double part) {
		return a + part * (b - a);
	}

	/**
	 * @return a raster of that size whose pixels are copies of the nearest ones, all channels of one pixel; the given
	 *     one if it has it
	 */
	public static Raster nearest(final Raster image, final int height, final int width) {
		if (image.height() == height && image.width() == width) return image;
		final int n = image.channels();
		final float[] values = new float[height * width * n];
		for (int y = 0, i = 0; y < height; y++) {
			final int fromY = (int) ((2L * y + 1) * image.height() / (2L * height));
			for (int x = 0; x < width; x++, i += n) {
				final int fromX = (int) ((2L * x + 1) * image.width() / (2L * width));
				System.arraycopy(image.data(), (fromY * image.width() + fromX) * n, values, i, n);
			}
		}
		return new Raster(height, width, n, values);
	}
}
