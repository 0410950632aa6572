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
package fovea;

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.base.TrainingException;
import fovea.job.TrainingFiles;
import fovea.job.TrainingJob;
import fovea.job.TrainingOutcome;
import fovea.job.TrainingPlan;
import fovea.model.ObjectTraits;
import fovea.train.TrainableNetworkFactory;
import fovea.train.TrainingListener;
import fovea.train.TrainingStart;
import fovea.train.checkpoint.EpochRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Trains for a program.
 *
 * @param networks makes what is trained
 */
record TrainingRunner(TrainableNetworkFactory networks) {

	/** As {@link Fovea#train(Training, Path, TrainingProgress)}. */
	TrainingReport run(final Training training, final Path model, final TrainingProgress progress)
			throws FoveaException {
		final TrainingFiles files = TrainingFiles.beside(model.toAbsolutePath());
		for (final Path file : files.all())
			if (Files.exists(file))
				throw new TrainingException(
						file + ": expected no such file, so that none is overwritten, but there is one");
		files.requireWritable();
		final Listener listener = new Listener(progress);
		final TrainingPlan plan = TrainingPlan.of(training.choices(), training.task(), listener);
		listener.epochs = plan.config().epochs();
		final TrainingJob.ModelCard card = new TrainingJob.ModelCard(
				files.title(),
				TrainingJob.ModelCard.description(plan.config(), plan.samples(), training.data()),
				"",
				ObjectTraits.UNKNOWN);
		final TrainingOutcome outcome = new TrainingJob(
						plan.config(), plan.samples(), plan.preprocessing(), card, files)
				.run(TrainingStart.NEW, networks, List.of(), listener);
		if (outcome.record().isEmpty()) throw new CancelledException();
		return TrainingReport.of(files.model(), outcome);
	}

	/** Called from the thread that trains only. */
	private static final class Listener implements TrainingListener {

		private final TrainingProgress progress;
		private final Listening listening;
		private int epochs;

		Listener(final TrainingProgress progress) {
			this.progress = progress;
			listening = new Listening(progress);
		}

		@Override
		public void epoch(final EpochRecord record) {
			progress.epoch(TrainingReport.Epoch.of(record));
			listening.tile(record.epoch(), epochs);
		}

		@Override
		public void warn(final String message) {
			listening.warn(message);
		}

		@Override
		public boolean isCancelled() {
			return listening.isCancelled();
		}
	}
}
