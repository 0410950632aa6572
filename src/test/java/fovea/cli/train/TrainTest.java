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
package fovea.cli.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.cli.Fovea;
import fovea.engine.Engine;
import fovea.io.Npy;
import fovea.model.library.ModelLibrary;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Small networks trained on the sample images, with the real engine. */
@Tag("thorough")
class TrainTest {

	private static final Path SAMPLES = Path.of("samples");
	private static final String TINY = """
		name: tiny
		layers:
		  - {type: Input, name: image, shape: [null, null, 1]}
		  - {type: Conv2D, filters: 4, kernel_size: 3, strides: 2, padding: same, activation: relu}
		  - {type: Conv2DTranspose, filters: 1, kernel_size: 4, strides: 2, padding: same}
		  - {type: Add, inputs: [conv2d_transpose, image]}
		""";

	@TempDir
	Path folder;

	private Path tiny;
	private final StringWriter out = new StringWriter();
	private final StringWriter err = new StringWriter();

	@BeforeEach
	void writeArchitecture() throws Exception {
		tiny = Files.writeString(folder.resolve("tiny.yaml"), TINY);
	}

	private int execute(final String... arguments) {
		final CommandLine line = Fovea.commandLine(new ModelLibrary(), Engine::of);
		line.setOut(new PrintWriter(out, true));
		line.setErr(new PrintWriter(err, true));
		return line.execute(arguments);
	}

	private int train(final Path model, final String... more) {
		final List<String> arguments = new java.util.ArrayList<>(List.of(
				"train",
				"--architecture",
				tiny.toString(),
				"--data",
				SAMPLES.resolve("nuclei-tissue.png").toString(),
				"--patch",
				"32",
				"--batch",
				"4",
				"--epochs",
				"2",
				"--validation",
				"0",
				"--out",
				model.toString()));
		arguments.addAll(List.of(more));
		return execute(arguments.toArray(String[]::new));
	}

	@Test
	void aTrainedModelRunsAndGivesItsTestOutput() throws Exception {
		final Path model = folder.resolve("denoiser.zip");
		assertEquals(0, train(model, "--noise", "0.05-0.1"), err::toString);
		assertEquals(
				3, Files.readAllLines(folder.resolve("denoiser-curves.csv")).size());
		assertEquals(0, execute("model", "test", model.toString()), err::toString);
		assertTrue(out.toString().contains("gives its test output"), out.toString());
		assertEquals(
				0,
				execute(
						"denoise",
						SAMPLES.resolve("blobs.tif").toString(),
						"--model",
						model.toString(),
						"--out",
						folder.toString()),
				err::toString);
		assertTrue(Files.exists(folder.resolve("blobs-denoised.tif")));
	}

	@Test
	void numpyArraysAreStacksOfImages() throws Exception {
		final Path array = folder.resolve("stack.npy");
		final float[] values = new float[6 * 32 * 32];
		for (int i = 0; i < values.length; i++) values[i] = i * 31 % 256;
		Npy.write(array, new int[] {6, 32, 32}, values);
		assertEquals(
				0,
				execute(
						"train",
						"--architecture",
						tiny.toString(),
						"--data",
						array.toString(),
						"--noise",
						"0.1",
						"--epochs",
						"1",
						"--validation",
						"0.5",
						"--out",
						folder.resolve("numpy.zip").toString()),
				err::toString);
		assertEquals(0, execute("model", "test", folder.resolve("numpy.zip").toString()), err::toString);
	}

	@Test
	void theSameSeedGivesTheSameCurves() throws Exception {
		assertEquals(0, train(folder.resolve("a.zip"), "--seed", "7"), err::toString);
		assertEquals(0, train(folder.resolve("b.zip"), "--seed", "7"), err::toString);
		assertEquals(0, train(folder.resolve("c.zip"), "--seed", "8"), err::toString);
		assertEquals(losses("a"), losses("b"));
		assertTrue(!losses("a").equals(losses("c")));
	}

	private List<String> losses(final String name) throws Exception {
		return Files.readAllLines(folder.resolve(name + "-curves.csv")).stream()
				.map(l -> l.split(",")[1])
				.toList();
	}

	@Test
	void whatCannotBeTrainedIsSaidInOneLine() throws Exception {
		final Path empty = Files.createDirectory(folder.resolve("empty"));
		assertOneLine(1, "empty", "--architecture", "cae-denoise", "--data", empty.toString());
		assertOneLine(1, "no-such-network", "--architecture", "no-such-network", "--data", "samples/blobs.tif");
		assertOneLine(
				1,
				"missing",
				"--architecture",
				tiny.toString(),
				"--data",
				folder.resolve("missing").toString());
		assertOneLine(
				2, "--noise", "--architecture", tiny.toString(), "--data", "samples/blobs.tif", "--noise", "much");
		assertOneLine(
				2, "validation", "--architecture", tiny.toString(), "--data", "samples/blobs.tif", "--validation", "2");
		assertOneLine(
				1,
				"patch size",
				"--architecture",
				tiny.toString(),
				"--data",
				"samples/blobs.tif",
				"--patch",
				"4000",
				"--validation",
				"0");
	}

	private void assertOneLine(final int exitCode, final String part, final String... arguments) {
		err.getBuffer().setLength(0);
		final List<String> all = new java.util.ArrayList<>(
				List.of("train", "--out", folder.resolve("x.zip").toString()));
		all.addAll(List.of(arguments));
		assertEquals(exitCode, execute(all.toArray(String[]::new)), err::toString);
		assertEquals(1, err.toString().lines().count(), err::toString);
		assertTrue(err.toString().contains(part), err::toString);
		assertTrue(Files.notExists(folder.resolve("x.zip")));
	}
}
