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
import fovea.image.Filters;
import fovea.image.Raster;
import java.util.SplittableRandom;

/**
 * Random changes of a sample that leave true what is to be learned. Flips, turns and scale are applied alike to input
 * and target. Changes of intensity are applied to the input; to the target as well where that is an image (the same for
 * both, else the network would have to guess them), never to a target of classes. Blur is for the input alone. What is
 * drawn from a span is drawn only where the span is one. Immutable and thread-safe.
 *
 * @param flipX mirror left to right, every second time
 * @param flipY mirror top to bottom, every second time
 * @param turns turn by 0, 90, 180 or 270 degrees; images that are not square by 0 or 180
 * @param brightness b: adds a number from -b to b, in units of the network's input
 * @param contrast c: multiplies the distance from the image's mean by a factor from 1 - c to 1 + c; 0 to less than 1
 * @param inversion part of the samples in which bright and dark are exchanged within the image's range, 0 to 1
 * @param scale how much larger things become, above 0, ratios equally likely; only where patches are cut, since it is
 *     done in cutting: an image cannot become smaller than a patch, so there the scale is limited
 * @param gamma exponent of the values between the image's least (0) and largest (1), above 0, ratios equally likely;
 *     before brightness, contrast and inversion
 * @param blur standard deviation in pixels of a Gaussian that the input is convolved with, after all else but the
 *     noise; 0 or more; for classes only, since a network whose targets are images would learn to sharpen
 * @param untouched part of the samples, 0 to 1, that are mirrored and turned but not changed otherwise; where classes
 *     are learned, not by noise either. The others alone would teach that no image is as sharp, or as large, as it was
 *     taken
 */
