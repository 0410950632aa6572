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
package fovea.cli.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.cli.Fovea;
import fovea.engine.Engine;
import fovea.model.library.ModelLibrary;
import ij.ImagePlus;
import ij.io.FileSaver;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command with the real engine and the models in the jar, on files that the other commands wrote. */
@Tag("thorough")
class EvaluateTest {

	private static final Path BLOBS = Path.of("samples", "blobs.tif");

	@TempDir
	Path folder;

	private final StringWriter out = new StringWriter();
	private final StringWriter err = new StringWriter();
	private Path images;
	private Path csv;

	@BeforeEach
	void copyImages() throws IOException {
		images = Files.createDirectory(folder.resolve("images"));
		csv = folder.resolve("scores.csv");
		Files.copy(BLOBS, images.resolve("a.tif"));
		final ImageProcessor part = new Opener().openImage(BLOBS.toString()).getProcessor();
		part.setRoi(10, 20, 100, 80);
		save(part.crop(), images.resolve("b.tif"));
	}

	@Test
	void aModelFindsWhatSegmentFinds() throws IOException {
		final Path results = segment();
		assertEquals(
				0,
				evaluate(
						"--model",
						"blobs-threshold",
						"--data",
						images,
						"--masks",
						only(results, "-labels.tif"),
						"--mask-kind",
						"instances",
						"--tile-size",
						"128",
						"--csv",
						csv),
				err::toString);
		final List<String> lines = Files.readAllLines(csv);
		assertEquals("image,iou_object,dice_object,ap50,true_objects,found_objects,matched_objects", lines.get(0));
		assertEquals(3, lines.size());
		for (final String line : lines.subList(1, 3)) {
			final String[] cells = line.split(",");
			assertEquals(List.of("1.0", "1.0", "1.0"), List.of(cells).subList(1, 4), line);
			assertTrue(Integer.parseInt(cells[4]) > 3 && cells[4].equals(cells[5]) && cells[4].equals(cells[6]), line);
		}
		final List<String> shown = out.toString().lines().toList();
		assertTrue(shown.get(shown.size() - 2).startsWith("mean of images"), out.toString());
		assertTrue(shown.get(shown.size() - 1).startsWith("all images as one"), out.toString());
		assertEquals("", err.toString());
	}

	@Test
	void ofAFolderOfResultsTheLabelsAreTaken() throws IOException {
		final Path results = segment();
		final Path masks = only(results, "-mask.tif");
		assertEquals(0, evaluate("--results", results, "--masks", masks, "--csv", csv), err::toString);
		assertTrue(Files.readAllLines(csv).get(1).startsWith("a.tif,1.0,1.0,1.0,"), Files.readString(csv));
		// The numbers of the labels are taken, not a mask of one object.
		assertEquals(
				0,
				evaluate(
						"--results",
						results,
						"--masks",
						only(results, "-labels.tif"),
						"--mask-kind",
						"instances",
						"--csv",
						csv),
				err::toString);
		assertTrue(Files.readAllLines(csv).get(1).startsWith("a.tif,1.0,1.0,1.0,"), Files.readString(csv));
	}

	@Test
	void aThresholdThatFindsLessCoversLess() throws IOException {
		final Path masks = only(segment(), "-labels.tif");
		assertEquals(
				0,
				evaluate(
						"--model",
						"blobs-threshold",
						"--data",
						images,
						"--masks",
						masks,
						"--threshold",
						"0.9",
						"--min-size",
						"50",
						"--baseline",
						"--csv",
						csv),
				err::toString);
		final String[] cells = Files.readAllLines(csv).get(1).split(",");
		final double iou = Double.parseDouble(cells[1]);
		assertTrue(iou > 0.5 && iou < 0.99, cells[1]);
		assertTrue(Integer.parseInt(cells[5]) < Integer.parseInt(cells[4]), "found and true " + Arrays.toString(cells));
		assertTrue(out.toString().contains("Otsu's threshold (bright objects), mean of images"), out.toString());
	}

	@Test
	void aModelGivesWhatDenoiseWrites() throws IOException {
		assertEquals(
				0,
				execute(
						"denoise",
						"--model",
						"smooth-denoise",
						images,
						"--bit-depth",
						"32",
						"--out",
						folder.resolve("denoised")),
				err::toString);
		final Path targets = only(folder.resolve("denoised"), "-denoised.tif");
		assertEquals(
				0,
				evaluate("--model", "smooth-denoise", "--data", images, "--targets", targets, "--csv", csv),
				err::toString);
		for (final String line : Files.readAllLines(csv).subList(1, 3))
			assertEquals(
					List.of("0.0", "Infinity", "1.0"), List.of(line.split(",")).subList(2, 5), line);
		assertTrue(out.toString().contains("the range of its truth"), out.toString());
		assertEquals(
				0,
				evaluate("--results", folder.resolve("denoised"), "--targets", images, "--range", "100", "--csv", csv),
				err::toString);
		final String fromFiles = Files.readString(csv);
		assertEquals(
				0,
				evaluate("--model", "smooth-denoise", "--data", images, "--range", "100", "--csv", csv),
				err::toString);
		assertEquals(fromFiles, Files.readString(csv));
		assertTrue(fromFiles.contains(",100.0,"), fromFiles);
	}

