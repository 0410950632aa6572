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
import fovea.base.ImageException;
import fovea.base.ModelException;
import fovea.batch.BatchPlan;
import fovea.batch.BatchRun;
import fovea.batch.FolderBusyException;
import fovea.batch.FolderScan;
import fovea.batch.PlanException;
import fovea.batch.ResultFolder;
import fovea.batch.Selection;
import fovea.batch.WorkKey;
import fovea.cli.terminal.Console;
import fovea.cli.terminal.DescribedOptions;
import fovea.cli.terminal.Interruption;
import fovea.cli.terminal.Program;
import fovea.cli.terminal.Usage;
import fovea.ij1.files.ImagePaths;
import fovea.ij1.files.ImagePlace;
import fovea.ij1.files.MacroCall;
import fovea.ij1.files.OpenJob;
import fovea.infer.LoadedModel;
import fovea.model.library.ModelArchive;
import fovea.rank.Contenders;
import fovea.task.ImageTask;
import fovea.task.Option;
import fovea.task.Running;
import fovea.task.Segment;
import fovea.task.TaskKind;
import fovea.task.train.SelfSupervision;
import fovea.zarr.image.OmePlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * What the commands on images have in common: everything that can be wrong with the command line is found before the
 * model is opened, and the model is opened once for all images.
 */
abstract class ImageCommand implements Callable<Integer>, DescribedOptions.Owner {

	/** Exit code: another process writes into the folder for results. */
	private static final int BUSY = 3;

	@ParentCommand
	private Program fovea;

	@Spec
	private CommandSpec spec;

	@Mixin
	private ImageArguments arguments;

	@Mixin
	private ReportOptions telling;

	private final TaskKind kind;
	private final DescribedOptions described;

	/** @param kind what is done */
	ImageCommand(final TaskKind kind) {
		this.kind = kind;
		final List<Option<?>> wishes = kind.outputs().stream()
				.<Option<?>>flatMap(output -> output.wish().stream())
				.toList();
		described = new DescribedOptions(List.of(kind.model()))
				.group(kind == TaskKind.SEGMENT ? "What is an object" : "Pixels", 1, without(kind.own(), wishes))
				.group("Results", 2, wishes)
				.group(
						"A network that is trained on the images",
						3,
						kind == TaskKind.DENOISE ? SelfSupervision.NAMED : List.of())
				.group("Of folders", 4, FolderOptions.ALL)
				.group("How the model is run", 5, without(Running.ALL, Running.OF_MODEL))
				.group("Of a model whose description does not say it", 6, Running.OF_MODEL);
	}

	private static List<Option<?>> without(final List<Option<?>> all, final List<Option<?>> some) {
		return all.stream().filter(option -> !some.contains(option)).toList();
	}

	@Override
	public final DescribedOptions described() {
		return described;
	}

	/** @return what was asked for */
	final ImageTask task() {
		return kind.of(described.values().of(kind.options()));
	}

	@Override
	public final Integer call() throws FoveaException {
		final ImageTask task = task();
		final FolderOptions folders = new FolderOptions(described.values());
		trains(); // before anything is made
		if (telling.quiet()) fovea.quieten();
		if (BlockRun.isMeant(arguments.out())) return blocks(task);
		if (Files.isRegularFile(arguments.out()))
			throw usage("--out " + arguments.out() + " is a file, expected a folder");
		final boolean meansFolders =
				folders.isUsed() && arguments.paths().stream().anyMatch(path -> !Files.exists(path));
		if (meansFolders || arguments.paths().stream().anyMatch(ImageCommand::isFolder)) {
			if (arguments.hasAddress())
				throw usage("expected folders and files, or addresses, got both: start a run for each");
			return folders(task, folders);
		}
		if (folders.isUsed())
			throw usage("--recursive, --pattern, --no-resume and --overwrite are for folders, got files");
		return files(task);
	}

