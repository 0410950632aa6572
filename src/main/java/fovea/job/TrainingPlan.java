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
import fovea.data.ImageSource;
import fovea.data.Sample;
import fovea.data.SampleReader;
import fovea.data.Samples;
import fovea.image.Image;
import fovea.memory.Remedy;
import fovea.model.ClassSpec;
import fovea.model.Processing;
import fovea.net.Architecture;
import fovea.train.Trainer;
import fovea.train.TrainingListener;
import fovea.train.augment.BlindSpots;
import fovea.train.augment.Noise;
import fovea.train.augment.NoiseLevel;
import fovea.train.augment.Recorrupted;
import fovea.train.config.LearningRate;
import fovea.train.config.Loss;
import fovea.train.config.TrainingConfig;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A training with nothing left to choose.
 *
 * @param config how
 * @param samples what from
 * @param preprocessing that the samples had
 * @param cost of it
 */
public record TrainingPlan(TrainingConfig config, Samples samples, List<Processing> preprocessing, TrainingCost cost) {

	/** Noise is small: a denoiser needs to see no more. */
	private static final int IMAGE_PATCH = 64;

	/** Objects should be seen as a whole. */
	private static final int CLASS_PATCH = 128;

	/** Of an epoch, so that one tells something; they are cut at other places each time. */
	public static final int LEAST_STEPS = 20;

	/** Of the last fifty steps. */
	static final double AVERAGING = 0.98;

	/** Of a model that knows most already. */
	private static final int FURTHER_EPOCHS = 10;

	/** Of a model that learned from a few images itself. */
	private static final int AGAIN_EPOCHS = 20;

	/** Images that such a model learns from all, where there are more to come. */
	private static final int MOST_LEARNED = 4;

	/** Of its last layer, where that is all that learns. */
	private static final int FROZEN_EPOCHS = 5;

	/** Patches of a step, of a model whose network has no number of its own. */
	private static final int FURTHER_BATCH = 8;

	/** A fifth of the epochs is the last layer's alone. */
	private static final int FROZEN_PART = 5;

	/** Than a network that begins anew, so that a model that knows much does not forget. */
	private static final double SLOWER = 10;

	/** Steps, as many as Adam's moments need to know the gradients. */
	private static final int RISE = 20;

	/**
	 * Reads all images, and chooses what the user did not: patches of at most 64 pixels where images come out and 128
	 * where classes do, a multiple of the network's alignment, not larger than the smallest image; batches, epochs and
	 * learning rate as the network is trained by default.
	 *
	 * @param choices of the user
	 * @param task images and what is to come out
	 * @param other the same of what is to be validated on, empty: a part of the task's images
	 * @param listener is warned
	 * @return all that a training needs
	 * @throws FoveaException if an image cannot be read or does not fit to the network, or memory does not suffice
	 */
	public static TrainingPlan of(
			final TrainingChoices choices,
			final LearningTask task,
			final Optional<LearningTask> other,
			final TrainingListener listener)
			throws FoveaException {
		final NetworkChoice network = choices.network().fitted(task);
		final boolean isSettled =
				network.architecture().isPresent() && network.pretrained().isEmpty();
		final int ofImages = isSettled ? 0 : channels(task.images());
		network.requireFor(task, ofImages);
		final int channels = network.channels(Math.min(NetworkChoice.MAX_CHANNELS, ofImages));
		final List<Processing> steps = network.pretrained()
				.map(Pretrained::preprocessing)
				.orElseGet(() -> choices.normalization().steps());
		final SampleReader plain = new SampleReader(steps, OptionalInt.of(channels), listener);
		final boolean hasNoisyTargets =
				choices.noise() instanceof NoiseChoice.Noisy || task.neighbor().isPresent();
		final SampleReader reader = hasNoisyTargets ? plain.stabilizing() : plain;
		final Samples read = read(task, reader);
		task.neighbor().flatMap(next -> Motion.of(read.samples(), next)).ifPresent(m -> listener.warn(m.toString()));
		final Samples all = other.isPresent() ? read.withValidation(read(other.get(), reader)) : read;
		final Samples judged = named(network, task, all, listener);
		final Samples samples = network.pretrained()
				.flatMap(model -> model.border(judged.classes()))
				.map(judged::withClass)
				.orElse(judged);
		final InputSize size = InputSize.of(
				network,
				samples.samples(),
				choices.schedule().patch(),
				samples.areImages() ? IMAGE_PATCH : CLASS_PATCH);
		final Architecture built =
				network.build(channels, samples.classes().size(), samples.distance(), size.height(), size.width());
		final TrainingConfig config =
				fitted(choices, config(choices, built, samples, size.patch(), task.weights()), samples, listener);
		Trainer.requireFit(config, samples);
		final TrainingCost cost = TrainingCost.of(config, samples);
		cost.requireMemory();
		return new TrainingPlan(config, samples, steps, cost);
	}

