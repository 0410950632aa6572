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
package fovea.cli.train;

import fovea.base.FoveaException;
import fovea.base.ModelException;
import fovea.cli.terminal.DescribedOptions;
import fovea.cli.terminal.Program;
import fovea.cli.terminal.Usage;
import fovea.job.DenoisingStart;
import fovea.job.FittingStart;
import fovea.job.LearningTask;
import fovea.job.NetworkChoice;
import fovea.job.Pretrained;
import fovea.model.library.ModelArchive;
import fovea.net.Architecture;
import fovea.net.DistanceHead;
import fovea.net.Initializers;
import fovea.net.Widening;
import fovea.net.zoo.ArchitectureOptions;
import fovea.net.zoo.Architectures;
import fovea.net.zoo.NamedArchitecture;
import fovea.task.Values;
import fovea.task.train.Data;
import fovea.task.train.Network;
import fovea.train.KerasWeightFile;
import fovea.train.TrainingListener;
import fovea.train.TrainingStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What may be chosen about a network, and its first weights.
 *
 * @param said with the options of {@link Network} among them
 */
record NetworkOptions(DescribedOptions said) {

	/** @return the architecture of this name, empty where it is a file */
	static Optional<NamedArchitecture> named(final String name) {
		return Architectures.all().stream()
				.filter(named -> named.name().equals(name))
				.findFirst();
	}

	/** @return what is not to be overwritten */
	Optional<Path> file() {
		return named(name()).isPresent() ? Optional.empty() : said.path(Network.NAME_OR_FILE);
	}

	private String name() {
		return said.values().get(Network.NAME_OR_FILE);
	}

	/**
	 * @param classes whether there are some to be told apart, else images are to come out
	 * @return the network, taken at its word
	 * @throws ModelException if there is no such architecture
	 */
	NetworkChoice choice(final boolean classes, final Usage usage) throws ModelException {
		final String name = name();
		final Optional<NamedArchitecture> named = named(name);
		if (named.isEmpty()) {
			usage.require(
					Stream.of(Network.WIDTH, Network.SIZE, Network.LATENT).noneMatch(said::isGiven),
					"--width, --size and --latent: a network from a file is what the file says, change it there");
			final Path file = said.path(Network.NAME_OR_FILE).orElseThrow();
			if (!Files.exists(file)) Architectures.named(name); // tells which names there are
			return NetworkChoice.of(file).literal(options -> options);
		}
		final boolean hasClasses = named.get().hasClasses();
		usage.require(
				!hasClasses || classes,
				name
						+ " tells classes apart: expected --masks, or --target-labels or --class-folders for classes "
						+ "of whole images");
		usage.require(
				hasClasses || !classes,
				name
						+ " makes images: expected an architecture that tells classes apart, see 'fovea "
						+ "architectures'");
		final Values values = said.values();
		final UnaryOperator<ArchitectureOptions> changes = options -> {
			ArchitectureOptions changed = options;
			if (values.get(Network.WIDTH).isPresent())
				changed = changed.withWidthMultiplier(values.get(Network.WIDTH).get());
			if (values.get(Network.SIZE).isPresent())
				changed = changed.withSize(
						values.get(Network.SIZE).get(), values.get(Network.SIZE).get());
			return values.get(Network.LATENT).isPresent()
					? changed.withLatent(values.get(Network.LATENT).get())
					: changed;
		};
		usage.inRange(() -> changes.apply(named.get().defaults()));
		return NetworkChoice.named(name).literal(changes);
	}

	/** @return whether a model inside that fits is to be looked for */
	boolean isAutomatic() {
		return said.given(Network.START_FROM).filter(Network.AUTO::equals).isPresent();
	}

	/**
	 * @param task images and what they are to become
	 * @param listener is told which it is, or that there is none
	 * @return the model inside that fits, if one is to be looked for and there is one
	 * @throws FoveaException if an image cannot be read, or a network cannot be run
	 */
	Optional<Pretrained> fitting(
			final LearningTask.ReadOnce task, final Program fovea, final TrainingListener listener, final Usage usage)
			throws FoveaException {
		if (!isAutomatic()) return Optional.empty();
		final boolean denoises =
				said.values().get(Data.SELF_SUPERVISED) || task.neighbor().isPresent();
		usage.require(
				denoises
						|| !task.classes().isEmpty()
								&& !said.isGiven(Data.TARGET_LABELS)
								&& !said.isGiven(Data.CLASS_FOLDERS),
				"--start-from auto: expected --masks or --mask-kind rois, by which one sees what a model tells right, "
						+ "or --self-supervised or --targets next-frame, which learn to denoise");
		usage.require(
				Stream.of(Network.WIDTH, Network.SIZE, Network.LATENT, Data.NORMALIZE)
						.noneMatch(said::isGiven),
				"--start-from auto: a model that fits brings its network and its normalization, expected none of "
						+ "--width, --size, --latent and --normalize beside it");
		if (denoises) {
			final Optional<DenoisingStart> start = DenoisingStart.find(task, fovea.library(), fovea.networks());
			listener.tell(start.map(DenoisingStart::toString).orElse("no model inside fits: a new " + name()));
			return start.map(DenoisingStart::model);
		}
		final Optional<FittingStart> fitting = FittingStart.find(task, fovea.library(), fovea.networks(), listener);
		listener.tell(fitting.map(FittingStart::toString).orElse("no model inside fits: a new " + name()));
		return fitting.map(FittingStart::model);
	}

	private TrainingStart startFrom(final Architecture network, final long seed, final Program fovea)
			throws FoveaException {
		final String startFrom = said.values().get(Network.START_FROM);
		final Optional<Path> folder =
				fovea.library().names().contains(startFrom) ? Optional.empty() : said.path(Network.START_FROM);
		if (folder.isPresent() && TrainingStart.hasCheckpoints(folder.get()))
			return TrainingStart.NEW.withWeightsOf(folder.get(), network);
		try (ModelArchive archive = fovea.open(startFrom)) {
			final Pretrained model =
					Pretrained.of(archive).fitted(DistanceHead.classes(network).isPresent());
			return TrainingStart.NEW.withWeights(Widening.widen(model.architecture(), model.weights(), network, seed));
		}
	}

	/** @return a start with the weights of a file or model, where there is one; others drawn by the seed */
	TrainingStart start(final Architecture network, final long seed, final Program fovea, final Usage usage)
			throws FoveaException {
		final Optional<Path> weights = said.path(Network.KERAS_WEIGHTS);
		usage.require(
				weights.isEmpty() || !said.isGiven(Network.START_FROM),
				"--keras-weights and --start-from: weights can come from one only");
		if (said.isGiven(Network.START_FROM) && !isAutomatic()) return startFrom(network, seed, fovea);
		return weights.isEmpty()
				? TrainingStart.NEW
				: TrainingStart.NEW.withWeights(
						Initializers.initialize(network, seed).with(KerasWeightFile.read(weights.get(), network)));
	}
}
