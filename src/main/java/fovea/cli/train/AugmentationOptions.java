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
package fovea.cli.train;

import fovea.cli.terminal.Usage;
import fovea.train.augment.Augmentation;
import fovea.train.augment.Noise;
import fovea.train.augment.Span;
import fovea.train.config.TrainingConfig;
import picocli.CommandLine.Option;

/** How images are changed at random before they are learned from. */
final class AugmentationOptions {

	@Option(
			names = "--noise",
			paramLabel = "AMOUNT",
			converter = NoiseKinds.class,
			description = "Noise put on the input, in units of normalized values. A number or a range, drawn for each "
					+ "image: Gaussian of "
					+ "that sigma, such as 0.02-0.2. Other kinds: poisson:30 (photons where the value is 1), "
					+ "salt-pepper:0.05 (fraction of the "
					+ "pixels). Several, one after the other: poisson:10-100,gaussian:0.02. One of several: "
					+ "0-0.2/poisson:10-100.")
	private Noise noise = new Noise.None();

	@Option(names = "--augment", description = "Mirrors the images, and turns them by quarters.")
	private boolean augment;

	@Option(
			names = "--brightness",
			paramLabel = "X",
			description = "Adds a number from -X to X, in units of normalized values.")
	private double brightness;

	@Option(
			names = "--contrast",
			paramLabel = "X",
			description = "Multiplies the distance from the image's mean by a factor from 1 - X to 1 + X.")
	private double contrast;

	@Option(
			names = "--invert",
			paramLabel = "X",
			arity = "0..1",
			fallbackValue = "0.5",
			description =
					"Exchanges bright and dark in this part of the images. Without a number: in every second one.")
	private double invert;

	@Option(
			names = "--scale",
			paramLabel = "RANGE",
			converter = Spans.class,
			description =
					"With --patch, makes things larger by a factor such as 0.7-1.5: patches are cut so much smaller, "
							+ "and resized.")
	private Span scale = Span.ONE;

	@Option(
			names = "--gamma",
			paramLabel = "RANGE",
			converter = Spans.class,
			description = "Exponent, such as 0.7-1.4, of the values between the patch's least and largest.")
	private Span gamma = Span.ONE;

	@Option(
			names = "--blur",
			paramLabel = "RANGE",
			converter = Spans.class,
			description = "Gaussian blur of that sigma in pixels, such as 0-1.5. Where classes are learned only.")
	private Span blur = Span.ZERO;

	@Option(
			names = "--untouched",
			paramLabel = "X",
			description =
					"Part of the images, 0 to 1, that only --augment changes: none of the others here, and no noise "
							+ "where classes are "
							+ "learnt.")
	private double untouched;

	/**
	 * @param config whose patches are known
	 * @param classes whether classes are to come out
	 * @return the same with these changes; throws IllegalArgumentException for a number out of range
	 */
	TrainingConfig apply(final TrainingConfig config, final boolean classes, final Usage usage) {
		usage.require(scale.equals(Span.ONE) || config.patch() > 0, "--scale needs --patch");
		usage.require(
				blur.equals(Span.ZERO) || classes,
				"--blur: expected classes to learn, such as --masks; with images the network would learn to sharpen");
		return config.withNoise(noise)
				.withAugmentation((augment ? Augmentation.GEOMETRIC : Augmentation.NONE)
						.withIntensity(brightness, contrast)
						.withInversion(invert)
						.withScale(scale)
						.withGamma(gamma)
						.withBlur(blur)
						.withUntouched(untouched));
	}
}
