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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import fovea.Fixtures;
import fovea.engine.Engine;
import fovea.model.library.ModelLibrary;
import ij.ImagePlus;
import ij.io.Opener;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line with the real engine and the models in the jar: from image files to result files. */
@Tag("thorough")
class CommandLineEndToEndTest {

	private static final Path BLOBS = Path.of("samples", "blobs.tif");

	@TempDir
	Path folder;

	private final StringWriter out = new StringWriter();
	private final StringWriter err = new StringWriter();

	@ParameterizedTest
	@CsvSource(
			delimiter = '|',
			value = {
				"segment --model denoise | fovea denoise",
				"denoise --model blobs-threshold | 'Segment (FCN)...' (fovea segment",
				"reconstruct --model nuclei | 'Segment (FCN)...' (fovea segment",
				"classify --model nuclei | fovea segment",
				"evaluate --model nuclei --noise 0.1 --data | with --masks"
			})
	void aModelForSomethingElseIsRefusedWithTheCommandThatFits(final String command, final String fitting) {
		final List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
		arguments.add(BLOBS.toString());
		if (!command.startsWith("classify") && !command.startsWith("evaluate"))
			arguments.addAll(List.of("--out", folder.toString()));
		assertEquals(1, execute(arguments.toArray(String[]::new)), err::toString);
		assertEquals(1, err.toString().lines().count(), err.toString());
		assertTrue(
				err.toString().contains(", expected one that ")
						&& err.toString().contains(fitting),
				err.toString());
		assertEquals("", out.toString());
	}

	@Test
	void segmentWritesTheOverlayTheMaskAndTheTableOfTheSameObjects() throws IOException {
		assertEquals(
				0,
				execute("segment", "--model", "blobs-threshold", BLOBS.toString(), "--out", folder.toString()),
				err::toString);
		final ImagePlus source = open(BLOBS);
		final ImagePlus overlaid = open(folder.resolve("blobs-overlay.tif"));
		final ImagePlus mask = open(folder.resolve("blobs-mask.tif"));
		final int objects =
				Files.readAllLines(folder.resolve("blobs-objects.csv")).size() - 1;
		// The image shows about 60 blobs, some of which touch and some of which the edge cuts.
		assertTrue(objects > 40 && objects < 90, objects + " objects");
		assertNotNull(overlaid.getOverlay(), "an overlay");
		assertEquals(objects, overlaid.getOverlay().size());
		assertTrue(out.toString().startsWith(BLOBS + ": " + objects + " objects, "), out.toString());
		assertSamePixels(source, overlaid);
		assertEquals(
				List.of(source.getWidth(), source.getHeight(), 8),
				List.of(mask.getWidth(), mask.getHeight(), mask.getBitDepth()));
		assertEquals(
				0, Arrays.stream(mask.getProcessor().getHistogram(), 1, 255).sum(), "pixels neither 0 nor 255");
		assertEquals(List.of("blobs-mask.tif", "blobs-objects.csv", "blobs-overlay.tif"), files(folder));
		assertEquals("", err.toString());
	}

	@Test
	void labelsAndProbabilitiesBelongToTheMask() throws IOException {
		assertEquals(
				0,
				execute(
						"segment",
						"--model",
						"blobs-threshold",
						BLOBS.toString(),
						"--labels",
						"--probabilities",
						"--no-table",
						"--min-size",
						"1",
						"--out",
						folder.toString()),
				err::toString);
		final ImageProcessor mask = open(folder.resolve("blobs-mask.tif")).getProcessor();
		final ImageProcessor labels = open(folder.resolve("blobs-labels.tif")).getProcessor();
		final ImagePlus probabilities = open(folder.resolve("blobs-probabilities.tif"));
		assertEquals(32, probabilities.getBitDepth());
		assertEquals(2, probabilities.getStackSize(), "background and object");
		final ImageProcessor object = probabilities.getStack().getProcessor(2);
		for (int i = 0; i < mask.getPixelCount(); i++) {
			assertEquals(mask.get(i) > 0, labels.get(i) > 0, "pixel " + i);
			assertEquals(mask.get(i) > 0, object.getf(i) >= 0.5, "pixel " + i);
		}
	}

	@Test
	void probabilitiesThatAModelDoesNotGiveLeaveNothingBehind() throws IOException {
		assertEquals(
				1,
				execute(
						"segment",
						BLOBS.toString(),
						"--probabilities",
						"--model",
						Fixtures.model("class-map-int64-3classes")
								.resolve("savedmodel")
								.toString(),
						"--out",
						folder.toString()));
		assertTrue(err.toString().contains("the model gives classes only"), err.toString());
		assertEquals(List.of(), files(folder));
	}

