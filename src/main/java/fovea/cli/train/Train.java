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
import fovea.cli.terminal.Console;
import fovea.cli.terminal.Interruption;
import fovea.cli.terminal.MaskOptions;
import fovea.cli.terminal.Program;
import fovea.cli.terminal.TrainingProgress;
import fovea.cli.terminal.Usage;
import fovea.device.Device;
import fovea.image.Image;
import fovea.job.LearningTask;
import fovea.job.TrainingFiles;
import fovea.job.TrainingJob;
import fovea.job.TrainingOutcome;
import fovea.net.Architecture;
import fovea.net.Shapes;
import fovea.net.zoo.NamedArchitecture;
import fovea.net.zoo.TrainingDefaults;
import fovea.train.TrainingResult;
import fovea.train.TrainingStart;
import fovea.train.config.TrainingConfig;
import fovea.train.data.ImageSource;
import fovea.train.data.SampleReader;
import fovea.train.data.Samples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fovea train}: trains a network on images and writes it as a model. */
@Command(
		name = "train",
		header = "Trains a network on your images.",
		sortOptions = false,
		description = "%nWithout --targets or --masks the network learns to give back its input (reconstruct), or "
				+ "with --noise the image without the noise (denoise). With --masks or --mask-kind rois it learns to "
				+ "segment, "
				+ "with --target-labels or --class-folders to tell images apart. Writes a model that the other "
				+ "commands take. "
				+ "Ctrl-C ends the training and keeps the best weights.",
		footerHeading = "%nExamples:%n",
		footer = {
			"  fovea train --architecture cae-strided --data digits-idx3-ubyte.gz --normalize div255 --out digits.zip",
			"  fovea train --architecture cae-denoise --data images/ --noise 0.02-0.2 --patch 64 --out denoiser.zip",
			"  fovea train --architecture fcn-small --data images/ --masks masks/ --mask-kind binary --patch 128 "
					+ "--out cells.zip",
			"  fovea train --architecture fcn-small --data drawn/ --mask-kind rois --classes nucleus,debris --patch "
					+ "64 --out n.zip",
			"  fovea train --architecture resnet-block --data folders/ --class-folders --epochs 5 --out types.zip"
		})
public final class Train implements Callable<Integer> {

	/** Until the best weights are written, after a step that may be long. */
	private static final long PATIENCE_SECONDS = 300;

	@Spec
	private CommandSpec spec;

	@Option(
			names = "--architecture",
			required = true,
			paramLabel = "NAME",
			description = "Name of a network (see 'fovea architectures') or a file that describes one.")
	private String architecture;

	@Option(
			names = "--data",
			required = true,
			paramLabel = "PATH",
			description =
					"Folder of images, one image or stack, a .npy array (axes n y x or n y x c), or an idx file such "
							+ "as MNIST's.")
	private Path data;

	@Option(
			names = "--out",
			required = true,
			paramLabel = "FILE",
			description =
					"The model, a zip. Beside it the curves (CSV and PNG) and what becomes of some samples (PNG).")
	private Path out;

	@ArgGroup(validate = false, heading = "%nWhat is to come out:%n", order = 1)
	private DataOptions dataOptions = new DataOptions();

	@ArgGroup(validate = false, heading = "%nMasks:%n", order = 2)
	private MaskOptions masks = new MaskOptions();

	@ArgGroup(validate = false, heading = "%nThe network:%n", order = 3)
	private NetworkOptions network = new NetworkOptions();

	@ArgGroup(validate = false, heading = "%nNoise and other changes at random:%n", order = 4)
	private AugmentationOptions augmentation = new AugmentationOptions();

	@ArgGroup(validate = false, heading = "%nHow much and how long:%n", order = 5)
	private ScheduleOptions schedule = new ScheduleOptions();

	@ArgGroup(validate = false, heading = "%nLoss and learning rate:%n", order = 6)
	private OptimizerOptions optimizer = new OptimizerOptions();

	@ArgGroup(validate = false, heading = "%nValidation:%n", order = 7)
	private ValidationOptions validation = new ValidationOptions();

	@ArgGroup(validate = false, heading = "%nThis run:%n", order = 8)
	private RunOptions run = new RunOptions();

