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
import fovea.job.LibraryEntry;
import fovea.job.NetworkChoice;
import fovea.job.Pretrained;
import fovea.job.StepTime;
import fovea.job.TrainingChoices;
import fovea.job.TrainingFiles;
import fovea.job.TrainingJob;
import fovea.job.TrainingOutcome;
import fovea.job.TrainingPlan;
import fovea.memory.Remedy;
import fovea.model.Normalization;
import fovea.model.ObjectTraits;
import fovea.model.library.ModelArchive;
import fovea.model.library.ModelLibrary;
import fovea.train.TrainableNetworkFactory;
import fovea.train.TrainingStart;
import fovea.train.config.Precision;
import ij.ImagePlus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.scijava.ItemIO;
import org.scijava.plugin.Parameter;

/**
 * A command that trains a network on the active image, on open images or on a folder, and puts it into the user's
 * library of models.
 */
abstract class TrainCommand extends NetworkCommand {

	private static final String NOTHING = "cancelled, no model is written";

	@Parameter(label = "Image", required = false)
	private ImagePlus image;

	@Parameter(
			label = "Name of the model (empty: from the data)",
			required = false,
			persist = false,
			description = "The trained model is found under this name by the other commands")
	private String name = "";

	@Parameter(label = "Network", persist = false, description = "Which network is trained")
	private String architecture;

	@Parameter(
			label = "Train a model further (empty: a new network)",
			required = false,
			persist = false,
			description =
					"A model whose weights the training begins with; its network and its normalization are taken, too")
	private String startfrom = "";

	@Parameter(
			label = "Own network (file)",
			style = "file",
			required = false,
			persist = false,
			description = "A file that describes a network, in place of one from the list; empty: none")
	private String file = "";

	@Parameter(
			label = "Epochs (0: automatic)",
			min = "0",
			persist = false,
			description = "How often all images are gone through; 0: as many as the network is trained with by default")
	private int epochs;

	@Parameter(
			label = "Validation (part of the images)",
			min = "0",
			max = "0.9",
			stepSize = "0.05",
			persist = false,
			description = "Part that is not trained on, but tells how good the network is; 0: none")
	private double validation = 0.1;

	@Parameter(
			label = "Mirror and turn the images",
			persist = false,
			description = "So that the network sees more of them")
	private boolean augment = true;

	@Parameter(label = "Overwrite a model of that name", persist = false)
	private boolean overwrite;

	@Parameter(
			label = "Patch (pixels, 0: automatic)",
			min = "0",
			persist = false,
			description = "Side of the squares that are cut from the images; 0: by the images' size")
	private int patch;

	@Parameter(
			label = "Batch (0: automatic)",
			min = "0",
			persist = false,
			description = "Patches of a step; 0: as many as the network is trained with by default")
	private int batch;

	@Parameter(
			label = "Learning rate (0: automatic)",
			min = "0",
			persist = false,
			description = "Of Adam; 0: that which the network is trained with by default")
	private double learningrate;

	@Parameter(
			label = "Normalization",
			choices = {"percentile", "zscore", "minmax", "div255", "none"},
			persist = false,
			description = "How gray values are brought to the network's range, now and whenever the model is used")
	private String normalize = "percentile";

	@Parameter(label = "Seed", persist = false, description = "The same seed gives the same weights")
	private int seed = 1;

	@Parameter(
			label = "Precision",
			choices = {"float32", "mixed-bfloat16"},
			persist = false,
			description = "mixed-bfloat16: faster on processors that calculate with bfloat16, elsewhere slower")
	private String precision = "float32";

	@Parameter(
			label = "Checkpoints (to go on later)",
			persist = false,
			description = "Writes one after each epoch; the same training goes on from the last one if it was ended")
	private boolean checkpoints;

	@Parameter(label = "Model", type = ItemIO.OUTPUT)
	private String path;

	/** @param architecture that is trained if none is named */
	TrainCommand(final String architecture) {
		this.architecture = architecture;
	}

	/** @return choices by the name of their input */
	abstract Map<String, List<String>> choices();

	/**
	 * @param active image, null where there is none
	 * @param view is warned
	 * @return what is to be trained on
	 * @throws FoveaException if there is nothing, or the inputs do not go with each other
	 */
	abstract TrainingData data(ImagePlus active, TrainingView view) throws FoveaException;

	/**
	 * Called when all is read and nothing is trained yet.
	 *
	 * @param plan of the training
	 * @param data what it is on
	 */
	abstract void planned(TrainingPlan plan, TrainingData data);

	@Override
	protected void prepare() {
		choices()
				.forEach((input, words) ->
						getInfo().getMutableInput(input, String.class).setChoices(words));
		// A person chooses; a macro may also give a path.
		if (!Host.isMacro() && !Host.isHeadless() && !isInputResolved("startfrom"))
			getInfo().getMutableInput("startfrom", String.class).setChoices(offered(new ModelLibrary().names()));
		super.prepare();
	}

	/**
	 * @return none, and models; where SciJava makes a dialog, a name that begins with a tag would be HTML: it can be
	 *     typed in a macro
	 */
	static List<String> offered(final List<String> names) {
		return Stream.concat(Stream.of(""), names.stream().filter(name -> !name.startsWith("<")))
				.toList();
	}