	/**
	 * What follows from what there is to validate on. Without it, the average of the last weights counts. A model that
	 * is trained further begins with its last layer alone, and stays with that where nothing tells whether it becomes
	 * better or worse: few strokes say little, and all weights together would soon know them by heart. One that learned
	 * from few images itself has little to lose, and learns with all layers.
	 */
	private static TrainingConfig fitted(
			final TrainingChoices choices,
			final TrainingConfig config,
			final Samples samples,
			final TrainingListener listener)
			throws FoveaException {
		final TrainingConfig recipe =
				choices.noise() instanceof NoiseChoice.Noisy ? NoisyRecipe.of(choices, config, samples) : config;
		return averaged(choices, unvalidated(choices, stepping(recipe, samples), samples, listener), samples);
	}

	/**
	 * Where a model that has learned from a few images gets another one, that is the one to learn from, and the others
	 * say nothing new of it.
	 */
	private static TrainingConfig unvalidated(
			final TrainingChoices choices,
			final TrainingConfig config,
			final Samples samples,
			final TrainingListener listener) {
		final long images =
				samples.samples().stream().map(Sample::image).distinct().count();
		if (choices.network().pretrained().filter(Pretrained::knowsLittle).isEmpty()
				|| samples.areImages()
				|| !samples.validation().isEmpty()
				|| choices.validation() != TrainingChoices.USUAL.validation()
				|| images < 2
				|| images > MOST_LEARNED) return config;
		listener.tell("learns from all " + images + " images, none is kept to validate on: the average of the last "
				+ "weights is kept");
		return config.withValidationFraction(0);
	}

	/** What nobody named is called as the model calls it that the training begins with. */
	private static Samples named(
			final NetworkChoice network,
			final LearningTask task,
			final Samples samples,
			final TrainingListener listener) {
		if (task.isNamed() || network.pretrained().isEmpty()) return samples;
		final Samples named = samples.named(network.pretrained().get().named(samples.classes()));
		listener.tell("nobody said what the classes are called: they are "
				+ named.classes().stream().map(ClassSpec::name).collect(Collectors.joining(", ")) + ", as in '"
				+ network.pretrained().get().name() + "'");
		return named;
	}

	/** Of little data there are more patches, each at another place. */
	private static TrainingConfig stepping(final TrainingConfig config, final Samples samples) throws FoveaException {
		return config.patch() > 0 && Trainer.stepsPerEpoch(config, samples) < LEAST_STEPS && config.stepsPerEpoch() == 0
				? config.withStepsPerEpoch(LEAST_STEPS)
				: config;
	}

	private static TrainingConfig averaged(
			final TrainingChoices choices, final TrainingConfig config, final Samples samples) throws FoveaException {
		final boolean validated = !Trainer.split(config, samples, TrainingListener.NONE)
				.validation()
				.isEmpty();
		final TrainingConfig averaged = validated || config.averaging() > 0 ? config : config.withAveraging(AVERAGING);
		if (choices.network().pretrained().isEmpty()) return averaged;
		// a denoiser of one image, and one whose network commands do not make anew, began with a model inside and
		// has much to lose
		final boolean little = !samples.areImages()
				&& choices.network().pretrained().get().knowsLittle()
				&& choices.network().training().isPresent();
		final int full = choices.noise() instanceof NoiseChoice.Noisy ? NoisyRecipe.FURTHER : FURTHER_EPOCHS;
		final int few = validated || samples.areImages() ? full : FROZEN_EPOCHS;
		final int usual = little ? AGAIN_EPOCHS : few;
		final int epochs = choices.schedule().epochs() > 0 ? config.epochs() : usual;
		final int frozen = validated || little ? Math.max(1, epochs / FROZEN_PART) : epochs;
		final LearningRate rate = config.learningRate();
		return averaged.withEpochs(epochs)
				.withFrozenEpochs(samples.areImages() ? 0 : frozen)
				.withLearningRate(
						choices.optimizer().learningRate() > 0
								? rate.withRise(RISE)
								: LearningRate.constant(little ? rate.initial() : rate.initial() / SLOWER)
										.withDecay(rate.decay())
										.withPlateau(rate.plateau())
										.withCosine(rate.flat())
										.withRise(RISE));
	}

