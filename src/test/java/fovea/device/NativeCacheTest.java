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
package fovea.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.JavaProcess;
import fovea.base.FoveaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
class NativeCacheTest {

	@TempDir
	Path folder;

	private Path home;
	private Path temporary;
	private Path usual;
	private Path other;

	@BeforeEach
	void make() throws IOException {
		folder = folder.toRealPath();
		home = Files.createDirectory(folder.resolve("home"));
		temporary = Files.createDirectory(folder.resolve("tmp"));
		usual = home.resolve(".javacpp/cache");
		other = temporary.resolve(".javacpp-" + System.getProperty("user.name") + "/cache");
	}

	private static void open(final Path path) throws IOException {
		Files.setPosixFilePermissions(Files.createDirectories(path), PosixFilePermissions.fromString("rwxrwxrwx"));
	}

	@Test
	void theUsualOneIsClosedToOthers() throws Exception {
		Files.setPosixFilePermissions(Files.createDirectories(usual), PosixFilePermissions.fromString("rwxr-xr-x"));
		final NativeCache cache = NativeCache.choose(Optional.empty(), home, temporary);
		assertEquals(new NativeCache(usual, ""), cache);
		assertEquals(Optional.empty(), cache.notice());
		assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(usual)));
	}

	@Test
	void oneThatOthersMayWriteIsNotUsed() throws Exception {
		open(usual);
		final NativeCache cache = NativeCache.choose(Optional.empty(), home, temporary);
		assertEquals(other, cache.folder());
		assertEquals(
				Optional.of("TensorFlow is unpacked in " + other + ", since others may write into " + usual),
				cache.notice());
		assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(other.getParent())));
	}

	@Test
	void noneIsALine() throws Exception {
		open(usual);
		open(other);
		final String line = assertThrows(
						FoveaException.class, () -> NativeCache.choose(Optional.empty(), home, temporary))
				.getMessage();
		assertEquals(
				"TensorFlow cannot be unpacked: expected a folder that only you can write into, but others may write "
						+ "into "
						+ usual + "; others may write into " + other
						+ ": name one by -Dorg.bytedeco.javacpp.cachedir=FOLDER (on the command line in "
						+ "FOVEA_JAVA_OPTS)",
				line);
	}

	@Test
	void oneThatIsSetIsHeldToItToo() throws Exception {
		final Path set = folder.resolve("set");
		assertEquals(new NativeCache(set, ""), NativeCache.choose(Optional.of(set), home, temporary));
		open(set);
		assertEquals(
				new NativeCache(usual, "others may write into " + set),
				NativeCache.choose(Optional.of(set), home, temporary));
		assertEquals(
				new NativeCache(
						other,
						"others may write into " + set + "; nothing can be written in "
								+ home.resolve("f/.javacpp/cache")),
				NativeCache.choose(Optional.of(set), Files.createFile(home.resolve("f")), temporary));
	}

	/** Loads TensorFlow where others may write into the folder that is set, and nowhere is another. */
	static final class Load {

		private Load() {}

		public static void main(final String... args) {
			try {
				fovea.tf.TensorFlowLibrary.load();
				System.out.println("loaded");
			} catch (final FoveaException e) {
				System.out.println(e.getMessage());
			}
		}
	}

	@Test
	void nothingIsLoadedFromWhereOthersMayWrite() throws Exception {
		open(usual);
		open(other);
		final JavaProcess.Outcome outcome = JavaProcess.run(
				folder,
				java.util.List.of(
						"-Duser.home=" + home,
						"-Djava.io.tmpdir=" + temporary,
						"-Dorg.bytedeco.javacpp.cachedir=" + usual,
						"-cp",
						JavaProcess.classPath(),
						Load.class.getName()));
		assertTrue(
				outcome.output()
						.get(0)
						.startsWith("TensorFlow cannot be unpacked: expected a folder that only you can write into"),
				outcome.output() + "\n" + outcome.errors());
		try (var left = Files.list(usual)) {
			assertEquals(0, left.count());
		}
	}
}
