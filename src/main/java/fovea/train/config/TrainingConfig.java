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
package fovea.train.config;

import fovea.base.ModelException;
import fovea.check.Ranges;
import fovea.net.Architecture;
import fovea.net.WeightSpecs;
import fovea.net.layer.WeightSpec;
import fovea.train.augment.Augmentation;
import fovea.train.augment.Noise;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a network is trained. Immutable; {@link #of} has the defaults, the withers change one thing each and throw
 * IllegalArgumentException for a value out of its range.
 *
 * @param architecture what is trained; nodes that are not trainable stay as they are
 * @param loss what is made small
 * @param learningRate of Adam
 * @param averaging decay d of the exponential moving average of the weights over the steps, which is what is validated
 *     and kept in the place of the weights themselves: the weights of each step count d times as much as those of the
 *     step after it; at the beginning d is less. 0 to less than 1, for example 0.999; 0: none
 * @param batch samples of one step, at least 1
 * @param epochs at least 1
 * @param patch side in pixels of the squares that are cut at random from the images; 0: whole images
 * @param augmentation of each sample, anew in each epoch; not of validation samples
 * @param noise put on the input, anew in each epoch; on validation samples always the same
 * @param validationFraction of the images, 0 to less than 1, chosen by the seed; 0: no validation
 * @param patience epochs without a lower monitored loss after which training ends; 0: never
 * @param seed of first weights, split, order, patches, augmentation, noise, dropout
 * @param checkpointEvery so many epochs, where there is a folder for it; 0: never
 * @param stepsPerEpoch of the optimizer; 0: as many as take each image once, or as many patches of it as would tile it
 * @param precision in which the steps are computed; validation's losses and outputs may be too
 * @param frozenEpochs epochs at the beginning in which only the last layer that has weights learns, at
 *     {@value #FROZEN_RATE} times the rate, for a network that begins with weights of another training; the others
 *     learn from then on, where they are trainable
 */
public record TrainingConfig(
		Architecture architecture,
		Loss loss,
		LearningRate learningRate,
		double averaging,
		int batch,
		int epochs,
		int patch,
		Augmentation augmentation,
		Noise noise,
		double validationFraction,
		int patience,
		long seed,
		int checkpointEvery,
		int stepsPerEpoch,
		Precision precision,
		int frozenEpochs) {

	/** By which the learning rate is multiplied while the last layer learns alone. */
	public static final double FROZEN_RATE = 3;

	/** Checks the ranges. */
	public TrainingConfig {
		Ranges.require(averaging >= 0 && averaging < 1, "averaging", "0 or more and less than 1", averaging);
		Ranges.require(batch >= 1, "batch", "1 sample or more", batch);
		Ranges.require(epochs >= 1, "epochs", "1 or more", epochs);
		Ranges.require(patch >= 0, "patch", "a side in pixels, or 0", patch);
		Ranges.require(
				validationFraction >= 0 && validationFraction < 1,
				"validation fraction",
				"0 or more and less than 1",
				validationFraction);
		Ranges.require(patience >= 0, "patience", "0 epochs or more", patience);
		Ranges.require(checkpointEvery >= 0, "epochs between checkpoints", "0 or more", checkpointEvery);
		Ranges.require(stepsPerEpoch >= 0, "steps per epoch", "0 or more", stepsPerEpoch);
		Ranges.require(frozenEpochs >= 0, "frozen epochs", "0 or more", frozenEpochs);
	}

	/**
	 * @param architecture what is trained
	 * @return mean squared error, learning rate 0.001, batches of 32 whole images, 10 epochs, a tenth of the images for
	 *     validation, a checkpoint after each epoch, seed 1, all in float32; no augmentation, noise, averaging or early
	 *     stopping
	 */
	public static TrainingConfig of(final Architecture architecture) {
		return new TrainingConfig(
				architecture,
				new Loss.MeanSquaredError(),
				LearningRate.constant(1e-3),
				0,
				32,
				10,
				0,
				Augmentation.NONE,
				new Noise.None(),
				0.1,
				0,
				1,
				1,
				0,
				Precision.FLOAT32,
				0);
	}

	/**
	 * @param channels of targets or outputs that are classes, and a distance where the loss has one
	 * @return how many of them are classes
	 */
	public int classChannels(final int channels) {
		return loss.hasDistance() ? channels - 1 : channels;
	}

	/** @return the same with another loss */
	public TrainingConfig withLoss(final Loss value) {
		return new TrainingConfig(
				architecture,
				value,
				learningRate,
				averaging,
				batch,
				epochs,
				patch,
				augmentation,
				noise,
				validationFraction,
				patience,
				seed,
				checkpointEvery,
				stepsPerEpoch,
				precision,
				frozenEpochs);
	}

	/** @return the same with another learning rate */
	public TrainingConfig withLearningRate(final LearningRate value) {
		return new TrainingConfig(
				architecture,
				loss,
				value,
				averaging,
				batch,
				epochs,
				patch,
				augmentation,
				noise,
				validationFraction,
				patience,
				seed,
				checkpointEvery,
				stepsPerEpoch,
				precision,
				frozenEpochs);
	}

	/** @return the same with another decay of the weights' average, 0 for none */
	public TrainingConfig withAveraging(final double value) {
		return new TrainingConfig(
				architecture,
				loss,
				learningRate,
				value,
				batch,
				epochs,
				patch,
				augmentation,
				noise,
				validationFraction,
				patience,
				seed,
				checkpointEvery,
				stepsPerEpoch,
				precision,
				frozenEpochs);
	}

	/** @return the same with another number of samples in a batch */
	public TrainingConfig withBatch(final int value) {
		return new TrainingConfig(
				architecture,
				loss,
				learningRate,
				averaging,
				value,
				epochs,
				patch,
				augmentation,
				noise,
				validationFraction,
				patience,
				seed,
				checkpointEvery,
				stepsPerEpoch,
				precision,
				frozenEpochs);
	}

	/** @return the same with another number of epochs */
	public TrainingConfig withEpochs(final int value) {
		return new TrainingConfig(
				architecture,
				loss,
				learningRate,
				averaging,
				batch,
				value,
				patch,
				augmentation,
				noise,
				validationFraction,
				patience,
				seed,
				checkpointEvery,
				stepsPerEpoch,
				precision,
				frozenEpochs);
	}

	/** @return the same with patches of another side, 0 for whole images */
	public TrainingConfig withPatch(final int value) {
		return new TrainingConfig(
				architecture,
				loss,
				learningRate,
				averaging,
				batch,
				epochs,
				value,
				augmentation,
				noise,
				validationFraction,
				patience,
				seed,
				checkpointEvery,
				stepsPerEpoch,
				precision,
				frozenEpochs);
	}

	/** @return the same with another augmentation */
	public TrainingConfig withAugmentation(final Augmentation value) {
		return new TrainingConfig(
				architecture,
				loss,
				learningRate,
				averaging,
				batch,
				epochs,
				patch,
				value,
				noise,
				validationFraction,
				patience,
				seed,
				checkpointEvery,
				stepsPerEpoch,
				precision,
				frozenEpochs);
	}

	/** @return the same with other noise */
	public TrainingConfig withNoise(final Noise value) {
		return new TrainingConfig(
				architecture,
				loss,
				learningRate,
				averaging,
				batch,
				epochs,
				patch,
				augmentation,
				value,
				validationFraction,
				patience,
				seed,
				checkpointEvery,
				stepsPerEpoch,
				precision,
				frozenEpochs);
	}

	/** @return the same with another part of the images for validation */
	public TrainingConfig withValidationFraction(final double value) {
		return new TrainingConfig(
				architecture,
				loss,
				learningRate,
				averaging,
				batch,
				epochs,
				patch,
				augmentation,
				noise,
				value,
				patience,
				seed,
				checkpointEvery,
				stepsPerEpoch,
				precision,
				frozenEpochs);
	}

	/** @return the same that stops early after another number of epochs, 0 for never */
	public TrainingConfig withPatience(final int value) {
		return new TrainingConfig(
				architecture,
				loss,
				learningRate,
				averaging,
				batch,
				epochs,
				patch,
				augmentation,
				noise,
				validationFraction,
				value,
				seed,
				checkpointEvery,
				stepsPerEpoch,
				precision,
				frozenEpochs);
	}

	/** @return the same with another seed */
	public TrainingConfig withSeed(final long value) {
		return new TrainingConfig(
				architecture,
				loss,
				learningRate,
				averaging,
				batch,
				epochs,
				patch,
				augmentation,
				noise,
				validationFraction,
				patience,
				value,
				checkpointEvery,
				stepsPerEpoch,
				precision,
				frozenEpochs);
	}

	/** @return the same with checkpoints after another number of epochs, 0 for never */
	public TrainingConfig withCheckpointEvery(final int value) {
		return new TrainingConfig(
				architecture,
				loss,
				learningRate,
				averaging,
				batch,
				epochs,
				patch,
				augmentation,
				noise,
				validationFraction,
				patience,
				seed,
				value,
				stepsPerEpoch,
				precision,
				frozenEpochs);
	}

	/** @return the same with another number of steps in an epoch, 0 for all data once */
	public TrainingConfig withStepsPerEpoch(final int value) {
		return new TrainingConfig(
				architecture,
				loss,
				learningRate,
				averaging,
				batch,
				epochs,
				patch,
				augmentation,
				noise,
				validationFraction,
				patience,
				seed,
				checkpointEvery,
				value,
				precision,
				frozenEpochs);
	}

	/** @return the same in another precision */
	public TrainingConfig withPrecision(final Precision value) {
		return new TrainingConfig(
				architecture,
				loss,
				learningRate,
				averaging,
				batch,
				epochs,
				patch,
				augmentation,
				noise,
				validationFraction,
				patience,
				seed,
				checkpointEvery,
				stepsPerEpoch,
				value,
				frozenEpochs);
	}

	/** @return the same with another number of epochs in which only the last layer learns, 0 for none */
	public TrainingConfig withFrozenEpochs(final int value) {
		return new TrainingConfig(
				architecture,
				loss,
				learningRate,
				averaging,
				batch,
				epochs,
				patch,
				augmentation,
				noise,
				validationFraction,
				patience,
				seed,
				checkpointEvery,
				stepsPerEpoch,
				precision,
				value);
	}

	/**
	 * @return the network as it is in the frozen epochs: of its layers with weights only the last one learns
	 * @throws ModelException if its shapes do not fit
	 */
	public Architecture frozenArchitecture() throws ModelException {
		final Set<String> weighted = new LinkedHashSet<>();
		for (final WeightSpec weight : WeightSpecs.of(architecture)) weighted.add(weight.node());
		final List<String> names = new ArrayList<>(weighted);
		return architecture.withTrainable(names.subList(0, Math.max(0, names.size() - 1)), false);
	}

	/** @return what the steps of the network are */
	public StepOptions stepOptions() {
		return new StepOptions(loss, seed, precision);
	}
}