public record Augmentation(
		boolean flipX,
		boolean flipY,
		boolean turns,
		double brightness,
		double contrast,
		double inversion,
		Span scale,
		Span gamma,
		Span blur,
		double untouched) {

	/** Changes nothing. */
	public static final Augmentation NONE =
			new Augmentation(false, false, false, 0, 0, 0, Span.ONE, Span.ONE, Span.ZERO, 0);

	/** Flips and turns: for images without an up and down, as microscopes make them. */
	public static final Augmentation GEOMETRIC =
			new Augmentation(true, true, true, 0, 0, 0, Span.ONE, Span.ONE, Span.ZERO, 0);

	/** Checks the ranges. */
	public Augmentation {
		Ranges.require(brightness >= 0 && brightness < Double.POSITIVE_INFINITY, "brightness", "0 or more", brightness);
		Ranges.require(contrast >= 0 && contrast < 1, "contrast", "0 or more and less than 1", contrast);
		Ranges.require(inversion >= 0 && inversion <= 1, "inverted part", "0 to 1", inversion);
		Ranges.require(scale.min() > 0, "scale", "numbers above 0", scale);
		Ranges.require(gamma.min() > 0, "gamma", "numbers above 0", gamma);
		Ranges.require(blur.min() >= 0, "blur", "0 pixels or more", blur);
		Ranges.require(untouched >= 0 && untouched <= 1, "untouched part", "0 to 1", untouched);
	}

	/** @return the same with other changes of brightness and contrast */
	public Augmentation withIntensity(final double newBrightness, final double newContrast) {
		return new Augmentation(
				flipX, flipY, turns, newBrightness, newContrast, inversion, scale, gamma, blur, untouched);
	}

	/** @return the same with another part of inverted samples, 0 for none */
	public Augmentation withInversion(final double value) {
		return new Augmentation(flipX, flipY, turns, brightness, contrast, value, scale, gamma, blur, untouched);
	}

	/** @return the same with another scale */
	public Augmentation withScale(final Span value) {
		return new Augmentation(flipX, flipY, turns, brightness, contrast, inversion, value, gamma, blur, untouched);
	}

	/** @return the same with another exponent of the values */
	public Augmentation withGamma(final Span value) {
		return new Augmentation(flipX, flipY, turns, brightness, contrast, inversion, scale, value, blur, untouched);
	}

	/** @return the same with another blur of the input */
	public Augmentation withBlur(final Span value) {
		return new Augmentation(flipX, flipY, turns, brightness, contrast, inversion, scale, gamma, value, untouched);
	}

	/** @return the same with another part of samples that are mirrored and turned only, 0 for none */
	public Augmentation withUntouched(final double value) {
		return new Augmentation(flipX, flipY, turns, brightness, contrast, inversion, scale, gamma, blur, value);
	}

	/** @return what is done to the untouched samples */
	public Augmentation geometric() {
		return new Augmentation(flipX, flipY, turns, 0, 0, 0, Span.ONE, Span.ONE, Span.ZERO, 0);
	}

	/** @return whether the next sample is one of the untouched; takes no number where there are none */
	public boolean drawUntouched(final SplittableRandom random) {
		return untouched > 0 && random.nextDouble() < untouched;
	}

	/**
	 * Does all but the scale.
	 *
	 * @param sample is not changed
	 * @param imageTarget whether the target is an image, whose intensity changes with the input's
	 * @param random decides; the same numbers are drawn whatever the sample holds
	 * @return the changed sample; target and input are the same raster if they were and there is no blur
	 */
	public Sample apply(final Sample sample, final boolean imageTarget, final SplittableRandom random) {
		final boolean mirrorX = random.nextBoolean() && flipX;
		final boolean mirrorY = random.nextBoolean() && flipY;
		final int quarters = random.nextInt(4);
		final double offset = (2 * random.nextDouble() - 1) * brightness;
		final double factor = 1 + (2 * random.nextDouble() - 1) * contrast;
		final boolean invert = random.nextDouble() < inversion;
		final double exponent = gamma.drawRatio(random);
		final double sigma = blur.draw(random);
		final int turn = !turns ? 0 : sample.input().height() == sample.input().width() ? quarters : quarters / 2 * 2;
		Raster input = moved(sample.input(), mirrorX, mirrorY, turn);
		Raster target = sample.isItself() ? input : moved(sample.target(), mirrorX, mirrorY, turn);
		if (exponent != 1) {
			final Raster original = input;
			final GammaCurve curve =
					imageTarget ? GammaCurve.of(exponent, input, target) : GammaCurve.of(exponent, input);
			input = curve.apply(original);
			if (imageTarget) target = target == original ? input : curve.apply(target);
		}
		if (brightness > 0 || contrast > 0 || invert) {
			final float[] line = line(input, offset, factor, invert);
			final Raster original = input;
			input = changed(original, line);
			if (imageTarget) target = target == original ? input : changed(target, line);
		}
		if (sigma > 0) input = Filters.gaussian(input, sigma);
		return new Sample(sample.name(), sample.image(), input, target);
	}

	private static Raster moved(final Raster raster, final boolean mirrorX, final boolean mirrorY, final int quarters) {
		Raster moved = raster;
		if (mirrorX) moved = moved.flippedX();
		if (mirrorY) moved = moved.flippedY();
		for (int i = 0; i < quarters; i++) moved = moved.turned();
		return moved;
	}

	/** @return gain and offset that change the intensities as wanted */
	private static float[] line(
			final Raster raster, final double brightness, final double contrast, final boolean invert) {
		double sum = 0;
		for (final float v : raster.data()) sum += v;
		final double mean = sum / raster.data().length;
		double gain = contrast;
		double offset = mean * (1 - contrast) + brightness;
		if (invert) {
			final float[] range = raster.range();
			offset = gain * (range[0] + range[1]) + offset;
			gain = -gain;
		}
		return new float[] {(float) gain, (float) offset};
	}

	private static Raster changed(final Raster raster, final float[] line) {
		final float[] from = raster.data();
		final float[] to = new float[from.length];
		for (int i = 0; i < to.length; i++) to[i] = from[i] * line[0] + line[1];
		return raster.withData(to);
	}
}
