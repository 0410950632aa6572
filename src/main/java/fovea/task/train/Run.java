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

import fovea.job.TrainingChoices;
import fovea.task.Form;
import fovea.task.Option;
import fovea.task.Option.Trait;
import fovea.train.config.Precision;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a training is called, begins with, computes in and leaves on the way. */
public final class Run {

	private static final TrainingChoices USUAL = TrainingChoices.USUAL;

	/** Dialogs put it into the library. */
	public static final Option<String> LIBRARY_NAME = Option.of("name", Form.TEXT, "")
			.under("New model")
			.says(
					"Name of the model (empty: from the data)",
					"The trained model is found under this name by the other commands")
			.with(Trait.OPTIONAL)
			.and(Trait.FRESH);

	/** In the library. */
	public static final Option<Boolean> OVERWRITE = Option.of("overwrite", Form.FLAG, false)
			.under("New model")
			.says("Overwrite a model of that name", "Whether a model of that name is replaced")
			.and(Trait.FRESH);

	/** The command line writes a file. */
	public static final Option<String> OUT = Option.of("", Form.TEXT, "")
			.named("--out", "FILE")
			.says("", "The model, a zip. Beside it the curves (CSV and PNG) and what becomes of some samples (PNG)")
			.with(Trait.REQUIRED, Trait.FILE);

	/** Of the model in its description. */
	public static final Option<String> NAME =
			Option.of("", Form.TEXT, "").named("--name", "TEXT").says("", "Name of the model", "that of the file");

	/** For people. */
	public static final Option<String> DESCRIPTION = Option.of("", Form.TEXT, "")
			.named("--description", "TEXT")
			.says("", "What the model is for, for its description", "what it was trained on");

	/** For people. */
	public static final Option<String> LICENSE = Option.of("", Form.TEXT, "")
			.named("--licence", "SPDX")
			.says("", "License of the model, such as CC0-1.0 or BSD-2-Clause", "none stated");

	/** What the model says of its objects. */
	public static final Option<Optional<Double>> OBJECT_DIAMETER = diameter(
			"--object-diameter",
			"smaller objects than this are found worse, so that images with such ones are enlarged",
			"enlarged");

	/** What the model says of its objects. */
	public static final Option<Optional<Double>> OBJECT_MAX_DIAMETER = diameter(
			"--object-max-diameter",
			"larger objects than this are cut in pieces, so that images with such ones are shrunk",
			"shrunk");

	/** What the model says of its objects. */
	public static final Option<Optional<Integer>> OBJECT_MIN_SIZE = Option.of(
					"", Form.maybe(Form.whole(Integer::valueOf)), Optional.<Integer>empty())
			.named("--object-min-size", "PIXELS")
			.says(
					"",
					"Of a segmentation: what has fewer pixels is no object, where users do not say otherwise "
							+ "(segment --min-size)",
					"objects of any size");

	/** Of all that is drawn. */
	public static final Option<Long> SEED = Option.of("seed", Form.whole(Long::valueOf), USUAL.seed())
			.named("--seed", "N")
			.under("Training")
			.says("Random seed", "The same seed gives the same weights")
			.and(Trait.ADVANCED);

	/** Dialogs know where. */
	public static final Option<Boolean> GOING_ON = Option.of("checkpoints", Form.FLAG, false)
			.under("Training")
			.says(
					"Save checkpoints (to go on later)",
					"Writes one after each epoch; the same training goes on from the last one if it was ended")
			.and(Trait.ADVANCED, Trait.FRESH);

	/** Where. */
	public static final Option<String> CHECKPOINTS = Option.of("", Form.TEXT, "")
			.named("--checkpoints", "FOLDER")
			.says("", "Writes a checkpoint after each epoch, and goes on from the latest one there")
			.with(Trait.FOLDER);

	/** How often. */
	public static final Option<Integer> CHECKPOINT_EVERY = Option.of(
					"", Form.whole(Integer::valueOf), USUAL.checkpointEvery())
			.named("--checkpoint-every", "N")
			.says("", "Writes one after so many epochs");

	/** Of the steps. */
	public static final Option<Precision> PRECISION = Option.of("precision", precisions(), USUAL.precision())
			.named("--precision", "NAME")
			.under("Training")
			.says(
					"Precision of the numbers",
					"In which numbers steps are computed: float32, or mixed-bfloat16, which is faster on "
							+ "processors with AVX512_BF16 or AMX, with results that "
							+ "differ a little; elsewhere slower or the same. The model is float32")
			.and(Trait.ADVANCED);

	/** What the command line has beside the file. */
	static final List<Option<?>> NAMED = List.of(
			NAME,
			DESCRIPTION,
			LICENSE,
			OBJECT_DIAMETER,
			OBJECT_MAX_DIAMETER,
			OBJECT_MIN_SIZE,
			SEED,
			CHECKPOINTS,
			CHECKPOINT_EVERY,
			PRECISION);

	private Run() {}

	private static Option<Optional<Double>> diameter(final String name, final String what, final String done) {
		return Option.of("", Form.maybe(Form.decimal()), Optional.<Double>empty())
				.named(name, "PIXELS")
				.says(
						"",
						"Of a segmentation: " + what + " for the network (segment --scale)",
						"images are not " + done);
	}

	/** With Keras' underscore or without. */
	private static Form<Precision> precisions() {
		final List<String> words = Stream.of(Precision.values()).map(Run::word).toList();
		return Form.word(words, text -> precision(text).orElseThrow(), Run::word)
				.read(text -> precision(text).orElseThrow(() -> Form.refused(String.join(" or ", words), text)));
	}

	private static Optional<Precision> precision(final String text) {
		return Stream.of(Precision.values())
				.filter(each -> word(each).equals(text.toLowerCase(Locale.ROOT).replace('_', '-')))
				.findFirst();
	}

	private static String word(final Precision precision) {
		return precision.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}
}
