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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import fovea.base.ModelException;
import fovea.engine.Engine;
import fovea.model.library.ModelLibrary;
import fovea.tf.SavedModelLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --device} and {@code fovea doctor} with the real engine. */
@Tag("thorough")
class DeviceTest {

	private static final Path BLOBS = Path.of("samples", "blobs.tif");

	@TempDir
	Path folder;

	private final StringWriter out = new StringWriter();
	private final StringWriter err = new StringWriter();

	private static void onlyWithoutGpu() throws ModelException {
		assumeFalse(new SavedModelLoader().device().isGpu(), "here is a GPU");
	}

	@Test
	void theProcessorGivesWhatAutoGivesAndIsNamed() throws Exception {
		onlyWithoutGpu();
		assertEquals(
				0,
				execute(
						"denoise",
						"--model",
						"smooth-denoise",
						BLOBS.toString(),
						"--out",
						folder.resolve("auto").toString()),
				err::toString);
		assertEquals(
				0,
				execute(
						"denoise",
						"--model",
						"smooth-denoise",
						"--device",
						"cpu",
						BLOBS.toString(),
						"--out",
						folder.resolve("cpu").toString()),
				err::toString);
		assertArrayEquals(
				Files.readAllBytes(folder.resolve("auto").resolve("blobs-denoised.tif")),
				Files.readAllBytes(folder.resolve("cpu").resolve("blobs-denoised.tif")));
		assertEquals(
				2,
				out.toString()
						.lines()
						.filter(line -> line.matches(".*blobs\\.tif: [0-9.]+ s on CPU"))
						.count(),
				out.toString());
	}

	@ParameterizedTest
	@ValueSource(
			strings = {
				"denoise --model smooth-denoise samples/blobs.tif --device gpu",
				"segment --model blobs-threshold samples/blobs.tif --device gpu:1",
				"model test smooth-denoise --device gpu",
				"train --architecture cae-strided --data samples/blobs.tif --out model.zip --device gpu",
				"doctor --compare gpu",
				"latent encode --model nuclei-cae --out points.csv samples/blobs.tif --device gpu"
			})
	void aGpuThatIsNotThereIsAFailureWithTheReasonInOneLine(final String line) throws Exception {
		onlyWithoutGpu();
		final String[] args = line.replace(
						"model.zip", folder.resolve("model.zip").toString())
				.replace("points.csv", folder.resolve("points.csv").toString())
				.split(" ");
		assertEquals(1, execute(args), err::toString);
		final String message = err.toString();
		assertEquals(1, message.lines().count(), message);
		assertTrue(
				message.startsWith("fovea: device=gpu") && message.contains("TensorFlow sees no such GPU: "), message);
		try (var files = Files.list(folder)) {
			assertEquals(List.of(), files.toList());
		}
	}

	@Test
	void theDoctorTellsOfEverythingButWhoAsks() throws IOException {
		assertEquals(0, execute("doctor"));
		final List<String> lines = out.toString().lines().toList();
		assertTrue(
				lines.containsAll(List.of(
						"Versions",
						"Memory and disk",
						"TensorFlow of other plugins",
						"TensorFlow",
						"Devices",
						"What a GPU needs",
						"Models")),
				out.toString());
		assertFalse(out.toString().contains(System.getProperty("user.home")), out.toString());
		assertEquals("", err.toString());
	}

	private int execute(final String... args) {
		return Fovea.commandLine(new ModelLibrary(List.of()), Engine::of)
				.setOut(new PrintWriter(out))
				.setErr(new PrintWriter(err))
				.execute(args);
	}
}
