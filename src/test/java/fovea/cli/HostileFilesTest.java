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

import fovea.Fixtures;
import fovea.JavaProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says of files that are none, or ask for too much: one line each, in its time. */
@EnabledOnOs(OS.LINUX)
@Tag("thorough")
class HostileFilesTest {

	@TempDir
	private Path folder;

	/** What a process that may last 60 s wrote to standard error, then its exit code. */
	private List<String> fovea(final String before, final String arguments) throws IOException, InterruptedException {
		final Process process = new ProcessBuilder(
						"sh",
						"-c",
						before + " exec timeout 60 '" + Path.of(System.getProperty("java.home"), "bin", "java") + "' "
								+ String.join(" ", JavaProcess.SHORT_LIVED) + " -cp '" + JavaProcess.classPath()
								+ "' fovea.cli.Fovea " + arguments)
				.directory(folder.toFile())
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
		process.getOutputStream().close();
		final List<String> said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
				.lines()
				.filter(line -> !line.startsWith("Picked up "))
				.toList();
		return java.util.stream.Stream.concat(
						said.stream(), java.util.stream.Stream.of(String.valueOf(process.waitFor())))
				.toList();
	}

	private Path pipe(final String name) throws IOException, InterruptedException {
		assertEquals(
				0,
				new ProcessBuilder("mkfifo", folder.resolve(name).toString())
						.start()
						.waitFor());
		return folder.resolve(name);
	}

	@Test
	void pipesAreNotWaitedFor() throws Exception {
		pipe("pipe.zip");
		pipe("pipe.yaml");
		pipe("pipe-ubyte");
		Files.copy(Path.of("samples", "blobs.tif"), folder.resolve("blobs.tif"));
		assertEquals(
				List.of("fovea: pipe.zip: cannot be read: expected a file, got a pipe, a socket or a device", "1"),
				fovea("", "model inspect pipe.zip"));
		assertEquals(
				List.of("fovea: pipe.yaml: cannot be read: expected a file, got a pipe, a socket or a device", "1"),
				fovea("", "train --architecture pipe.yaml --data blobs.tif --out x.zip"));
		assertEquals(
				List.of("fovea: pipe-ubyte: cannot be read: expected a file, got a pipe, a socket or a device", "1"),
				fovea("", "train --architecture cae-small --data pipe-ubyte --out x.zip"));
	}

	@Test
	void aDamagedHdf5FileIsOneLineWithoutWordsOfItsLibrary() throws Exception {
		final byte[] bytes = Files.readAllBytes(Fixtures.file("layers/vgg16-h5/save-weights-keras-2.h5"));
		Files.write(folder.resolve("half.h5"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
		Files.copy(Path.of("samples", "blobs.tif"), folder.resolve("blobs.tif"));
		final List<String> said = fovea(
				"",
				"train --architecture fcn8-vgg16 --keras-weights half.h5 --data blobs.tif --masks blobs.tif --out "
						+ "x.zip");
		assertEquals(2, said.size(), said.toString());
		assertTrue(
				said.get(0).startsWith("fovea: half.h5: expected an HDF5 file of Keras weights, got a damaged one"),
				said.toString());
	}

	@Test
	void aFolderThatIsMissingIsSaidToBe() throws Exception {
		assertEquals(
				List.of("fovea: nowhere: no such file or folder", "1"),
				fovea("", "segment --model blobs-threshold --out out --recursive nowhere"));
	}

	/** Java itself cannot start its classes for files then. */
	@Test
	void tooFewDescriptorsAreToldInALine() throws Exception {
		final List<String> said = fovea("ulimit -n 30;", "segment --model blobs-threshold --out out nowhere.tif");
		assertEquals(
				List.of(
						"fovea: Java may not open more files at a time: raise the limit of this shell (ulimit -n 1024)",
						"1"),
				said);
	}
}