	@Override
	public Integer call() throws FoveaException {
		final Usage usage = new Usage(spec.commandLine());
		final Program fovea = Program.of(spec);
		final Console console = fovea.console();
		final TrainingOutput output = new TrainingOutput(out);
		output.check(read(), usage);
		final TrainingProgress reading = new TrainingProgress(console, () -> false);
		final LearningTask task = dataOptions.task(data, masks, reading, usage);
		final Optional<LearningTask> other = validation.task(dataOptions, masks, task, reading, usage);
		final Architecture built = network.build(
				architecture, channels(task.images()), task.classes().size(), usage);
		final TrainingConfig config = config(built, task, usage);
		final TrainingStart start = run.apply(network.start(built, run.seed(), fovea, usage));
		final SampleReader reader = new SampleReader(
				dataOptions.normalization(usage).steps(),
				OptionalInt.of(built.inputShape().channels()),
				reading);
		final Device device = fovea.networks().device(); // before images are read, which may take long
		final Samples read = task.read(reader);
		final Samples samples =
				other.isPresent() ? read.withValidation(other.get().read(reader)) : read;
		try (Interruption interruption = Interruption.watch(PATIENCE_SECONDS)) {
			final TrainingProgress progress = new TrainingProgress(console, interruption::isRequested);
			progress.start(config, samples.metric());
			final TrainingJob job = new TrainingJob(
					config,
					samples,
					dataOptions.normalization(usage).steps(),
					card(config, samples, output.files(), usage),
					output.files());
			final TrainingOutcome outcome = job.run(start, fovea.networks(), read(), progress);
			progress.end();
			return tell(outcome, output.files(), console, device);
		}
	}

	/** @return what must stay as it is */
	private List<Path> read() {
		final List<Path> read = new ArrayList<>(List.of(data));
		if (masks.path() != null) read.add(masks.path());
		if (NetworkOptions.named(architecture).isEmpty()) read.add(Path.of(architecture));
		read.addAll(dataOptions.files());
		read.addAll(validation.files());
		return read;
	}

	/** @return of the first image; 1 where there is none, which is told when they are read */
	private static int channels(final ImageSource images) throws FoveaException {
		return images.names().isEmpty() ? 1 : Math.min(3, images.read(0).size(Image.C));
	}

	private TrainingConfig config(final Architecture built, final LearningTask task, final Usage usage)
			throws ModelException {
		final Optional<TrainingDefaults> defaults =
				NetworkOptions.named(architecture).map(NamedArchitecture::training);
		final int outputs = Shapes.infer(built).output().channels();
		return usage.inRange(() -> {
			final TrainingConfig config = TrainingConfig.of(built)
					.withLoss(optimizer.loss(defaults, !task.classes().isEmpty(), outputs, usage))
					.withLearningRate(optimizer.learningRate(defaults, usage));
			return run.apply(
					validation.apply(augmentation.apply(
							optimizer.averaging(schedule.apply(config, defaults)),
							!task.classes().isEmpty(),
							usage)),
					usage);
		});
	}

	private TrainingJob.ModelCard card(
			final TrainingConfig config, final Samples samples, final TrainingFiles files, final Usage usage) {
		return new TrainingJob.ModelCard(
				run.name().orElse(files.title()),
				run.description(TrainingJob.ModelCard.description(
						config, samples, data.getFileName().toString())),
				run.license(),
				run.objectTraits(usage));
	}

	private int tell(
			final TrainingOutcome outcome, final TrainingFiles files, final Console console, final Device device) {
		if (outcome.record().isEmpty()) {
			console.error(
					"stopped before the first epoch was done: there are no weights worth keeping, nothing is written");
			return ExitCode.SOFTWARE;
		}
		console.print(out + ": " + outcome.summary() + ", on " + device.label());
		console.print("  " + files.curves());
		outcome.pictures().forEach(picture -> console.print("  " + picture));
		outcome.baselines().forEach(baseline -> console.print("  " + baseline));
		if (outcome.result().ending() == TrainingResult.EndReason.CANCELLED
				&& run.checkpoints().isPresent())
			console.print("  the same command goes on from the checkpoint in "
					+ run.checkpoints().get());
		return ExitCode.OK;
	}
}
