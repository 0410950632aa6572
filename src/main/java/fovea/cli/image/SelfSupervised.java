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
package fovea.cli.image;

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.cli.terminal.Console;
import fovea.cli.terminal.DescribedOptions;
import fovea.cli.terminal.Interruption;
import fovea.cli.terminal.Program;
import fovea.cli.terminal.TrainingProgress;
import fovea.cli.terminal.Usage;
import fovea.ij1.files.FolderImages;
import fovea.ij1.files.MacroCall;
import fovea.ij1.files.OpenJob;
import fovea.job.LibraryEntry;
import fovea.job.SelfTraining;
import fovea.job.StepTime;
import fovea.job.TrainedFiles;
import fovea.task.Denoise;
import fovea.task.ImageTask;
import fovea.task.Option;
import fovea.task.Output;
import fovea.task.Running;
import fovea.task.TaskKind;
import fovea.task.Values;
import fovea.task.train.SelfSupervision;
import fovea.text.Counted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Trains a network on the images that it is to denoise then.
 *
 * @param described the options of {@code fovea denoise}
 * @param usage tells what cannot be meant
 */
record SelfSupervised(DescribedOptions described, Usage usage) {

	private static final String KEEP = SelfSupervision.KEEP.name();

	/** What would have the trained network run in another way than it was trained for; a map that no filter gives. */
	private static final List<Option<?>> OF_ANOTHER = Stream.concat(
					Stream.of(
							TaskKind.DENOISE.model(),
							Denoise.STABILIZE,
							Output.UNCERTAINTY.wish().orElseThrow(),
							Running.NORMALIZE,
							Running.CHANNELS,
							Running.PRECISION),
					Running.OF_MODEL.stream())
			.toList();

	/** @return whether that was asked for; usage errors for options that do not go with it, or without it */
	boolean isWanted() {
		final boolean wanted = described.values().get(SelfSupervision.WANTED);
		for (final Option<?> option : wanted ? OF_ANOTHER : SelfSupervision.NAMED)
			usage.require(
					option.equals(SelfSupervision.WANTED) || !described.isGiven(option),
					longest(option)
							+ (wanted
									? ": not beside --self-supervised, which trains the model that is run"
									: ": expected beside --self-supervised"));
		return wanted;
	}

	private static String longest(final Option<?> option) {
		return option.names().get(option.names().size() - 1);
	}

	/**
	 * @param task to denoise
	 * @param images that are learned from, and denoised later
	 * @param fovea trains and runs networks
	 * @param console where to tell
	 * @param interruption ends the training; what was best so far is written where it is to be kept
	 * @return a job that denoises, to be closed by the caller
	 * @throws CancelledException if it was interrupted
	 * @throws FoveaException if an image cannot be read or does not fit to the network, or the training fails
	 */
	OpenJob open(
			final ImageTask task,
			final List<Path> images,
			final Program fovea,
			final Console console,
			final Interruption interruption)
			throws FoveaException {
		final Values said = described.values();
		try (TrainedFiles files = files(said.get(SelfSupervision.KEEP), fovea)) {
			final TrainingProgress progress = new TrainingProgress(
					console,
					interruption::isRequested,
					files.areKept() ? "what was best so far is kept" : "no image is denoised");
			final SelfTraining.Trained trained = train(said, images, files, fovea, console, progress);
			if (interruption.isRequested()) throw new CancelledException();
			return OpenJob.choosing(
					(Denoise) task,
					trained.contenders(fovea.loader(), console::warning),
					macro(said, images),
					fovea.device());
		}
	}

	private TrainedFiles files(final String keep, final Program fovea) throws FoveaException {
		if (keep.isEmpty()) return TrainedFiles.temporary();
		if (keep.toLowerCase(Locale.ROOT).endsWith(".zip")) {
			final Path file = described.path(SelfSupervision.KEEP).orElseThrow();
			usage.require(!Files.isDirectory(file), KEEP + ": " + file + " is a folder, expected a file");
			return TrainedFiles.of(file);
		}
		final LibraryEntry entry = new LibraryEntry(fovea.library(), keep);
		entry.requireName(KEEP);
		usage.require(
				!entry.isTaken(),
				KEEP + ": there is a model '" + keep + "' already: expected another name, or a file that ends in .zip");
		entry.prepare(false);
		return TrainedFiles.of(entry);
	}

	private static SelfTraining.Trained train(
			final Values said,
			final List<Path> images,
			final TrainedFiles files,
			final Program fovea,
			final Console console,
			final TrainingProgress progress)
			throws FoveaException {
		fovea.networks().device(); // before images are read, which may take long
		final SelfTraining training = SelfTraining.of(
				SelfSupervision.start(said),
				start -> SelfSupervision.choices(said, start),
				FolderImages.of(images),
				images.size() == 1 ? images.get(0).getFileName().toString() : Counted.of(images.size(), "image"),
				fovea.library(),
				fovea.networks(),
				progress);
		console.print(training.plan().toString());
		console.print(StepTime.of(training.plan(), fovea.networks()).toString());
		progress.start(training.plan().config(), training.plan().samples().metric());
		final SelfTraining.Trained trained = training.run(files.files(), images, fovea.networks(), progress);
		progress.end();
		console.print(trained.name() + ": " + trained.outcome().summary()
				+ (files.areKept() ? ", in " + trained.model() : ""));
		return trained;
	}

	/** Of several images together there is none: the command trains on the image that is open. */
	private static String macro(final Values said, final List<Path> images) {
		return images.size() == 1
				? MacroCall.of(SelfSupervision.LABEL, SelfSupervision.deciding(said), SelfSupervision.START)
						.text()
				: "none: the network was trained on " + images.size() + " images together";
	}
}
