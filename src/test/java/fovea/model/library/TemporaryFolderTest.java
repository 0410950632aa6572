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
package fovea.model.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TemporaryFolderTest {

	/** Makes a folder, says where, and leaves without closing it. */
	static final class Forgetful {

		public static void main(final String[] args) throws IOException {
			final Path folder = new TemporaryFolder().create("model");
			Files.writeString(folder.resolve("file"), "x");
			System.out.print(folder.getParent());
		}
	}

	@Test
	void removesEverythingOnClose() throws Exception {
		final TemporaryFolder temporary = new TemporaryFolder();
		final Path a = temporary.create("a");
		final Path b = temporary.create("b");
		Files.writeString(Files.createDirectories(a.resolve("deep/down")).resolve("file"), "x");
		assertEquals(a.getParent(), b.getParent());
		temporary.close();
		assertFalse(Files.exists(a.getParent()));
		temporary.close();
	}

	@Test
	void doesNotFollowLinks() throws Exception {
		final TemporaryFolder outside = new TemporaryFolder();
		final Path kept = Files.writeString(outside.create("kept").resolve("file"), "x");
		try (TemporaryFolder temporary = new TemporaryFolder()) {
			Files.createSymbolicLink(temporary.create("a").resolve("link"), kept.getParent());
		}
		assertTrue(Files.exists(kept));
		outside.close();
	}

	@Test
	void removesEverythingWhenTheJvmEnds() throws Exception {
		final Process jvm = new ProcessBuilder(
						Path.of(System.getProperty("java.home"), "bin", "java").toString(),
						"-cp",
						JavaProcess.classPath(),
						Forgetful.class.getName())
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start();
		final String folder = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertEquals(0, jvm.waitFor());
		assertTrue(folder.contains("fovea-model-"), folder);
		assertFalse(Files.exists(Path.of(folder)));
	}

	/** Makes a folder, says where, and waits to be killed. */
	static final class Waiting {

		public static void main(final String[] args) throws Exception {
			final Path folder = new TemporaryFolder().create("model");
			Files.writeString(folder.resolve("file"), "x");
			System.out.println(folder.getParent());
			Thread.sleep(60_000);
		}
	}

	@Test
	void whatAKilledProcessLeftIsRemovedByTheNextOneButNotWhileItLives() throws Exception {
		final Process jvm = new ProcessBuilder(
						Path.of(System.getProperty("java.home"), "bin", "java").toString(),
						"-cp",
						JavaProcess.classPath(),
						Waiting.class.getName())
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start();
		final Path left;
		try (BufferedReader lines = jvm.inputReader()) {
			left = Path.of(lines.readLine());
			try (TemporaryFolder next = new TemporaryFolder()) {
				next.create("model");
			}
			assertTrue(Files.exists(left.resolve("model").resolve("file")), "of a living process");
		} finally {
			jvm.destroyForcibly().waitFor();
		}
		assertTrue(Files.exists(left), "killed");
		try (TemporaryFolder next = new TemporaryFolder()) {
			next.create("model");
		}
		assertFalse(Files.exists(left));
	}
}