	@Override
	void check() {
		// Without one, there may be a folder.
		if (image == null && Host.isNoImageOpen()) resolveInput("image");
	}

	@Override
	final void work() throws FoveaException {
		final TrainingView view = TrainingView.of(name(), this::isCanceled);
		try {
			train(view);
		} catch (final CancelledException e) {
			view.finished(NOTHING);
			throw e;
		} catch (final FoveaException e) {
			view.failed(e.getMessage());
			throw e;
		}
		// Else a window would wait for the next step for ever.
		catch (final RuntimeException | LinkageError | OutOfMemoryError e) {
			view.failed(e instanceof OutOfMemoryError ? Remedy.ranOut() : "unexpected " + e);
			throw e;
		} finally {
			view.end();
		}
	}

	private void train(final TrainingView view) throws FoveaException {
		requireDevice();
		final NetworkChoice network = network();
		// Without a window and without an image, the host passes an empty one.
		final TrainingData data = data(image == null || image.getWidth() == 0 ? null : image, view);
		final LibraryEntry entry = new LibraryEntry(
				new ModelLibrary(),
				given(name)
						.orElseGet(() -> LibraryEntry.proposed(
								data.name(),
								network.pretrained()
										.map(model -> model.architecture().name())
										.orElse(given(file).isPresent() ? "network" : architecture))));
		entry.prepare(overwrite);
		try {
			train(network, data, entry, view);
		} finally {
			entry.tidy();
		}
	}

	private void train(
			final NetworkChoice network, final TrainingData data, final LibraryEntry entry, final TrainingView view)
			throws FoveaException {
		final TrainingPlan plan = TrainingPlan.of(choices(network, data), data.task(), view);
		planned(plan, data);
		final TrainableNetworkFactory networks = networks();
		view.start(entry.name(), plan);
		view.tell(StepTime.of(plan, networks).toString());
		network.pretrained()
				.ifPresent(
						model -> view.tell("goes on from '" + model.name() + "', with its network and normalization"));
		if (!checkpoints && TrainingStart.hasCheckpoints(entry.checkpoints()))
			view.tell("there are checkpoints of an earlier training of this name; checkpoints=true would go on from "
					+ "them");
		final TrainingFiles files = entry.files();
		final TrainingJob.ModelCard card = new TrainingJob.ModelCard(
				entry.name(),
				TrainingJob.ModelCard.description(plan.config(), plan.samples(), data.name())
						+ network.pretrained()
								.map(model -> " It began as " + model.name() + ".")
								.orElse(""),
				"",
				network.pretrained().map(Pretrained::objectTraits).orElse(ObjectTraits.UNKNOWN));
		final List<Path> read = new ArrayList<>(data.paths());
		if (!text(file).isEmpty()) read.add(InputChecks.path("file", text(file)));
		final TrainingOutcome outcome = new TrainingJob(
						plan.config(), plan.samples(), plan.preprocessing(), card, files)
				.run(start(network, entry), networks, read, view);
		if (outcome.record().isEmpty()) {
			if (TrainingStart.hasCheckpoints(entry.checkpoints()))
				view.tell("its checkpoints stay: the same with checkpoints=true goes on");
			throw new CancelledException();
		}
		path = files.model().toString();
		Optional.of(outcome.comparison()).filter(line -> !line.isEmpty()).ifPresent(view::tell);
		view.finished("model=" + MacroValue.word(entry.name()) + ", " + outcome.summary() + ", on "
				+ networks.device().label() + ", " + path);
	}

	private TrainingChoices choices(final NetworkChoice network, final TrainingData data) throws FoveaException {
		return new TrainingChoices(
				network,
				Normalization.ofLabel(normalize),
				data.noise(),
				epochs,
				batch,
				patch,
				learningrate,
				validation,
				augment,
				seed,
				Precision.valueOf(precision.toUpperCase(Locale.ROOT).replace('-', '_')));
	}

	private NetworkChoice network() throws FoveaException {
		final Optional<String> own = given(file);
		if (given(startfrom).isEmpty())
			return own.isPresent()
					? NetworkChoice.of(InputChecks.path("file", own.get()))
					: NetworkChoice.named(architecture);
		if (own.isPresent())
			throw new TrainingException("file: a model that is trained further (startfrom="
					+ MacroValue.word(text(startfrom)) + ") has its network, expected one of the two");
		try (ModelArchive archive = new ModelLibrary().open(text(startfrom), this::warn)) {
			return NetworkChoice.of(Pretrained.of(archive));
		}
	}

	private TrainingStart start(final NetworkChoice network, final LibraryEntry entry) throws TrainingException {
		final TrainingStart first = network.pretrained()
				.map(model -> TrainingStart.NEW.withWeights(model.weights()))
				.orElse(TrainingStart.NEW);
		return checkpoints ? first.goingOn(entry.checkpoints()) : first;
	}

	/** @return without spaces around it; empty for null */
	static String text(final String value) {
		return value == null ? "" : value.strip();
	}

	/** @return the text if there is any */
	static Optional<String> given(final String value) {
		return Optional.of(text(value)).filter(text -> !text.isEmpty());
	}
}
