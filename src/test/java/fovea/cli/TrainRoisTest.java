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
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.io.RoiEncoder;
import ij.process.ByteProcessor;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images annotated in ImageJ are learned from and judged with, from the command line. With the real engine. */
@Tag("thorough")
class TrainRoisTest {

	private static final int SIDE = 64;
	private static final String[] SMALL = {"--architecture", "fcn-small", "--width", "0.25", "--patch", "32"};

	@TempDir
	Path folder;

	private TrainingCalls calls;
	private Path images;

	@BeforeEach
	void drawImages() throws IOException {
		calls = new TrainingCalls(folder);
		images = Files.createDirectory(folder.resolve("images"));
		for (int i = 0; i < 2; i++)
			save("a" + i + ".tif", i, disk("disk", 8 + 4 * i, 10), disk("disk-1", 36, 34 - 6 * i));
	}

	private static Roi disk(final String name, final int x, final int y) {
		final Roi roi = new OvalRoi(x, y, 18, 18);
		roi.setName(name);
		roi.setStrokeColor(new Color(0x3366cc));
		return roi;
	}

	/** Bright where a ROI is that is not ignored. */
	private void save(final String name, final long seed, final Roi... rois) {
		final SplittableRandom random = new SplittableRandom(seed);
		final ByteProcessor pixels = new ByteProcessor(SIDE, SIDE);
		for (int i = 0; i < SIDE * SIDE; i++) pixels.set(i, 30 + random.nextInt(30));
		final Overlay overlay = new Overlay();
		for (final Roi roi : rois) {
			overlay.add(roi);
			pixels.setValue(200);
			if (roi.getName() != null && roi.getName().startsWith("disk")) pixels.fill(roi);
		}
		final ImagePlus imp = new ImagePlus(name, pixels);
		imp.setOverlay(overlay);
		assertTrue(new FileSaver(imp).saveAsTiff(images.resolve(name).toString()));
	}

	private String[] options(final String... more) {
		final List<String> all = new ArrayList<>(List.of(SMALL));
		all.addAll(List.of("--data", images.toString()));
		all.addAll(List.of(more));
		return all.toArray(String[]::new);
	}

	private double iou(final String heading, final String... more) throws IOException {
		final Path csv = folder.resolve("scores.csv");
		final List<String> all = new ArrayList<>(List.of(
				"evaluate", "--model", calls.model().toString(), "--data", images.toString(), "--csv", csv.toString()));
		all.addAll(List.of(more));
		assertEquals(0, calls.execute(all.toArray(String[]::new)), calls::err);
		final List<String> lines = Files.readAllLines(csv);
		return Double.parseDouble(
				lines.get(1).split(",")[List.of(lines.get(0).split(",")).indexOf(heading)]);
	}

	@Test
	void overlaysOfTheImagesAreLearnedAndTheModelSegments() throws IOException {
		calls.assertTrains(options(
				"--mask-kind",
				"rois",
				"--classes",
				"disk",
				"--epochs",
				"2",
				"--steps-per-epoch",
				"40",
				"--learning-rate",
				"0.01",
				"--augment"));
		assertEquals("", calls.err());
		assertEquals(0, calls.execute("model", "inspect", calls.model().toString()));
		assertTrue(calls.out().lines().anyMatch(line -> line.matches(".*1  disk +#3366cc.*")), calls.out());
		assertEquals(
				0,
				calls.execute(
						"segment",
						images.toString(),
						"--model",
						calls.model().toString(),
						"--out",
						folder.resolve("results").toString()),
				calls::err);
		assertTrue(Files.exists(folder.resolve("results/a1-overlay.tif")));
		final double iou = iou("iou_disk", "--mask-kind", "rois", "--classes", "disk");
		assertTrue(iou > 0.7, "IoU " + iou);
		assertEquals(
				0,
				calls.execute(
						"evaluate",
						"--results",
						folder.resolve("results").toString(),
						"--masks",
						images.toString(),
						"--mask-kind",
						"rois",
						"--classes",
						"disk",
						"--csv",
						folder.resolve("scores.csv").toString()),
				calls::err);
		assertTrue(
				Files.readAllLines(folder.resolve("scores.csv")).get(1).startsWith("a0.tif," + iou),
				"the results' labels");
	}

	/** Bright disks are what nuclei finds; their name stays, and the border is the model's. */
	@Test
	void aModelInsideThatFitsIsBegunWith() throws IOException {
		final String[] auto = {
			"--architecture", "fcn-small", "--data", images.toString(), "--mask-kind", "rois", "--start-from", "auto"
		};
		final List<String> two = new ArrayList<>(List.of(auto));
		two.addAll(List.of("--normalize", "div255"));
		calls.assertFails(2, List.of("--start-from auto", "--normalize"), two.toArray(String[]::new));
		calls.assertFails(
				2,
				List.of("--start-from auto: expected --masks"),
				"--architecture",
				"cae-denoise",
				"--data",
				images.toString(),
				"--start-from",
				"auto");
		final List<String> one = new ArrayList<>(List.of(auto));
		one.addAll(List.of("--epochs", "1"));
		calls.assertTrains(one.toArray(String[]::new));
		assertTrue(
				calls.out().lines().anyMatch(line -> line.matches("'nuclei' tells \\d+ % of the annotated pixels.*")),
				calls.out());
		assertEquals(0, calls.execute("model", "inspect", calls.model().toString()));
		assertTrue(calls.out().contains("1  disk") && calls.out().contains("2  border"), calls.out());
	}