	@Test
	void colorsAreSegmentedAsTheirGray() throws IOException {
		final Path masks = only(segment(), "-labels.tif");
		assertEquals(
				0,
				evaluate(
						"--model",
						"blobs-threshold",
						"--data",
						colors(),
						"--masks",
						masks,
						"--mask-kind",
						"instances",
						"--baseline",
						"--csv",
						csv),
				err::toString);
		for (final String line : Files.readAllLines(csv).subList(1, 3))
			assertEquals(List.of("1.0", "1.0", "1.0"), List.of(line.split(",")).subList(1, 4), line);
		assertEquals("", err.toString());
	}

	@Test
	void aDenoiserOfOneChannelIsJudgedOnTheGrayOfColors() throws IOException {
		final Path colors = colors();
		assertEquals(
				0,
				evaluate("--model", "smooth-denoise", "--data", images, "--noise", "0.1", "--baseline", "--csv", csv),
				err::toString);
		final String gray = Files.readString(csv);
		final String shown = out.toString();
		out.getBuffer().setLength(0);
		assertEquals(
				0,
				evaluate("--model", "smooth-denoise", "--data", colors, "--noise", "0.1", "--baseline", "--csv", csv),
				err::toString);
		assertEquals(gray, Files.readString(csv), "the same pixels, the same peak of 255");
		assertEquals(shown, out.toString());
		assertEquals(
				0,
				evaluate("--model", "smooth-denoise", "--data", colors, "--targets", images, "--csv", csv),
				err::toString);
		assertEquals(1, evaluate("--model", "smooth-denoise", "--data", colors, "--channels", "2"));
		assertTrue(err.toString().contains("3 channels"), err.toString());
	}

	/** @return the images as RGB, all three channels the same */
	private Path colors() throws IOException {
		final Path colors = Files.createDirectory(folder.resolve("colours"));
		for (final String name : List.of("a.tif", "b.tif"))
			save(
					new Opener()
							.openImage(images.resolve(name).toString())
							.getProcessor()
							.convertToRGB(),
					colors.resolve(name));
		return colors;
	}

	@Test
	void noiseIsTakenOffAndTheFiltersAreToldBeside() throws IOException {
		assertEquals(
				0,
				evaluate(
						"--model",
						"smooth-denoise",
						"--data",
						images,
						"--noise",
						"0.1",
						"--baseline",
						"--summary",
						"--csv",
						csv),
				err::toString);
		final String first = Files.readString(csv);
		assertEquals(
				0,
				evaluate("--model", "smooth-denoise", "--data", images, "--noise", "0.1", "--csv", csv),
				err::toString);
		assertEquals(first, Files.readString(csv), "the same seed");
		assertEquals(
				0,
				evaluate("--model", "smooth-denoise", "--data", images, "--noise", "0.1", "--seed", "2", "--csv", csv),
				err::toString);
		assertFalse(first.equals(Files.readString(csv)), "another seed");
		final List<String> shown = out.toString().lines().toList();
		assertEquals("2 images. PSNR in dB; peak of PSNR and SSIM: 255", shown.get(0));
		assertTrue(
				shown.get(2).startsWith("mean of images") && shown.get(4).startsWith("input as it is, mean"),
				out.toString());
		// 0.1 of the peak is 20 dB
		assertEquals(20, number(shown.get(4)), 0.2);
		assertTrue(number(shown.get(2)) > number(shown.get(4)) + 3, out.toString());
		assertTrue(
				out.toString().contains("median filter (") && out.toString().contains("Gaussian filter (sigma"),
				out.toString());
	}

	/** @return the first number of a line */
	private static double number(final String line) {
		return Double.parseDouble(line.split("  +")[1]);
	}

	@Test
	void anImageThatFailsIsToldAndTheOthersAreScored() throws IOException {
		final Path masks = only(segment(), "-labels.tif");
		final ImageProcessor small =
				new Opener().openImage(masks.resolve("b.tif").toString()).getProcessor();
		small.setRoi(0, 0, 50, 50);
		save(small.crop(), masks.resolve("b.tif"));
		assertEquals(1, evaluate("--model", "blobs-threshold", "--data", images, "--masks", masks));
		assertOneLine("b.tif");
		assertTrue(out.toString().startsWith("1 of 2 images, the others failed. "), out.toString());
	}

