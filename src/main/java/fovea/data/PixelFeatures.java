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
package fovea.data;

import fovea.image.Filters;
import fovea.image.Raster;

/**
 * What a pixel looks like: of each channel, the intensity smoothed by Gaussians of 1, 2 and 4 pixels, and the magnitude
 * of the gradient of the second. Stateless.
 */
final class PixelFeatures {

	/** More channels, and only their mean counts. */
	private static final int CHANNELS = 4;

	private static final double[] SIGMAS = {1, 2, 4};

	private PixelFeatures() {}

	/**
	 * @param image any
	 * @return planes, row by row; four for each channel
	 */
	static float[][] of(final Raster image) {
		final int channels = image.channels() > CHANNELS ? 1 : image.channels();
		final float[][] features = new float[channels * (SIGMAS.length + 1)][];
		for (int c = 0; c < channels; c++) {
			final Raster plane = plane(image, c, channels);
			final int first = c * (SIGMAS.length + 1);
			for (int s = 0; s < SIGMAS.length; s++)
				features[first + s] = Filters.gaussian(plane, SIGMAS[s]).data();
			features[first + SIGMAS.length] = gradient(features[first + 1], image.width(), image.height());
		}
		return features;
	}

	private static Raster plane(final Raster image, final int channel, final int channels) {
		final int n = image.channels();
		final float[] plane = new float[image.width() * image.height()];
		for (int i = 0; i < plane.length; i++) {
			if (channels == n) plane[i] = image.data()[i * n + channel];
			else for (int c = 0; c < n; c++) plane[i] += image.data()[i * n + c] / n;
		}
		return new Raster(image.height(), image.width(), 1, plane);
	}

	private static float[] gradient(final float[] plane, final int width, final int height) {
		final float[] gradient = new float[plane.length];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				final float dx = plane[y * width + Math.min(width - 1, x + 1)] - plane[y * width + Math.max(0, x - 1)];
				final float dy = plane[Math.min(height - 1, y + 1) * width + x] - plane[Math.max(0, y - 1) * width + x];
				gradient[y * width + x] = (float) Math.sqrt(dx * dx + dy * dy) / 2;
			}
		return gradient;
	}
}
