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
package fovea.ij1;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ImageException;
import fovea.io.AtomicFile;
import fovea.segment.Segmentation;
import fovea.segment.SegmentationFixture;
import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ImageFilesTest {

	@TempDir
	Path folder;

	private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
	private PrintStream out;
	private PrintStream err;

	@BeforeEach
	void listen() {
		out = System.out;
		err = System.err;
		System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
		System.setErr(System.out);
	}

	@AfterEach
	void nothingIsPrintedAndNothingLeft() throws IOException {
		System.setOut(out);
		System.setErr(err);
		assertEquals("", printed.toString(StandardCharsets.UTF_8));
		try (Stream<Path> files = Files.list(folder)) {
			assertFalse(files.anyMatch(f -> f.toString().endsWith(".part")));
		}
	}

	/** ImageJ writes such as one plane of 48 bits per pixel; its sample "HeLa Cells" is one. */
	/** ImageJ's reader would not come back from either. */
	@Test
	@Timeout(60)
	void refusesDirectoriesWithoutAnEnd(@TempDir final Path files) throws Exception {
		final Path tiff = files.resolve("small.tif");
		ImageFiles.save(IJ.createImage("small", "8-bit ramp", 8, 8, 1), tiff);
		final byte[] bytes = Files.readAllBytes(tiff);
		final ByteOrder order = bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
		final ByteBuffer whole = ByteBuffer.wrap(bytes).order(order);
		final int directory = whole.getInt(4);
		final int entries = whole.getShort(directory);

		final ByteBuffer circle = ByteBuffer.wrap(bytes.clone()).order(order);
		circle.putInt(directory + 2 + 12 * entries, directory);
		Files.write(tiff, circle.array());
		assertTrue(assertThrows(ImageException.class, () -> ImageFiles.open(tiff))
				.getMessage()
				.contains("circle"));

		final ByteBuffer endless = ByteBuffer.wrap(bytes.clone()).order(order);
		for (int entry = directory + 2; entry < directory + 2 + 12 * entries; entry += 12)
			if (endless.getShort(entry) == 273) endless.putInt(entry + 4, Integer.MAX_VALUE); // strip offsets
		Files.write(tiff, endless.array());
		assertTrue(assertThrows(ImageException.class, () -> ImageFiles.open(tiff))
				.getMessage()
				.contains("entry 273 has 2147483647 values"));
	}

	@Test
	void threeChannelsNamedAsColorsSurviveAFile() throws ImageException {
		final ImageStack stack = new ImageStack(80, 60);
		for (final String label : new String[] {"Red", "Green", "Blue"}) {
			final ShortProcessor ip = new ShortProcessor(80, 60);
			ip.set(stack.getSize(), 1000);
			stack.addSlice(label, ip);
		}
		final ImagePlus three = new ImagePlus("three", stack);
		three.setDimensions(3, 1, 1);
		final Path file = folder.resolve("three.tif");
		ImageFiles.save(new CompositeImage(three, IJ.COMPOSITE), file);
		final ImagePlus opened = ImageFiles.open(file);
		assertArrayEquals(new int[] {80, 60, 3, 1, 1}, opened.getDimensions());
		for (int n = 1; n <= 3; n++)
			assertArrayEquals(
					(short[]) stack.getPixels(n), (short[]) opened.getStack().getPixels(n));
	}

	@Test
	void colorsSurviveAFile() throws ImageException {
		final ImageStack stack = new ImageStack(80, 60);
		for (int n = 0; n < 2; n++) {
			final ColorProcessor ip = new ColorProcessor(80, 60);
			ip.set(n, 0x123456);
			stack.addSlice(ip);
		}
		final Path file = folder.resolve("colours.tif");
		ImageFiles.save(new ImagePlus("colours", stack), file);
		final ImagePlus opened = ImageFiles.open(file);
		for (int n = 0; n < 2; n++)
			assertEquals(0x123456, opened.getStack().getProcessor(n + 1).get(n) & 0xffffff);
	}

	@Test
	void aHyperstackSurvivesAFile() throws ImageException {
		final ImageStack stack = new ImageStack(3, 2);
		for (int n = 0; n < 12; n++) {
			final ShortProcessor ip = new ShortProcessor(3, 2);
			ip.set(n % 6, 1000 * n);
			stack.addSlice("plane " + n, ip);
		}
		final ImagePlus hyperstack = new ImagePlus("h", stack);
		hyperstack.setDimensions(2, 3, 2);
		final CompositeImage imp = new CompositeImage(hyperstack, IJ.COMPOSITE);
		imp.setLuts(new LUT[] {LUT.createLutFromColor(Color.magenta), LUT.createLutFromColor(Color.green)});
		imp.getCalibration().pixelWidth = 0.25;
		imp.getCalibration().pixelHeight = 0.5;
		imp.getCalibration().pixelDepth = 2;
		imp.getCalibration().frameInterval = 7;
		imp.getCalibration().setUnit("mm");
		imp.setProperty("Info", "acquired on a Tuesday");
		final byte[] classes = new byte[72];
		Arrays.fill(classes, 0, 3, (byte) 1);
		classes[71] = 2;
		final Segmentation s = SegmentationFixture.of(new long[] {3, 2, 2, 3, 2}, 2, classes);
		Overlays.show(Overlays.of(s, imp), imp);

		final Path file = folder.resolve("h.tif");
		ImageFiles.save(imp, file);
		final ImagePlus opened = ImageFiles.open(file);
		assertEquals("h.tif", opened.getTitle());
		assertArrayEquals(new int[] {3, 2, 2, 3, 2}, opened.getDimensions());
		for (int n = 1; n <= 12; n++) {
			assertArrayEquals(
					(short[]) stack.getPixels(n), (short[]) opened.getStack().getPixels(n));
			assertEquals("plane " + (n - 1), opened.getStack().getSliceLabel(n));
		}
		assertTrue(imp.getCalibration().equals(opened.getCalibration()));
		assertEquals(7, opened.getCalibration().frameInterval);
		assertEquals("acquired on a Tuesday", opened.getInfoProperty());
		assertArrayEquals(imp.getLuts()[0].getBytes(), opened.getLuts()[0].getBytes());
		assertEquals(2, opened.getOverlay().size());
		for (int i = 0; i < 2; i++) {
			final Roi saved = opened.getOverlay().get(i);
			final Roi made = imp.getOverlay().get(i);
			assertEquals(made.getName(), saved.getName());
			assertEquals(made.getStrokeColor(), saved.getStrokeColor());
			assertEquals(
					List.of(made.getCPosition(), made.getZPosition(), made.getTPosition()),
					List.of(saved.getCPosition(), saved.getZPosition(), saved.getTPosition()));
			assertEquals(made.getStatistics().pixelCount, saved.getStatistics().pixelCount);
		}
		Overlays.show(Overlays.of(s, opened), opened); // replaces those of the file
		assertEquals(2, opened.getOverlay().size());
	}

	@Test
	void eachTypeSurvivesAFile() throws ImageException {
		final List<ImageProcessor> types = List.of(
				new ByteProcessor(2, 1, new byte[] {1, -1}),
				new FloatProcessor(2, 1, new float[] {Float.NaN, -1.5f}),
				new ColorProcessor(2, 1, new int[] {0xff010203, 0xfffefdfc}));
		for (final ImageProcessor ip : types) {
			final Path file = folder.resolve(ip.getBitDepth() + ".tif");
			ImageFiles.save(new ImagePlus("i", ip), file);
			final Object pixels = ImageFiles.open(file).getProcessor().getPixels();
			assertTrue(Arrays.deepEquals(new Object[] {ip.getPixels()}, new Object[] {pixels}), ip::toString);
		}
	}

	@Test
	void aVirtualStackIsWritten() throws ImageException {
		final ImagePlus imp = new ImagePlus("virtual", new VirtualStack(2, 2, 3) {
			@Override
			public ImageProcessor getProcessor(final int n) {
				return new ByteProcessor(2, 2, new byte[] {(byte) n, 0, 0, 0});
			}

			@Override
			public String getSliceLabel(final int n) {
				return "plane " + n;
			}
		});
		ImageFiles.save(imp, folder.resolve("v.tif"));
		final ImagePlus opened = ImageFiles.open(folder.resolve("v.tif"));
		assertEquals(3, opened.getStackSize());
		assertEquals(3, opened.getStack().getProcessor(3).get(0));
	}

	@Test
	void pngHoldsOnePlane() throws ImageException {
		final List<ImageProcessor> types = List.of(
				new ByteProcessor(2, 1, new byte[] {1, -1}),
				new ShortProcessor(2, 1, new short[] {1, (short) 65535}, null),
				new ColorProcessor(2, 1, new int[] {0xff010203, 0xfffefdfc}));
		for (final ImageProcessor ip : types) {
			final Path file = folder.resolve(ip.getBitDepth() + ".png");
			ImageFiles.save(new ImagePlus("i", ip), file);
			final ImageProcessor opened = ImageFiles.open(file).getProcessor();
			assertEquals(ip.getBitDepth(), opened.getBitDepth());
			for (int x = 0; x < 2; x++) assertEquals(ip.get(x, 0), opened.get(x, 0));
		}
		assertMessage(
				"b.png",
				assertThrows(
						ImageException.class,
						() -> ImageFiles.save(new ImagePlus("i", new FloatProcessor(1, 1)), folder.resolve("b.png"))));
		assertFalse(Files.exists(folder.resolve("b.png")));
	}

	@Test
	void anExistingFileIsReplaced() throws ImageException, IOException {
		final Path file = Files.writeString(folder.resolve("old.tif"), "what was here before");
		ImageFiles.save(new ImagePlus("i", new ByteProcessor(2, 2)), file);
		assertEquals(2, ImageFiles.open(file).getWidth());
	}

	@Test
	void whatCannotBeWrittenIsSaid() throws IOException {
		final ImagePlus imp = new ImagePlus("i", new ByteProcessor(2, 2));
		assertMessage(
				"x.tif",
				assertThrows(ImageException.class, () -> ImageFiles.save(imp, folder.resolve("missing/x.tif"))));
		Files.createDirectory(folder.resolve("folder.tif"));
		assertMessage(
				"folder.tif",
				assertThrows(ImageException.class, () -> ImageFiles.save(imp, folder.resolve("folder.tif"))));
	}

	@Test
	void aFailureLeavesWhatWasThere() throws IOException {
		final Path file = Files.writeString(folder.resolve("old.tif"), "what was here before");
		final ImagePlus broken = new ImagePlus("broken", new VirtualStack(2, 2, 3) {
			@Override
			public ImageProcessor getProcessor(final int n) {
				if (n == 3) throw new IllegalStateException("disk gone");
				return new ByteProcessor(2, 2);
			}

			@Override
			public String getSliceLabel(final int n) {
				return null;
			}
		});
		assertThrows(IllegalStateException.class, () -> ImageFiles.save(broken, file));
		assertEquals("what was here before", Files.readString(file));
		assertMessage("old.tif", assertThrows(ImageException.class, () -> AtomicFile.write(file, 10, o -> o.write(1))));
		assertMessage(
				"old.tif",
				assertThrows(
						ImageException.class,
						() -> AtomicFile.write(file, 0, o -> {
							throw new IOException("No space left on device");
						})));
		assertEquals("what was here before", Files.readString(file));
	}

	@Test
	void whatIsNoImageIsSaid() throws IOException {
		Files.write(folder.resolve("empty.tif"), new byte[0]);
		Files.writeString(folder.resolve("text.txt"), "1 2 3\n4 5 6\n");
		Files.writeString(folder.resolve("text.tif"), "this is no image, whatever it is called");
		Files.writeString(folder.resolve("table.csv"), "a,b\n1,2\n");
		Files.write(folder.resolve("noise.bin"), new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
		Files.write(folder.resolve("head-only.tif"), new byte[] {73, 73, 42, 0, 8, 0, 0, 0});
		Files.write(folder.resolve("head-only.png"), new byte[] {(byte) 137, 80, 78, 71, 13, 10, 26, 10, 0, 0});
		Files.write(folder.resolve("head-only.jpg"), new byte[] {(byte) 255, (byte) 216, (byte) 255, (byte) 224, 0, 0});
		Files.write(folder.resolve("head-only.gif"), "GIF89a".getBytes(StandardCharsets.US_ASCII));
		Files.write(
				folder.resolve("no.zip"),
				new byte[] {80, 75, 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
		Files.createDirectory(folder.resolve("folder"));
		for (final String name : List.of(
				"empty.tif",
				"text.txt",
				"text.tif",
				"table.csv",
				"noise.bin",
				"head-only.tif",
				"head-only.png",
				"head-only.jpg",
				"head-only.gif",
				"no.zip",
				"folder",
				"missing.tif"))
			assertMessage(name, assertThrows(ImageException.class, () -> ImageFiles.open(folder.resolve(name)), name));
	}

	@Test
	void filesThatWereCutShortAreRefused() throws ImageException, IOException {
		final ImageStack stack = new ImageStack(20, 20);
		for (int n = 0; n < 3; n++) stack.addSlice(new ShortProcessor(20, 20));
		ImageFiles.save(new ImagePlus("stack", stack), folder.resolve("stack.tif"));
		ImageFiles.save(new ImagePlus("plane", new ByteProcessor(20, 20)), folder.resolve("plane.tif"));
		final ByteProcessor noise = new ByteProcessor(200, 200);
		noise.noise(50);
		ImageFiles.save(new ImagePlus("png", noise), folder.resolve("plane.png"));
		assertTrue(ImageIO.write(
				noise.getBufferedImage(), "jpg", folder.resolve("plane.jpg").toFile()));
		assertEquals(200, ImageFiles.open(folder.resolve("plane.jpg")).getWidth());
		for (final String name : List.of("stack.tif", "plane.tif", "plane.png", "plane.jpg"))
			for (final double share : new double[] {0.1, 0.5, 0.9}) {
				final byte[] whole = Files.readAllBytes(folder.resolve(name));
				final Path cut = folder.resolve("cut-" + name);
				Files.write(cut, Arrays.copyOf(whole, (int) (share * whole.length)));
				assertMessage(
						"cut-" + name,
						assertThrows(ImageException.class, () -> ImageFiles.open(cut), name + " " + share));
			}
	}

	@Test
	void tablesKeepAllDigitsAndQuoteText() throws ImageException, IOException {
		final ResultsTable table = new ResultsTable();
		table.addRow();
		table.addLabel("nucleus, large-1");
		table.addValue("Class", "nucleus \"large\"");
		table.addValue("Area", 1.0 / 3);
		table.addValue("Pixels", 7);
		table.addValue("X", Double.NaN);
		ImageFiles.saveTable(table, folder.resolve("t.csv"));
		assertEquals(
				"Label,Class,Area,Pixels,X\n\"nucleus, large-1\",\"nucleus \"\"large\"\"\",0.3333333333333333,7,NaN\n",
				Files.readString(folder.resolve("t.csv")));
	}

	@Test
	void whatASpreadsheetWouldComputeIsTextInTableAndFile() throws ImageException, IOException {
		final ResultsTable table = new ResultsTable();
		table.addRow();
		TableCells.label(table, "=cmd|' /C calc'!A0-1");
		TableCells.add(table, "Class", "@SUM(A1)\n\t\u001b");
		table.addValue("X", -1.5);
		assertEquals("'=cmd|' /C calc'!A0-1", table.getLabel(0));
		assertEquals("'@SUM(A1)\\n\\t\\u001b", table.getStringValue("Class", 0));
		ImageFiles.saveTable(table, folder.resolve("t.csv"));
		assertEquals(
				"Label,Class,X\n'=cmd|' /C calc'!A0-1,'@SUM(A1)\\n\\t\\u001b,-1.5\n",
				Files.readString(folder.resolve("t.csv")));
	}

	@Test
	void aTableOfNoObjectsHasAFile() throws ImageException {
		ImageFiles.saveTable(new ResultsTable(), folder.resolve("t.csv"));
		assertTrue(Files.exists(folder.resolve("t.csv")));
	}

	private static void assertMessage(final String name, final ImageException e) {
		assertTrue(e.getMessage().contains(name), e.getMessage());
		assertFalse(e.getMessage().contains("\n"), e.getMessage());
	}
}
