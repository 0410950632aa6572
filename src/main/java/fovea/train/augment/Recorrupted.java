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

import fovea.check.Ranges;
import fovea.data.Sample;
import fovea.image.Raster;
import fovea.noise.NoiseFit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Two images of one, whose noise has nothing to do with each other, so that a network learns to denoise from noisy
 * images alone: the input is the image and {@code strength * sigma * z}, the target the image minus {@code sigma /
 * strength * z}, z drawn from a normal distribution for each value. Where the noise of the image is normally
 * distributed with the standard deviation sigma, the noise of the one says nothing of that of the other, as in two
 * exposures. Unlike {@link BlindSpots}, the network sees each pixel itself.
 *
 * <p>Recorrupted-to-Recorrupted: Pang, Zheng, Quan and Ji, "Recorrupted-to-Recorrupted: Unsupervised Deep Learning for
 * Image Denoising", 2021.
 *
 * @param strength how much noisier the input becomes; the less, the noisier the target
 * @param sigmas of each channel; empty: measured on each image
 */
public record Recorrupted(double strength, List<Double> sigmas) implements Noise {

	/** As measured, see docs/training.md. */
	public static final Recorrupted USUAL = new Recorrupted(0.5, List.of());

	/** Checks the ranges. */
	public Recorrupted {
		Ranges.require(strength > 0 && strength < Double.POSITIVE_INFINITY, "strength", "above 0", strength);
		sigmas = List.copyOf(sigmas);
	}

	@Override
	public Noise on(final Sample whole) {
		if (!sigmas.isEmpty()) return this;
		final List<Double> measured = new ArrayList<>();
		for (int c = 0; c < whole.input().channels(); c++) measured.add(deviation(whole.input(), c));
		return new Recorrupted(strength, measured);
	}

	/**
	 * @param image noisy
	 * @return standard deviation of its noise, of several channels the largest
	 */
	public static double deviation(final Raster image) {
		double largest = 0;
		for (int c = 0; c < image.channels(); c++) largest = Math.max(largest, deviation(image, c));
		return largest;
	}

	private static double deviation(final Raster image, final int channel) {
		final float[] plane = new float[image.height() * image.width()];
		for (int i = 0; i < plane.length; i++) plane[i] = image.data()[i * image.channels() + channel];
		return NoiseFit.deviation(plane, image.width());
	}

	/** @param sample whose target is its input */
	@Override
	public Sample of(final Sample sample, final SplittableRandom random) {
		if (sigmas.isEmpty()) return on(sample).of(sample, random);
		final Raster image = sample.input();
		final float[] input = image.data().clone();
		final float[] target = input.clone();
		for (int i = 0; i < input.length; i++) {
			final double z = sigmas.get(i % image.channels()) * random.nextGaussian();
			input[i] += (float) (strength * z);
			target[i] -= (float) (z / strength);
		}
		return new Sample(sample.name(), sample.image(), image.withData(input), image.withData(target));
	}
}
