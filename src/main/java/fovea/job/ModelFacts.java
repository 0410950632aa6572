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
package fovea.job;

import fovea.base.ModelException;
import fovea.model.AxisSize;
import fovea.model.AxisSpec;
import fovea.model.AxisType;
import fovea.model.Citation;
import fovea.model.ClassSpec;
import fovea.model.ModelSpec;
import fovea.model.Normalization;
import fovea.model.Processing;
import fovea.model.TensorSpec;
import fovea.model.library.LibraryModel;
import fovea.model.library.ModelArchive;
import fovea.model.library.ModelLibrary;
import fovea.model.variables.TensorBundle;
import fovea.text.Counted;
import fovea.train.result.PastTraining;
import fovea.train.result.TestTensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to be known of a model before it is used: its card.
 *
 * @param model in the library
 * @param spec what it says of itself; empty for a SavedModel without a description
 * @param training that made it; empty where it says nothing of one
 * @param weights how many numbers it has learned; empty where they are part of its graph
 * @param sample what goes in and comes out
 * @param sheet a picture of what it makes of samples, PNG
 * @param bytes of its file
 */
public record ModelFacts(
		LibraryModel model,
		Optional<ModelSpec> spec,
		Optional<PastTraining> training,
		OptionalLong weights,
		Optional<TestTensors> sample,
		Optional<Path> sheet,
		long bytes) {

	private static final double MEGA = 1e6;

	/**
	 * One thing of a model.
	 *
	 * @param what it is, one or two words
	 * @param text one line
	 */
	public record Row(String what, String text) {}

	/**
	 * Reads a model's files; may take a second.
	 *
	 * @param library that it is in
	 * @param name of it
	 * @return its card
	 * @throws ModelException if there is no such model, or it is broken
	 */
	public static ModelFacts of(final ModelLibrary library, final String name) throws ModelException {
		final LibraryModel model = library.model(name);
		try (ModelArchive archive = library.open(model)) {
			final Optional<TensorBundle> variables = TensorBundle.of(archive.savedModel());
			return new ModelFacts(
					model,
					archive.spec(),
					PastTraining.of(archive),
					variables.isPresent() ? OptionalLong.of(variables.get().count()) : OptionalLong.empty(),
					TestTensors.of(archive),
					sheet(library, model),
					library.bytes(model));
		} catch (final IOException e) {
			throw new ModelException(name + ": cannot be read: " + e, e);
		}
	}

	private static Optional<Path> sheet(final ModelLibrary library, final LibraryModel model) {
		if (model.isBundled() || !LibraryEntry.isName(model.name())) return Optional.empty();
		return Optional.of(new LibraryEntry(library, model.name()).files().samplesPicture())
				.filter(Files::isRegularFile);
	}

	/** @return one line: what the model says it does, its first sentence */
	public String summary() {
		return spec.map(ModelSpec::summary)
				.filter(text -> !text.isBlank())
				.orElse("A SavedModel without a description.");
	}

	/** @return all that is known, without what is empty */
	public List<Row> rows() {
		final List<Row> rows = new ArrayList<>();
		spec.ifPresent(s -> {
			row(rows, "called", s.name().equals(model.name()) ? "" : s.name());
			row(rows, "does", s.description());
			row(rows, "wants", wants(s.inputs().get(0)));
			row(rows, "normalized", normalized(s.inputs().get(0).processing()));
			row(
					rows,
					"gives",
					s.classes().isEmpty()
							? "an image"
							: "classes: "
									+ s.classes().stream().map(ClassSpec::name).collect(Collectors.joining(", ")));
		});
		training.ifPresent(t -> {
			row(rows, "trained", trained(t));
			row(rows, "compared", compared(t));
		});
		row(
				rows,
				"size",
				(weights.isPresent() ? String.format(Locale.ROOT, "%,d weights, ", weights.getAsLong()) : "")
						+ String.format(Locale.ROOT, "%.1f MB", bytes / MEGA));
		spec.ifPresent(s -> {
			row(rows, "license", s.license());
			row(rows, "authors", String.join(", ", s.authors()));
			row(rows, "cite", s.citations().stream().map(ModelFacts::citation).collect(Collectors.joining("; ")));
		});
		row(
				rows,
				"file",
				model.file().map(file -> file.toAbsolutePath().toString()).orElse("comes with Fovea"));
		return rows;
	}

	private static void row(final List<Row> rows, final String what, final String text) {
		final String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
		if (!line.isEmpty()) rows.add(new Row(what, line));
	}

	/** For example "one channel, x and y multiples of 16 (16 or more); axes byxc". */
	private static String wants(final TensorSpec input) {
		final List<String> parts = new ArrayList<>();
		input.axis(AxisType.CHANNEL)
				.ifPresent(axis -> parts.add(
						axis.size() instanceof AxisSize.Fixed fixed
								? fixed.length() + (fixed.length() == 1 ? " channel" : " channels")
								: "any channels"));
		for (final AxisType type : List.of(AxisType.X, AxisType.Y, AxisType.Z))
			input.axis(type).map(AxisSpec::size).ifPresent(size -> parts.add(type.letter() + " " + size(size)));
		return String.join(", ", parts) + "; axes " + input.letters();
	}

	private static String size(final AxisSize size) {
		if (size instanceof AxisSize.Fixed fixed) return String.valueOf(fixed.length());
		if (size instanceof AxisSize.Steps steps)
			return "from " + steps.min() + " on" + (steps.step() > 1 ? " in steps of " + steps.step() : "")
					+ " (other images are padded)";
		return "of any length";
	}

	private static String normalized(final List<Processing> steps) {
		return Stream.of(Normalization.values())
				.filter(n -> n.steps().equals(steps))
				.map(Normalization::label)
				.findFirst()
				.orElseGet(() -> steps.stream().map(ModelFacts::step).collect(Collectors.joining(", then ")));
	}

	private static String step(final Processing step) {
		return step instanceof Processing.ScaleRange range
				? "percentiles " + number(range.minPercentile()) + " and " + number(range.maxPercentile())
						+ " become 0 and 1"
				: step.label();
	}

	private static String number(final double value) {
		return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
	}

	/** For example "fcn-deep on 641 images, 25 others for validation; best epoch 18 of 18". */
	private static String trained(final PastTraining training) {
		return training.architecture() + " on " + Counted.of(training.trainingSamples(), "image")
				+ (training.validationSamples() > 0
						? ", " + Counted.of(training.validationSamples(), "other") + " for validation"
						: "")
				+ (training.validationSamples() > 0 ? "; best epoch " : "; epoch ") + training.bestEpoch() + " of "
				+ training.history().get(training.history().size() - 1).epoch();
	}

	private static String compared(final PastTraining training) {
		final OptionalDouble own = training.score();
		return new Comparison(training.metric(), own, training.baselines(), training.judgement()).line();
	}

	private static String citation(final Citation citation) {
		return String.join(
				", ",
				Stream.of(citation.text(), citation.doi().isEmpty() ? "" : "doi:" + citation.doi(), citation.url())
						.filter(part -> !part.isBlank())
						.toList());
	}
}
