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

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.base.ModelException;
import fovea.data.ImageSource;
import fovea.infer.ModelOptions;
import fovea.infer.network.NetworkLoader;
import fovea.model.ObjectTraits;
import fovea.model.library.ModelArchive;
import fovea.model.library.ModelLibrary;
import fovea.rank.Contenders;
import fovea.rank.TrainedHere;
import fovea.text.Counted;
import fovea.train.TrainableNetworkFactory;
import fovea.train.TrainingListener;
import fovea.train.TrainingResult;
import fovea.train.TrainingStart;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A training on noisy images alone, whose network is to denoise these same images.
 *
 * @param plan of the training
 * @param data what it learns from, for people: a title, or how many images
 * @param beginning what it begins with; empty: a new network
 */
public record SelfTraining(TrainingPlan plan, String data, Optional<Beginning> beginning) {

	/**
	 * What a user wants a training to begin with.
	 *
	 * @param fitting whether a model inside that fits is looked for
	 * @param model name or path of another one; empty, and none is looked for: a new network
	 */
	public record Start(boolean fitting, Optional<String> model) {}

	/** Opens a model's files. */
	@FunctionalInterface
	private interface Opener {

		ModelArchive open() throws ModelException;
	}

	/** A model that a training begins with. */
	public static final class Beginning {

		private final Pretrained model;
		private final Opener files;

		private Beginning(final Pretrained model, final Opener files) {
			this.model = model;
			this.files = files;
		}

		/**
		 * @param start what is wanted
		 * @param task noisy images; all are read where a model is looked for
		 * @param library of models
		 * @param networks run those that are tried
		 * @param listener is told what was found, and where more than one model could be meant
		 * @return the model; empty: a new network
		 * @throws FoveaException if there is no such model, it cannot be trained further, an image cannot be read, or a
		 *     network cannot be run
		 */
		private static Optional<Beginning> of(
				final Start start,
				final LearningTask task,
				final ModelLibrary library,
				final TrainableNetworkFactory networks,
				final TrainingListener listener)
				throws FoveaException {
			if (start.model().isPresent()) {
				final Opener files = () -> library.open(start.model().get(), listener::warn);
				try (ModelArchive archive = files.open()) {
					return Optional.of(new Beginning(Pretrained.of(archive), files));
				}
			}
			if (!start.fitting()) return Optional.empty();
			final Optional<DenoisingStart> found = DenoisingStart.find(task, library, networks);
			listener.tell(found.map(DenoisingStart::toString)
					.orElse("no model inside takes such images: the training begins with a new network"));
			return found.map(DenoisingStart::model)
					.map(model -> new Beginning(model, () -> library.openInside(model.name())));
		}

		/** @return its network and weights */
		public Pretrained model() {
			return model;
		}
	}

	/**
	 * A network that was trained.
	 *
	 * @param training that it comes from
	 * @param outcome of that
	 * @param model its file
	 */
	public record Trained(SelfTraining training, TrainingOutcome outcome, Path model) {

		/** @return for example "cae-denoise trained on cells.tif (100 steps from 'denoise')" */
		public String name() {
			return training.plan.config().architecture().name() + " trained on " + training.data + " ("
					+ Counted.of(steps(), "step")
					+ training.beginning
							.map(start -> " from '" + start.model().name() + "'")
							.orElse(", a new network")
					+ ")";
		}

		/** @return whether it ended before its time, with what was best so far */
		public boolean isStopped() {
			return outcome.result().ending() == TrainingResult.EndReason.CANCELLED;
		}

		private int steps() {
			return outcome.result().bestEpoch() * training.plan.cost().steps();
		}

		/** How often it has learned each pixel, in the mean. */
		private double times() {
			final long all = training.plan.samples().samples().stream()
					.mapToLong(sample ->
							(long) sample.input().height() * sample.input().width())
					.sum();
			final int patch = training.plan.config().patch();
			final double each = patch > 0
					? (double) patch * patch
					: (double) all / training.plan.samples().samples().size();
			return (double) steps() * training.plan.config().batch() * each / all;
		}