	private int blocks(final ImageTask task) throws FoveaException {
		final Path out = arguments.out();
		if (!(task instanceof final Segment segment))
			throw usage("--out " + out + ": only segment writes OME-Zarr, expected a folder for results");
		final ImageFileList inputs = ImageFileList.of(arguments.images());
		final Console console = fovea.console();
		inputs.problems().forEach(report(console, 0, () -> false)::problem);
		if (inputs.images().isEmpty()) return ExitCode.SOFTWARE;
		final ImagePlace image = inputs.images().get(0);
		if (inputs.images().size() != 1
				|| image.path().isPresent() && !OmePlace.isOne(image.path().get()))
			throw usage("--out " + out + " takes one image of OME-Zarr, got "
					+ (inputs.images().size() == 1
							? image + ", which is none"
							: inputs.images().size() + " images"));
		final BlockRun run = new BlockRun(segment, image.text(), out);
		if (!run.unknown().isEmpty())
			throw usage("--out " + out + " gives labels and a table, not " + String.join(", ", run.unknown())
					+ ": leave these out, or name a folder for results");
		final long began = System.nanoTime();
		try (Interruption interruption = Interruption.watch();
				LoadedModel model = model(task, interruption)) {
			final Console device = console.on(fovea.loader().device());
			final ImageReport report = report(device, 1, interruption::isRequested);
			try {
				final BlockRun.Done done = run.run(model, fovea.runner(), report.progress(image.toString()));
				final double seconds = (System.nanoTime() - began) / 1e9;
				report.done(image.toString(), done, seconds);
				return ExitCode.OK;
			} catch (final CancelledException e) {
				throw e;
			} catch (final FoveaException | RuntimeException | OutOfMemoryError e) {
				if (interruption.isRequested()) throw new CancelledException();
				report.failed(image.toString(), e);
				return ExitCode.SOFTWARE;
			}
		}
	}

	/**
	 * Of a command that segments one image block by block, for those who do its tasks.
	 *
	 * @return what is to be done, to be closed
	 * @throws FoveaException if image or model cannot be opened
	 */
	public final OpenBlocks openBlocks() throws FoveaException {
		final Segment segment = (Segment) task();
		final BlockRun run = new BlockRun(segment, arguments.images().get(0), arguments.out());
		return OpenBlocks.open(run, () -> model(segment));
	}

	private LoadedModel model(final ImageTask task, final Interruption interruption) throws FoveaException {
		try {
			return model(task);
		} catch (final ModelException e) {
			if (interruption.isRequested()) throw new CancelledException();
			throw e;
		}
	}

	/** A plate may hold as many images as a folder. */
	private static boolean isFolder(final Path path) {
		return ImagePaths.isFolder(path) || ImagePlace.isSeveral(path);
	}

	private int files(final ImageTask task) throws FoveaException {
		final Console console = fovea.console();
		final ImageFileList inputs = ImageFileList.of(arguments.images());
		final OutputPlan plan = plan(inputs, task);
		inputs.problems().forEach(report(console, 0, () -> false)::problem);
		if (inputs.images().isEmpty()) return ExitCode.SOFTWARE;
		ResultFolder.make(arguments.out());

		int failed = inputs.problems().size();
		Optional<String> verdicts = Optional.empty();
		try (Interruption interruption = Interruption.watch();
				OpenJob open = open(task, files(inputs), interruption)) {
			final ImageReport report =
					report(console.on(fovea.loader().device()), inputs.images().size(), interruption::isRequested);
			failed += new ImageRun(open.job(), report, interruption::isRequested).run(plan);
			verdicts = report.verdicts();
		}
		final int all = inputs.images().size() + inputs.problems().size();
		if (all > 1) people(console).summary(all - failed, failed, arguments.out());
		if (all > 1) verdicts.ifPresent(people(console)::print);
		return failed == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
	}

