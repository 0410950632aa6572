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
package fovea.evaluate;

import fovea.base.ImageException;
import fovea.image.Image;
import fovea.image.PlaneReader;
import fovea.memory.Remedy;
import fovea.train.augment.Noise;
import java.util.SplittableRandom;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Gaussian noise that is put on images before a method sees them. Nothing is rounded or clipped. An image gets the same
 * noise whichever are evaluated beside it.
 *
 * @param sigma standard deviation as a part of the {@link Peak}: 0.1 of 255 is 25.5 gray values; 0 or more, 0: none
 * @param seed same seed, same noise
 */
public record AddedNoise(double sigma, long seed) {

	/** None. */
	public static final AddedNoise NONE = new AddedNoise(0, 0);

	/** Checks the range. */
	public AddedNoise {
		if (!(sigma >= 0 && sigma < Double.POSITIVE_INFINITY))
			throw new IllegalArgumentException("noise: expected 0 or more, got " + sigma);
	}

	/**
	 * @param image not changed
	 * @param peak in gray values
	 * @param index of the image, so that each gets noise of its own
	 * @return a noisy copy of 32 bit, without noise the image itself
	 * @throws ImageException if there is no memory for it
	 */
	Image on(final Image image, final double peak, final int index) throws ImageException {
		if (sigma == 0) return image;
		final PlanarImg<FloatType, FloatArray> noisy;
		try {
			noisy = PlanarImgs.floats(image.pixels().dimensionsAsLongArray());
		} catch (final OutOfMemoryError e) {
			throw new ImageException(
					Remedy.ranOut("a noisy copy of '" + image.name() + "' (" + image.dimensions() + ")"), e);
		}
		// The seed is scrambled first: seed 1's second image must not have the noise of seed 2's first.
		final SplittableRandom random = new SplittableRandom(new SplittableRandom(seed).nextLong() + index);
		final Noise.Added noise = new Noise.Gaussian(sigma * peak);
		final PlaneReader reader = new PlaneReader(image);
		int plane = 0;
		for (int t = 0; t < image.size(Image.T); t++)
			for (int z = 0; z < image.size(Image.Z); z++)
				for (int c = 0; c < image.size(Image.C); c++) {
					final float[] values = noisy.getPlane(plane++).getCurrentStorageArray();
					reader.read(c, z, t, 0, image.size(Image.Y), values);
					noise.apply(values, random);
				}
		return new Image(image.name(), noisy, image.calibration(), image.rgb());
	}
}
