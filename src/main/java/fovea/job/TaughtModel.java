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
import fovea.base.ModelException;
import fovea.base.TrainingException;
import fovea.data.Samples;
import fovea.evaluate.TrainingJudge;
import fovea.model.library.ModelArchive;
import fovea.teach.Lesson;
import fovea.teach.StartingModel;
import fovea.train.TrainableNetworkFactory;
import fovea.train.TrainingResult;
import fovea.train.checkpoint.EpochRecord;
import fovea.train.config.LearningRate;
import fovea.train.config.Loss;
import fovea.train.config.TrainingConfig;
import fovea.train.result.CurvesCsv;
import fovea.train.result.TrainedModel;
import fovea.train.result.TrainingRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * What was taught by drawing, as a model like any other.
 *
 * @param lesson that was taught
 * @param card what the model says of itself
 * @param files that are written; no pictures
 */
public record TaughtModel(Lesson lesson, TrainingJob.ModelCard card, TrainingFiles files) {

	/**
	 * @param archive of a model that was trained with Fovea; stays the caller's
	 * @return what a session begins with
	 * @throws ModelException if it was not
	 */
	public static StartingModel start(final ModelArchive archive) throws ModelException {
		final Pretrained model = Pretrained.of(archive).fitted(false); // strokes say no depths
		return new StartingModel(
				model.name(),
				model.architecture(),
				model.weights(),
				model.preprocessing(),
				model.classes(),
				model.objectTraits());
	}

	/**
	 * @param lesson that was taught
	 * @param name for people
	 * @return a card that says what it was taught by
	 */
	public static TrainingJob.ModelCard card(final Lesson lesson, final String name) {
		final long images = lesson.strokes().stream()
				.map(stroke -> stroke.plane().image())
				.distinct()
				.count();
		final String description = "Taught with Fovea: " + lesson.architecture().name() + " by "
				+ lesson.strokes().size() + (lesson.strokes().size() == 1 ? " stroke" : " strokes") + " on " + images
				+ (images == 1 ? " image" : " images")
				+ lesson.start().map(start -> ", beginning with " + start).orElse("") + ".";
		return new TrainingJob.ModelCard(name, description, "", lesson.objectTraits());
	}

	/**
	 * Writes the model and its curves.
	 *
	 * @param networks makes the network that is written
	 * @return the record that the package holds
	 * @throws FoveaException if it cannot be made or written
	 */
	public TrainingRecord write(final TrainableNetworkFactory networks) throws FoveaException {
		final Samples samples = lesson.samples();
		final TrainingResult result = result(samples);
		// Hidden: a library does not list it.
		final Path ready = files.model().resolveSibling("." + files.title() + "." + UUID.randomUUID() + ".ready");
		try {
			try {
				final TrainingRecord record = new TrainedModel(
								card.name(),
								card.description(),
								card.license(),
								card.objectTraits(),
								config(),
								samples,
								result,
								lesson.preprocessing(),
								TrainingJudge.judge(config(), samples, result, networks))
						.write(ready, networks);
				CurvesCsv.write(result, files.curves());
				Files.move(ready, files.model(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
				return record;
			} finally {
				Files.deleteIfExists(ready);
			}
		} catch (final IOException e) {
			throw new TrainingException(files.model() + " cannot be written: " + e, e);
		}
	}

	/** Updates are what epochs are in a training. */
	private TrainingConfig config() {
		return TrainingConfig.of(lesson.architecture())
				.withLoss(new Loss.CategoricalCrossEntropy(List.of()))
				.withLearningRate(LearningRate.constant(lesson.options().learningRate()))
				.withAveraging(lesson.options().averaging())
				.withBatch(lesson.options().batch())
				.withPatch(lesson.options().patch())
				.withEpochs(Math.max(1, lesson.updates().size()))
				.withStepsPerEpoch(lesson.options().stepsPerUpdate())
				.withValidationFraction(0)
				.withCheckpointEvery(0)
				.withSeed(lesson.options().seed());
	}

	private TrainingResult result(final Samples samples) {
		final List<EpochRecord> history = new ArrayList<>();
		for (final Lesson.Update update : lesson.updates())
			history.add(new EpochRecord(
					history.size() + 1,
					update.loss(),
					OptionalDouble.empty(),
					OptionalDouble.empty(),
					lesson.options().learningRate(),
					update.seconds()));
		return new TrainingResult(
				lesson.weights(),
				history,
				history.size(),
				TrainingResult.EndReason.COMPLETED,
				samples.metric(),
				new Samples.Split(samples.samples(), List.of()));
	}
}
