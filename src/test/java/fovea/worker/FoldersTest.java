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
import fovea.scratch.ScratchFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
class FoldersTest {

	@TempDir
	private Path place;

	/** Another host. */
	static final class Other {

		private Other() {}

		public static void main(final String... args) throws IOException {
			Folders.in(List.of(Path.of(args[0]))).close();
		}
	}

	private void startAnotherHost() throws Exception {
		final JavaProcess.Outcome outcome = JavaProcess.run(
				place, List.of("-cp", JavaProcess.classPath(), Other.class.getName(), place.toString()));
		assertEquals(List.of(), outcome.errors());
	}

	/** Whoever closes a file lets go all locks that its process has on it. */
	@Test
	void anotherHostLeavesTheFoldersOfALivingOneAlone() throws Exception {
		try (Folders first = Folders.in(List.of(place));
				Folders second = Folders.in(List.of(place))) {
			startAnotherHost();
			assertTrue(Files.isDirectory(first.paths().get(0)));
			assertTrue(Files.isDirectory(second.paths().get(0)));
		}
	}

	@Test
	void whatAHostLeftIsRemoved() throws Exception {
		final Path left = Files.createDirectory(place.resolve(Folders.PREFIX + "0-1"));
		Files.createFile(left.resolve(ScratchFolder.LOCK));
		Files.writeString(left.resolve("in0-0"), "pixels");
		Folders.in(List.of(place)).close();
		assertFalse(Files.exists(left));
	}

	/** Anybody may put a folder into a place for temporary files. */
	@Test
	void filesThatAreLinkedToAreLeftAsTheyAre() throws Exception {
		final Path precious = Files.writeString(place.resolve("precious"), "data");
		final Path left = Files.createDirectory(place.resolve(Folders.PREFIX + "0-2"));
		Files.createFile(left.resolve(ScratchFolder.LOCK));
		Files.createSymbolicLink(left.resolve("in0-0"), precious);
		Folders.in(List.of(place)).close();
		assertEquals("data", Files.readString(precious));
		assertFalse(Files.exists(left));
	}
}
