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
package fovea.train;

import fovea.base.FoveaException;
import fovea.base.ModelException;
import fovea.base.TrainingException;
import fovea.data.HeldOutBlocks;
import fovea.data.Samples;
import fovea.net.ReceptiveField;
import fovea.train.augment.Places;
import fovea.train.config.TrainingConfig;
import java.util.Optional;

/**
 * Trains networks. The same configuration, samples and first weights give the same weights, as far as the network
 * itself computes the same on the same input; a training that was resumed gives the same as one that was not
 * interrupted. Stateless and thread-safe.
 */
public final class Trainer {

	private Trainer() {}

	/**
	 * @param config how
	 * @param samples what from
	 * @return steps of an epoch
	 * @throws TrainingException if there are no samples
	 * @throws ModelException if the network's shapes do not fit
	 */
	public static int stepsPerEpoch(final TrainingConfig config, final Samples samples)
			throws TrainingException, ModelException {
		final Samples.Split split = split(config, samples, TrainingListener.NONE);
		return new BatchMaker(config, split, samples.areImages()).steps();
	}

	/**
	 * What {@link #train} would find, before it begins.
	 *
	 * @param config how
	 * @param samples what from
	 * @throws TrainingException if samples and network do not fit
	 * @throws ModelException if the network cannot take images of this size
	 */
	public static void requireFit(final TrainingConfig config, final Samples samples)
			throws TrainingException, ModelException {
		requireFit(config, samples, split(config, samples, TrainingListener.NONE));
	}

	/**
	 * What is trained on, and what is not: other images, other planes of one image or, of a single plane that is
	 * annotated well enough, squares of it.
	 *
	 * @param config part of the images for validation, seed, patch, network
	 * @param samples what from
	 * @param listener is warned
	 * @return the two parts; nothing to validate on where no part can be spared
	 * @throws TrainingException if there are no samples
	 * @throws ModelException if the network's shapes do not fit
	 */
	public static Samples.Split split(
			final TrainingConfig config, final Samples samples, final TrainingListener listener)
			throws TrainingException, ModelException {
		final Samples.Split split = samples.split(config.validationFraction(), config.seed(), listener);
		if (config.validationFraction() == 0 || !split.validation().isEmpty()) return split;
		final String image = split.training().get(0).image();
		final Optional<ReceptiveField> field = ReceptiveField.of(config.architecture());
		if (config.patch() > 0 && field.isPresent()) {
			final int gap = Math.max(field.get().radiusY(), field.get().radiusX());
			final Optional<Samples.Split> blocks = new HeldOutBlocks(config.patch(), gap)
					.split(
							split.training().get(0),
							samples.areImages()
									? split.training().get(0).target().channels()
									: samples.classes().size(),
							config.validationFraction(),
							config.seed());
			if (blocks.isPresent()) {
				final int squares = blocks.get().validation().size();
				listener.warn(image + ": one image: it is validated on " + squares
						+ (squares == 1 ? " square" : " squares")
						+ " of " + config.patch() + " x " + config.patch() + " pixels of it, kept apart by " + gap
						+ " pixels, which are more like the rest than another image would be");
				return blocks.get();
			}
		}
		listener.warn(image + ": one image, of which no part can be spared to validate on: the average of the last "
				+ "weights is kept");
		return split;
	}

	private static void requireFit(final TrainingConfig config, final Samples samples, final Samples.Split split)
			throws TrainingException, ModelException {
		if (config.patch() > 0 && split.training().stream().noneMatch(Places::areIn))
			throw new TrainingException(
					"expected pixels that count in what is learned from, found none: they are all kept for validation");
		final DataCheck check = new DataCheck(config);
		check.checkAugmentation(samples.areImages());
		check.check(split);
	}

	/**
	 * Trains from new weights, without checkpoints.
	 *
	 * @param config how
	 * @param samples what from
	 * @param factory makes the network, which is closed in the end
	 * @param listener hears of it; may cancel between steps, then the best weights so far are the result
	 * @return the best weights and how it went
	 * @throws TrainingException if samples and network do not fit, or the loss is no number any more
	 * @throws FoveaException if the network cannot be built or run
	 */
	public static TrainingResult train(
			final TrainingConfig config,
			final Samples samples,
			final TrainableNetworkFactory factory,
			final TrainingListener listener)
			throws FoveaException {
		return train(config, samples, factory, TrainingStart.NEW, listener);
	}

	/**
	 * @param config how
	 * @param samples what from
	 * @param factory makes the network, which is closed in the end
	 * @param start first weights, checkpoints, resumption
	 * @param listener hears of it; may cancel between steps, then the best weights so far are the result
	 * @return the best weights and how it went
	 * @throws TrainingException if samples and network do not fit, the loss is no number any more, or checkpoints
	 *     cannot be read or written or are of another training
	 * @throws FoveaException if the network cannot be built or run
	 */
	public static TrainingResult train(
			final TrainingConfig config,
			final Samples samples,
			final TrainableNetworkFactory factory,
			final TrainingStart start,
			final TrainingListener listener)
			throws FoveaException {
		final Samples.Split split = split(config, samples, listener);
		requireFit(config, samples, split);
		return new TrainingRun(config, samples, split, start, listener).run(factory);
	}
}
