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
import fovea.data.Sample;
import fovea.data.SampleReader;
import fovea.data.Samples;
import fovea.model.library.LibraryModel;
import fovea.model.library.ModelArchive;
import fovea.model.library.ModelLibrary;
import fovea.net.Alignment;
import fovea.train.Batch;
import fovea.train.TrainableNetwork;
import fovea.train.TrainableNetworkFactory;
import fovea.train.TrainingListener;
import fovea.train.augment.BlindSpots;
import fovea.train.augment.Patches;
import fovea.train.config.Loss;
import fovea.train.config.StepOptions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * The model inside that denoises noisy images best, as far as that can be told without clean ones, so that a training
 * with them had better begin with it.
 *
 * @param model to begin with
 * @param error mean squared error at hidden pixels, against the noisy values, in units of the network's input
 */
public record DenoisingStart(Pretrained model, double error) {

	private static final int MOST_SQUARES = 16;
	private static final int SIDE = 256;

	/**
	 * Runs each model inside that gives images on parts of the images, about a second for each million pixels.
	 *
	 * @param task noisy images; all are read
	 * @param library whose models inside are tried
	 * @param networks run them
	 * @return the one that tells hidden pixels best; empty where none takes such images
	 * @throws FoveaException if an image cannot be read, or a network cannot be run
	 */
	public static Optional<DenoisingStart> find(
			final LearningTask task, final ModelLibrary library, final TrainableNetworkFactory networks)
			throws FoveaException {
		DenoisingStart best = null;
		final int channels = TrainingPlan.channels(task.images());
		for (final LibraryModel each : library.models()) {
			if (!each.isBundled() || library.isDemonstration(each)) continue;
			final Optional<Pretrained> model = candidate(library, each, channels);
			if (model.isEmpty()) continue;
			final double error = error(task, model.get(), networks);
			if (best == null || error < best.error) best = new DenoisingStart(model.get(), error);
		}
		return Optional.ofNullable(best);
	}

	/**
	 * @return one line, for example "'denoise' removes most noise of the models inside: the training begins with it"
	 */
	@Override
	public String toString() {
		return "'" + model.name() + "' removes most noise of the models inside: the training begins with it";
	}

	private static Optional<Pretrained> candidate(
			final ModelLibrary library, final LibraryModel model, final int channels) {
		try (ModelArchive archive = library.open(model)) {
			final Pretrained pretrained = Pretrained.of(archive);
			// one that has a code in its middle reconstructs what it knows
			if (!pretrained.architecture().inputShape().isFree()
					|| pretrained.architecture().latent().isPresent()) return Optional.empty();
			pretrained.requireFor(List.of(), channels);
			return Optional.of(pretrained);
		} catch (final ModelException | TrainingException e) { // does something else
			return Optional.empty();
		}
	}

	private static double error(final LearningTask task, final Pretrained model, final TrainableNetworkFactory networks)
			throws FoveaException {
		final Samples samples = task.read(new SampleReader(
						model.preprocessing(),
						OptionalInt.of(model.architecture().inputShape().channels()),
						TrainingListener.NONE)
				.stabilizing());
		final Alignment alignment = Alignment.of(model.architecture());
		final int step = Math.max(alignment.height(), alignment.width());
		final List<Sample> all = samples.samples();
		final int looked = Math.min(MOST_SQUARES, all.size());
		final SplittableRandom random = new SplittableRandom(1);
		double sum = 0;
		try (TrainableNetwork network = networks.create(
				model.architecture(), model.weights(), StepOptions.of(new Loss.MeanSquaredError(), 1))) {
			for (int i = 0; i < looked; i++) {
				final Batch batch = Batch.of(
						List.of(BlindSpots.USUAL.of(
								middle(all.get((int) ((long) i * all.size() / looked)), step), random)),
						false,
						false);
				sum += network.loss(batch.input(), batch.target());
			}
		}
		return sum / looked;
	}

	private static Sample middle(final Sample sample, final int step) {
		final int height = Math.min(SIDE, sample.input().height()) / step * step;
		final int width = Math.min(SIDE, sample.input().width()) / step * step;
		return Patches.cut(
				sample, (sample.input().height() - height) / 2, (sample.input().width() - width) / 2, height, width);
	}
}
