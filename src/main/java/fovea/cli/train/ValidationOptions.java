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

import fovea.base.FoveaException;
import fovea.cli.terminal.MaskOptions;
import fovea.cli.terminal.Usage;
import fovea.job.LearningTask;
import fovea.job.MaskMeaning;
import fovea.job.MaskSource;
import fovea.train.TrainingListener;
import fovea.train.config.TrainingConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What a network is judged by, and not trained on. */
final class ValidationOptions {

	@Option(
			names = "--validation",
			paramLabel = "X",
			description = "Part of the images that is not trained on. Default: 0.1.")
	private Double fraction;

	@Option(
			names = "--validation-data",
			paramLabel = "PATH",
			description = "Images to validate on, instead of a part of --data; of the same kind as these.")
	private Path data;

	@Option(names = "--validation-targets", paramLabel = "PATH", description = "What --targets is for --data.")
	private Path targets;

	@Option(names = "--validation-masks", paramLabel = "PATH", description = "What --masks is for --data.")
	private Path masks;

	@Option(
			names = "--validation-labels",
			paramLabel = "FILE",
			description = "What --labels or --target-labels is for --data.")
	private Path labels;

	/** @return what is read */
	List<Path> files() {
		return Stream.of(data, targets, masks, labels).filter(Objects::nonNull).toList();
	}

	/** @return the same with the part that is held back */
	TrainingConfig apply(final TrainingConfig config) {
		return fraction == null ? config : config.withValidationFraction(fraction);
	}

	/**
	 * @param like the options of what is trained on
	 * @param trainingMasks likewise
	 * @param training the task of what is trained on
	 * @param listener is warned of what masks say
	 * @return the same task on the data for validation, empty where there is none
	 * @throws FoveaException if there is no such data, or it has other classes
	 */
	Optional<LearningTask> task(
			final DataOptions like,
			final MaskOptions trainingMasks,
			final LearningTask training,
			final TrainingListener listener,
			final Usage usage)
			throws FoveaException {
		final boolean separate = data != null;
		usage.require(!separate || fraction == null, "--validation: not beside --validation-data");
		requireAlike(usage, "targets", targets, separate && like.hasTargets(), "--targets");
		requireAlike(usage, "masks", masks, separate && trainingMasks.path() != null, "--masks");
		requireAlike(usage, "labels", labels, separate && like.hasLabels(), "labels");
		if (!separate) return Optional.empty();
		final Optional<MaskMeaning> meaning = trainingMasks.meaning(usage);
		final Optional<MaskSource> opened = meaning.isPresent()
				? Optional.of(meaning.get().open(masks, data, listener).withClasses(training.classes()))
				: Optional.empty();
		final LearningTask task = like.task(data, labels, targets, opened);
		return Optional.of(
				task instanceof LearningTask.Classification c
						? new LearningTask.Classification(c.labeled().withClasses(training.classes()))
						: task);
	}

	private static void requireAlike(
			final Usage usage, final String kind, final Path path, final boolean expected, final String option) {
		usage.require(
				path != null || !expected,
				"--validation-data: expected --validation-" + kind + " too, since --data has " + option);
		usage.require(
				path == null || expected,
				"--validation-" + kind + ": expected with --validation-data, where --data has " + option);
	}
}
