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

import fovea.data.Samples;
import fovea.train.config.LearningRate;
import fovea.train.config.Loss;
import fovea.train.config.TrainingConfig;

/**
 * How a network learns to denoise from noisy images alone, where the user chose nothing else. Targets are noisy, so
 * that single batches say little: the average of the weights counts, and a network that begins anew makes many small
 * steps at twice its usual rate, which falls in the end. Where single pixels are far off, the absolute error counts,
 * since these would pull the mean. Measured on photographs, see docs/training.md. Stateless.
 */
final class NoisyRecipe {

	/** Steps in an epoch of a new network. */
	static final int STEPS = 100;

	/** Epochs of a new network. */
	static final int EPOCHS = 30;

	/**
	 * Epochs of a model, however many images there are: what is wrong with it is learned soon, and what is wrong with
	 * the measured noise later.
	 */
	static final int FURTHER = 3;

	private static final int BATCH = 8;
	private static final double FASTER = 2;

	/** Part of the steps at the full rate. */
	private static final double FLAT = 0.3;

	private NoisyRecipe() {}

	/**
	 * @param choices of the user; what was chosen stays
	 * @param config as such a network is trained otherwise
	 * @param samples the images
	 * @return the same for noisy images alone
	 */
	static TrainingConfig of(final TrainingChoices choices, final TrainingConfig config, final Samples samples) {
		final boolean robust = choices.optimizer().loss().isEmpty() && NoiseChoice.Noisy.hasImpulses(samples);
		final TrainingConfig lossy = robust ? config.withLoss(new Loss.MeanAbsoluteError()) : config;
		final TrainingConfig averaged = lossy.averaging() > 0 ? lossy : lossy.withAveraging(TrainingPlan.AVERAGING);
		if (config.patch() == 0) return averaged;
		final TrainingChoices.Schedule said = choices.schedule();
		if (choices.network().pretrained().isPresent())
			return said.epochs() > 0 || said.stepsPerEpoch() > 0
					? averaged
					: averaged.withEpochs(FURTHER).withStepsPerEpoch(TrainingPlan.LEAST_STEPS);
		return averaged.withBatch(said.batch() > 0 ? said.batch() : BATCH)
				.withEpochs(said.epochs() > 0 ? said.epochs() : EPOCHS)
				.withStepsPerEpoch(said.epochs() > 0 || said.stepsPerEpoch() > 0 ? said.stepsPerEpoch() : STEPS)
				.withLearningRate(rate(choices.optimizer(), config.learningRate()));
	}

	private static LearningRate rate(final TrainingChoices.Optimizer said, final LearningRate usual) {
		final boolean isChosen =
				said.learningRate() > 0 || said.decay() > 0 || said.plateau().patience() > 0 || said.cosine() < 1;
		return isChosen
				? usual
				: LearningRate.constant(FASTER * usual.initial())
						.withCosine(FLAT)
						.withRise(usual.rise());
	}
}
