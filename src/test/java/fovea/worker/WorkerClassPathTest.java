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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of an installation; names of users have spaces and letters of all scripts. */
class WorkerClassPathTest {

	@TempDir
	private Path temporary;

	@Test
	void ownFolderOfThePlatformGoesBeforeTheSharedOne() throws Exception {
		final Path fiji = Files.createDirectories(temporary.resolve("Fiji für Łukasz 細胞"));
		final Path plugin = fiji.resolve("plugins").resolve("fovea-0.1.0.jar");
		assertEquals(Optional.empty(), WorkerClassPath.library(plugin));
		final Path shared = fiji.resolve("lib").resolve(WorkerClassPath.platform());
		jar(shared.resolve("tensorflow-core-api-1.1.0.jar"), "x");
		assertEquals(Optional.of(shared), WorkerClassPath.library(plugin));
		final Path own = shared.resolve("fovea");
		jar(own.resolve("tensorflow-core-api-1.1.0.jar"), "x");
		assertEquals(Optional.of(own), WorkerClassPath.library(plugin));
	}

	/** All of Fovea is in one folder of plugins. */
	@Test
	void plainImageJHasItBesideTheJar() throws Exception {
		final Path folder = temporary.resolve("plugins").resolve("Fovea");
		final Path lib = folder.resolve("lib").resolve(WorkerClassPath.platform());
		jar(lib.resolve("tensorflow-core-api-1.1.0.jar"), "x");
		assertEquals(Optional.of(lib), WorkerClassPath.library(folder.resolve("Fovea_.jar")));
	}

	@Test
	void jarsOfOthersAreNotTensorFlow() throws Exception {
		jar(temporary.resolve("lib").resolve(WorkerClassPath.platform()).resolve("javacpp-1.5.9.jar"), "x");
		assertEquals(
				Optional.empty(),
				WorkerClassPath.library(temporary.resolve("plugins").resolve("fovea.jar")));
	}

	@Test
	void whatIsMissingIsSaidWithWhatToDo() throws Exception {
		final Path lib = temporary.resolve("lib");
		jar(lib.resolve("tensorflow-core-api-1.1.0.jar"), "x");
		final String missing = assertThrows(FoveaException.class, () -> WorkerClassPath.complete(lib))
				.getMessage();
		assertTrue(missing.startsWith("TensorFlow is not installed completely: no jar in " + lib), missing);
		assertTrue(missing.contains("Help > Update...") || missing.contains("Java for"), missing);
		Files.write(lib.resolve("tensorflow-natives-1.1.0.jar"), new byte[100]);
		final String broken = assertThrows(FoveaException.class, () -> WorkerClassPath.complete(lib))
				.getMessage();
		assertTrue(broken.startsWith(lib.resolve("tensorflow-natives-1.1.0.jar") + ": is no whole jar"), broken);
		jar(
				lib.resolve("tensorflow-natives-1.1.0.jar"),
				WorkerClassPath.natives().get(0));
		assertEquals(
				List.of("tensorflow-core-api-1.1.0.jar", "tensorflow-natives-1.1.0.jar"),
				WorkerClassPath.complete(lib).stream()
						.map(jar -> jar.getFileName().toString())
						.toList());
	}

	private static void jar(final Path file, final String entry) throws IOException {
		Files.createDirectories(file.getParent());
		try (OutputStream out = Files.newOutputStream(file);
				ZipOutputStream zip = new ZipOutputStream(out)) {
			zip.putNextEntry(new ZipEntry(entry));
		}
	}
}
