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
import fovea.cli.terminal.Program;
import fovea.cli.terminal.Usage;
import fovea.job.Pretrained;
import fovea.model.library.ModelArchive;
import fovea.net.Architecture;
import fovea.net.Initializers;
import fovea.net.Widening;
import fovea.net.file.ArchitectureFile;
import fovea.net.zoo.ArchitectureOptions;
import fovea.net.zoo.Architectures;
import fovea.net.zoo.NamedArchitecture;
import fovea.train.KerasWeightFile;
import fovea.train.TrainingStart;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What may be chosen about a network, and its first weights. */
final class NetworkOptions {

	/** ImageNet's weights want three channels. */
	private static final String OF_THREE_CHANNELS = "fcn8-vgg16";

	@Option(
			names = "--width",
			paramLabel = "X",
			description = "Multiplies the number of filters of a named architecture. Default: 1.")
	private Double width;

	@Option(
			names = "--size",
			paramLabel = "N",
			description =
					"Height and width of the input of a named architecture, 0 for any where it allows it. Default: "
							+ "as published.")
	private Integer size;

	@Option(
			names = "--latent",
			paramLabel = "N",
			description = "Length of the encoding of a named architecture. Default: as published.")
	private Integer latent;

	@Option(
			names = "--keras-weights",
			paramLabel = "FILE",
			description = "First weights from a Keras .h5 file, by names of layers (VGG16 for fcn8-vgg16).")
	private Path kerasWeights;

	@Option(
			names = "--start-from",
			paramLabel = "MODEL|FOLDER",
			description = "First weights from a model, by name or path, or from the checkpoints (--checkpoints) of an "
					+ "earlier training; of "
					+ "the same network, whatever its settings and images were. A model may have fewer "
					+ "filters.")
	private String startFrom;

	/** @return the architecture of this name, empty where it is a file */
	static Optional<NamedArchitecture> named(final String name) {
		return Architectures.all().stream()
				.filter(named -> named.name().equals(name))
				.findFirst();
	}

	/**
	 * @param nameOrFile of the architecture
	 * @param channels that the images have
	 * @param classes to be told apart, 0 where images are to come out
	 * @throws ModelException if there is no such architecture, or it cannot be built like this
	 */
	Architecture build(final String nameOrFile, final int channels, final int classes, final Usage usage)
			throws ModelException {
		final Optional<NamedArchitecture> named = named(nameOrFile);
		if (named.isEmpty()) {
			usage.require(
					width == null && size == null && latent == null,
					"--width, --size and --latent: a network from a file is what the file says, change it there");
			return ArchitectureFile.read(Path.of(nameOrFile));
		}
		final boolean hasClasses = named.get().hasClasses();
		usage.require(
				!hasClasses || classes > 0,
				nameOrFile
						+ " tells classes apart: expected --masks, or --target-labels or --class-folders for classes "
						+ "of whole images");
		usage.require(
				hasClasses || classes == 0,
				nameOrFile
						+ " makes images: expected an architecture that tells classes apart, see 'fovea "
						+ "architectures'");
		final ArchitectureOptions options = usage.inRange(() -> options(named.get(), channels, classes));
		return named.get().build(options);
	}

	private TrainingStart startFrom(final Architecture network, final long seed, final Program fovea)
			throws FoveaException {
		final Optional<Path> folder =
				fovea.library().names().contains(startFrom) ? Optional.empty() : Optional.of(Path.of(startFrom));
		if (folder.isPresent() && TrainingStart.hasCheckpoints(folder.get()))
			return TrainingStart.NEW.withWeightsOf(folder.get(), network);
		try (ModelArchive archive = fovea.open(startFrom)) {
			final Pretrained model = Pretrained.of(archive);
			return TrainingStart.NEW.withWeights(Widening.widen(model.architecture(), model.weights(), network, seed));
		}
	}

	private ArchitectureOptions options(final NamedArchitecture named, final int channels, final int classes) {
		ArchitectureOptions options = named.defaults();
		if (!named.name().equals(OF_THREE_CHANNELS)) options = options.withChannels(channels);
		if (classes > 0) options = options.withClasses(classes);
		if (width != null) options = options.withWidthMultiplier(width);
		if (size != null) options = options.withSize(size, size);
		return latent == null ? options : options.withLatent(latent);
	}

	/** @return a start with the weights of a file, where there is one; others drawn by the seed */
	TrainingStart start(final Architecture network, final long seed, final Program fovea, final Usage usage)
			throws FoveaException {
		usage.require(
				kerasWeights == null || startFrom == null,
				"--keras-weights and --start-from: weights can come from one only");
		if (startFrom != null) return startFrom(network, seed, fovea);
		return kerasWeights == null
				? TrainingStart.NEW
				: TrainingStart.NEW.withWeights(
						Initializers.initialize(network, seed).with(KerasWeightFile.read(kerasWeights, network)));
	}
}
