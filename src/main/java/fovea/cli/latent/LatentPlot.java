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
import fovea.chart.ScatterPlot;
import fovea.cli.terminal.Console;
import fovea.cli.terminal.DescribedOptions;
import fovea.cli.terminal.Program;
import fovea.cli.terminal.Usage;
import fovea.latent.EncodingReport;
import fovea.latent.EncodingTable;
import fovea.latent.Encodings;
import fovea.latent.LatentProjection;
import fovea.task.LatentOptions;
import fovea.task.LatentTask;
import fovea.task.Values;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fovea latent plot}. */
@Command(
		name = "plot",
		header = "Draws points of a latent space, colored by their labels.",
		description = "%nTwo dimensions or one are drawn as they are, of more the principal components.",
		footerHeading = "%nExamples:%n",
		footer = {
			"  fovea latent plot --out digits.png digits.csv",
			"  fovea latent plot --x 1 --y 3 --out nuclei.svg nuclei.csv"
		})
public final class LatentPlot implements Callable<Integer>, DescribedOptions.Owner {

	@Spec
	private CommandSpec spec;

	@Parameters(
			paramLabel = "TABLE",
			description = "What 'fovea latent encode' wrote, or a table with columns z1, z2, ... and label.")
	private Path table;

	@Option(
			names = {"-o", "--out"},
			required = true,
			paramLabel = "FILE",
			order = 1,
			description = "The picture; ends in .png or .svg.")
	private Path out;

	private final DescribedOptions described = new DescribedOptions(LatentTask.PLOT.options());

	@Option(names = "--pca", order = 4, description = "Principal components of two dimensions, too.")
	private boolean principal;

	@Option(
			names = "--width",
			paramLabel = "PIXELS",
			defaultValue = "800",
			order = 5,
			description = "Default: ${DEFAULT-VALUE}.")
	private int width;

	@Option(
			names = "--height",
			paramLabel = "PIXELS",
			defaultValue = "700",
			order = 6,
			description = "Default: ${DEFAULT-VALUE}.")
	private int height;

	@Override
	public DescribedOptions described() {
		return described;
	}

	@Override
	public Integer call() throws FoveaException {
		final Usage usage = new Usage(spec.commandLine());
		final String name = out.toString().toLowerCase(Locale.ROOT);
		usage.require(
				name.endsWith(".png") || name.endsWith(".svg"),
				"--out " + out + ": expected a file that ends in .png or .svg");
		usage.requireFile("--out", out);
		for (final int pixels : List.of(width, height))
			usage.require(
					pixels >= 200 && pixels <= 10000,
					"--width and --height: expected 200 to 10000 pixels, got " + pixels);
		final Encodings encodings = EncodingTable.read(table);
		final LatentProjection projection = usage.inRange(() ->
				principal ? LatentProjection.principal(encodings.points()) : LatentProjection.of(encodings.points()));
		final Values said = described.values();
		final int first = said.get(LatentOptions.X);
		final int second = said.get(LatentOptions.Y);
		final int upwards = described.isGiven(LatentOptions.Y) ? second : Math.min(second, projection.components());
		for (final int axis : List.of(first, upwards))
			usage.require(
					axis >= 1 && axis <= projection.components(),
					"--x and --y: expected axes from 1 to " + projection.components() + ", got " + axis);
		new ScatterPlot(encodings, projection, first - 1, upwards - 1).save(out, width, height);
		final Console console = Program.of(spec).console();
		EncodingReport.lines(encodings, said.get(LatentOptions.NEIGHBORS), 0).forEach(console::print);
		if (!projection.isIdentity()) console.print(variance(projection));
		console.print("  " + out);
		return ExitCode.OK;
	}

	private static String variance(final LatentProjection projection) {
		final StringBuilder line = new StringBuilder("variance along principal components:");
		for (int c = 0; c < Math.min(10, projection.components()); c++)
			line.append(String.format(Locale.ROOT, " %.1f %%", 100 * projection.explainedVariance(c)));
		return line.toString();
	}
}
