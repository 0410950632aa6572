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
package fovea.cli.evaluate;

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.cli.terminal.Console;
import fovea.cli.terminal.ConsoleProgress;
import fovea.cli.terminal.TextTable;
import fovea.data.ImageSource;
import fovea.ij1.files.CsvFile;
import fovea.infer.PredictionOptions;
import fovea.job.ImageSources;
import fovea.rank.Contenders;
import fovea.rank.Verdict;
import fovea.selfscore.Ranking;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.ExitCode;

/**
 * Ranks denoisers on noisy images without a truth. A failure is reported and does not stop the others.
 *
 * @param console where to tell
 * @param cancelled whether to end now
 */
record SelfEvaluation(Console console, BooleanSupplier cancelled) {

	/**
	 * @param paths images, or folders of them
	 * @param contenders open
	 * @param options how networks are run
	 * @param csv where to write all scores with all digits
	 * @return the exit code
	 */
	int run(
			final List<Path> paths,
			final Contenders contenders,
			final PredictionOptions options,
			final Optional<Path> csv)
			throws FoveaException {
		final List<List<String>> lines = new ArrayList<>();
		lines.add(List.of("image", "method", "kind", "squared_error", "pixels", "psnr", "range", "trustworthy"));
		boolean failed = false;
		for (final Path path : paths) {
			final ImageSource source = ImageSources.of(path);
			for (int i = 0; i < source.names().size(); i++) failed |= !rank(source, i, contenders, options, lines);
		}
		if (csv.isPresent() && lines.size() > 1) CsvFile.write(lines, csv.get());
		return failed ? ExitCode.SOFTWARE : ExitCode.OK;
	}

	private boolean rank(
			final ImageSource source,
			final int index,
			final Contenders contenders,
			final PredictionOptions options,
			final List<List<String>> lines)
			throws FoveaException {
		final String name = source.names().get(index);
		final ConsoleProgress progress = new ConsoleProgress(console, Path.of(name), cancelled);
		try {
			final Verdict verdict = contenders.rank(source.read(index), options, progress);
			progress.clear();
			final TextTable table = new TextTable();
			verdict.table().forEach(row -> table.row(row.toArray(String[]::new)));
			console.printAll(name + ": " + verdict.choice() + "\n" + table.text("  "));
			for (final Ranking.Ranked method : verdict.ranking().methods())
				lines.add(List.of(
						name,
						method.name(),
						method.kind().name().toLowerCase(Locale.ROOT),
						String.valueOf(method.error()),
						String.valueOf(method.pixels()),
						String.valueOf(verdict.ranking().psnr(method)),
						String.valueOf(verdict.ranking().range()),
						String.valueOf(verdict.isTrustworthy())));
			return true;
		} catch (final CancelledException e) {
			progress.clear();
			throw e;
		}
		// A file can be broken in ways its reader did not think of, or too large: the next may be well.
		catch (final FoveaException | RuntimeException | OutOfMemoryError e) {
			progress.clear();
			if (cancelled.getAsBoolean()) throw new CancelledException();
			console.error(Path.of(name), e);
			return false;
		}
	}
}
