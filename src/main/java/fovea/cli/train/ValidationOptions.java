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
import fovea.cli.terminal.DescribedOptions;
import fovea.cli.terminal.MaskOptions;
import fovea.cli.terminal.Usage;
import fovea.job.LearningTask;
import fovea.job.MaskMeaning;
import fovea.job.MaskSource;
import fovea.task.train.Validation;
import fovea.train.TrainingListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a network is judged by, and not trained on.
 *
 * @param said with the options of {@link Validation} among them
 */
record ValidationOptions(DescribedOptions said) {

	/** @return what is read */
	List<Path> files() {
		return Stream.of(Validation.DATA, Validation.TARGETS, Validation.MASKS, Validation.LABELS)
				.flatMap(option -> said.path(option).stream())
				.toList();
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
		final Path data = said.path(Validation.DATA).orElse(null);
		final Path targets = said.path(Validation.TARGETS).orElse(null);
		final Path masks = said.path(Validation.MASKS).orElse(null);
		final Path labels = said.path(Validation.LABELS).orElse(null);
		final boolean separate = data != null;
		usage.require(!separate || !said.isGiven(Validation.PART), "--validation: not beside --validation-data");
		requireAlike(usage, "targets", targets, separate && like.hasTargets(), "--targets");
		requireAlike(usage, "masks", masks, separate && trainingMasks.path() != null, "--masks");
		requireAlike(usage, "labels", labels, separate && like.hasLabels(), "labels");
		if (!separate) return Optional.empty();
		final Optional<MaskMeaning> meaning = trainingMasks.meaning(training.classes(), usage);
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
