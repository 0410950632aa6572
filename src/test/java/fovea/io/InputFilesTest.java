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
package fovea.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Regular files of a size are opened, nothing else, and nothing else is waited for. */
class InputFilesTest {

	@TempDir
	private Path folder;

	private static String reason(final Executable reading) {
		return InputFiles.reason(assertThrows(IOException.class, reading));
	}

	@Test
	void aFileAndALinkToItAreRead() throws IOException {
		final Path file = Files.writeString(folder.resolve("file"), "gr\u00fcn");
		assertEquals("gr\u00fcn", InputFiles.text(file, 5));
		assertArrayEquals(
				"gr\u00fcn".getBytes(StandardCharsets.UTF_8),
				InputFiles.bytes(Files.createSymbolicLink(folder.resolve("link"), file), 5));
	}

	@Test
	void whatIsLargerThanWantedIsLeft() throws IOException {
		final Path file = Files.writeString(folder.resolve("file"), "12345");
		assertEquals("expected at most 4 bytes, got 5", reason(() -> InputFiles.bytes(file, 4)));
		assertEquals("expected at most 4 bytes, got 5", reason(() -> InputFiles.text(file, 4)));
	}

	@Test
	void othersAreToldInWords() throws IOException {
		assertEquals("expected a file, got a folder", reason(() -> InputFiles.stream(folder)));
		assertEquals("no such file", reason(() -> InputFiles.channel(folder.resolve("missing"))));
		final Path latin = Files.write(folder.resolve("latin"), new byte[] {(byte) 0xE4});
		assertEquals("expected text in UTF-8, got something else", reason(() -> InputFiles.text(latin, 9)));
	}

	/** Opening one waits until somebody writes to it, which not even an interrupt ends. */
	@Test
	@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	@EnabledOnOs({OS.LINUX, OS.MAC})
	void pipesAndDevicesAreNotOpened() throws Exception {
		final Path pipe = folder.resolve("pipe");
		assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
		for (final Path each :
				new Path[] {pipe, Files.createSymbolicLink(folder.resolve("link"), pipe), Path.of("/dev/zero")}) {
			final String expected = "expected a file, got a pipe, a socket or a device";
			assertEquals(expected, reason(() -> InputFiles.stream(each)));
			assertEquals(expected, reason(() -> InputFiles.channel(each)));
			assertEquals(expected, reason(() -> InputFiles.zip(each)));
			assertEquals(expected, reason(() -> InputFiles.bytes(each, 10)));
		}
	}
}
