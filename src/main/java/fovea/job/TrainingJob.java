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

import fovea.base.FoveaException;
import fovea.base.TrainingException;
import fovea.data.Sample;
import fovea.data.Samples;
import fovea.evaluate.TrainingJudge;
import fovea.model.ObjectTraits;
import fovea.model.Processing;
import fovea.text.Counted;
import fovea.train.TrainableNetworkFactory;
import fovea.train.Trainer;
import fovea.train.TrainingListener;
import fovea.train.TrainingResult;
import fovea.train.TrainingStart;
import fovea.train.config.TrainingConfig;
import fovea.train.result.CurvesCsv;
import fovea.train.result.TrainedModel;
import fovea.train.result.TrainingRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A training from its samples to the files that it leaves behind.
 *
 * @param config how
 * @param samples what from
 * @param preprocessing that the samples had
 * @param card what the model says of itself
 * @param files that are written
 */
public record TrainingJob(
		TrainingConfig config, Samples samples, List<Processing> preprocessing, ModelCard card, TrainingFiles files) {

	/** Copies the list. */
	public TrainingJob {
		preprocessing = List.copyOf(preprocessing);
	}

	/**
	 * What a model says of itself.
	 *
	 * @param name for people
	 * @param description what it is for and what it was trained on
	 * @param license SPDX identifier, or empty
	 * @param objectTraits of a segmentation
	 */
	public record ModelCard(String name, String description, String license, ObjectTraits objectTraits) {

		/**
		 * @param config of the training
		 * @param samples what from
		 * @param data a name of these
		 * @return the description where a user gives none
		 */
		public static String description(final TrainingConfig config, final Samples samples, final String data) {
			return description(config, Counted.of(samples.planes().size(), "image") + " of " + data + targets(samples));
		}

		/**
		 * Of images that have no name in common.
		 *
		 * @param config of the training
		 * @param samples what from
		 * @return the description where a user gives none: it names the images
		 */
		public static String description(final TrainingConfig config, final Samples samples) {
			final List<String> names =
					samples.samples().stream().map(Sample::image).distinct().toList();
			final int planes = samples.planes().size();
			final String one = planes == names.size() ? "image" : "plane";
			return description(
					config,
					Counted.of(planes, one)
							+ (one.equals("image") ? ": " : " of ")
							+ Counted.listed(names)
							+ targets(samples));
		}

		private static String targets(final Samples samples) {
			return samples.areNeighbors() ? ", each with its neighbor as the target (Noise2Noise)" : "";
		}

		private static String description(final TrainingConfig config, final String data) {
			return "Trained with Fovea: " + config.architecture().name() + " on " + data + ".";
		}
	}

	/**
	 * Trains, and writes the model, its curves and its pictures. The model comes last, so that one can think better of
	 * it while the rest is written.
	 *
	 * @param start first weights and checkpoints
	 * @param networks makes the networks
	 * @param read files and folders that were learned from; no picture is put among them
	 * @param listener hears of it and is warned; if it cancels, what was best so far is written, unless it discards
	 *     that
	 * @return the outcome; where no epoch was finished, or that was discarded, nothing is written
	 * @throws FoveaException if samples and network do not fit, the training fails, or the model cannot be written
	 */
	public TrainingOutcome run(
			final TrainingStart start,
			final TrainableNetworkFactory networks,
			final List<Path> read,
			final TrainingListener listener)
			throws FoveaException {
		final TrainingResult result = Trainer.train(config, samples, networks, start, listener);
		final TrainingOutcome nothing = new TrainingOutcome(result, Optional.empty(), List.of());
		if (result.bestEpoch() == 0 || listener.isDiscarded()) return nothing;
		// Hidden: a library does not list it.
		final Path ready = files.model().resolveSibling("." + files.title() + "." + UUID.randomUUID() + ".ready");
		try {
			try {
				final TrainingRecord record = new TrainedModel(
								card.name,
								card.description,
								card.license,
								card.objectTraits,
								config,
								samples,
								result,
								preprocessing,
								TrainingJudge.judge(config, samples, result, networks))
						.write(ready, networks);
				if (listener.isDiscarded()) return nothing;
				CurvesCsv.write(result, files.curves());
				final List<Path> pictures =
						new TrainingPictures(files, listener::warn).draw(read, config, samples, result, networks);
				if (listener.isDiscarded()) {
					remove(pictures);
					return nothing;
				}
				Files.move(ready, files.model(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
				return new TrainingOutcome(result, Optional.of(record), pictures);
			} finally {
				Files.deleteIfExists(ready);
			}
		} catch (final IOException e) {
			throw new TrainingException(files.model() + " cannot be written: " + e, e);
		}
	}

	private void remove(final List<Path> pictures) throws IOException {
		Files.deleteIfExists(files.curves());
		for (final Path picture : pictures) Files.deleteIfExists(picture);
	}
}
