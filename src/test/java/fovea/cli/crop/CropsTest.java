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
package fovea.cli.crop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ModelException;
import fovea.cli.TrainingCalls;
import fovea.io.DataType;
import fovea.io.Npy;
import fovea.io.NpyArray;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.io.Opener;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code fovea crops} from files to files. */
class CropsTest {

	@TempDir
	Path folder;

	private TrainingCalls calls;
	private Path images;
	private Path masks;
	private Path array;

	@BeforeEach
	void makeFolders() throws IOException {
		calls = new TrainingCalls(folder);
		images = Files.createDirectories(folder.resolve("images"));
		masks = Files.createDirectories(folder.resolve("masks"));
		array = folder.resolve("x.npy");
	}

	/** Gray values of x + 10 y, times a factor. */
	private void image(final String name, final ImageProcessor pixels, final double factor) {
		for (int i = 0; i < pixels.getPixelCount(); i++) pixels.setf(i, (float) ((i % 8 + 10 * (i / 8)) * factor));
		save(images.resolve(name), pixels);
	}

	/** Of 8 x 8 pixels: squares of 2 x 2 at 1, 1 (number 3) and 5, 4 (number 1), one pixel at the border (number 2). */
	private void mask(final String name) {
		final ByteProcessor mask = new ByteProcessor(8, 8);
		fill(mask, 1, 1, 3);
		fill(mask, 5, 4, 1);
		mask.set(0, 7, 2);
		save(masks.resolve(name), mask);
	}

	private static void fill(final ByteProcessor mask, final int x, final int y, final int value) {
		mask.setRoi(x, y, 2, 2);
		mask.setValue(value);
		mask.fill();
		mask.resetRoi();
	}

	private static void save(final Path file, final ImageProcessor pixels) {
		assertTrue(new FileSaver(new ImagePlus("", pixels)).saveAsTiff(file.toString()));
	}

	private int crops(final Path out, final String... more) {
		return crops("instances", out, more);
	}

	private int crops(final String kind, final Path out, final String... more) {
		final String[] start = {
			"crops",
			"--data",
			images.toString(),
			"--masks",
			masks.toString(),
			"--mask-kind",
			kind,
			"--out",
			out.toString()
		};
		return calls.execute(Stream.concat(Stream.of(start), Stream.of(more)).toArray(String[]::new));
	}

	private NpyArray read() throws ModelException {
		assertEquals("", calls.err());
		return Npy.read(array);
	}

	@Test
	void anArrayAndATableComeOfImagesAndMasks() throws Exception {
		image("a.tif", new ByteProcessor(8, 8), 1);
		image("b.tif", new ByteProcessor(8, 8), 2);
		mask("a.tif");
		mask("b.tif");
		assertEquals(0, crops(array, "--size", "2", "--margin", "0"), calls::err);
		final NpyArray crops = read();
		assertEquals(DataType.UINT8, crops.type());
		assertArrayEquals(new int[] {4, 2, 2}, crops.shape());
		assertArrayEquals(new float[] {45, 46, 55, 56, 11, 12, 21, 22, 90, 92, 110, 112, 22, 24, 42, 44}, crops.data());
		assertEquals(
				List.of(
						"crop,image,label,x,y,side,area",
						"0,a.tif,1,5,4,2,4",
						"1,a.tif,3,1,1,2,4",
						"2,b.tif,1,5,4,2,4",
						"3,b.tif,3,1,1,2,4"),
				Files.readAllLines(folder.resolve("x.csv")));
		assertTrue(
				calls.out().startsWith("4 crops of 2 x 2 pixels (uint8) of 2 images, 2 objects left out"), calls.out());
	}

	@Test
	void withinAFolderCropsAreImagesNamedAfterTheirs() throws IOException {
		image("a.tif", new ShortProcessor(8, 8), 800);
		mask("a.tif");
		final Path out = folder.resolve("new").resolve("crops");
		assertEquals(0, crops(out, "--size", "2", "--margin", "0", "--border"), calls::err);
		try (Stream<Path> files = Files.list(out)) {
			assertEquals(
					List.of("a-1.tif", "a-2.tif", "a-3.tif", "crops.csv"),
					files.map(f -> f.getFileName().toString()).sorted().toList());
		}
		final ImageProcessor crop =
				new Opener().openImage(out.resolve("a-1.tif").toString()).getProcessor();
		assertArrayEquals(
				new short[] {(short) 36000, (short) 36800, (short) 44000, (short) 44800}, (short[]) crop.getPixels());
	}

