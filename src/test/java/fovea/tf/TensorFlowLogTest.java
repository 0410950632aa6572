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
package fovea.tf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorFlowLogTest {

	@Test
	void errorsGoOnAndRemarksDoNot() {
		assertEquals(
				"E0000 00:00:1796010238.727336   19160 direct_session.cc:1] a bad end" + System.lineSeparator()
						+ "2026-11-30 03:39:45.123: E tensorflow/core/a.cc:7] another" + System.lineSeparator()
						+ "free(): invalid pointer" + System.lineSeparator(),
				TensorFlowLog.withoutRemarks("WARNING: All log messages before absl::InitializeLog() is called are "
						+ "written to STDERR\n"
						+ "I0000 00:00:1796010238.727336   19160 mlir_graph_optimization_pass.cc:401] not enabled\n"
						+ "E0000 00:00:1796010238.727336   19160 direct_session.cc:1] a bad end\n"
						+ "2026-11-30 03:39:45.123: W tensorflow/core/a.cc:7] mind\n"
						+ "2026-11-30 03:39:45.123: E tensorflow/core/a.cc:7] another\n"
						+ "free(): invalid pointer\n"));
	}

	/** Java 17 cannot read all of a pipe by itself. */
	@Test
	void aPipeIsReadToItsEnd(@TempDir final Path folder) throws Exception {
		final Path pipe = folder.resolve("pipe");
		assumeTrue(isMade(pipe), "no pipes with names here");
		final CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> {
			try (InputStream in = new FileInputStream(pipe.toFile())) {
				return TensorFlowLog.all(in);
			} catch (final IOException e) {
				throw new UncheckedIOException(e);
			}
		});
		try (OutputStream out = new FileOutputStream(pipe.toFile())) {
			out.write("said ".getBytes(StandardCharsets.UTF_8));
			out.flush();
			out.write("while it loads".getBytes(StandardCharsets.UTF_8));
		}
		assertEquals("said while it loads", read.get(10, TimeUnit.SECONDS));
	}

	private static boolean isMade(final Path pipe) throws Exception {
		try {
			return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
		} catch (final IOException e) {
			return false;
		}
	}
}
