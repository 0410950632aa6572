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
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.io.Opener;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Masks of every kind that say what a model found: then it must be all right. With the real engine. */
class EvaluateMasksTest {

	private static final String BLOBS = Path.of("samples", "blobs.tif").toString();

	@TempDir
	Path folder;

	private TrainingCalls calls;
	private Path results;
	private Path csv;

	@BeforeEach
	void segment() {
		calls = new TrainingCalls(folder);
		results = folder.resolve("results");
		csv = folder.resolve("scores.csv");
		assertEquals(
				0,
				calls.execute("segment", "--model", "blobs-threshold", BLOBS, "--labels", "--out", results.toString()),
				calls::err);
	}

	/** @return the cells of the only image */
	private List<String> perfect(final String heading, final String... masks) throws IOException {
		final String[] arguments = new String[masks.length + 7];
		System.arraycopy(
				new String[] {"evaluate", "--model", "blobs-threshold", "--data", BLOBS, "--csv", csv.toString()},
				0,
				arguments,
				0,
				7);
		System.arraycopy(masks, 0, arguments, 7, masks.length);
		assertEquals(0, calls.execute(arguments), calls::err);
		assertEquals("", calls.err());
		final List<String> lines = Files.readAllLines(csv);
		assertTrue(lines.get(0).startsWith("image," + heading), lines.toString());
		final List<String> cells = List.of(lines.get(1).split(","));
		assertEquals("1.0", cells.get(1), lines.toString());
		assertEquals("1.0", cells.get(cells.size() - 4), lines.toString());
		return cells;
	}

	private ImageProcessor mask() {
		return new Opener()
				.openImage(results.resolve("blobs-mask.tif").toString())
				.getProcessor();
	}

	private String save(final String name, final ImageProcessor pixels) {
		final String file = folder.resolve(name).toString();
		assertTrue(new FileSaver(new ImagePlus("", pixels)).saveAsTiff(file));
		return file;
	}

	@Test
	void colorsTellClasses() throws IOException {
		final ImageProcessor mask = mask();
		final ColorProcessor colors = new ColorProcessor(mask.getWidth(), mask.getHeight());
		for (int i = 0; i < mask.getPixelCount(); i++)
			colors.set(i, i < 300 ? 0xffffff : mask.get(i) > 0 ? 0x00ff80 : 0x000000);
		perfect(
				"iou_blob",
				"--masks",
				save("colours.tif", colors),
				"--mask-kind",
				"colour",
				"--classes",
				"ground=#000000,blob=#00ff80",
				"--ignore",
				"#ffffff");
	}

	@Test
	void indicesHaveTheModelsNamesOrThoseThatAreGiven() throws IOException {
		final ImageProcessor mask = mask();
		final ByteProcessor indices = new ByteProcessor(mask.getWidth(), mask.getHeight());
		for (int i = 0; i < mask.getPixelCount(); i++) indices.set(i, i < 300 ? 255 : mask.get(i) > 0 ? 1 : 0);
		final String file = save("indices.tif", indices);
		perfect("iou_spot", "--masks", file, "--mask-kind", "index", "--classes", "ground,spot", "--ignore", "255");
		perfect("iou_object,", "--masks", file, "--mask-kind", "index", "--ignore", "255");
		assertEquals(
				0,
				calls.execute(
						"evaluate",
						"--results",
						results.toString(),
						"--masks",
						file,
						"--mask-kind",
						"index",
						"--classes",
						"ground,spot",
						"--ignore",
						"255",
						"--result-kind",
						"binary",
						"--csv",
						csv.toString()),
				calls::err);
		assertTrue(Files.readAllLines(csv).get(1).contains(",1.0,1.0,1.0,"), Files.readString(csv));
	}

	/** Exported without a description, so that nobody names the classes. */
	@Test
	void whereNobodyNamesClassesTheyAreAskedFor() {
		assertEquals(
				2,
				calls.execute(
						"evaluate",
						"--model",
						"src/test/resources/fovea/models/tf2-module-sigmoid1-radius3",
						"--data",
						BLOBS,
						"--masks",
						BLOBS,
						"--mask-kind",
						"index"));
		assertTrue(calls.err().contains("two --classes or more"), calls.err());
	}

	@Test
	void theOverlayThatSegmentWritesIsATruth() throws IOException {
		final Path overlay = Files.copy(results.resolve("blobs-overlay.tif"), folder.resolve("blobs.tif"));
		final List<String> all = perfect("iou_object", "--masks", overlay.toString(), "--mask-kind", "rois-instances");
		assertTrue(Integer.parseInt(all.get(4)) > 50 && all.get(4).equals(all.get(6)), all.toString());
		final ImagePlus imp = new Opener().openImage(overlay.toString());
		final Roi dirt = (Roi) imp.getOverlay().get(10).clone();
		dirt.setName("ignore");
		imp.getOverlay().add(dirt);
		assertTrue(new FileSaver(imp).saveAsTiff(overlay.toString()));
		final List<String> left = perfect("iou_object", "--masks", overlay.toString(), "--mask-kind", "rois-instances");
		assertEquals(Integer.parseInt(all.get(4)) - 1, Integer.parseInt(left.get(4)));
		assertEquals(left.get(4), left.get(5));
	}
}