	@ParameterizedTest
	@CsvSource(
			delimiter = '|',
			value = {
				"--data IMAGES | --model",
				"--model m | --data",
				"--model m --results IMAGES --data IMAGES | --results",
				"--results IMAGES --data IMAGES --masks IMAGES | --data",
				"--results IMAGES | --targets or --masks",
				"--model m --data IMAGES --targets IMAGES --masks IMAGES | got both",
				"--model m --data IMAGES --mask-kind binary | --mask-kind",
				"--model m --data IMAGES --masks IMAGES --mask-kind round | 'round'",
				"--model m --data IMAGES --masks IMAGES --mask-kind classes | 'classes'",
				"--results IMAGES --masks IMAGES --mask-kind index | two --classes or more",
				"--model m --data IMAGES --masks IMAGES --mask-kind colour | two --classes or more",
				"--model m --data IMAGES --masks IMAGES --classes a,b | --classes",
				"--model m --data IMAGES --masks IMAGES --ignore 255 | --ignore",
				"--model m --data IMAGES --classes a,b | --classes needs --masks",
				"--model m --data IMAGES --mask-kind rois --targets IMAGES | got both",
				"--model m --data IMAGES --mask-kind rois --classes a=#ff0000 | 'a=#ff0000'",
				"--model m --data IMAGES --mask-kind rois --unlabelled forget | 'forget'",
				"--model m --data IMAGES --mask-kind rois-border --baseline | --baseline",
				"--model m --data IMAGES --mask-kind rois --classes a,b --baseline | --baseline",
				"--results IMAGES --mask-kind rois | --masks",
				"--results IMAGES --masks IMAGES --result-kind rois | 'rois'",
				"--model m --data IMAGES --masks IMAGES --noise 0.1 | --noise",
				"--model m --data IMAGES --noise -0.1 | --noise",
				"--model m --data IMAGES --range 0 | --range",
				"--model m --data IMAGES --range wide | --range",
				"--model m --data IMAGES --masks IMAGES --range 255 | --range",
				"--model m --data IMAGES --threshold 0.5 | --threshold",
				"--results IMAGES --masks IMAGES --confidence 0.5 | --confidence goes with",
				"--results IMAGES --masks IMAGES --scale 2 | --scale goes with",
				"--model m --data IMAGES --targets IMAGES --scale auto | --scale goes with",
				"--model m --data IMAGES --masks IMAGES --threshold 1.5 | --threshold",
				"--model m --data IMAGES --masks IMAGES --min-size 0 | --min-size",
				"--model m --data IMAGES --labels l.gz --only 1 | --labels",
				"--model m --data IMAGES --baseline | --baseline",
				"--results IMAGES --masks IMAGES --baseline | --baseline",
				"--results IMAGES --masks IMAGES --result-kind border | --result-kind",
				"--model m --data IMAGES --masks IMAGES --mask-kind border --baseline | --baseline",
				"--model m --data IMAGES --csv IMAGES | --csv",
				"--model m --data IMAGES --csv IMAGES/no/such.csv | --csv",
				"--model m --data IMAGES --normalize loud | loud"
			})
	void whatDoesNotGoTogetherIsUsage(final String line, final String named) {
		assertEquals(
				2, evaluate((Object[]) line.replace("IMAGES", images.toString()).split(" ")));
		assertOneLine(named);
		assertTrue(err.toString().contains("--help"), err.toString());
	}

	@Test
	void whatIsNotThereIsToldInOneLine() throws IOException {
		final Path empty = Files.createDirectory(folder.resolve("empty"));
		assertFails("empty", "--model", "smooth-denoise", "--data", empty);
		assertFails("empty", "--results", images, "--targets", empty);
		assertFails("gone", "--model", "smooth-denoise", "--data", folder.resolve("gone"));
		assertFails("no-such-model", "--model", "no-such-model", "--data", images);
		assertFails("expected 2 images", "--model", "smooth-denoise", "--data", images, "--targets", BLOBS);
		final Path text = Files.writeString(folder.resolve("notes.tif"), "This is no image.");
		assertFails("notes.tif", "--model", "smooth-denoise", "--data", text);
		assertEquals("", out.toString());
	}

	private void assertFails(final String named, final Object... arguments) {
		err.getBuffer().setLength(0);
		assertEquals(1, evaluate(arguments));
		assertOneLine(named);
	}

	private Path segment() {
		final Path results = folder.resolve("results");
		assertEquals(
				0,
				execute("segment", "--model", "blobs-threshold", images, "--labels", "--out", results),
				err::toString);
		out.getBuffer().setLength(0);
		return results;
	}

	/** @return a folder with the results of one kind, named as the images are */
	private Path only(final Path results, final String suffix) throws IOException {
		final Path chosen = Files.createDirectory(folder.resolve("truth" + suffix.replace(".tif", "")));
		for (final String name : List.of("a", "b"))
			Files.copy(results.resolve(name + suffix), chosen.resolve(name + ".tif"));
		return chosen;
	}

	private static void save(final ImageProcessor pixels, final Path file) {
		assertTrue(new FileSaver(new ImagePlus("", pixels)).saveAsTiff(file.toString()), file.toString());
	}

	private void assertOneLine(final String named) {
		final String message = err.toString();
		assertEquals(1, message.lines().count(), message);
		assertTrue(message.startsWith("fovea: ") && message.contains(named), message);
	}

	private int evaluate(final Object... arguments) {
		final List<Object> all = new ArrayList<>(List.of("evaluate"));
		all.addAll(List.of(arguments));
		return execute(all.toArray());
	}

	private int execute(final Object... arguments) {
		return Fovea.commandLine(new ModelLibrary(List.of()), Engine::of)
				.setOut(new PrintWriter(out))
				.setErr(new PrintWriter(err))
				.execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
	}
}
