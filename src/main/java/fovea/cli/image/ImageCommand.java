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
import fovea.cli.terminal.Interruption;
import fovea.cli.terminal.ModelHints;
import fovea.cli.terminal.Program;
import fovea.cli.terminal.RunParameters;
import fovea.cli.terminal.Usage;
import fovea.ij1.files.ImageJob;
import fovea.ij1.files.MacroCall;
import fovea.ij1.files.Output;
import fovea.ij1.files.Provenance;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.PredictionOptions;
import fovea.model.Purpose;
import fovea.model.library.ModelArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
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
abstract class ImageCommand implements Callable<Integer> {

	/** Exit code: another process writes into the folder for results. */
	private static final int BUSY = 3;

	@ParentCommand
	private Program fovea;

	@Spec
	private CommandSpec spec;

	@Mixin
	private ImageArguments arguments;

	@Mixin
	private FolderOptions folders;

	@Mixin
	private ModelHints hints;

	@Mixin
	private RunParameters parameters;

	/** @return name or path of the model */
	abstract String model();

	/** @return what a model must be for */
	abstract Purpose use();

	/** @return the kinds of files that the job will write */
	abstract List<Output> outputs();

	/** @return the same for an image that is open in ImageJ */
	abstract MacroCall macro(ModelOptions modelOptions, PredictionOptions options);

	/**
	 * @param model stays open
	 * @param options how to run it
	 * @param provenance what results say of their making
	 */
	abstract ImageJob job(LoadedModel model, PredictionOptions options, Provenance provenance);

	@Override
	public final Integer call() throws FoveaException {
		final PredictionOptions options = parameters.toOptions();
		final MacroCall macro = macro(hints.toOptions(spec), options);
		if (Files.isRegularFile(arguments.out()))
			throw usage("--out " + arguments.out() + " is a file, expected a folder");
		final boolean meansFolders =
				folders.isUsed() && arguments.images().stream().anyMatch(path -> !Files.exists(path));
		if (meansFolders || arguments.images().stream().anyMatch(Files::isDirectory)) return folders(options, macro);
		if (folders.isUsed())
			throw usage("--recursive, --pattern, --no-resume and --overwrite are for folders, got files");
		return files(options, macro);
	}

	private int files(final PredictionOptions options, final MacroCall macro) throws FoveaException {
		final Console console = fovea.console();
		final ImageFileList inputs = ImageFileList.of(arguments.images());
		final OutputPlan plan = plan(inputs);
		inputs.problems().forEach(console::error);
		if (inputs.images().isEmpty()) return ExitCode.SOFTWARE;
		ResultFolder.make(arguments.out());

		int failed = inputs.problems().size();
		try (Interruption interruption = Interruption.watch();
				LoadedModel model = open(interruption)) {
			failed += new ImageRun(
							job(model, options, provenance(model, macro)),
							console.on(fovea.loader().device()),
							interruption::isRequested)
					.run(plan);
		}
		final int all = inputs.images().size() + inputs.problems().size();
		if (all > 1) console.summary(all - failed, failed, arguments.out());
		return failed == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
	}

	private int folders(final PredictionOptions options, final MacroCall macro) throws FoveaException {
		final Console console = fovea.console();
		final Selection selection = folders.selection(new Usage(spec.commandLine()));
		final FolderScan scan;
		final BatchPlan plan;
		try {
			scan = FolderScan.of(arguments.images(), selection, arguments.out());
			plan = BatchPlan.of(scan.images(), arguments.out(), outputs()).with(scan.unread());
		} catch (final PlanException e) {
			throw usage(e.getMessage());
		}
		scan.problems().forEach(console::error);
		if (scan.images().isEmpty()) return ExitCode.SOFTWARE;
		ResultFolder.make(arguments.out());

		try (Interruption interruption = Interruption.watch();
				LoadedModel model = open(interruption)) {
			final BatchRun batch = new BatchRun(
					job(model, options, provenance(model, macro)), WorkKey.of(model.sha256(), macro.parameters()));
			final boolean well = new FolderRun(console.on(fovea.loader().device()), interruption::isRequested)
					.run(batch, plan, folders.resume(), scan.problems());
			return well && scan.problems().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
		} catch (final FolderBusyException e) {
			console.error(e);
			return BUSY;
		}
	}

	private Provenance provenance(final LoadedModel model, final MacroCall macro) throws FoveaException {
		return Provenance.of(model, macro, fovea.device());
	}

	/** @return what to throw for a command line that cannot be meant */
	final ParameterException usage(final String message) {
		return new ParameterException(spec.commandLine(), message);
	}

	private LoadedModel open(final Interruption interruption) throws FoveaException {
		try {
			return LoadedModel.open(archive(), fovea.loader(), hints.toOptions(spec))
					.usedTo(use(), fovea.console()::warning);
		} catch (final ModelException e) {
			// Temporary files go when the process ends, maybe while they are read.
			if (interruption.isRequested()) throw new CancelledException();
			throw e;
		}
	}

	/** @return the model that was named; where none was, the one inside, whatever has its name here */
	private ModelArchive archive() throws ModelException {
		final boolean named = spec.commandLine().getParseResult().hasMatchedOption("--model");
		return named ? fovea.open(model()) : fovea.library().openInside(model());
	}

	private OutputPlan plan(final ImageFileList inputs) throws ImageException {
		try {
			return OutputPlan.of(inputs.images(), arguments.out(), outputs());
		} catch (final OutputPlan.ClashException e) {
			throw usage(e.getMessage());
		} catch (final IOException e) {
			throw new ImageException("Cannot tell where results go: " + e, e);
		}
	}
}