	@Test
	void sixteenBitStaysAndMixedBecomesFloat() throws Exception {
		image("a.tif", new ShortProcessor(8, 8), 800);
		mask("a.tif");
		assertEquals(0, crops(array, "--size", "1", "--margin", "0"), calls::err);
		assertEquals(DataType.UINT16, read().type());
		// the means of four, 50.5 and 16.5 times 800
		assertArrayEquals(new float[] {40400, 13200}, read().data());
		image("b.tif", new ByteProcessor(8, 8), 1);
		mask("b.tif");
		assertEquals(0, crops(array, "--size", "1", "--margin", "0"), calls::err);
		assertEquals(DataType.FLOAT32, read().type());
		assertArrayEquals(new float[] {40400, 13200, 50.5f, 16.5f}, read().data());
		Files.delete(images.resolve("a.tif"));
		Files.delete(masks.resolve("a.tif"));
		image("b.tif", new FloatProcessor(8, 8), 0.001);
		assertEquals(0, crops(array, "--size", "1", "--margin", "0"), calls::err);
		assertArrayEquals(new float[] {0.0505f, 0.0165f}, read().data(), 1e-6f);
	}

	/** Numbered as {@code segment} numbers what it finds. */
	@Test
	void touchingPixelsOfABinaryMaskAreAnObject() throws Exception {
		image("a.tif", new ByteProcessor(8, 8), 1);
		mask("a.tif");
		assertEquals(0, crops("binary", array, "--size", "1", "--margin", "0"), calls::err);
		assertArrayEquals(new float[] {17, 51}, read().data()); // of 16.5 and 50.5
		assertEquals(
				"1,a.tif,2,5,4,2,4", Files.readAllLines(folder.resolve("x.csv")).get(2));
	}

	@Test
	void objectsMayBeDrawn() throws Exception {
		image("a.tif", new ByteProcessor(8, 8), 1);
		final ImagePlus drawn = new Opener().openImage(images.resolve("a.tif").toString());
		drawn.setOverlay(new Overlay(new Roi(5, 4, 2, 2)));
		assertTrue(new FileSaver(drawn).saveAsTiff(images.resolve("a.tif").toString()));
		assertEquals(
				0,
				calls.execute(
						"crops",
						"--data",
						images.toString(),
						"--mask-kind",
						"rois-instances",
						"--margin",
						"0",
						"--size",
						"2",
						"--out",
						array.toString()),
				calls::err);
		assertArrayEquals(new float[] {45, 46, 55, 56}, read().data());
	}

	@Test
	void cropsCanBeTrainedOn() throws Exception {
		image("a.tif", new ByteProcessor(8, 8), 1);
		mask("a.tif");
		assertEquals(0, crops(array, "--size", "16"), calls::err);
		final Path out = folder.resolve("crops");
		assertEquals(0, crops(out, "--size", "16"), calls::err);
		for (final Path data : List.of(array, out))
			calls.assertTrains("--architecture", calls.tiny(), "--data", data.toString(), "--normalize", "div255");
	}

	@Test
	void otherObjectsAreClearedOnRequest() throws Exception {
		image("a.tif", new ByteProcessor(8, 8), 1);
		mask("a.tif");
		assertEquals(0, crops(array, "--size", "10", "--margin", "2", "--min-size", "2"), calls::err);
		// the crop of number 1 begins at 1, 0
		assertArrayEquals(new float[] {11, 12, 13, 14}, Arrays.copyOfRange(read().data(), 10, 14));
		assertEquals(0, crops(array, "--size", "10", "--margin", "2", "--min-size", "2", "--clear-others"), calls::err);
		assertArrayEquals(new float[] {37, 37, 13, 14}, Arrays.copyOfRange(read().data(), 10, 14));
		assertEquals(45, read().data()[44]);
	}

