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
package fovea.command;

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.base.TrainingException;
import fovea.ij1.Host;
import fovea.ij1.macro.MacroValue;
import fovea.job.DenoisingStart;
import fovea.job.FittingStart;
import fovea.job.LearningTask;
import fovea.job.LibraryEntry;
import fovea.job.NetworkChoice;
import fovea.job.NoiseChoice;
import fovea.job.Pretrained;
import fovea.job.StepTime;
import fovea.job.TrainingFiles;
import fovea.job.TrainingJob;
import fovea.job.TrainingOutcome;
import fovea.job.TrainingPlan;
import fovea.model.ObjectTraits;
import fovea.model.Purpose;
import fovea.model.library.ModelArchive;
import fovea.model.library.ModelLibrary;
import fovea.task.Option;
import fovea.task.Values;
import fovea.task.train.Data;
import fovea.task.train.Network;
import fovea.task.train.Run;
import fovea.task.train.TrainingTask;
import fovea.train.TrainableNetworkFactory;
import fovea.train.TrainingStart;
import ij.ImagePlus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.scijava.ItemIO;
import org.scijava.plugin.Parameter;

/**
 * A command that trains a network on the active image, on open images or on a folder, and puts it into the user's
 * library of models.
 */
abstract class TrainCommand extends NetworkCommand {

	/**
	 * What a command is to train on, before any pixel is read.
	 *
	 * @param task images and what is to come out
	 * @param noise put on the images
	 * @param name of the data, for people
	 * @param paths that are read
	 */
	record TrainingData(LearningTask.ReadOnce task, NoiseChoice noise, String name, List<Path> paths) {

		/** Copies the list. */
		TrainingData {
			paths = List.copyOf(paths);
		}

		/** Images are read once, whoever looks at them before the training. */
		TrainingData(final LearningTask task, final NoiseChoice noise, final String name, final List<Path> paths) {
			this(new LearningTask.ReadOnce(task), noise, name, paths);
		}
	}

	private static final String START_FROM = Network.START_FROM_FITTING.key();
	private static final String NOTHING = "cancelled, no model is written";

	@Parameter(label = "Image", required = false)
	private ImagePlus image;

	@Parameter(label = "Model", type = ItemIO.OUTPUT)
	private String path;

	private final TrainingTask task;

	/** @param task what is trained for */
	TrainCommand(final TrainingTask task) {
		this.task = task;
	}

	@Override
	final List<Option<?>> ownOptions() {
		return task.options();
	}

	/**
	 * @param said what the user said
	 * @param further the model that is trained further, if one is
	 * @param active image, null where there is none
	 * @param view is warned
	 * @return what is to be trained on
	 * @throws FoveaException if there is nothing, or the inputs do not go with each other
	 */
	abstract TrainingData data(Values said, Optional<Pretrained> further, ImagePlus active, TrainingView view)
			throws FoveaException;

	/**
	 * Called when all is read and nothing is trained yet.
	 *
	 * @param said what the user said
	 * @param plan of the training
	 * @param data what it is on
	 */
	abstract void planned(Values said, TrainingPlan plan, TrainingData data);

	/**
	 * Called once the model is written.
	 *
	 * @param model its file
	 * @param view is told
	 */
	void written(final Path model, final TrainingView view) throws FoveaException {}

	/** {@inheritDoc} For a training that goes on none, and models of the same use. */
	@Override
	List<String> proposals(final String input) {
		return input.equals(START_FROM) ? FittingModels.starts(new ModelLibrary(), use()) : super.proposals(input);
	}

	@Override
	Optional<UnaryOperator<String>> note(final String input) {
		return input.equals(START_FROM) ? Optional.of(this::start) : super.note(input);
	}

	/** What the training begins with, as a person chooses or types it. */
	private String start(final String nameOrPath) {
		if (nameOrPath.equals(Network.AUTO))
			return task == TrainingTask.SEGMENTER
					? "Where little is outlined and a model inside knows it: that model, with its network and "
							+ "normalization, not those here. The log says which."
					: "Where it learns from noisy images alone: the model inside that removes most of their noise, "
							+ "with its network and normalization, not those here. The log says which.";
		final String model = FittingModels.line(nameOrPath);
		return model.isEmpty() ? "" : model + " Its network and normalization are taken, not those here.";
	}

	private Purpose use() {
		return task == TrainingTask.SEGMENTER ? Purpose.SEGMENTS : Purpose.RESTORES;
	}

	@Override
	void check() {
		// Without one, there may be a folder.
		if (image == null && Host.isNoImageOpen()) resolveInput("image");
	}

	@Override
	final void work() throws FoveaException {
		final TrainingView view = TrainingView.of(name(), this::isCanceled);
		view.watch(() -> train(view), NOTHING);
	}

	private void train(final TrainingView view) throws FoveaException {
		requireDevice();
		final Values said = values(task.options());
		final NetworkChoice chosen = network(said);
		// Without a window and without an image, the host passes an empty one.
		final TrainingData data =
				data(said, chosen.pretrained(), image == null || image.getWidth() == 0 ? null : image, view);
		final NetworkChoice network = (isAutomatic(said) ? fitting(chosen, data, view) : chosen).fitted(data.task());
		final LibraryEntry entry = new LibraryEntry(
				new ModelLibrary(),
				given(said, Run.LIBRARY_NAME)
						.orElseGet(() -> LibraryEntry.proposed(
								data.name(),
								network.pretrained()
										.map(model -> model.architecture().name())
										.orElse(
												given(said, Network.FILE).isPresent()
														? "network"
														: said.get(task.architecture())))));
		entry.prepare(said.get(Run.OVERWRITE));
		try {
			train(said, network, data, entry, view);
		} finally {
			entry.tidy();
		}
	}

