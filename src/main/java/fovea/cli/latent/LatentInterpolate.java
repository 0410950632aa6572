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
import fovea.cli.terminal.ConsoleProgress;
import fovea.cli.terminal.DescribedOptions;
import fovea.cli.terminal.Interruption;
import fovea.cli.terminal.Program;
import fovea.cli.terminal.Usage;
import fovea.ij1.files.RasterFile;
import fovea.image.Raster;
import fovea.latent.Autoencoder;
import fovea.latent.Interpolation;
import fovea.latent.Item;
import fovea.task.LatentOptions;
import fovea.task.LatentTask;
import fovea.task.Values;
import fovea.text.Counted;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fovea latent interpolate}. */
@Command(
		name = "interpolate",
		header = "Goes from one image to another through the latent space.",
		description = "%nWrites a 32-bit stack whose first and last slices are the reconstructions of the two images.",
		footerHeading = "%nExamples:%n",
		footer = {
			"  fovea latent interpolate --model nuclei-cae --out between.tif a.tif b.tif",
			"  fovea latent interpolate --model digits.zip --out between.tif images-idx3-ubyte.gz#3 "
					+ "images-idx3-ubyte.gz#12"
		})
public final class LatentInterpolate implements Callable<Integer>, DescribedOptions.Owner {

	@Spec
	private CommandSpec spec;

	@Parameters(
			paramLabel = "A",
			index = "0",
			description =
					"The first image: a file; of several slices, ROIs or patches in it FILE#N is the Nth, from 1 on.")
	private String from;

	@Parameters(paramLabel = "B", index = "1", description = "The last image, the same.")
	private String to;

	@Option(
			names = {"-o", "--out"},
			required = true,
			paramLabel = "FILE",
			order = 1,
			description = "The stack, a TIFF.")
	private Path out;

	private final AutoencoderOptions autoencoder = AutoencoderOptions.of(LatentTask.INTERPOLATE);

	@Mixin
	private ItemOptions items;

	@Override
	public DescribedOptions described() {
		return autoencoder.described();
	}

	@Override
	public Integer call() throws FoveaException {
		final Usage usage = new Usage(spec.commandLine());
		usage.requireFile("--out", out);
		final Values said = described().values();
		final int steps = said.get(LatentOptions.STEPS);
		items.check(said);
		final Program fovea = Program.of(spec);
		try (Interruption interruption = Interruption.watch();
				Autoencoder opened = autoencoder.open(fovea)) {
			final Item first = items.one(from, said, opened);
			final Item last = items.one(to, said, opened);
			final ConsoleProgress progress = new ConsoleProgress(fovea.console(), out, interruption::isRequested);
			final List<Raster> images = new Interpolation(opened).between(first, last, steps, progress);
			progress.clear();
			RasterFile.write(
					images,
					IntStream.rangeClosed(1, steps).mapToObj(String::valueOf).toList(),
					out);
			fovea.console().print(Counted.of(steps, "image") + " from " + first.id() + " to " + last.id());
			fovea.console().print("  " + out);
		}
		return ExitCode.OK;
	}
}
