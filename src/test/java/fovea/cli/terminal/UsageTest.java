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
package fovea.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.cli.Fovea;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What is wrong with a command line is told before any model is looked for: there is no library here. */
class UsageTest {

	@TempDir
	Path folder;

	private Path image;
	private Path results;
	private final StringWriter out = new StringWriter();
	private final StringWriter err = new StringWriter();

	@BeforeEach
	void makeImage() throws IOException {
		image = Files.createFile(folder.resolve("image.tif"));
		results = folder.resolve("out");
	}

	@ParameterizedTest
	@CsvSource(
			delimiter = '|',
			value = {
				"segment --threshold 1.5 | --threshold",
				"segment --threshold NaN | --threshold",
				"segment --threshold high | --threshold",
				"segment --min-size 0 | auto or a number of pixels, 1 or more, got '0'",
				"segment --min-size small | --min-size",
				"segment --tile-size 0 | --tile-size",
				"segment --halo -1 | --halo",
				"segment --memory lots | --memory",
				"segment --channels 0 | --channels",
				"segment --channels 1,x | expected all, or numbers from 1 on, such as 1,2, got '1,x'",
				"segment --channels all,1 | --channels",
				"segment --scope tile | --scope",
				"segment --border zero | expected one of network, mirror",
				"segment --orientations 3 | expected one of 1, 2, 4, 8; got '3'",
				"denoise --orientations x | --orientations",
				"segment --split maybe | expected one of auto, always, never; got 'maybe'",
				"segment --confidence 1.5 | auto or a probability of 0 to 1",
				"segment --confidence maybe | --confidence",
				"segment --normalize loud | loud",
				"segment --axes byxq | 'q'",
				"denoise --bit-depth 16 | --bit-depth",
				"denoise --threshold 0.5 | --threshold",
				"reconstruct --bit-depth 16 | --bit-depth",
				"segment --nonsense | --nonsense",
				"segment --device tpu | gpu:1; got 'tpu'",
				"denoise --device gpu:x | --device"
			})
	void aWrongOptionIsToldInOneLineThatNamesIt(final String line, final String named) {
		final List<String> args = new ArrayList<>(List.of(line.split(" ")));
		args.add(image.toString());
		args.addAll(List.of("--out", results.toString()));
		assertEquals(2, execute(args.toArray(String[]::new)));
		assertUsageError(named);
		assertFalse(Files.exists(results), "nothing was begun");
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "segment", "model", "model inspect", "paint", "segment --out"})
	void anUnfinishedCommandLineIsToldInOneLine(final String line) {
		assertEquals(2, execute(line.isEmpty() ? new String[0] : line.split(" ")));
		assertUsageError("--help");
	}

	@Test
	void twoImagesWithOneResultAreRefused() throws IOException {
		final Path other = Files.createFile(folder.resolve("image.png"));
		assertEquals(2, execute("denoise", image.toString(), other.toString(), "--out", results.toString()));
		assertUsageError("image-denoised.tif");
	}

	@Test
	void anImageIsNeverOverwritten() throws IOException {
		final Path other = Files.createFile(folder.resolve("image-denoised.tif"));
		assertEquals(2, execute("denoise", image.toString(), other.toString(), "--out", folder.toString()));
		assertUsageError("image-denoised.tif");
	}

	@Test
	void resultsGoToAFolder() {
		assertEquals(2, execute("denoise", image.toString(), "--out", image.toString()));
		assertUsageError("expected a folder");
	}

	@Test
	void anImageThatIsNotThereIsAFailureAndNotUsage() {
		assertEquals(1, execute("denoise", folder.resolve("gone.tif").toString(), "--out", results.toString()));
		assertEquals(
				"fovea: " + folder.resolve("gone.tif") + ": no such file or folder",
				err.toString().strip());
	}

	@ParameterizedTest
	@ValueSource(
			strings = {
				"denoise",
				"reconstruct",
				"segment",
				"classify",
				"crops",
				"evaluate",
				"model inspect",
				"model list",
				"doctor"
			})
	void helpTeachesByExample(final String command) {
		final String[] args = (command + " --help").split(" ");
		assertEquals(0, execute(args));
		assertEquals("", err.toString());
		final String help = out.toString();
		assertAll(
				() -> assertTrue(help.contains("Example"), help),
				() -> assertTrue(help.contains("  fovea " + command), help),
				() -> assertTrue(help.contains("Exit codes:"), help));
	}

	@Test
	void everyExampleInTheHelpCanBeParsed() {
		final CommandLine commandLine = commandLine();
		int examples = 0;
		for (final CommandLine command : List.of(
				commandLine.getSubcommands().get("denoise"),
				commandLine.getSubcommands().get("reconstruct"),
				commandLine.getSubcommands().get("segment"),
				commandLine.getSubcommands().get("classify"),
				commandLine.getSubcommands().get("crops"),
				commandLine.getSubcommands().get("evaluate")))
			for (final String line : command.getCommandSpec().usageMessage().footer()) {
				final String[] words = line.strip().split(" ");
				commandLine.parseArgs(List.of(words).subList(1, words.length).toArray(String[]::new));
				examples++;
			}
		assertTrue(examples >= 16, "found only " + examples);
	}

	@Test
	void versionNamesThePrograms() {
		assertEquals(0, execute("--version"));
		assertTrue(out.toString().startsWith("Fovea "), out.toString());
	}

	private void assertUsageError(final String named) {
		final String message = err.toString();
		assertEquals(1, message.lines().count(), message);
		assertTrue(message.startsWith("fovea: "), message);
		assertTrue(message.contains(named), message);
		assertTrue(message.contains(" --help')"), message);
		assertEquals("", out.toString());
	}

	private int execute(final String... args) {
		return commandLine().execute(args);
	}

	private CommandLine commandLine() {
		return Fovea.commandLine(null, null).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
	}
}
