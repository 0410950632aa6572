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
package fovea.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import fovea.FoveaException;
import fovea.ij1.files.ImageJob;
import fovea.ij1.files.Output;
import fovea.image.ImageException;
import fovea.infer.CancelledException;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.PredictionOptions;
import fovea.model.ModelException;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * What the commands on images have in common: everything that can be wrong with the command line is
 * found before the model is opened, and the model is opened once for all images.
 */
abstract class ImageCommand implements Callable<Integer> {

	@ParentCommand
	private Fovea fovea;

	@Spec
	private CommandSpec spec;

	@Mixin
	private ImageArguments arguments;

	@Mixin
	private ModelHints hints;

	@Mixin
	private RunParameters parameters;

	/** @return name or path of the model */
	abstract String model();

	/** @return the kinds of files that the job will write */
	abstract List<Output> outputs();

	/**
	 * @param model stays open
	 * @param options how to run it
	 */
	abstract ImageJob job(LoadedModel model, PredictionOptions options);

	@Override
	public final Integer call() throws FoveaException {
		final Console console = fovea.console();
		final ModelOptions modelOptions = hints.toOptions();
		final PredictionOptions options = parameters.toOptions();
		if (Files.isRegularFile(arguments.out())) throw usage("--out " + arguments.out() + " is a file, expected a folder");
		final Inputs inputs = Inputs.of(arguments.images());
		final OutputPlan plan = plan(inputs);
		inputs.problems().forEach(console::error);
		if (inputs.images().isEmpty()) return ExitCode.SOFTWARE;
		makeFolder(arguments.out());

		int failed = inputs.problems().size();
		try (Interruption interruption = Interruption.watch(); LoadedModel model = open(modelOptions, interruption)) {
			failed += new ImageRun(job(model, options), console.on(fovea.loader().device()), interruption::isRequested).run(plan);
		}
		final int all = inputs.images().size() + inputs.problems().size();
		if (all > 1) console.summary(all - failed, failed, arguments.out());
		return failed == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
	}

	/** @return what to throw for a command line that cannot be meant */
	final ParameterException usage(final String message) {
		return new ParameterException(spec.commandLine(), message);
	}

	private LoadedModel open(final ModelOptions options, final Interruption interruption) throws FoveaException {
		try {
			return LoadedModel.open(fovea.library().open(model()), fovea.loader(), options);
		}
		catch (final ModelException e) {
			// Temporary files go when the process ends, maybe while they are read.
			if (interruption.isRequested()) throw new CancelledException();
			throw e;
		}
	}

	private OutputPlan plan(final Inputs inputs) throws ImageException {
		try {
			return OutputPlan.of(inputs.images(), arguments.out(), outputs());
		}
		catch (final OutputPlan.ClashException e) {
			throw usage(e.getMessage());
		}
		catch (final IOException e) {
			throw new ImageException("Cannot tell where results go: " + e, e);
		}
	}

	private static void makeFolder(final Path folder) throws ImageException {
		try {
			Files.createDirectories(folder);
		}
		catch (final FileAlreadyExistsException e) {
			throw new ImageException(folder + ": is a file, expected a folder for results", e);
		}
		catch (final IOException e) {
			throw new ImageException(folder + ": cannot make this folder for results: " + e, e);
		}
		if (!Files.isWritable(folder)) throw new ImageException(folder + ": this folder for results is read-only");
	}
}