	@Test
	void filesOfTheRoiManagerAreObjectsWithBorders() throws IOException {
		final Path rois = Files.createDirectory(folder.resolve("rois"));
		for (int i = 0; i < 2; i++)
			try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(rois.resolve("a" + i + ".zip")))) {
				for (int k = 0; k < 2; k++) {
					out.putNextEntry(new ZipEntry(k + ".roi"));
					out.write(RoiEncoder.saveAsByteArray(new Roi(10 + 15 * k, 20, 15, 20)));
				}
			}
		calls.assertTrains(options("--masks", rois.toString(), "--mask-kind", "rois-border"));
		assertEquals(0, calls.execute("model", "inspect", calls.model().toString()));
		assertTrue(calls.out().contains("2  border"), calls.out());
		final double iou = iou("iou_object", "--masks", rois.toString(), "--mask-kind", "rois-border");
		assertTrue(iou >= 0 && iou <= 1, "IoU " + iou);
	}

	@Test
	void pixelsWithoutARoiMayBeLeftOut() {
		calls.assertTrains(options("--mask-kind", "rois", "--classes", "disk", "--unlabelled", "ignore"));
		assertTrue(
				calls.out()
						.contains("13 % of the pixels are annotated; the rest does not count, as --unlabelled ignore "
								+ "says, but for a ring around each outline, which is background\n"),
				calls.out());
		final Roi rest = new Roi(0, 50, SIDE, 14);
		rest.setName("background");
		for (int i = 0; i < 2; i++) save("a" + i + ".tif", i, disk("disk", 8, 10), rest);
		calls.assertTrains(options("--mask-kind", "rois", "--classes", "disk", "--unlabelled", "ignore"));
		calls.assertTrains(options("--mask-kind", "rois", "--classes", "disk"));
		assertTrue(
				calls.out()
						.contains("28 % of the pixels are annotated; the rest does not count (--unlabelled background: "
								+ "it is background)\n"),
				calls.out());
	}

	@Test
	void imagesTellWhatTheRestIs() {
		calls.assertTrains(options("--mask-kind", "rois"));
		assertTrue(
				calls.out()
						.contains("13 % of the pixels are annotated, and little of the rest looks like them: it "
								+ "is background (--unlabelled ignore: it does not count)\n"),
				calls.out());
	}

	@Test
	void whatIsWrongWithRoisIsToldBeforeAnythingIsTrained() throws IOException {
		calls.assertFails(
				1,
				List.of("a0.tif", "ROI 'disk'", "begins with one of nucleus, debris"),
				options("--mask-kind", "rois", "--classes", "nucleus,debris"));
		calls.assertFails(
				1,
				List.of("gone", "no such file or folder"),
				options("--masks", folder.resolve("gone").toString(), "--mask-kind", "rois"));
		final String plain = calls.grayImages("plain", 2, (x, y) -> x);
		calls.assertFails(
				1,
				List.of("plain", "expected ROIs, found none on 2 images"),
				"--architecture",
				"fcn-small",
				"--data",
				plain,
				"--mask-kind",
				"rois");
		final Path idx = Files.write(folder.resolve("some-idx3-ubyte"), new byte[0]);
		calls.assertFails(
				1,
				List.of("some-idx3-ubyte", "rois-border", "got an idx file"),
				"--architecture",
				"fcn-small",
				"--data",
				idx.toString(),
				"--mask-kind",
				"rois-border");
	}

	/** The folder to validate on has groups 1 only, or classes that nobody was trained on. */
	@Test
	void classesOfValidationAreThoseOfTraining() throws IOException {
		final Path all = images;
		images = Files.createDirectory(folder.resolve("validation"));
		save("v.tif", 9, group(3, 5));
		final Path validation = images;
		images = all;
		calls.assertFails(
				1,
				List.of("v.tif", "expected a name that begins with one of disk", "got group 3"),
				options("--mask-kind", "rois", "--validation-data", validation.toString()));
		images = validation;
		save("v.tif", 9, group(1, 5));
		images = all;
		save("a0.tif", 1, group(1, 5), group(2, 30));
		save("a1.tif", 1, group(2, 5), group(1, 30));
		calls.assertTrains(options("--mask-kind", "rois", "--validation-data", validation.toString()));
	}

	private static Roi group(final int group, final int x) {
		final Roi roi = new OvalRoi(x, 10, 18, 18);
		roi.setGroup(group);
		return roi;
	}
}
