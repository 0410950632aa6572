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

import fovea.image.Filters;
import fovea.image.Raster;
import java.util.Arrays;

/** {@link Filters} at the pixels of a grid. Stateless. */
final class GridFilters {

	private GridFilters() {}

	/** As {@link Filters#gaussian(Raster, double)}. */
	static Raster gaussian(final Raster image, final double sigma, final BlindGrid spots) {
		final int radius = (int) (4 * sigma + 0.5);
		final double[] kernel = Filters.gaussian(sigma, radius);
		final float[] result = new float[image.data().length];
		for (int c = 0; c < image.channels(); c++)
			for (int x = spots.column(); x < image.width(); x += BlindGrid.SPACING)
				column(image, kernel, spots, x, c, result);
		return image.withData(result);
	}

	private static void column(
			final Raster image,
			final double[] kernel,
			final BlindGrid spots,
			final int x,
			final int c,
			final float[] result) {
		final int radius = kernel.length / 2;
		final int n = image.channels();
		final int[] from = new int[kernel.length];
		for (int k = 0; k < kernel.length; k++) from[k] = Filters.mirrored(x + k - radius, image.width()) * n + c;
		// Beyond the border mirrored, too.
		final float[] across = new float[image.height() + 2 * radius];
		for (int y = 0; y < image.height(); y++) {
			final int row = y * image.width() * n;
			double sum = 0;
			for (int k = 0; k < kernel.length; k++) sum += kernel[k] * image.data()[row + from[k]];
			across[y + radius] = (float) sum;
		}
		for (int y = 0; y < radius; y++) {
			across[y] = across[Filters.mirrored(y - radius, image.height()) + radius];
			across[image.height() + radius + y] = across[Filters.mirrored(image.height() + y, image.height()) + radius];
		}
		for (int y = spots.row(); y < image.height(); y += BlindGrid.SPACING) {
			double sum = 0;
			for (int k = 0; k < kernel.length; k++) sum += kernel[k] * across[y + k];
			result[(y * image.width() + x) * n + c] = (float) sum;
		}
	}

	/** As {@link Filters#median(Raster, int)}. */
	static Raster median(final Raster image, final int radius, final BlindGrid spots) {
		final float[] result = new float[image.data().length];
		final float[] window = new float[(2 * radius + 1) * (2 * radius + 1)];
		for (int y = spots.row(); y < image.height(); y += BlindGrid.SPACING)
			for (int x = spots.column(); x < image.width(); x += BlindGrid.SPACING)
				for (int c = 0; c < image.channels(); c++) {
					int n = 0;
					for (int dy = -radius; dy <= radius; dy++)
						for (int dx = -radius; dx <= radius; dx++)
							window[n++] = image.at(
									Filters.mirrored(y + dy, image.height()),
									Filters.mirrored(x + dx, image.width()),
									c);
					Arrays.sort(window);
					result[(y * image.width() + x) * image.channels() + c] = window[n / 2];
				}
		return image.withData(result);
	}
}
