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
package fovea.train.result;

import fovea.base.ModelException;
import fovea.io.InputFiles;
import fovea.io.YamlNode;
import fovea.model.library.ModelArchive;
import fovea.train.Baseline;
import fovea.train.checkpoint.EpochRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What a package tells of the training that made it: the part of a {@link TrainingRecord} that is for people.
 *
 * @param architecture its name
 * @param trainingSamples that it was trained on
 * @param validationSamples that it was judged by
 * @param history one record for each epoch
 * @param bestEpoch whose weights the model has
 * @param metric of the history: "psnr", "iou" or "accuracy"
 * @param baselines what methods without a network reached
 * @param judgement of a segmentation, which is judged in the same way; empty in models of earlier versions
 */
public record PastTraining(
		String architecture,
		int trainingSamples,
		int validationSamples,
		List<EpochRecord> history,
		int bestEpoch,
		String metric,
		List<Baseline> baselines,
		Optional<Judgement> judgement) {

	private static final String DESCRIPTION = "rdf.yaml";

	/** Copies the lists. */
	public PastTraining {
		history = List.copyOf(history);
		baselines = List.copyOf(baselines);
	}

	/**
	 * @param archive of a model
	 * @return its training; empty where the model says nothing of one: it was not trained with Fovea
	 * @throws ModelException if what it says cannot be read
	 */
	public static Optional<PastTraining> of(final ModelArchive archive) throws ModelException {
		if (archive.spec().isEmpty()) return Optional.empty();
		final Optional<Path> file = file(archive);
		if (file.isEmpty()) return Optional.empty();
		try {
			final YamlNode fovea = YamlNode.parse(InputFiles.text(file.get(), YamlNode.MAX_BYTES), DESCRIPTION)
					.get("config")
					.get("fovea");
			final YamlNode training = fovea.get("training");
			return training.get("history").isMissing() ? Optional.empty() : Optional.of(read(training));
		} catch (final IOException e) {
			throw new ModelException(
					archive.name() + ": " + DESCRIPTION + " cannot be read: " + InputFiles.reason(e), e);
		}
	}

	/** Packages of Fovea have this name; others say nothing of a training. */
	private static Optional<Path> file(final ModelArchive archive) {
		try {
			return Optional.of(archive.resolve(DESCRIPTION)).filter(Files::isRegularFile);
		} catch (final ModelException e) {
			return Optional.empty();
		}
	}

	private static PastTraining read(final YamlNode training) throws ModelException {
		final List<EpochRecord> history = new ArrayList<>();
		for (final YamlNode epoch : training.get("history").items("epochs"))
			history.add(new EpochRecord(
					epoch.get("epoch").integer(1, "an epoch from 1 on"),
					epoch.get("loss").number("a loss"),
					optional(epoch.get("validation_loss")),
					optional(epoch.get("metric")),
					epoch.get("learning_rate").number("a learning rate"),
					epoch.get("seconds").number("seconds")));
		final List<Baseline> baselines = new ArrayList<>();
		for (final YamlNode baseline : training.get("baselines").optionalItems("a list of methods"))
			baselines.add(baseline(baseline));
		final YamlNode data = training.get("data");
		return new PastTraining(
				training.get("architecture").text("the name of a network"),
				data.get("training_samples").integer(0, "a number of samples"),
				data.get("validation_samples").integer(0, "a number of samples"),
				history,
				training.get("best_epoch").integer(0, "an epoch"),
				training.get("metric").text("the name of a metric"),
				baselines,
				judgement(training.get("judgement")));
	}

	private static Optional<Judgement> judgement(final YamlNode node) throws ModelException {
		if (node.isMissing()) return Optional.empty();
		final List<Baseline> others = new ArrayList<>();
		for (final YamlNode other : node.get("others").optionalItems("a list of methods")) others.add(baseline(other));
		return Optional.of(new Judgement(
				node.get("validated").text("true or false").equals("true"), scores(node.get("network")), others));
	}

	private static Map<String, Double> scores(final YamlNode node) throws ModelException {
		final Map<String, Double> scores = new TreeMap<>();
		for (final String key : node.keys())
			if (node.get(key).isNumber()) scores.put(key, node.get(key).number("a score"));
		return scores;
	}

	private static Baseline baseline(final YamlNode node) throws ModelException {
		return new Baseline(
				node.get("method").text("the name of a method"),
				node.get("setting").text("a setting", ""),
				scores(node));
	}

	private static OptionalDouble optional(final YamlNode node) throws ModelException {
		return node.isMissing() ? OptionalDouble.empty() : OptionalDouble.of(node.number("a number"));
	}

	/** @return the metric of the epoch whose weights the model has; empty where nothing was validated */
	public OptionalDouble score() {
		return history.stream()
				.filter(epoch -> epoch.epoch() == bestEpoch)
				.findFirst()
				.map(EpochRecord::metric)
				.orElse(OptionalDouble.empty());
	}
}
