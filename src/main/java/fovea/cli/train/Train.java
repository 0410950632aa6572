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
import fovea.cli.terminal.Console;
import fovea.cli.terminal.DescribedOptions;
import fovea.cli.terminal.Interruption;
import fovea.cli.terminal.MaskOptions;
import fovea.cli.terminal.Program;
import fovea.cli.terminal.TrainingProgress;
import fovea.cli.terminal.Usage;
import fovea.device.Device;
import fovea.job.LearningTask;
import fovea.job.NetworkChoice;
import fovea.job.NoiseChoice;
import fovea.job.Pretrained;
import fovea.job.TrainingChoices;
import fovea.job.TrainingFiles;
import fovea.job.TrainingJob;
import fovea.job.TrainingOutcome;
import fovea.job.TrainingPlan;
import fovea.net.Architecture;
import fovea.task.Values;
import fovea.task.train.Changes;
import fovea.task.train.Data;
import fovea.task.train.Run;
import fovea.task.train.Schedule;
import fovea.task.train.TrainingTask;
import fovea.train.TrainingResult;
import fovea.train.TrainingStart;
import fovea.train.augment.NoiseText;
import fovea.train.result.TrainingRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
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
public final class Train implements Callable<Integer>, DescribedOptions.Owner {

	/** Until the best weights are written, after a step that may be long. */
	private static final long PATIENCE_SECONDS = 300;

	@Spec
	private CommandSpec spec;

	private final DescribedOptions described = described(new DescribedOptions(TrainingTask.REQUIRED));
	private final MaskOptions masks = new MaskOptions(described);
	private final DataOptions dataOptions = new DataOptions(described);
	private final NetworkOptions network = new NetworkOptions(described);
	private final ValidationOptions validation = new ValidationOptions(described);
	private final RunOptions run = new RunOptions(described);

	private static DescribedOptions described(final DescribedOptions options) {
		for (final TrainingTask.Group group : TrainingTask.GROUPS)
			options.group(group.heading(), 1 + TrainingTask.GROUPS.indexOf(group), group.options());
		return options;
	}

	@Override
	public DescribedOptions described() {
		return described;
	}

	@Override
	public Integer call() throws FoveaException {
		final Usage usage = new Usage(spec.commandLine());
		final Program fovea = Program.of(spec);
		final Console console = fovea.console();
		final Values said = described.values();
		final Path data = described.path(Data.IMAGES).orElseThrow();
		final TrainingOutput output = new TrainingOutput(described.path(Run.OUT).orElseThrow());
		output.check(read(data), usage);
		final TrainingProgress reading = new TrainingProgress(console, () -> false);
		final LearningTask.ReadOnce task = new LearningTask.ReadOnce(dataOptions.task(data, masks, reading, usage));
		final Optional<LearningTask> other = validation.task(dataOptions, masks, task, reading, usage);
		final boolean classes = !task.classes().isEmpty();
		final NetworkChoice named = network.choice(classes, usage);
		final Optional<Pretrained> fitting = network.fitting(task, fovea, reading, usage);
		final NetworkChoice chosen =
				(fitting.isPresent() ? NetworkChoice.of(fitting.get()) : named.built(task)).fitted(task);
		final TrainingChoices choices = usage.inRange(() -> choices(chosen, said));
		final Architecture built = chosen.architecture().orElseThrow();
		new Agreement(described, usage).require(choices, built, classes, task.hasDistance());
		final TrainingStart first = network.start(built, choices.seed(), fovea, usage);
		final TrainingStart start = run.apply(
				fitting.map(model -> first.withWeights(model.weights())).orElse(first));
		final Device device = fovea.networks().device(); // before images are read, which may take long
		final TrainingPlan plan = TrainingPlan.of(choices, task, other, reading);
		task.forget();
		try (Interruption interruption = Interruption.watch(PATIENCE_SECONDS)) {
			final TrainingProgress progress = new TrainingProgress(console, interruption::isRequested);
			progress.start(plan.config(), plan.samples().metric());
			final TrainingJob.ModelCard card = run.card(
					output.files().title(),
					TrainingJob.ModelCard.description(
							plan.config(), plan.samples(), data.getFileName().toString()),
					usage);
			final TrainingOutcome outcome = new TrainingJob(
							plan.config(), plan.samples(), plan.preprocessing(), card, output.files())
					.run(start, fovea.networks(), read(data), progress);
			progress.end();
			return tell(outcome, output.files(), console, device);
		}
	}

	/** Where a network is not taken at its word, patches follow from the images. */
	private TrainingChoices choices(final NetworkChoice chosen, final Values said) {
		final TrainingChoices choices = TrainingTask.choices(chosen, noise(said), said);
		return chosen.isLiteral() || described.isGiven(Schedule.PATCH)
				? choices
				: choices.withPatch(OptionalInt.empty());
	}

	private static NoiseChoice noise(final Values said) {
		if (said.get(Data.SELF_SUPERVISED)) return new NoiseChoice.Noisy();
		final String noise = said.get(Changes.NOISE);
		return noise.isEmpty() ? new NoiseChoice.Nothing() : new NoiseChoice.Given(NoiseText.parse(noise));
	}

	/** @return what must stay as it is */
	private List<Path> read(final Path data) {
		final List<Path> read = new ArrayList<>(List.of(data));
		if (masks.path() != null) read.add(masks.path());
		network.file().ifPresent(read::add);
		read.addAll(dataOptions.files());
		read.addAll(validation.files());
		return read;
	}

	private int tell(
			final TrainingOutcome outcome, final TrainingFiles files, final Console console, final Device device) {
		if (outcome.record().isEmpty()) {
			console.error(
					"stopped before the first epoch was done: there are no weights worth keeping, nothing is written");
			return ExitCode.SOFTWARE;
		}
		console.print(files.model() + ": " + outcome.summary() + ", on " + device.label());
		console.print("  " + files.curves());
		outcome.pictures().forEach(picture -> console.print("  " + picture));
		if (outcome.record().flatMap(TrainingRecord::judgement).isPresent()) console.print("  " + outcome.comparison());
		outcome.baselines().forEach(baseline -> console.print("  " + baseline));
		if (outcome.result().ending() == TrainingResult.EndReason.CANCELLED
				&& run.checkpoints().isPresent())
			console.print("  the same command goes on from the checkpoint in "
					+ run.checkpoints().get());
		return ExitCode.OK;
	}
}
