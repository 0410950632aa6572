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
package fovea.task.train;

import fovea.base.FoveaException;
import fovea.task.Form;
import fovea.task.Option;
import fovea.task.Option.Trait;
import fovea.task.Values;
import fovea.train.augment.Augmentation;
import fovea.train.augment.NoiseText;
import fovea.train.augment.Span;
import java.util.List;

/** How images are changed at random before they are learned from. */
public final class Changes {

	private static final Augmentation NONE = Augmentation.NONE;
	private static final double HALF = 0.5;

	/** As {@link NoiseText} has it. */
	public static final Option<String> NOISE = Option.of("noise", Form.text(Changes::noise, text -> text), "")
			.named("--noise", "AMOUNT")
			.under("What is learned")
			.says(
					"Noise, as 0.02-0.2 (empty: automatic)",
					"Noise put on the input, in units of normalized values. A number or a range, drawn for each "
							+ "image: Gaussian of that sigma, such as 0.02-0.2. Other kinds: poisson:30 (photons where "
							+ "the value is 1), salt-pepper:0.05 (fraction of the pixels). Several, one after the "
							+ "other: poisson:10-100,gaussian:0.02. One of several: 0-0.2/poisson:10-100",
					"on the command line none; in dialogs and macros 0-0.2, more for images with more than half of "
							+ "that, none where there are clean images, or clean=none")
			.with(Trait.OPTIONAL, Trait.NUMBER);

	/** On in dialogs, whose users are not asked for more. */
	public static final Option<Boolean> AUGMENT = Option.of("augment", Form.FLAG, true)
			.inFiles(false)
			.named("--augment", "")
			.under("Training")
			.says(
					"Mirror and turn the images",
					"Mirrors the images, and turns them by quarters, so that the network sees more of them");

	/** Added. */
	public static final Option<Double> BRIGHTNESS = Option.of("", Form.decimal(), NONE.brightness())
			.named("--brightness", "X")
			.says("", "Adds a number from -X to X, in units of normalized values");

	/** Multiplied. */
	public static final Option<Double> CONTRAST = Option.of("", Form.decimal(), NONE.contrast())
			.named("--contrast", "X")
			.says("", "Multiplies the distance from the image's mean by a factor from 1 - X to 1 + X");

	/** Exchanged. */
	public static final Option<Double> INVERT = Option.of(
					"",
					Form.decimal()
							.read(text -> text.isEmpty()
									? HALF
									: Form.decimal().reader().read(text)),
					NONE.inversion())
			.named("--invert", "X")
			.says("", "Exchanges bright and dark in this part of the images. Without a number: in every second one")
			.with(Trait.BARE);

	/** Of things. */
	public static final Option<Span> SCALE = Option.of("", span(), NONE.scale())
			.named("--scale", "RANGE")
			.says(
					"",
					"With --patch, makes things larger by a factor such as 0.7-1.5: patches are cut so much smaller, "
							+ "and resized");

	/** Of values. */
	public static final Option<Span> GAMMA = Option.of("", span(), NONE.gamma())
			.named("--gamma", "RANGE")
			.says("", "Exponent, such as 0.7-1.4, of the values between the patch's least and largest");

	/** Of edges. */
	public static final Option<Span> BLUR = Option.of("", span(), NONE.blur())
			.named("--blur", "RANGE")
			.says("", "Gaussian blur of that sigma in pixels, such as 0-1.5. Where classes are learned only");

	/** Images without these. */
	public static final Option<Double> UNTOUCHED = Option.of("", Form.decimal(), NONE.untouched())
			.named("--untouched", "X")
			.says(
					"",
					"Part of the images, 0 to 1, that only --augment changes: none of the others here, and no noise "
							+ "where classes are learnt");

	/** What the command line has. */
	static final List<Option<?>> NAMED =
			List.of(NOISE, AUGMENT, BRIGHTNESS, CONTRAST, INVERT, SCALE, GAMMA, BLUR, UNTOUCHED);

	private Changes() {}

	private static Form<Span> span() {
		return Form.text(
				Changes::span,
				span -> span.min() == span.max() ? text(span.min()) : text(span.min()) + "-" + text(span.max()));
	}

	private static String text(final double value) {
		return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
	}

	private static Span span(final String text) throws FoveaException {
		try {
			return Span.parse(text).orElseThrow(() -> Form.refused("a number or a range such as 0.7-1.5", text));
		} catch (final IllegalArgumentException e) {
			throw new FoveaException(e.getMessage(), e);
		}
	}

	private static String noise(final String text) throws FoveaException {
		try {
			if (!text.isEmpty()) NoiseText.parse(text);
			return text;
		} catch (final IllegalArgumentException e) {
			throw new FoveaException(e.getMessage(), e);
		}
	}

	/** @return what some of these options say, throws IllegalArgumentException for a number out of range */
	static Augmentation of(final Values values) {
		return (TrainingTask.or(values, AUGMENT) ? Augmentation.GEOMETRIC : NONE)
				.withIntensity(TrainingTask.or(values, BRIGHTNESS), TrainingTask.or(values, CONTRAST))
				.withInversion(TrainingTask.or(values, INVERT))
				.withScale(TrainingTask.or(values, SCALE))
				.withGamma(TrainingTask.or(values, GAMMA))
				.withBlur(TrainingTask.or(values, BLUR))
				.withUntouched(TrainingTask.or(values, UNTOUCHED));
	}
}