		/**
		 * @param loader what loads networks
		 * @param warnings hears if what it began with cannot be opened any more
		 * @return the network beside what it began with, to be ranked on the images; to be closed by the caller
		 * @throws ModelException if it cannot be opened
		 */
		public Contenders contenders(final NetworkLoader loader, final Consumer<String> warnings)
				throws ModelException {
			final Optional<Beginning> start = training.beginning;
			final Optional<String> other = start.map(each -> each.model().name());
			final Contenders contenders =
					Contenders.of(new TrainedHere(name(), other, times()), ModelArchive.open(model), loader);
			try {
				if (start.isPresent())
					contenders.add(other.orElseThrow(), start.get().files.open(), loader, ModelOptions.DEFAULT);
			} catch (final ModelException e) {
				warnings.accept("not ranked: " + other.orElseThrow() + ": " + e.getMessage());
			} catch (final RuntimeException | Error e) {
				contenders.close();
				throw e;
			}
			return contenders;
		}
	}

	/** What a user chose. */
	@FunctionalInterface
	public interface Choosing {

		/**
		 * @param start model that the training begins with; empty: a new network
		 * @return choices, of the noise that the images are noisy
		 * @throws ModelException if there is no such network
		 */
		TrainingChoices choices(Optional<Pretrained> start) throws ModelException;
	}

	/**
	 * Reads all images. Of several channels that are no colors each is learned from by itself, unless the model that
	 * the training begins with takes as many.
	 *
	 * @param start what it is to begin with
	 * @param choosing what else was chosen
	 * @param images noisy ones
	 * @param data what they are, for people
	 * @param library of models
	 * @param networks run those that may fit
	 * @param listener is told what was found, and warned
	 * @return the training
	 * @throws FoveaException if there is no such model, it cannot be trained further, an image cannot be read or does
	 *     not fit to the network, or memory does not suffice
	 */
	public static SelfTraining of(
			final Start start,
			final Choosing choosing,
			final ImageSource images,
			final String data,
			final ModelLibrary library,
			final TrainableNetworkFactory networks,
			final TrainingListener listener)
			throws FoveaException {
		final ImageSource channels = EachChannel.of(images);
		final LearningTask.ReadOnce each = new LearningTask.ReadOnce(new LearningTask.Reconstruction(channels));
		final Optional<Beginning> beginning = Beginning.of(start, each, library, networks, listener);
		final Optional<Pretrained> model = beginning.map(Beginning::model);
		final TrainingChoices choices = choosing.choices(model);
		final boolean together = model.filter(
						known -> known.architecture().inputShape().channels() > 1)
				.isPresent();
		final boolean apart = channels != images && !together;
		// else one of its channels would be held out, and not be learned from
		final TrainingChoices fitting = apart && images.names().size() == 1 ? choices.withValidation(0) : choices;
		final LearningTask task = together ? new LearningTask.Reconstruction(images) : each;
		final TrainingPlan plan = TrainingPlan.of(fitting, task, listener);
		each.forget();
		return new SelfTraining(plan, data, beginning);
	}

	/**
	 * Trains and writes the model.
	 *
	 * @param files that are written; the model is called as its file is
	 * @param read files and folders that were learned from; no picture is put among them
	 * @param networks makes the network
	 * @param listener hears of it; if it cancels, what was best so far is the result, unless it discards that
	 * @return the network
	 * @throws CancelledException if no epoch was finished, or the result was discarded: nothing is written then
	 * @throws FoveaException if the training fails, or the model cannot be written
	 */
	public Trained run(
			final TrainingFiles files,
			final List<Path> read,
			final TrainableNetworkFactory networks,
			final TrainingListener listener)
			throws FoveaException {
		final TrainingJob.ModelCard card = new TrainingJob.ModelCard(
				files.title(),
				TrainingJob.ModelCard.description(plan.config(), plan.samples())
						+ beginning
								.map(start -> " It began as " + start.model().name() + ".")
								.orElse(""),
				"",
				ObjectTraits.UNKNOWN);
		final TrainingStart start = beginning
				.map(each -> TrainingStart.NEW.withWeights(each.model().weights()))
				.orElse(TrainingStart.NEW);
		final TrainingOutcome outcome = new TrainingJob(
						plan.config(), plan.samples(), plan.preprocessing(), card, files)
				.run(start, networks, read, listener);
		if (outcome.record().isEmpty()) throw new CancelledException();
		return new Trained(this, outcome, files.model());
	}
}
