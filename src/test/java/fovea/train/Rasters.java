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
package fovea.train;

import fovea.data.Sample;
import fovea.data.Samples;
import fovea.image.Raster;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Rasters and samples for tests. */
public final class Rasters {

	private Rasters() {}

	/** @return 0, 1, 2, ... */
	public static Raster counting(final int height, final int width, final int channels) {
		final float[] data = new float[height * width * channels];
		for (int i = 0; i < data.length; i++) data[i] = i;
		return new Raster(height, width, channels, data);
	}

	public static Raster constant(final int height, final int width, final float value) {
		final float[] data = new float[height * width];
		java.util.Arrays.fill(data, value);
		return new Raster(height, width, 1, data);
	}

	/** @return images of random numbers from 0 to 1 whose targets are {@code 2 x + 1} */
	public static Samples line(final int images, final int height, final int width) {
		final SplittableRandom random = new SplittableRandom(7);
		final List<Sample> samples = new ArrayList<>();
		for (int i = 0; i < images; i++) {
			final float[] x = new float[height * width];
			final float[] y = new float[x.length];
			for (int k = 0; k < x.length; k++) {
				x[k] = (float) random.nextDouble();
				y[k] = 2 * x[k] + 1;
			}
			samples.add(new Sample(
					"image " + i, "image " + i, new Raster(height, width, 1, x), new Raster(height, width, 1, y)));
		}
		return Samples.ofImages(samples);
	}
}