	/** As {@link #of(TrainingChoices, LearningTask, Optional, TrainingListener)}, validated on a part of the images. */
	public static TrainingPlan of(
			final TrainingChoices choices, final LearningTask task, final TrainingListener listener)
			throws FoveaException {
		return of(choices, task, Optional.empty(), listener);
	}

	/** Of the first image; where there is none, that is told when they are read. */
	static int channels(final ImageSource images) throws FoveaException {
		return images.names().isEmpty() ? 1 : images.read(0).size(Image.C);
	}

	static Samples read(final LearningTask task, final SampleReader reader) throws FoveaException {
		try {
			return task.read(reader);
		} catch (final OutOfMemoryError e) {
			throw new TrainingException(
					Remedy.ranOut("the images of '" + task.images().name() + "', of which each value takes four bytes")
							+ ", or choose fewer images",
					e);
		}
	}

	private static TrainingConfig config(
			final TrainingChoices choices,
			final Architecture built,
			final Samples samples,
			final int patch,
			final List<Double> weights)
			throws TrainingException {
		try {
			final TrainingConfig chosen = choices.config(built, !samples.areImages());
			final boolean weighed = weights.size() == samples.classes().size()
					&& chosen.loss() instanceof Loss.CategoricalCrossEntropy entropy
					&& entropy.classWeights().isEmpty();
			final boolean further = choices.network().pretrained().isPresent()
					&& choices.network().training().isEmpty()
					&& choices.schedule().batch() == 0;
			final Loss told = weighed ? new Loss.CategoricalCrossEntropy(weights) : chosen.loss();
			return chosen.withLoss(
							samples.distance() ? new Loss.WithDistance(told, Loss.WithDistance.USUAL_WEIGHT) : told)
					.withBatch(further ? FURTHER_BATCH : chosen.batch())
					.withPatch(patch)
					.withNoise(choices.noise().of(samples));
		} catch (final IllegalArgumentException e) {
			throw new TrainingException(e.getMessage(), e);
		}
	}

	/**
	 * @return one line, for example "cae-denoise: 35,921 parameters, ..., 100 epochs with patches of 64 in batches of
	 *     16"
	 */
	@Override
	public String toString() {
		return config.architecture().name() + ": " + cost + ", " + config.epochs()
				+ (config.epochs() == 1 ? " epoch" : " epochs") + " with "
				+ (config.patch() > 0 ? "patches of " + config.patch() : "whole images") + " in batches of "
				+ config.batch() + noise();
	}

	private static String hidden(final BlindSpots.Hidden hidden) {
		if (hidden.equals(BlindSpots.Hidden.SPOT)) return "";
		if (hidden.x() >= NoiseChoice.Noisy.LINE) return ", with their rows, in which noise is alike";
		if (hidden.y() >= NoiseChoice.Noisy.LINE) return ", with their columns, in which noise is alike";
		return ", with " + hidden.x() + " x " + hidden.y() + " pixels at either side, where noise is alike";
	}

	private String noise() {
		if (config.noise() instanceof Noise.None && samples.areNeighbors())
			return ", from noisy images alone: of each plane its neighbor is learned (Noise2Noise)";
		if (config.noise() instanceof Recorrupted)
			return ", from noisy images alone: each becomes two whose noise is independent"
					+ (NoiseChoice.Noisy.areSuited(samples) ? "" : ", or hidden pixels are guessed where it is skewed");
		if (config.noise() instanceof final BlindSpots spots)
			return ", from noisy images alone: hidden pixels are guessed" + hidden(spots.hidden())
					+ (config.loss() instanceof Loss.MeanAbsoluteError
							? ", by the absolute error, since single pixels are far off"
							: "");
		return config.noise() instanceof Noise.Gaussian gaussian
				? String.format(
						Locale.ROOT,
						", Gaussian noise of %.2g to %.2g put on images that have about %.2g",
						gaussian.minSigma(),
						gaussian.maxSigma(),
						NoiseLevel.of(samples.samples()))
				: "";
	}
}
