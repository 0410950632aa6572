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
import fovea.noise.NoiseCurve;
import fovea.noise.NoiseSkew;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Two images of one, whose noise has nothing to do with each other, so that a network learns to denoise from noisy
 * images alone: the input is the image and {@code strength * sigma * z}, the target the image minus {@code sigma /
 * strength * z}, z drawn from a normal distribution for each value. Where the noise of the image is normally
 * distributed with the standard deviation sigma, the noise of the one says nothing of that of the other, as in two
 * exposures. Unlike {@link BlindSpots}, the network sees each pixel itself. Images whose noise is of another kind get
 * blind spots all the same.
 *
 * <p>Recorrupted-to-Recorrupted: Pang, Zheng, Quan and Ji, "Recorrupted-to-Recorrupted: Unsupervised Deep Learning for
 * Image Denoising", 2021.
 *
 * @param strength how much noisier the input becomes; the less, the noisier the target
 * @param noise of each channel, by the gray value; empty: measured on each image
 */
public record Recorrupted(double strength, List<NoiseCurve> noise) implements Noise {

	/** As measured, see docs/training.md. */
	public static final Recorrupted USUAL = new Recorrupted(0.5, List.of());

	private static final int RADIUS = 2;

	/** Most over least standard deviation of noise. */
	private static final double UNEVEN = 1.5;

	/** Skewness; on images where learning in this way left noise it was 0.59 to 2.3, of normal noise 0 to 0.2. */
	private static final double SKEWED = 0.4;

	/** Checks the ranges. */
	public Recorrupted {
		Ranges.require(strength > 0 && strength < Double.POSITIVE_INFINITY, "strength", "above 0", strength);
		noise = List.copyOf(noise);
	}

	/** @return with the noise of this image; blind spots where that is not {@linkplain #isSuited suited} */
	@Override
	public Noise on(final Sample whole) {
		if (!noise.isEmpty()) return this;
		final List<NoiseCurve> measured = measured(whole.input());
		return isSuited(whole.input(), measured) ? new Recorrupted(strength, measured) : BlindSpots.USUAL;
	}

	/**
	 * @param image noisy
	 * @return whether its noise is as much at all gray values, within a half, or lies evenly around its mean: that of a
	 *     few photons does neither, so that what is put on would not be what is there, and the network would learn to
	 *     leave noise
	 */
	public static boolean isSuited(final Raster image) {
		return isSuited(image, measured(image));
	}

	private static boolean isSuited(final Raster image, final List<NoiseCurve> curves) {
		if (curves.stream().allMatch(curve -> curve.most() <= UNEVEN * curve.least())) return true;
		return image.height() > 2
				&& image.width() > 2
				&& planes(image).stream().allMatch(plane -> Math.abs(NoiseSkew.of(plane, image.width())) < SKEWED);
	}

	private static List<NoiseCurve> measured(final Raster image) {
		return planes(image).stream()
				.map(plane -> NoiseCurve.of(plane, image.width()))
				.toList();
	}

	private static List<float[]> planes(final Raster image) {
		final List<float[]> planes = new ArrayList<>();
		for (int c = 0; c < image.channels(); c++) {
			final float[] plane = new float[image.height() * image.width()];
			for (int i = 0; i < plane.length; i++) plane[i] = image.data()[i * image.channels() + c];
			planes.add(plane);
		}
		return planes;
	}

	/** @param sample whose target is its input */
	@Override
	public Sample of(final Sample sample, final SplittableRandom random) {
		if (noise.isEmpty()) return on(sample).of(sample, random);
		final Raster image = sample.input();
		final float[] input = image.data().clone();
		final float[] target = input.clone();
		for (int i = 0; i < input.length; i++) {
			final double z = noise.get(i % image.channels()).deviation(around(image, i)) * random.nextGaussian();
			input[i] += (float) (strength * z);
			target[i] -= (float) (z / strength);
		}
		return new Sample(sample.name(), sample.image(), image.withData(input), image.withData(target));
	}

	/** @return mean of the neighbors, so that the noise of the value itself does not decide how much there is */
	private static double around(final Raster image, final int at) {
		final int c = at % image.channels();
		final int x = at / image.channels() % image.width();
		final int y = at / image.channels() / image.width();
		double sum = -image.data()[at];
		int n = -1;
		for (int row = Math.max(0, y - RADIUS); row <= Math.min(image.height() - 1, y + RADIUS); row++)
			for (int column = Math.max(0, x - RADIUS); column <= Math.min(image.width() - 1, x + RADIUS); column++) {
				sum += image.at(row, column, c);
				n++;
			}
		return n > 0 ? sum / n : image.data()[at];
	}
}
