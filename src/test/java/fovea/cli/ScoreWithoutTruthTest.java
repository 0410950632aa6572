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
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a result without a clean image, and what is chosen by it, with the real engine and models. */
@Tag("thorough")
class ScoreWithoutTruthTest {

	private static final int EDGE = 256;

	private static final Pattern LEFT =
			Pattern.compile("  Left in the result: (?:about|less than) ([\\d.]+) gray values "
					+ "\\(RMS\\) of noise and lost detail; the image has noise of ([\\d.]+)");

	@TempDir
	Path folder;

	private final StringWriter out = new StringWriter();
	private final StringWriter err = new StringWriter();

	@Test
	void aLineFollowsTheResultAndDoesNotChangeIt() throws IOException {
		final Path noisy = save("noisy.tif", disks(25, 0));
		assertEquals(
				0,
				execute(
						"denoise",
						noisy.toString(),
						"--out",
						folder.resolve("a").toString()),
				err::toString);
		final String line = out.toString().lines().toList().get(1);
		assertTrue(
				line.matches("  Score without truth: denoise \\d+\\.\\d\\d dB, best .*: the network is better here"),
				line);
		assertTrue(LEFT.matcher(out.toString().lines().toList().get(2)).matches(), out.toString());
		assertEquals(
				0,
				execute(
						"denoise",
						"--no-score",
						noisy.toString(),
						"--out",
						folder.resolve("b").toString()),
				err::toString);
		assertFalse(out.toString().contains("Score") || out.toString().contains("Left"), out.toString());
		assertArrayEquals(
				pixels(folder.resolve("a/noisy-denoised.tif")), pixels(folder.resolve("b/noisy-denoised.tif")));
	}

	@Test
	void whereNoiseIsCorrelatedTheScoreIsNotToBeTrusted() throws IOException {
		final Path blurred = save("blurred.tif", disks(40, 0.7));
		assertEquals(0, execute("denoise", blurred.toString(), "--out", folder.toString()), err::toString);
		assertTrue(out.toString().contains(": not trustworthy here: the noise is correlated"), out.toString());
		assertFalse(out.toString().contains("Left in the result"), out.toString());
	}

	/** Black and white pixels, which the models inside have never seen. */
	@Test
	void autoTakesTheFilterWhereNoNetworkIsBetter() throws IOException {
		final Random random = new Random(2);
		final int edge = 64;
		final float[] values = new float[edge * edge];
		for (int i = 0; i < values.length; i++)
			values[i] = random.nextInt(8) == 0 ? random.nextInt(2) * 4000 : 1000 + i % edge + i / edge;
		final Raster plane = new Raster(edge, edge, 1, values);
		final Path specks = save("specks.tif", plane);
		assertEquals(
				0,
				execute(
						"denoise",
						"--model",
						"auto",
						"--bit-depth",
						"32",
						specks.toString(),
						"--out",
						folder.toString()),
				err::toString);
		assertTrue(
				out.toString().contains("for this image a Gaussian (sigma 4) is better than any network"),
				out.toString());
		final ImagePlus denoised =
				IJ.openImage(folder.resolve("specks-denoised.tif").toString());
		assertArrayEquals(Filters.gaussian(plane, 4).data(), (float[])
				denoised.getProcessor().getPixels());
		final String info = denoised.getInfoProperty();
		assertTrue(info.contains("Fovea model: Gaussian (sigma 4)\n"), info);
		assertTrue(info.contains("Fovea model chosen by: Score without truth: "), info);
		assertTrue(info.contains("model=auto"), info);
	}

	@Test
	void autoTakesTheNetworkWhereItIsBetterAndFoldersAreSummedUp() throws IOException {
		final Path images = Files.createDirectory(folder.resolve("images"));
		for (int i = 0; i < 2; i++) save("images/disks" + i + ".tif", disks(25, 0));
		assertEquals(
				0, execute("denoise", "--model", "auto", images.toString(), "--out", folder.toString()), err::toString);
		assertTrue(out.toString().contains("Best for each image, of 2 images: denoise for 2"), out.toString());
		assertEquals(
				0,
				execute(
						"denoise",
						"--model",
						"denoise",
						images.resolve("disks0.tif").toString(),
						"--out",
						folder.resolve("one").toString()),
				err::toString);
		assertArrayEquals(
				pixels(folder.resolve("one/disks0-denoised.tif")), pixels(folder.resolve("disks0-denoised.tif")));
	}

