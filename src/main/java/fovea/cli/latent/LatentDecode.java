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

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.cli.terminal.DescribedOptions;
import fovea.cli.terminal.Interruption;
import fovea.cli.terminal.Program;
import fovea.cli.terminal.Usage;
import fovea.ij1.files.RasterFile;
import fovea.image.Raster;
import fovea.latent.Autoencoder;
import fovea.latent.Encoding;
import fovea.latent.EncodingTable;
import fovea.latent.Encodings;
import fovea.task.LatentTask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fovea latent decode}. */
@Command(
		name = "decode",
		header = "Decodes points of the latent space into images.",
		description =
				"%nWrites a 32-bit stack, a slice for each line of the table. Values are gray values where the model's "
						+ "normalization is the same for all images (div255), else the network's own, about 0 to 1.",
		footerHeading = "%nExamples:%n",
		footer = "  fovea latent decode --model digits.zip --out digits.tif points.csv")
public final class LatentDecode implements Callable<Integer>, DescribedOptions.Owner {

	@Spec
	private CommandSpec spec;

	@Parameters(
			paramLabel = "TABLE",
			description = "A table (.csv) with columns z1, z2, ..., or an array (.npy, axes point, value).")
	private Path table;

	@Option(
			names = {"-o", "--out"},
			required = true,
			paramLabel = "FILE",
			order = 1,
			description = "The stack, a TIFF.")
	private Path out;

	private final AutoencoderOptions autoencoder = AutoencoderOptions.of(LatentTask.DECODE);

	@Override
	public DescribedOptions described() {
		return autoencoder.described();
	}

	@Override
	public Integer call() throws FoveaException {
		new Usage(spec.commandLine()).requireFile("--out", out);
		final Encodings points = EncodingTable.read(table);
		final Program fovea = Program.of(spec);
		try (Interruption interruption = Interruption.watch();
				Autoencoder opened = autoencoder.open(fovea)) {
			final List<Raster> images = new ArrayList<>();
			for (final Encoding point : points.all()) {
				if (interruption.isRequested()) throw new CancelledException();
				images.add(opened.decode(point.z()));
			}
			RasterFile.write(images, points.all().stream().map(Encoding::id).toList(), out);
			fovea.console().print(images.size() + (images.size() == 1 ? " image" : " images"));
			fovea.console().print("  " + out);
		}
		return ExitCode.OK;
	}
}
