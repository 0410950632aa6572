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
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.engine.Engine;
import fovea.image.Filters;
import fovea.image.Raster;
import fovea.model.library.ModelLibrary;
import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.FloatProcessor;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code fovea denoise --self-supervised}, with the real engine. */
@Tag("thorough")
class SelfSupervisedTest {

	private static final int EDGE = 64;
	private static final List<String> TRAINING =
			List.of("denoise", "--self-supervised", "--steps", "2", "--start-from", "none");

	@TempDir
	Path folder;

	private final StringWriter out = new StringWriter();
	private final StringWriter err = new StringWriter();

	/** Noise is correlated, so that no score decides. */
	@Test
	void oneTrainingIsForAllImagesOfAFolder() throws IOException {
		final Path images = Files.createDirectory(folder.resolve("images"));
		for (int i = 0; i < 2; i++) save(images.resolve("noisy" + i + ".tif"), i);
		final Path model = folder.resolve("own.zip");
		final Path own = folder.resolve("own");
		assertEquals(0, train("--keep", model.toString(), images.toString(), "--out", own.toString()), err::toString);
		final String told = out.toString();
		assertTrue(
				told.contains("cae-denoise trained on 2 images (2 steps, a new network): ")
						&& told.contains(", in " + model + "\n"),
				told);
		assertTrue(told.contains("from noisy images alone"), told);
		assertTrue(
				told.contains("Best for each image, of 2 images: cae-denoise trained on 2 images (2 steps, a new "
						+ "network) for 2; not trustworthy on 2, where noise is correlated"),
				told);
		final Path other = folder.resolve("other");
		assertEquals(
				0,
				execute(List.of(
						"denoise",
						"--no-score",
						"--model",
						model.toString(),
						images.toString(),
						"--out",
						other.toString())),
				err::toString);
		for (int i = 0; i < 2; i++) {
			final String name = "noisy" + i + "-denoised.tif";
			assertArrayEquals(pixels(other.resolve(name)), pixels(own.resolve(name)));
		}
		assertTrue(info(own.resolve("noisy1-denoised.tif"))
				.contains("Fovea macro: none: the network was trained on 2 images together\n"));
	}

	@Test
	void theSameSeedGivesTheSameOfOneFile() throws IOException {
		final Path noisy = folder.resolve("noisy.tif");
		save(noisy, 0);
		final List<Path> results = new ArrayList<>();
		for (final String name : List.of("a", "b")) {
			final Path to = folder.resolve(name);
			assertEquals(0, train(noisy.toString(), "--out", to.toString()), err::toString);
			results.add(to.resolve("noisy-denoised.tif"));
		}
		assertArrayEquals(pixels(results.get(0)), pixels(results.get(1)));
		final String info = info(results.get(0));
		assertTrue(
				info.contains("Fovea model: cae-denoise trained on noisy.tif (2 steps, a new network)\n")
						&& info.contains("Fovea macro: run(\"Denoise This Image...\", \"startfrom=none steps=2\");\n"),
				info);
	}

	@ParameterizedTest
	@CsvSource(
			delimiter = '|',
			value = {
				"--steps 5 | --steps: expected beside --self-supervised",
				"--keep own | --keep: expected beside --self-supervised",
				"--self-supervised --model denoise | --model: not beside --self-supervised, which trains the model "
						+ "that is run",
				"--self-supervised --uncertainty | --uncertainty: not beside --self-supervised",
				"--self-supervised --precision fast | --precision: not beside --self-supervised",
				"--self-supervised --stabilize no | --stabilize: not beside --self-supervised",
				"--self-supervised --steps 0 | Invalid value for option '--steps': expected 1 or more, got '0'",
				"--self-supervised --keep denoise | --keep: there is a model 'denoise' already: expected another name, "
						+ "or a file that ends in .zip"
			})
	void whatCannotBeMeantIsRefused(final String options, final String reason) throws IOException {
		final Path noisy = folder.resolve("noisy.tif");
		save(noisy, 0);
		final List<String> all = new ArrayList<>(List.of("denoise"));
		all.addAll(List.of(options.split(" ")));
		all.addAll(List.of("--out", folder.resolve("out").toString(), noisy.toString()));
		assertEquals(2, execute(all), err::toString);
		assertEquals(1, err.toString().lines().count(), err.toString());
		assertTrue(err.toString().contains(reason), err.toString());
	}

	private static float[] pixels(final Path file) {
		return (float[])
				IJ.openImage(file.toString()).getProcessor().convertToFloat().getPixels();
	}

	private static String info(final Path file) {
		return IJ.openImage(file.toString()).getInfoProperty();
	}

	/** Disks with noise that is alike in neighbors. */
	private static void save(final Path file, final long seed) {
		final Random random = new Random(seed);
		final float[] noise = new float[EDGE * EDGE];
		for (int i = 0; i < noise.length; i++) noise[i] = (float) (40 * random.nextGaussian());
		final float[] values =
				Filters.gaussian(new Raster(EDGE, EDGE, 1, noise), 0.7).data();
		for (int i = 0; i < values.length; i++) {
			final int x = i % EDGE % 37 - 18;
			final int y = i / EDGE % 41 - 20;
			values[i] += x * x + y * y < 120 ? 200 : 60;
		}
		new FileSaver(new ImagePlus("noisy", new FloatProcessor(EDGE, EDGE, values))).saveAsTiff(file.toString());
	}

	private int train(final String... more) {
		final List<String> all = new ArrayList<>(TRAINING);
		all.addAll(List.of(more));
		return execute(all);
	}

	private int execute(final List<String> arguments) {
		out.getBuffer().setLength(0);
		err.getBuffer().setLength(0);
		return Fovea.commandLine(new ModelLibrary(List.of(folder.resolve("models"))), Engine::of)
				.setOut(new PrintWriter(out))
				.setErr(new PrintWriter(err))
				.execute(arguments.toArray(String[]::new));
	}
}
