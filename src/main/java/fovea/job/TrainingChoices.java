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

import fovea.model.Normalization;
import fovea.net.Architecture;
import fovea.net.zoo.TrainingDefaults;
import fovea.train.augment.Augmentation;
import fovea.train.config.LearningRate;
import fovea.train.config.Loss;
import fovea.train.config.Precision;
import fovea.train.config.TrainingConfig;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a user chose of a training; what is left to choose follows from data and network, see {@link TrainingPlan}.
 * Immutable; {@link #of} has the defaults.
 *
 * @param network which
 * @param normalization of the images; not used where a model is trained further, which has its own
 * @param noise put on the input
 * @param augmentation how images are changed at random otherwise
 * @param schedule how much the network sees, and for how long
 * @param optimizer what is made small, and in how large steps
 * @param validation part of the images, 0 to less than 1; not used where there are others to validate on
 * @param seed of all that is drawn
 * @param precision of the steps
 * @param checkpointEvery so many epochs, where there is a folder for it; 0: never
 */
public record TrainingChoices(
		NetworkChoice network,
		Normalization normalization,
		NoiseChoice noise,
		Augmentation augmentation,
		Schedule schedule,
		Optimizer optimizer,
		double validation,
		long seed,
		Precision precision,
		int checkpointEvery) {

	/**
	 * How much a network sees, and for how long.
	 *
	 * @param epochs 0: as the network is trained by default
	 * @param batch images or patches of a step, 0: as the network is trained by default
	 * @param patch side in pixels, 0: whole images; empty: by the images' size
	 * @param stepsPerEpoch 0: as many as take each image once, or as many patches of it as would tile it
	 * @param patience epochs without a lower validation loss after which training ends; 0: never
	 */
	public record Schedule(int epochs, int batch, OptionalInt patch, int stepsPerEpoch, int patience) {

		private TrainingConfig apply(final TrainingConfig config) {
			final TrainingConfig lasting = epochs == 0 ? config : config.withEpochs(epochs);
			return (batch == 0 ? lasting : lasting.withBatch(batch))
					.withPatch(patch.orElse(0))
					.withStepsPerEpoch(stepsPerEpoch)
					.withPatience(patience);
		}
	}

	/**
	 * What is made small, and in how large steps.
	 *
	 * @param loss its name, empty: as the network is trained by default
	 * @param classWeights of cross-entropy, one for each class; empty: all 1
	 * @param learningRate 0: as the network is trained by default
	 * @param decay of the learning rate
	 * @param plateau where the learning rate falls
	 * @param cosine part of the steps with the full learning rate; 1: all
	 * @param averaging decay of the weights' average, 0: none
	 */
	public record Optimizer(
			String loss,
			List<Double> classWeights,
			double learningRate,
			double decay,
			LearningRate.Plateau plateau,
			double cosine,
			double averaging) {

		/** Copies the list. */
		public Optimizer {
			classWeights = List.copyOf(classWeights);
		}

		private LearningRate rate(final double usual) {
			return LearningRate.constant(learningRate == 0 ? usual : learningRate)
					.withDecay(decay)
					.withPlateau(plateau)
					.withCosine(cosine);
		}

		private Loss loss(final String usual) {
			final String wanted = loss.isEmpty() ? usual : loss;
			final Loss chosen = Loss.named(wanted)
					.orElseThrow(() -> new IllegalArgumentException(
							"loss: expected mse, mae, crossentropy or dice, got '" + wanted + "'"));
			if (classWeights.isEmpty()) return chosen;
			if (!(chosen instanceof Loss.CategoricalCrossEntropy))
				throw new IllegalArgumentException("class weights: expected with crossentropy, got " + wanted);
			return new Loss.CategoricalCrossEntropy(classWeights);
		}
	}

	/**
	 * What nobody needs to choose, of no network: percentiles, mirrored and turned, all else as {@link TrainingConfig}
	 * has it.
	 */
	public static final TrainingChoices USUAL = usual(TrainingConfig.of(null));

	private static TrainingChoices usual(final TrainingConfig config) {
		return new TrainingChoices(
				null,
				Normalization.PERCENTILE,
				new NoiseChoice.Nothing(),
				Augmentation.GEOMETRIC,
				new Schedule(0, 0, OptionalInt.empty(), config.stepsPerEpoch(), config.patience()),
				new Optimizer(
						"",
						List.of(),
						0,
						config.learningRate().decay(),
						config.learningRate().plateau(),
						config.learningRate().flat(),
						config.averaging()),
				config.validationFraction(),
				config.seed(),
				config.precision(),
				config.checkpointEvery());
	}

	/**
	 * @param network which
	 * @param noise put on the input
	 * @return as it is trained by default: percentiles, a tenth of the images for validation, mirrored and turned, seed
	 *     1, in float32
	 */
	public static TrainingChoices of(final NetworkChoice network, final NoiseChoice noise) {
		return new TrainingChoices(
				network,
				USUAL.normalization,
				noise,
				USUAL.augmentation,
				USUAL.schedule,
				USUAL.optimizer,
				USUAL.validation,
				USUAL.seed,
				USUAL.precision,
				USUAL.checkpointEvery);
	}

	/**
	 * @param built the network
	 * @param classes whether it tells classes apart, else it gives images
	 * @return how it is trained: with what was chosen, else by its own defaults. The noise, and the patch where it
	 *     follows from the images, are still to come
	 * @throws IllegalArgumentException if a number is out of its range, or choices do not go with each other
	 */
	public TrainingConfig config(final Architecture built, final boolean classes) {
		final Optional<TrainingDefaults> defaults = network.training();
		TrainingConfig config = TrainingConfig.of(built);
		if (defaults.isPresent())
			config = config.withEpochs(defaults.get().epochs())
					.withBatch(defaults.get().batchSize());
		final double rate = defaults.map(TrainingDefaults::learningRate)
				.orElse(config.learningRate().initial());
		return schedule.apply(config)
				.withLoss(optimizer.loss(defaults.map(TrainingDefaults::loss).orElse(classes ? "crossentropy" : "mse")))
				.withLearningRate(optimizer.rate(rate))
				.withAveraging(optimizer.averaging)
				.withAugmentation(augmentation)
				.withValidationFraction(validation)
				.withSeed(seed)
				.withPrecision(precision)
				.withCheckpointEvery(checkpointEvery);
	}

	/** @return the same with another normalization */
	public TrainingChoices withNormalization(final Normalization value) {
		return new TrainingChoices(
				network, value, noise, augmentation, schedule, optimizer, validation, seed, precision, checkpointEvery);
	}

	/** @return the same with another augmentation */
	public TrainingChoices withAugmentation(final Augmentation value) {
		return new TrainingChoices(
				network,
				normalization,
				noise,
				value,
				schedule,
				optimizer,
				validation,
				seed,
				precision,
				checkpointEvery);
	}

	/** @return the same with another schedule */
	public TrainingChoices withSchedule(final Schedule value) {
		return new TrainingChoices(
				network,
				normalization,
				noise,
				augmentation,
				value,
				optimizer,
				validation,
				seed,
				precision,
				checkpointEvery);
	}

	/** @return the same with another optimizer */
	public TrainingChoices withOptimizer(final Optimizer value) {
		return new TrainingChoices(
				network,
				normalization,
				noise,
				augmentation,
				schedule,
				value,
				validation,
				seed,
				precision,
				checkpointEvery);
	}

	/** @return the same with another number of epochs, 0 for the default */
	public TrainingChoices withEpochs(final int value) {
		return withSchedule(
				new Schedule(value, schedule.batch, schedule.patch, schedule.stepsPerEpoch, schedule.patience));
	}

	/** @return the same with batches of another size, 0 for the default */
	public TrainingChoices withBatch(final int value) {
		return withSchedule(
				new Schedule(schedule.epochs, value, schedule.patch, schedule.stepsPerEpoch, schedule.patience));
	}

	/** @return the same with patches of another side, empty for the default, 0 for whole images */
	public TrainingChoices withPatch(final OptionalInt value) {
		return withSchedule(
				new Schedule(schedule.epochs, schedule.batch, value, schedule.stepsPerEpoch, schedule.patience));
	}

	/** @return the same with another learning rate, 0 for the default */
	public TrainingChoices withLearningRate(final double value) {
		return withOptimizer(new Optimizer(
				optimizer.loss,
				optimizer.classWeights,
				value,
				optimizer.decay,
				optimizer.plateau,
				optimizer.cosine,
				optimizer.averaging));
	}

	/** @return the same with another part of the images for validation */
	public TrainingChoices withValidation(final double value) {
		return new TrainingChoices(
				network,
				normalization,
				noise,
				augmentation,
				schedule,
				optimizer,
				value,
				seed,
				precision,
				checkpointEvery);
	}

	/** @return the same with another seed */
	public TrainingChoices withSeed(final long value) {
		return new TrainingChoices(
				network,
				normalization,
				noise,
				augmentation,
				schedule,
				optimizer,
				validation,
				value,
				precision,
				checkpointEvery);
	}
}
