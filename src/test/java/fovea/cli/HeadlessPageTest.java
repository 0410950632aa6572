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
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The lines of docs/headless.md, as they stand there. */
@Tag("thorough")
@EnabledOnOs(OS.LINUX)
class HeadlessPageTest {

	private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh)?\\n(.*?)^```$");

	@TempDir
	private Path folder;

	private List<String> shell;
	private String macro;

	@BeforeEach
	void readThePage() throws Exception {
		final String page = Files.readString(Path.of("docs", "headless.md"));
		shell = new ArrayList<>();
		final Matcher blocks = BLOCK.matcher(page);
		while (blocks.find())
			if ("sh".equals(blocks.group(1))) shell.add(blocks.group(2));
			else if (macro == null) macro = blocks.group(2);
		for (final String place : List.of("scripts", "fovea/scripts")) program(folder.resolve(place));
		final Path samples = Files.createDirectories(folder.resolve("samples"));
		for (final String sample : List.of("nuclei-touching.png", "cells-noisy.tif", "blobs.tif"))
			Files.copy(Path.of("samples", sample), samples.resolve(sample));
	}

	private static void program(final Path place) throws IOException {
		final Path file = Files.createDirectories(place).resolve("fovea");
		Files.writeString(
				file,
				"#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin", "java")
						+ "' $FOVEA_JAVA_OPTS -cp '" + JavaProcess.classPath() + "' fovea.cli.Fovea \"$@\"\n");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

	/** @return all that was written, once the exit code is 0 */
	private String run(final String script, final String... environment) throws Exception {
		final ProcessBuilder builder = new ProcessBuilder("bash", "-e", "-c", script)
				.directory(folder.toFile())
				.redirectErrorStream(true);
		for (int i = 0; i < environment.length; i += 2) builder.environment().put(environment[i], environment[i + 1]);
		final Path out = folder.resolve("output.txt");
		final Process process = builder.redirectOutput(out.toFile()).start();
		assertTrue(process.waitFor(300, TimeUnit.SECONDS));
		assertEquals(0, process.exitValue(), script + Files.readString(out));
		return Files.readString(out);
	}

	private String block(final String begin) {
		return shell.stream().filter(text -> text.startsWith(begin)).findFirst().orElseThrow();
	}

	@Test
	void theCommandLineDoesWhatThePageSays() throws Exception {
		run(block("scripts/fovea segment"));
		try (Stream<String> objects = Files.lines(folder.resolve("objects.jsonl"))) {
			assertEquals(3, objects.count());
		}
		assertTrue(Files.exists(folder.resolve("out/nuclei-touching-overlay.tif")));
		assertTrue(Files.exists(folder.resolve("out/cells-noisy-denoised.tif")));
	}

	@Test
	void theMacroCountsNuclei() throws Exception {
		Files.writeString(folder.resolve("count.ijm"), macro);
		final String out = run(block("scripts/fovea macro"));
		assertTrue(out.strip().matches("[1-9]\\d* nuclei"), out);
		assertTrue(Files.exists(folder.resolve("nuclei.csv")));
	}

	/** Two of ten tasks: one with an image, one with none. */
	@Test
	void aTaskOfAnArrayDoesItsPart() throws Exception {
		Files.createDirectory(folder.resolve("images"));
		Files.copy(Path.of("samples", "blobs.tif"), folder.resolve("images/a b.tif"));
		final String script = block("#!/bin/bash");
		run(script, "SLURM_ARRAY_TASK_ID", "1", "SLURM_SUBMIT_DIR", folder.toString());
		run(script, "SLURM_ARRAY_TASK_ID", "0", "SLURM_SUBMIT_DIR", folder.toString());
		final List<String> told = Files.readAllLines(folder.resolve("results-1.jsonl"));
		assertEquals(1, told.size());
		assertTrue(told.get(0).contains("\"status\":\"done\""), told.toString());
		assertTrue(Files.exists(folder.resolve("results/1/a b-mask.tif")));
	}

	@Test
	void everyLineOfThePageIsKnownHere() {
		assertEquals(
				List.of(
								"#!/bin/bash",
								"# the macro's last line is: print(\"all done\");",
								"FOVEA_JAVA_OPTS=-Djava.awt.headless=false",
								"scripts/fovea macro",
								"scripts/fovea segment",
								"xvfb-run -a")
						.stream()
						.sorted()
						.toList(),
				shell.stream()
						.map(text -> text.lines().findFirst().orElseThrow())
						.map(line -> line.startsWith("#")
								? line
								: line.split(" ")[0].startsWith("FOVEA")
										? line.split(" ")[0]
										: line.split(" ")[0] + " " + line.split(" ")[1])
						.sorted()
						.toList());
	}
}
