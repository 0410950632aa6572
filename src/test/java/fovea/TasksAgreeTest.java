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
package fovea;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.cli.CommandLineCalls;
import fovea.command.SegmentCommand;
import fovea.ij1.bridge.OpenImageJ;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.gui.Roi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/** The same options, none of which has its default, said to each host: the same results. */
@ExtendWith(Hosts.class)
class TasksAgreeTest {

	private static final Path SAMPLE = Path.of("samples", "blobs.tif").toAbsolutePath();
	private static final String SAID =
			"threshold=0.6 minsize=30 confidence=0.7 split=always scale=1 labels=true points=true orientations=2";

	@TempDir
	private Path folder;

	@Test
	void inAWindowInAScriptInABatchAndOnTheCommandLine(final OpenImageJ imageJ, final Context context)
			throws Exception {
		final Path images = Files.createDirectory(folder.resolve("images"));
		Files.copy(SAMPLE, images.resolve("blobs.tif"));
		final String macro = """
			open('FOLDER/images/blobs.tif');
			blobs = getImageID();
			run('Segment (FCN)...', 'model=blobs-threshold SAID');
			saveAs('Tiff', 'FOLDER/macro.tif');
			selectImage(blobs);
			print(Overlay.size);
			run('Batch Folder...', 'input=[FOLDER/images] output=[FOLDER/batch] model=blobs-threshold SAID');
			""";
		final String rois = imageJ.run(
						macro.replace('\'', '"').replace("SAID", SAID).replace("FOLDER", folder.toString()))
				.output()
				.get(0);

		final ImagePlus image = IJ.openImage(SAMPLE.toString());
		final Map<String, Object> inputs = new HashMap<>(Map.of("image", image, "model", "blobs-threshold"));
		for (final String each : SAID.split(" ")) inputs.put(each.split("=")[0], each.split("=")[1]);
		final Module module = context.service(ModuleService.class)
				.run(context.service(CommandService.class).getCommand(SegmentCommand.class), true, inputs)
				.get();
		assertEquals(null, ((Cancelable) module).getCancelReason());

		assertEquals(
				"0",
				CommandLineCalls.run("segment\n--model\nblobs-threshold\n--threshold\n0.6\n--min-size\n30\n"
						+ "--confidence\n0.7\n--split\nalways\n--scale\n1\n--labels\n--points\n--orientations\n2\n"
						+ "--out\n"
						+ folder.resolve("files") + "\n" + images));

		final List<String> files = names(folder.resolve("files"));
		assertEquals(
				List.of(
						"blobs-labels.tif",
						"blobs-mask.tif",
						"blobs-objects.csv",
						"blobs-overlay.tif",
						"blobs-points.zip"),
				files);
		assertEquals(files, names(folder.resolve("batch")));
		for (final String file : files)
			assertSame(
					folder.resolve("files").resolve(file),
					folder.resolve("batch").resolve(file));
		final ImagePlus labels =
				IJ.openImage(folder.resolve("files/blobs-labels.tif").toString());
		final float[] expected =
				(float[]) labels.getProcessor().convertToFloat().getPixels();
		final ImagePlus macroLabels = IJ.openImage(folder.resolve("macro.tif").toString());
		assertArrayEquals(
				expected, (float[]) macroLabels.getProcessor().convertToFloat().getPixels());
		final ImagePlus scriptLabels = (ImagePlus) module.getOutput("labelimage");
		assertArrayEquals(
				expected, (float[]) scriptLabels.getProcessor().convertToFloat().getPixels());

		final int objects = (int) labels.getProcessor().getStats().max;
		assertTrue(objects > 10);
		assertEquals(String.valueOf(objects + 1), rois, "outlines, and one ROI of all centroids");
		final Roi last = image.getOverlay().get(image.getOverlay().size() - 1);
		assertTrue(last instanceof PointRoi);
		assertEquals(objects, last.size());
		assertEquals(objects + 1, image.getOverlay().size());
	}

	/** Of TIFFs the order of bytes is the host's. */
	private static void assertSame(final Path expected, final Path actual) throws IOException {
		if (!expected.toString().endsWith(".tif")) {
			assertArrayEquals(Files.readAllBytes(expected), Files.readAllBytes(actual), actual.toString());
			return;
		}
		final ImagePlus first = IJ.openImage(expected.toString());
		final ImagePlus second = IJ.openImage(actual.toString());
		assertEquals(first.getInfoProperty(), second.getInfoProperty(), actual.toString());
		assertArrayEquals(
				first.getProcessor().convertToFloatProcessor().getFloatArray(),
				second.getProcessor().convertToFloatProcessor().getFloatArray(),
				actual.toString());
	}

	private static List<String> names(final Path results) throws IOException {
		try (Stream<Path> files = Files.list(results)) {
			return files.map(file -> file.getFileName().toString())
					.filter(name -> name.startsWith("blobs"))
					.sorted()
					.toList();
		}
	}
}
