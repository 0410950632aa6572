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
import fovea.ij1.bridge.OpenImageJ;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Objects of slices linked through z, by a macro, in a batch and on the command line. */
@ExtendWith(Hosts.class)
class LinkedSlicesTest {

	private static final int SIDE = 64;
	private static final int SLICES = 12;

	@TempDir
	private Path folder;

	/** Bright balls on dark ground: 20, 20, 5 of radius 6, and 46, 40, 9 of radius 8, which the last slice cuts. */
	private static ImagePlus balls() {
		final ImageStack stack = new ImageStack(SIDE, SIDE);
		for (int z = 0; z < SLICES; z++) {
			final ByteProcessor plane = new ByteProcessor(SIDE, SIDE);
			for (int i = 0; i < SIDE * SIDE; i++) plane.set(i, gray(i, z));
			stack.addSlice(plane);
		}
		final ImagePlus image = new ImagePlus("balls.tif", stack);
		image.setDimensions(1, SLICES, 1);
		image.getCalibration().pixelWidth = 0.5;
		image.getCalibration().pixelHeight = 0.5;
		image.getCalibration().pixelDepth = 2;
		image.getCalibration().setUnit("um");
		return image;
	}

	private static int gray(final int i, final int z) {
		return truth(i, z) > 0 ? 200 : 20;
	}

	private static int truth(final int i, final int z) {
		final int x = i % SIDE;
		final int y = i / SIDE;
		if ((x - 20) * (x - 20) + (y - 20) * (y - 20) + (z - 5) * (z - 5) <= 30) return 1;
		return (x - 46) * (x - 46) + (y - 40) * (y - 40) + (z - 9) * (z - 9) <= 60 ? 2 : 0;
	}

	private static final String MACRO = """
			open('FOLDER/images/balls.tif');
			balls = getImageID();
			run('Segment (FCN)...', 'model=blobs-threshold scale=1 link=z labels=true table=true');
			saveAs('Tiff', 'FOLDER/macro.tif');
			selectImage(balls);
			run('Segment (FCN)...', 'model=blobs-threshold scale=1 overlay=false labels=true');
			saveAs('Tiff', 'FOLDER/planes.tif');
			selectImage(balls);
			print(Overlay.size + ' ' + nResults + ' ' + getResultLabel(0) + ' ' + getResultLabel(nResults - 1));
			makeRectangle(34, 26, 28, 30);
			run('Segment (FCN)...', 'model=blobs-threshold scale=1 link=z labels=true table=false');
			saveAs('Tiff', 'FOLDER/part.tif');
			run('Batch Folder...', 'input=[FOLDER/images] output=[FOLDER/batch] model=blobs-threshold scale=1 link=z');
			""";

	@Test
	void ballsAreOneObjectEach(final OpenImageJ imageJ) throws Exception {
		final Path images = Files.createDirectory(folder.resolve("images"));
		assertTrue(new FileSaver(balls()).saveAsTiff(images.resolve("balls.tif").toString()));
		final List<String> printed = imageJ.run(MACRO.replace('\'', '"').replace("FOLDER", folder.toString()))
				.output();
		final ImagePlus planes = IJ.openImage(folder.resolve("planes.tif").toString());
		final ImagePlus labels = IJ.openImage(folder.resolve("macro.tif").toString());
		assertEquals(2, labels.getCalibration().pixelDepth);
		final long[] voxels = new long[3];
		final long[] gray = new long[3];
		int sections = 0;
		for (int z = 1; z <= SLICES; z++) {
			final float[] plane =
					(float[]) planes.getStack().getProcessor(z).convertToFloat().getPixels();
			final float[] expected = new float[SIDE * SIDE];
			for (int i = 0; i < expected.length; i++) {
				sections = Math.max(sections, (int) plane[i]);
				if (truth(i, z - 1) > 0) assertTrue(plane[i] > 0);
				if (plane[i] > 0) expected[i] = i % SIDE < 32 ? 1 : 2; // the model makes balls a little larger
				voxels[(int) expected[i]]++;
				gray[(int) expected[i]] += gray(i, z - 1);
			}
			assertArrayEquals(expected, (float[])
					labels.getStack().getProcessor(z).convertToFloat().getPixels());
		}
		assertEquals(21, sections);
		final ImagePlus part = IJ.openImage(folder.resolve("part.tif").toString());
		for (int z = 1; z <= SLICES; z++)
			for (int i = 0; i < SIDE * SIDE; i++)
				assertEquals(
						labels.getStack().getProcessor(z).get(i) == 2 ? 1 : 0,
						part.getStack().getProcessor(z).get(i));
		assertEquals(
				List.of(
						"link=z: ImageJ has no window for the table of volume objects; Batch Folder... and "
								+ "fovea segment write it to NAME-volumes.csv",
						"21 21 object-1 object-2"),
				printed.subList(0, 2));

		assertEquals(
				"0",
				CommandLineCalls.run("segment\n--model\nblobs-threshold\n--scale\n1\n--link\nz\n--labels\n--out\n"
						+ folder.resolve("files") + "\n" + images));
		final List<String> rows = Files.readAllLines(folder.resolve("files/balls-volumes.csv"));
		assertEquals(rows, Files.readAllLines(folder.resolve("batch/balls-volumes.csv")));
		assertEquals(
				"Label,Class,Planes,FirstSlice,LastSlice,Voxels,Volume (um^3),X (um),Y (um),Z (um),MeanProbability,"
						+ "OnEdge,OnEnd,Channel,Frame,Image,Unit,Mean,Min,Max",
				rows.get(0));
		assertEquals(3, rows.size());
		assertTrue(
				rows.get(1)
						.startsWith("object-1,object,11,1,11," + voxels[1] + "," + written(voxels[1] * 0.5)
								+ ",10.25,10.25,11,"),
				rows.get(1));
		assertTrue(rows.get(1).contains(",0,1,1,1,balls.tif,um,"), rows.get(1));
		for (int label = 1; label <= 2; label++) {
			final String[] cells = rows.get(label).split(",");
			assertEquals((double) gray[label] / voxels[label], Double.parseDouble(cells[cells.length - 3]), 1e-3);
			assertEquals("20,200", cells[cells.length - 2] + "," + cells[cells.length - 1]);
		}
		assertTrue(rows.get(2).startsWith("object-2,object,10,3,12," + voxels[2] + ","), rows.get(2));
	}

	private static String written(final double value) {
		return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
	}

	@Test
	void framesAreNoSlices(final OpenImageJ imageJ) throws Exception {
		final ImagePlus film = balls();
		film.setDimensions(1, 1, SLICES);
		assertTrue(new FileSaver(film).saveAsTiff(folder.resolve("film.tif").toString()));
		final String heard = imageJ.run("""
			open('FOLDER/film.tif');
			run('Segment (FCN)...', 'model=blobs-threshold scale=1 link=z');
			print(getInfo('log'));
			""".replace('\'', '"').replace("FOLDER", folder.toString()))
				.toString();
		assertTrue(
				heard.contains("has one slice and 12 frames: nothing to link through z; if the frames are slices"),
				heard);
		assertEquals(2, heard.split("one slice and 12", -1).length, heard);
	}
}
