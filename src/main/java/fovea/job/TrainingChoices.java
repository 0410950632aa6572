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
import fovea.train.config.Precision;

/**
 * What a user chose of a training; what is left to choose follows from data and network, see {@link TrainingPlan}.
 *
 * @param network which
 * @param normalization of the images; not used where a model is trained further, which has its own
 * @param noise put on the input
 * @param epochs 0: as the network is trained by default
 * @param batch images or patches of a step, 0: as the network is trained by default
 * @param patch side in pixels, 0: by the images' size
 * @param learningRate 0: as the network is trained by default
 * @param validation part of the images, 0 to less than 1
 * @param augmented whether images are mirrored and turned
 * @param seed of all that is drawn
 * @param precision of the steps
 */
public record TrainingChoices(
		NetworkChoice network,
		Normalization normalization,
		NoiseChoice noise,
		int epochs,
		int batch,
		int patch,
		double learningRate,
		double validation,
		boolean augmented,
		long seed,
		Precision precision) {

	/**
	 * @param network which
	 * @param noise put on the input
	 * @return as it is trained by default: percentiles, a tenth of the images for validation, mirrored and turned, seed
	 *     1, in float32
	 */
	public static TrainingChoices of(final NetworkChoice network, final NoiseChoice noise) {
		return new TrainingChoices(
				network, Normalization.PERCENTILE, noise, 0, 0, 0, 0, 0.1, true, 1, Precision.FLOAT32);
	}

	/** @return the same with another normalization */
	public TrainingChoices withNormalization(final Normalization value) {
		return new TrainingChoices(
				network, value, noise, epochs, batch, patch, learningRate, validation, augmented, seed, precision);
	}

	/** @return the same with another number of epochs, 0 for the default */
	public TrainingChoices withEpochs(final int value) {
		return new TrainingChoices(
				network,
				normalization,
				noise,
				value,
				batch,
				patch,
				learningRate,
				validation,
				augmented,
				seed,
				precision);
	}

	/** @return the same with batches of another size, 0 for the default */
	public TrainingChoices withBatch(final int value) {
		return new TrainingChoices(
				network,
				normalization,
				noise,
				epochs,
				value,
				patch,
				learningRate,
				validation,
				augmented,
				seed,
				precision);
	}

	/** @return the same with patches of another side, 0 for the default */
	public TrainingChoices withPatch(final int value) {
		return new TrainingChoices(
				network,
				normalization,
				noise,
				epochs,
				batch,
				value,
				learningRate,
				validation,
				augmented,
				seed,
				precision);
	}

	/** @return the same with another learning rate, 0 for the default */
	public TrainingChoices withLearningRate(final double value) {
		return new TrainingChoices(
				network, normalization, noise, epochs, batch, patch, value, validation, augmented, seed, precision);
	}

	/** @return the same with another part of the images for validation */
	public TrainingChoices withValidation(final double value) {
		return new TrainingChoices(
				network, normalization, noise, epochs, batch, patch, learningRate, value, augmented, seed, precision);
	}

	/** @return the same with images mirrored and turned, or not */
	public TrainingChoices withAugmented(final boolean value) {
		return new TrainingChoices(
				network, normalization, noise, epochs, batch, patch, learningRate, validation, value, seed, precision);
	}

	/** @return the same with another seed */
	public TrainingChoices withSeed(final long value) {
		return new TrainingChoices(
				network,
				normalization,
				noise,
				epochs,
				batch,
				patch,
				learningRate,
				validation,
				augmented,
				value,
				precision);
	}
}