	@Test
	void emptyMasksAreToldInOneLine() {
		image("a.tif", new ByteProcessor(8, 8), 1);
		save(masks.resolve("a.tif"), new ByteProcessor(8, 8));
		assertFails(1, "masks: expected objects, found none", crops(array));
		mask("a.tif");
		assertFails(
				1,
				"masks: expected objects, all of the 3 found are left out, at the border or by their size",
				crops(array, "--min-size", "5"));
	}

	private void assertFails(final int expected, final String message, final int exitCode) {
		assertEquals(expected, exitCode, calls::err);
		assertTrue(calls.err().contains(message), calls.err());
		assertEquals(1, calls.err().lines().count(), calls.err());
		assertEquals("", calls.out());
		assertTrue(Files.notExists(array));
	}

	@Test
	void anImageThatFailsIsToldAndLeftOut() throws Exception {
		image("a.tif", new ByteProcessor(8, 8), 1);
		mask("a.tif");
		image("b.tif", new ByteProcessor(4, 16), 1);
		mask("b.tif");
		assertEquals(1, crops(array, "--size", "2"));
		assertEquals(
				"fovea: b.tif: expected the size of b.tif, 4 x 16, got 8 x 8",
				calls.err().strip());
		assertEquals(2, Npy.read(array).shape()[0]);
		assertTrue(calls.out().contains("; 1 image failed"), calls.out());
		Files.delete(array);
		Files.delete(images.resolve("a.tif"));
		Files.delete(masks.resolve("a.tif"));
		assertFails(1, "b.tif: expected the size of b.tif", crops(array));
	}

	@Test
	void twoObjectsOfOneFileNameAreRefused() {
		image("a.tif", new ByteProcessor(8, 8), 1);
		image("a.tiff", new ByteProcessor(8, 8), 1);
		mask("a.tif");
		mask("a.tiff");
		assertEquals(1, crops(folder.resolve("out")));
		assertTrue(calls.err().lines().anyMatch(line -> line.contains("a-1.tif would hold two objects")), calls.err());
		assertTrue(Files.notExists(folder.resolve("out")));
	}

	@Test
	void nothingThatIsReadIsOverwrittenAndNoCropsAreMixed() {
		image("a.tif", new ByteProcessor(8, 8), 1);
		mask("a.tif");
		assertFails(2, "would overwrite what is read", crops(images));
		assertFails(2, "would overwrite what is read", crops(masks));
		final Path out = folder.resolve("out");
		assertEquals(0, crops(out), calls::err);
		assertFails(2, "expected a folder without images, got one that holds a-1.tif", crops(out));
		assertFails(2, "is a file, expected a folder, or a file that ends in .npy", crops(images.resolve("a.tif")));
		assertFails(2, "there is no such folder", crops(folder.resolve("none").resolve("x.npy")));
	}

	@ParameterizedTest
	@CsvSource(
			delimiter = '|',
			value = {
				"--size 0 | size: expected 1 to 4096 pixels, got 0",
				"--size wide | --size",
				"--margin -1 | margin: expected 0 to 2, got -1.0",
				"--min-size 0 | minimum size of objects: expected 1 pixel or more, got 0",
				"--min-size 9 --max-size 8 | greatest size of objects: expected 9 pixels or more, got 8",
				"--colour | --colour"
			})
	void aWrongOptionIsToldInOneLine(final String options, final String message) {
		image("a.tif", new ByteProcessor(8, 8), 1);
		mask("a.tif");
		assertFails(2, message, crops(array, options.split(" ")));
	}

	@Test
	void masksMustMeanSomething() {
		assertFails(2, "--mask-kind: expected one of", crops("outlines", array));
		assertFails(2, "two --classes or more", crops("index", array));
	}

	@Test
	void whatIsMissingIsTold() {
		assertFails(2, "--data", calls.execute("crops", "--masks", masks.toString(), "--out", array.toString()));
		assertFails(
				2, "Expected --masks", calls.execute("crops", "--data", images.toString(), "--out", array.toString()));
		assertFails(
				1,
				"none: no such file or folder",
				calls.execute(
						"crops",
						"--data",
						images.toString(),
						"--masks",
						folder.resolve("none").toString(),
						"--out",
						array.toString()));
		assertFails(1, "images: expected images, found none", crops(array));
	}
}
