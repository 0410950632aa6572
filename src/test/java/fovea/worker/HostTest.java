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
package fovea.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.JavaProcess;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts in processes of their own. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Tag("thorough")
class HostTest {

	private static final List<Path> CLASS_PATH = Stream.of(
					JavaProcess.classPath().split(File.pathSeparator))
			.map(Path::of)
			.toList();

	@TempDir
	private Path folder;

	/** TensorFlow's jars are the worker's only. */
	@Test
	void theHostNeedsNothingOfTensorFlow() throws Exception {
		final List<Path> without =
				CLASS_PATH.stream().filter(entry -> !isOfTensorFlow(entry)).toList();
		assertTrue(without.size() < CLASS_PATH.size());
		final JavaProcess.Outcome outcome = JavaProcess.run(folder, arguments(without, "once"));
		assertEquals(
				List.of("no TensorFlow here", "same result"),
				outcome.output(),
				() -> String.join("\n", outcome.errors()));
	}

	/**
	 * A file in the place of the home folder stands for one in which nothing can be written, which an administrator
	 * can.
	 */
	@Test
	@Tag("slow")
	void whereTheHomeFolderIsReadOnlyAnotherCacheIsTakenAndSaid() throws Exception {
		final Path home = Files.createFile(folder.resolve("home"));
		final List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Duser.home=" + home,
				"-Djava.io.tmpdir=" + folder));
		command.addAll(arguments(
				CLASS_PATH.stream().filter(entry -> !isOfTensorFlow(entry)).toList(), "once"));
		final Process host = new ProcessBuilder(command)
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start();
		final List<String> lines = host.inputReader().lines().toList();
		assertEquals(3, lines.size(), lines.toString());
		assertTrue(lines.get(1).startsWith("TensorFlow is unpacked in " + folder), lines.get(1));
		assertEquals("same result", lines.get(2));
	}

	@Test
	@Tag("slow")
	@EnabledIfSystemProperty(
			named = "fovea.tensorflow1",
			matches = ".+",
			disabledReason = "mvn -Pslow fetches TensorFlow 1")
	void tensorFlow1InTheHostDoesNotMatter() throws Exception {
		final List<Path> classPath = new ArrayList<>();
		try (Stream<Path> jars = Files.list(Path.of(System.getProperty("fovea.tensorflow1")))) {
			classPath.addAll(jars.toList());
		}
		assertEquals(3, classPath.size(), classPath.toString());
		classPath.addAll(CLASS_PATH);
		final JavaProcess.Outcome outcome = JavaProcess.run(
				folder,
				List.of(
						"-cp",
						join(classPath),
						HostMain.class.getName(),
						"beside-tensorflow-1")); // the worker's class path is found among these
		assertEquals(
				List.of("1.15.0", "same result", "and it still works"),
				outcome.output(),
				() -> String.join("\n", outcome.errors()));
	}

	@ParameterizedTest
	@ValueSource(strings = {"run", "train"})
	void theWorkerOfAKilledHostEndsAndLeavesNothing(final String what) throws Exception {
		final List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Djava.io.tmpdir=" + folder));
		command.addAll(arguments(CLASS_PATH, what));
		final Process host = new ProcessBuilder(command)
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start();
		final ProcessHandle worker;
		try (BufferedReader lines =
				new BufferedReader(new InputStreamReader(host.getInputStream(), StandardCharsets.UTF_8))) {
			final String line = lines.readLine();
			worker = ProcessHandle.of(Long.parseLong(line.replace("worker ", "")))
					.orElseThrow();
		} finally {
			host.destroyForcibly().waitFor();
		}
		for (int i = 0; i < 500 && worker.isAlive(); i++) Thread.sleep(10);
		assertFalse(worker.isAlive());
		assertEquals(List.of(), foldersOf(host, folder));
		assertEquals(List.of(), foldersOf(host, Path.of("/dev/shm")));
	}

	private static List<Path> foldersOf(final Process host, final Path place) throws IOException {
		if (!Files.isDirectory(place)) return List.of();
		try (Stream<Path> files = Files.list(place)) {
			return files.filter(f -> f.getFileName().toString().startsWith(Folders.PREFIX + host.pid() + "-"))
					.toList();
		}
	}

	private static boolean isOfTensorFlow(final Path entry) {
		final String name = entry.getFileName().toString();
		return Stream.of("tensorflow", "ndarray", "protobuf", "javacpp").anyMatch(name::startsWith);
	}

	private static List<String> arguments(final List<Path> classPath, final String what) {
		return List.of(
				"-D" + WorkerClassPath.PROPERTY + "=" + join(CLASS_PATH),
				"-cp",
				join(classPath),
				HostMain.class.getName(),
				what);
	}

	private static String join(final List<Path> classPath) {
		return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
	}
}
