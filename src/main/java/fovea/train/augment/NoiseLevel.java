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
package fovea.train.augment;

import fovea.data.Sample;
import fovea.image.Raster;
import java.util.Arrays;
import java.util.List;

/**
 * How noisy images are, by what is left of them where neither planes nor edges along an axis are: the mean absolute
 * answer to a difference of two Laplacians (Immerkaer, "Fast Noise Variance Estimation", 1996). Fine texture counts as
 * noise, so that the estimate is rather too high. Stateless and thread-safe.
 */
public final class NoiseLevel {

	/** Noise of one camera is much the same in all of its images. */
	private static final int MOST_IMAGES = 64;

	private NoiseLevel() {}

	/**
	 * @param samples at least one
	 * @return of the input of the image in the middle, by noise, of up to {@value #MOST_IMAGES}: the standard deviation
	 *     of white noise, in units of the network's input; 0 where images have less than three rows or columns
	 */
	public static double of(final List<Sample> samples) {
		final int step = (samples.size() + MOST_IMAGES - 1) / MOST_IMAGES;
		final double[] levels = new double[(samples.size() + step - 1) / step];
		for (int i = 0; i < levels.length; i++)
			levels[i] = of(samples.get(i * step).input());
		Arrays.sort(levels);
		return levels[levels.length / 2];
	}

	/** Over all channels. */
	static double of(final Raster image) {
		if (image.height() < 3 || image.width() < 3) return 0;
		double sum = 0;
		for (int c = 0; c < image.channels(); c++)
			for (int y = 1; y < image.height() - 1; y++)
				for (int x = 1; x < image.width() - 1; x++)
					sum += Math.abs(
							second(image, y - 1, x, c) - 2 * second(image, y, x, c) + second(image, y + 1, x, c));
		final double n = (double) image.channels() * (image.height() - 2) * (image.width() - 2);
		return Math.sqrt(Math.PI / 2) * sum / (6 * n);
	}

	/** Along a row. */
	private static double second(final Raster image, final int y, final int x, final int c) {
		return image.at(y, x - 1, c) - 2.0 * image.at(y, x, c) + image.at(y, x + 1, c);
	}
}