	@Test
	void smallerObjectsThanTheLeastSizeAreLeftOut() throws IOException {
		assertEquals(
				0,
				execute(
						"segment",
						"--model",
						"blobs-threshold",
						BLOBS.toString(),
						"--out",
						folder.resolve("all").toString()),
				err::toString);
		assertEquals(
				0,
				execute(
						"segment",
						"--model",
						"blobs-threshold",
						BLOBS.toString(),
						"--min-size",
						"300",
						"--out",
						folder.resolve("large").toString()),
				err::toString);
		final List<Integer> all = pixels(folder.resolve("all"));
		final List<Integer> large = all.stream().filter(n -> n >= 300).toList();
		assertTrue(large.size() > 10 && large.size() < all.size(), large.size() + " of " + all.size());
		assertEquals(large, pixels(folder.resolve("large")));
	}

	@ParameterizedTest
	@ValueSource(ints = {8, 32})
	void denoiseKeepsTheTypeUnlessToldOtherwise(final int bits) {
		assertEquals(
				0,
				execute(
						"denoise",
						"--model",
						"smooth-denoise",
						BLOBS.toString(),
						"--bit-depth",
						bits == 8 ? "same" : "32",
						"--out",
						folder.toString()),
				err::toString);
		final ImagePlus denoised = open(folder.resolve("blobs-denoised.tif"));
		final ImagePlus source = open(BLOBS);
		assertEquals(
				List.of(source.getWidth(), source.getHeight(), bits),
				List.of(denoised.getWidth(), denoised.getHeight(), denoised.getBitDepth()));
		assertEquals(source.getStatistics().mean, denoised.getStatistics().mean, 5, "the range of gray values is kept");
	}

	/** A symmetric filter gives the same in all orientations. */
	@Test
	void denoiseWritesTheUncertaintyBesideTheResult() {
		assertEquals(
				0,
				execute(
						"denoise",
						"--model",
						"smooth-denoise",
						"--uncertainty",
						"--no-score",
						BLOBS.toString(),
						"--out",
						folder.toString()),
				err::toString);
		assertTrue(Files.exists(folder.resolve("blobs-denoised.tif")));
		final ImagePlus map = open(folder.resolve("blobs-uncertainty.tif"));
		assertEquals(32, map.getBitDepth());
		assertEquals(0, map.getStatistics().max, 1e-3);
		assertTrue(map.getInfoProperty().contains("uncertainty=true"), map.getInfoProperty());
	}

	@Test
	void reconstructTellsTheErrorThatItsMapShows() {
		assertEquals(
				0,
				execute(
						"reconstruct",
						"--model",
						"smooth-denoise",
						"--error-map",
						BLOBS.toString(),
						"--out",
						folder.toString()),
				err::toString);
		final ImageProcessor source = open(BLOBS).getProcessor();
		final ImageProcessor reconstructed =
				open(folder.resolve("blobs-reconstructed.tif")).getProcessor();
		final ImageProcessor error = open(folder.resolve("blobs-error.tif")).getProcessor();
		double sum = 0;
		for (int i = 0; i < source.getPixelCount(); i++) {
			final float difference = source.getf(i) - reconstructed.getf(i);
			assertEquals(difference * difference, error.getf(i), 0.01 + 1e-3 * error.getf(i), "pixel " + i);
			sum += error.getf(i);
		}
		final String mean = String.format(Locale.ROOT, "%.4g", sum / source.getPixelCount());
		assertTrue(out.toString().contains("mean squared error " + mean + ","), mean + " is not in " + out);
	}

	@Test
	void aTextFileIsNoImageAndTheOthersAreDone() throws IOException {
		final Path text = Files.writeString(folder.resolve("notes.tif"), "This is no image.");
		final Path results = folder.resolve("out");
		assertEquals(
				1,
				execute(
						"segment",
						"--model",
						"blobs-threshold",
						text.toString(),
						BLOBS.toString(),
						"--out",
						results.toString()));
		assertOneLine("notes.tif");
		assertEquals(List.of("blobs-mask.tif", "blobs-objects.csv", "blobs-overlay.tif"), files(results));
		assertTrue(out.toString().contains("2 images: 1 done, 1 failed"), out.toString());
	}

	@Test
	void aTextFileIsNoModel() throws IOException {
		final Path text = Files.writeString(folder.resolve("notes.txt"), "This is no model.");
		assertEquals(
				1,
				execute(
						"segment",
						BLOBS.toString(),
						"--model",
						text.toString(),
						"--out",
						folder.resolve("out").toString()));
		assertOneLine("notes.txt");
	}

