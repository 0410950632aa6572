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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.JavaProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Started from a shell without UTF-8, on files whose names are not ASCII: as cron, ssh, containers do. */
@EnabledOnOs(OS.LINUX)
@Tag("thorough")
class PosixShellTest {

	private static final String UMLAUT = "gr\\303\\266\\303\\237e";
	private static final String MICRO = "10\\302\\265m";
	private static final Map<String, String> POSIX = Map.of("LC_ALL", "C");
	private static final Map<String, String> UNKNOWN = Map.of("LC_ALL", "xx_XX.UTF-8");

	@TempDir
	private Path folder;

	@BeforeEach
	void copySamples() throws Exception {
		sh(
				POSIX,
				"mkdir in && for name in \"$(printf '" + MICRO + "')\" \"$(printf '" + UMLAUT + "')\" plain; do cp '"
						+ Path.of("samples", "blobs.tif").toAbsolutePath() + "' \"in/$name.tif\"; done");
	}

	/** What a shell command printed, and its exit code as the last line. */
	private List<String> sh(final Map<String, String> environment, final String command)
			throws IOException, InterruptedException {
		final ProcessBuilder builder = new ProcessBuilder("sh", "-c", command)
				.directory(folder.toFile())
				.redirectErrorStream(true);
		builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
		builder.environment().putAll(environment);
		final Process process = builder.start();
		process.getOutputStream().close();
		final List<String> lines =
				new ArrayList<>(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
						.lines()
						.toList());
		lines.add(String.valueOf(process.waitFor()));
		return lines;
	}

	private String fovea(final boolean script, final String arguments) {
		return (script ? ". '" + Path.of("scripts", "environment").toAbsolutePath() + "' && " : "") + "exec '"
				+ Path.of(System.getProperty("java.home"), "bin", "java") + "' "
				+ String.join(" ", JavaProcess.SHORT_LIVED) + " -cp '" + JavaProcess.classPath() + "' fovea.cli.Fovea "
				+ arguments;
	}

	@Test
	void whatTheScriptsSourceGivesJavaUtf8() throws Exception {
		for (final Map<String, String> environment : List.of(POSIX, UNKNOWN, Map.<String, String>of())) {
			final List<String> said =
					sh(environment, "set -eu; " + fovea(true, "denoise --model smooth-denoise --out out in"));
			assertEquals("0", said.get(said.size() - 1), () -> environment + String.join("\n", said));
			final List<String> results = sh(POSIX, "ls out; rm -r out");
			assertTrue(
					results.containsAll(
							List.of("10\u00b5m-denoised.tif", "gr\u00f6\u00dfe-denoised.tif", "plain-denoised.tif")),
					results.toString());
		}
	}

	@Test
	void aLanguageThatIsSetStays() throws Exception {
		assertEquals(
				List.of("C.UTF-8", "0"),
				sh(
						Map.of("LC_ALL", "C.UTF-8"),
						". '" + Path.of("scripts", "environment").toAbsolutePath() + "'; echo $LC_ALL"));
	}

	@Test
	void withoutTheScriptEachOfTheseFilesFailsInOneLineAndTheOthersAreDone() throws Exception {
		for (final String images : List.of("in", "in/*")) {
			final List<String> said = sh(POSIX, fovea(false, "denoise --model smooth-denoise --out out " + images));
			assertEquals("1", said.get(said.size() - 1), () -> String.join("\n", said));
			for (final String name : List.of("in/10??m.tif", "in/gr????e.tif"))
				assertEquals(
						1,
						said.stream()
								.filter(line ->
										line.startsWith("fovea: " + name + ": this Java cannot read the file's name")
												&& line.endsWith("set LC_ALL=C.UTF-8 before it is started"))
								.count(),
						() -> String.join("\n", said));
			assertTrue(
					said.stream().anyMatch(line -> line.startsWith("3 images: 1 done, 2 failed")),
					() -> String.join("\n", said));
			assertTrue(sh(POSIX, "ls out; rm -r out").contains("plain-denoised.tif"));
		}
	}

	/** What is left out would not be noticed in a model. */
	@Test
	void withoutTheScriptATrainingOnThemIsRefusedInOneLine() throws Exception {
		final List<String> said =
				sh(POSIX, fovea(false, "train --architecture cae-denoise --epochs 1 --data in --out m.zip"));
		assertEquals("1", said.get(said.size() - 1), () -> String.join("\n", said));
		assertTrue(
				said.stream()
						.anyMatch(
								line -> line.startsWith("fovea: in/10??m.tif: this Java cannot read the file's name")),
				() -> String.join("\n", said));
		assertFalse(Files.exists(folder.resolve("m.zip")));
	}

	@Test
	void aFolderForResultsThatCannotBeNamedIsAWrongCommandLine() throws Exception {
		final List<String> said = sh(
				POSIX,
				fovea(false, "denoise --model smooth-denoise --out \"$(printf '" + UMLAUT + "')\" in/plain.tif"));
		assertEquals("2", said.get(said.size() - 1), () -> String.join("\n", said));
		assertTrue(
				said.get(0).contains("gr????e: this Java cannot read the file's name"), () -> String.join("\n", said));
	}
}
