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
package fovea.cli.latent;

import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.cli.terminal.Console;
import fovea.cli.terminal.ConsoleProgress;
import fovea.cli.terminal.DescribedOptions;
import fovea.cli.terminal.Interruption;
import fovea.cli.terminal.Program;
import fovea.cli.terminal.Usage;
import fovea.ij1.files.EncodingFile;
import fovea.latent.Autoencoder;
import fovea.latent.Encoding;
import fovea.latent.EncodingReport;
import fovea.latent.EncodingRun;
import fovea.latent.Encodings;
import fovea.latent.ItemSource;
import fovea.task.LatentOptions;
import fovea.task.LatentTask;
import fovea.task.Values;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fovea latent encode}. */
@Command(
		name = "encode",
		header = "Encodes images into points of the latent space.",
		description =
				"%nWrites a table: id, label, z1, z2, ..., error (mean squared error of the reconstruction in gray "
						+ "values, as "
						+ "'reconstruct' tells it), loss (the same in the network's normalized values).",
		footerHeading = "%nExamples:%n",
		footer = {
			"  fovea latent encode --model nuclei-cae --items rois --out nuclei.csv nuclei-overlay.tif",
			"  fovea latent encode --model digits.zip --labels labels-idx1-ubyte.gz --only 1,5,6 --out digits.npy "
					+ "images-idx3-ubyte.gz"
		})
public final class LatentEncode implements Callable<Integer>, DescribedOptions.Owner {

	@Spec
	private CommandSpec spec;

	@Parameters(
			paramLabel = "INPUT",
			arity = "1..*",
			description =
					"Image files or stacks, folders of them (of folders of subfolders their names are the labels), "
							+ ".npy arrays, or "
							+ "idx files such as MNIST's.")
	private List<Path> inputs;

	@Option(
			names = {"-o", "--out"},
			required = true,
			paramLabel = "FILE",
			order = 1,
			description = "A table (.csv), or an array (.npy, axes point, value) with a table of that name beside it.")
	private Path out;

	private final AutoencoderOptions autoencoder = AutoencoderOptions.of(LatentTask.ENCODE);

	@Mixin
	private ItemOptions items;

	@Option(
			names = "--worst",
			paramLabel = "N",
			defaultValue = "5",
			order = 14,
			description = "How many are named that are given back worst. Default: ${DEFAULT-VALUE}.")
	private int worst;

	@Override
	public DescribedOptions described() {
		return autoencoder.described();
	}

	@Override
	public Integer call() throws FoveaException {
		final Usage usage = new Usage(spec.commandLine());
		final EncodingFile file = new EncodingFile(out);
		for (final Path written : file.all()) usage.requireFile("--out", written);
		final Values said = described().values();
		items.check(said);
		usage.require(worst >= 0, "--worst: expected 0 or more, got " + worst);
		for (final Path input : inputs)
			if (!Files.exists(input)) throw new ImageException(input + ": no such file or folder");
		final Program fovea = Program.of(spec);
		final Console console = fovea.console();
		try (Interruption interruption = Interruption.watch();
				Autoencoder opened = autoencoder.open(fovea)) {
			final List<Encoding> all = new ArrayList<>();
			for (final Path input : inputs) {
				final ItemSource source = items.open(input, said, opened);
				final ConsoleProgress progress = new ConsoleProgress(console, input, interruption::isRequested);
				all.addAll(new EncodingRun(opened).encode(source, progress).all());
				progress.clear();
			}
			final Encodings encodings = joined(all);
			file.write(encodings);
			EncodingReport.lines(encodings, said.get(LatentOptions.NEIGHBORS), worst)
					.forEach(console::print);
			file.all().forEach(path -> console.print("  " + path));
		}
		return ExitCode.OK;
	}

	private static Encodings joined(final List<Encoding> all) throws ImageException {
		try {
			return new Encodings(all);
		} catch (final IllegalArgumentException e) {
			throw new ImageException(e.getMessage() + ": images of different sizes need --pooling mean", e);
		}
	}
}