	private int folders(final ImageTask task, final FolderOptions folders) throws FoveaException {
		final Console console = fovea.console();
		final Selection selection = folders.selection(new Usage(spec.commandLine()));
		final FolderScan scan;
		final BatchPlan plan;
		try {
			scan = FolderScan.of(arguments.paths(), selection, arguments.out());
			plan = BatchPlan.of(scan.images(), arguments.out(), task.outputs()).with(scan.unread());
		} catch (final PlanException e) {
			throw usage(e.getMessage());
		}
		scan.problems().forEach(report(console, 0, () -> false)::problem);
		if (scan.images().isEmpty()) return ExitCode.SOFTWARE;
		ResultFolder.make(arguments.out());

		try (Interruption interruption = Interruption.watch();
				OpenJob open = open(task, files(plan), interruption)) {
			final BatchRun batch = new BatchRun(
					open.job(), WorkKey.of(open.sha256(), MacroCall.of(task).parameters()));
			final ImageReport report =
					report(console.on(fovea.loader().device()), plan.images().size(), interruption::isRequested);
			final boolean well = new FolderRun(people(console), report, interruption::isRequested)
					.run(batch, plan, folders.resume(), scan.problems());
			return well && scan.problems().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
		} catch (final FolderBusyException e) {
			console.error(e);
			return BUSY;
		}
	}

	private ImageReport report(final Console console, final int images, final BooleanSupplier cancelled) {
		return new ImageReport(console, telling.json(), images, cancelled);
	}

	/** @return for sums of a run; standard output may be for programs */
	private Console people(final Console console) {
		return telling.json() ? console.quietly() : console;
	}

	/** @return what to throw for a command line that cannot be meant */
	private ParameterException usage(final String message) {
		return new ParameterException(spec.commandLine(), message);
	}

	private List<Path> files(final ImageFileList inputs) {
		if (trains() && arguments.hasAddress())
			throw usage("--self-supervised: expected images on this computer, got an address");
		return inputs.images().stream().flatMap(image -> image.path().stream()).toList();
	}

	private static List<Path> files(final BatchPlan plan) {
		return plan.images().stream().map(image -> image.file()).toList();
	}

	/** @return whether a network is trained on the images; usage errors for options that do not go with that */
	private boolean trains() {
		return kind == TaskKind.DENOISE && training().isWanted();
	}

	private SelfSupervised training() {
		return new SelfSupervised(described, new Usage(spec.commandLine()));
	}

	private OpenJob open(final ImageTask task, final List<Path> images, final Interruption interruption)
			throws FoveaException {
		try {
			if (trains()) return training().open(task, images, fovea, people(fovea.console()), interruption);
			return OpenJob.of(task, fovea.device(), () -> model(task), () -> contenders(task));
		} catch (final ModelException e) {
			// Temporary files go when the process ends, maybe while they are read.
			if (interruption.isRequested()) throw new CancelledException();
			throw e;
		}
	}

	private LoadedModel model(final ImageTask task) throws FoveaException {
		// Where no model was named, the one inside, whatever has its name here.
		final ModelArchive archive = described.isGiven(kind.model())
				? fovea.open(task.model())
				: fovea.library().openInside(task.model());
		return LoadedModel.open(archive, fovea.loader(), fovea.noted(task.hints()))
				.usedTo(kind.use(), fovea.console()::warning);
	}

	private Contenders contenders(final ImageTask task) throws FoveaException {
		return Contenders.of(fovea.library(), fovea.loader(), fovea.noted(task.hints()), fovea.console()::warning);
	}

	private OutputPlan plan(final ImageFileList inputs, final ImageTask task) throws ImageException {
		try {
			return OutputPlan.of(inputs.images(), arguments.out(), task.outputs());
		} catch (final OutputPlan.ClashException e) {
			throw usage(e.getMessage());
		} catch (final IOException e) {
			throw new ImageException("Cannot tell where results go: " + e, e);
		}
	}
}