	/** Fine stripes in places, of which the network takes some away; along them the noise can be measured. */
	@Test
	void whatIsLeftIsToldWithoutTruth() throws IOException {
		final Random random = new Random(5);
		final float[] clean = new float[EDGE * EDGE];
		final float[] noisy = new float[clean.length];
		for (int i = 0; i < clean.length; i++) {
			final double stripes = i / EDGE / 32 % 2 == 0 ? 180 * Math.sin(i % EDGE * 2 * Math.PI / 5) : 0;
			clean[i] = (float) (1000 + stripes);
			noisy[i] = clean[i] + (float) (200 * random.nextGaussian());
		}
		final Path file = save("stripes.tif", new Raster(EDGE, EDGE, 1, noisy));
		assertEquals(0, execute("denoise", file.toString(), "--out", folder.toString()), err::toString);
		final Matcher told = LEFT.matcher(out.toString().lines().toList().get(2));
		assertTrue(told.matches() && told.group().contains("about"), out.toString());
		final double truth = distance(pixels(folder.resolve("stripes-denoised.tif")), clean);
		assertEquals(truth, Double.parseDouble(told.group(1)), 0.3 * truth, told.group());
		assertEquals(200, Double.parseDouble(told.group(2)), 5, told.group());
	}

	/** Of a flat image nearly all noise goes, and the little that stays cannot be told from an error of its measure. */
	@Test
	void littleThatIsLeftIsAnUpperBound() throws IOException {
		final Random random = new Random(4);
		final float[] values = new float[EDGE * EDGE];
		for (int i = 0; i < values.length; i++) values[i] = (float) (1000 + 300 * random.nextGaussian());
		final Path flat = save("flat.tif", new Raster(EDGE, EDGE, 1, values));
		assertEquals(0, execute("denoise", flat.toString(), "--out", folder.toString()), err::toString);
		final Matcher told = LEFT.matcher(out.toString().lines().toList().get(2));
		assertTrue(told.matches() && told.group().contains("less than"), out.toString());
		final float[] clean = new float[values.length];
		Arrays.fill(clean, 1000);
		final double truth = distance(pixels(folder.resolve("flat-denoised.tif")), clean);
		assertTrue(truth < Double.parseDouble(told.group(1)), truth + ": " + out);
	}

	/** Root of the mean squared difference. */
	private static double distance(final float[] a, final float[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) sum += Math.pow((double) a[i] - b[i], 2);
		return Math.sqrt(sum / a.length);
	}

	private static float[] pixels(final Path file) {
		return (float[])
				IJ.openImage(file.toString()).getProcessor().convertToFloat().getPixels();
	}

	@Test
	void evaluateRanksWithoutTruth() throws IOException {
		final Path noisy = save("noisy.tif", disks(25, 0));
		final Path csv = folder.resolve("scores.csv");
		assertEquals(0, execute("evaluate", "--self", noisy.toString(), "--csv", csv.toString()), err::toString);
		final List<String> lines = out.toString().lines().toList();
		assertEquals("noisy.tif: for this image denoise is best", lines.get(0));
		assertTrue(lines.get(2).strip().startsWith("denoise "), lines.toString());
		assertTrue(lines.stream().anyMatch(line -> line.strip().startsWith("denoise-fluo ")), lines.toString());
		assertFalse(lines.stream().anyMatch(line -> line.contains("nuclei-cae")), "it denoises nothing");
		assertEquals(1 + 2 + 13 + 2, Files.readAllLines(csv).size());
	}

	@Test
	void truthAndNoTruthDoNotGoTogether() {
		assertEquals(2, execute("evaluate", "--self", "a.tif", "--targets", "b"), err::toString);
		assertEquals(1, execute("denoise", "--model", "auto", "--axes", "byxc", "samples/blobs.tif"), err::toString);
		assertTrue(err.toString().contains("name the model"), err.toString());
	}

	private static Raster disks(final double sigma, final double blur) {
		final Random random = new Random(3);
		final float[] noise = new float[EDGE * EDGE];
		for (int i = 0; i < noise.length; i++) noise[i] = (float) (sigma * random.nextGaussian());
		final Raster white = new Raster(EDGE, EDGE, 1, noise);
		final float[] values = (blur > 0 ? Filters.gaussian(white, blur) : white).data();
		for (int i = 0; i < values.length; i++) {
			final int x = i % EDGE % 37 - 18;
			final int y = i / EDGE % 41 - 20;
			values[i] += x * x + y * y < 120 ? 200 : 60;
		}
		return white.withData(values);
	}

	private Path save(final String name, final Raster raster) {
		final Path file = folder.resolve(name);
		new FileSaver(new ImagePlus(name, new FloatProcessor(raster.width(), raster.height(), raster.data())))
				.saveAsTiff(file.toString());
		return file;
	}

	private int execute(final String... args) {
		out.getBuffer().setLength(0);
		err.getBuffer().setLength(0);
		return Fovea.commandLine(new ModelLibrary(List.of()), Engine::of)
				.setOut(new PrintWriter(out))
				.setErr(new PrintWriter(err))
				.execute(args);
	}
}