	@ParameterizedTest
	@ValueSource(ints = {4, 100, 20_000})
	void aTruncatedModelIsToldInOneLine(final int length) throws IOException {
		final byte[] whole;
		try (var in = ModelLibrary.class.getResourceAsStream("/fovea/models/blobs-threshold.zip")) {
			whole = in.readAllBytes();
		}
		assertTrue(length < whole.length, "the model has " + whole.length + " bytes");
		final Path part = Files.write(folder.resolve("part.zip"), Arrays.copyOf(whole, length));
		assertEquals(
				1,
				execute(
						"segment",
						BLOBS.toString(),
						"--model",
						part.toString(),
						"--out",
						folder.resolve("out").toString()));
		assertOneLine("part.zip");
	}

	@Test
	void aFolderThatCannotBeWrittenIsToldInOneLine() throws IOException {
		final Path sealed = Files.createDirectory(folder.resolve("sealed"));
		assertTrue(sealed.toFile().setWritable(false));
		assumeFalse(Files.isWritable(sealed), "root may write everywhere, and Windows has no such folders");
		assertEquals(1, execute("segment", "--model", "blobs-threshold", BLOBS.toString(), "--out", sealed.toString()));
		assertOneLine("sealed");
	}

	@Test
	void aFolderThatCannotBeMadeIsToldInOneLine() throws IOException {
		final Path file = Files.createFile(folder.resolve("file"));
		assertEquals(
				1,
				execute(
						"segment",
						"--model",
						"blobs-threshold",
						BLOBS.toString(),
						"--out",
						file.resolve("out").toString()));
		assertOneLine("file");
	}

	@Test
	void aFailedWriteLeavesNothing() throws IOException {
		// A folder stands where the mask should go.
		Files.createDirectories(folder.resolve("blobs-mask.tif").resolve("full"));
		assertEquals(1, execute("segment", "--model", "blobs-threshold", BLOBS.toString(), "--out", folder.toString()));
		assertOneLine("blobs-mask.tif");
		assertEquals(List.of("blobs-mask.tif", "blobs-overlay.tif"), files(folder), "no temporary file is left");
	}

	@Test
	void testTellsWhetherAModelGivesItsTestOutput() {
		assertEquals(0, execute("model", "test", "smooth-denoise"), err::toString);
		assertTrue(out.toString().contains("gives its test output"), out.toString());
	}

	@Test
	void inspectShowsWhatIsInTheJar() {
		assertEquals(0, execute("model", "inspect", "blobs-threshold"), err::toString);
		assertTrue(
				out.toString().contains("bioimage.io 0.5") && out.toString().contains("serving_default"),
				out.toString());
		assertTrue(out.toString().contains("BY HAND"), "says that the weights are not trained: " + out);
	}

	@Test
	void listNamesTheModelsInTheJar() {
		assertEquals(0, execute("model", "list"), err::toString);
		assertEquals(
				List.of("blobs-threshold", "denoise", "denoise-fluo", "nuclei", "nuclei-cae", "smooth-denoise"),
				out.toString().lines().map(line -> line.split(" ")[0]).toList());
	}

	private static void assertSamePixels(final ImagePlus expected, final ImagePlus actual) {
		assertEquals(expected.getBitDepth(), actual.getBitDepth());
		assertTrue(
				Arrays.equals((byte[]) expected.getProcessor().getPixels(), (byte[])
						actual.getProcessor().getPixels()),
				"the image itself is as it was");
	}

	private static ImagePlus open(final Path file) {
		final ImagePlus image = new Opener().openImage(file.toString());
		assertNotNull(image, file.toString());
		return image;
	}

	/** @return the area of each object in the table */
	private static List<Integer> pixels(final Path results) throws IOException {
		final List<String> lines = Files.readAllLines(results.resolve("blobs-objects.csv"));
		final int column = List.of(lines.get(0).split(",")).indexOf("Pixels");
		return lines.stream()
				.skip(1)
				.map(line -> Integer.valueOf(line.split(",")[column]))
				.toList();
	}

	private static List<String> files(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}

	private void assertOneLine(final String named) {
		final String message = err.toString();
		assertEquals(1, message.lines().count(), message);
		assertTrue(message.startsWith("fovea: ") && message.contains(named), message);
	}

	private int execute(final String... args) {
		return Fovea.commandLine(new ModelLibrary(List.of()), Engine::of)
				.setOut(new PrintWriter(out))
				.setErr(new PrintWriter(err))
				.execute(args);
	}
}