	private void train(
			final Values said,
			final NetworkChoice network,
			final TrainingData data,
			final LibraryEntry entry,
			final TrainingView view)
			throws FoveaException {
		final TrainingPlan plan = TrainingPlan.of(TrainingTask.choices(network, data.noise(), said), data.task(), view);
		data.task().forget();
		planned(said, plan, data);
		final TrainableNetworkFactory networks = networks();
		view.start(entry.name(), plan);
		view.tell(StepTime.of(plan, networks).toString());
		network.pretrained()
				.ifPresent(
						model -> view.tell("goes on from '" + model.name() + "', with its network and normalization"));
		if (!said.get(Run.GOING_ON) && TrainingStart.hasCheckpoints(entry.checkpoints()))
			view.tell("there are checkpoints of an earlier training of this name; checkpoints=true would go on from "
					+ "them");
		final TrainingFiles files = entry.files();
		final TrainingJob.ModelCard card = new TrainingJob.ModelCard(
				entry.name(),
				description(plan, data)
						+ network.pretrained()
								.map(model -> " It began as " + model.name() + ".")
								.orElse(""),
				"",
				network.pretrained().map(Pretrained::objectTraits).orElse(ObjectTraits.UNKNOWN));
		final List<Path> read = new ArrayList<>(data.paths());
		if (given(said, Network.FILE).isPresent()) read.add(path(said, Network.FILE));
		final TrainingOutcome outcome = new TrainingJob(
						plan.config(), plan.samples(), plan.preprocessing(), card, files)
				.run(start(said, network, entry), networks, read, view);
		if (outcome.record().isEmpty()) {
			if (TrainingStart.hasCheckpoints(entry.checkpoints()))
				view.tell("its checkpoints stay: the same with checkpoints=true goes on");
			throw new CancelledException();
		}
		path = files.model().toString();
		Optional.of(outcome.comparison()).filter(line -> !line.isEmpty()).ifPresent(view::tell);
		view.finished("model=" + MacroValue.word(entry.name()) + ", " + outcome.summary() + ", on "
				+ networks.device().label() + ", in " + path);
		view.kept(entry.name() + " is in " + path);
		written(files.model(), view);
	}

	/** Who chooses a network or a normalization wants that one. */
	private boolean isAutomatic(final Values said) {
		return said.get(task.start()).equals(Network.AUTO)
				&& given(said, Network.FILE).isEmpty()
				&& said.get(task.architecture()).equals(task.architecture().initial())
				&& said.get(Data.NORMALIZE) == Data.NORMALIZE.initial();
	}

	private NetworkChoice fitting(final NetworkChoice other, final TrainingData data, final TrainingView view)
			throws FoveaException {
		if (task == TrainingTask.AUTOENCODER) return denoising(other, data, view);
		final Optional<FittingStart> fitting = FittingStart.find(data.task(), new ModelLibrary(), networks(), view);
		if (fitting.isEmpty()) return other;
		view.tell(fitting.get() + " (startfrom=" + Network.NEW + ": a new network)");
		return NetworkChoice.of(fitting.get().model());
	}

	private NetworkChoice denoising(final NetworkChoice other, final TrainingData data, final TrainingView view)
			throws FoveaException {
		final boolean hasPairs = data.task().neighbor().isPresent();
		if (!hasPairs && !(data.noise() instanceof NoiseChoice.Noisy)) return other;
		final Optional<DenoisingStart> start = DenoisingStart.find(data.task(), new ModelLibrary(), networks());
		if (start.isEmpty()) return other;
		view.tell(start.get() + " (startfrom=" + Network.NEW + ": a new network)");
		return NetworkChoice.of(start.get().model());
	}

	/** Open images have names of their own, a folder has one. */
	private static String description(final TrainingPlan plan, final TrainingData data) {
		return data.paths().isEmpty()
				? TrainingJob.ModelCard.description(plan.config(), plan.samples())
				: TrainingJob.ModelCard.description(plan.config(), plan.samples(), data.name());
	}

	private NetworkChoice network(final Values said) throws FoveaException {
		final Optional<String> own = given(said, Network.FILE);
		final Optional<String> further =
				given(said, task.start()).filter(text -> !text.equals(Network.AUTO) && !text.equals(Network.NEW));
		if (further.isEmpty())
			return own.isPresent()
					? NetworkChoice.of(path(said, Network.FILE))
					: NetworkChoice.named(said.get(task.architecture()));
		if (own.isPresent())
			throw new TrainingException("file: a model that is trained further (startfrom="
					+ MacroValue.word(further.get()) + ") has its network, expected one of the two");
		try (ModelArchive archive = new ModelLibrary().open(further.get(), this::warn)) {
			return NetworkChoice.of(Pretrained.of(archive));
		}
	}

	private TrainingStart start(final Values said, final NetworkChoice network, final LibraryEntry entry)
			throws TrainingException {
		final TrainingStart first = network.pretrained()
				.map(model -> TrainingStart.NEW.withWeights(model.weights()))
				.orElse(TrainingStart.NEW);
		return said.get(Run.GOING_ON) ? first.goingOn(entry.checkpoints()) : first;
	}

	/** @return the text if there is any */
	static Optional<String> given(final Values said, final Option<String> option) {
		return Optional.of(said.get(option)).filter(text -> !text.isEmpty());
	}

	/** @return the text as a path */
	static Path path(final Values said, final Option<String> option) throws FoveaException {
		return InputChecks.path(option.key(), said.get(option));
	}
}
