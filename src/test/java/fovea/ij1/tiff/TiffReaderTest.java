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
package fovea.ij1.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ImageException;
import fovea.ij1.ImageFiles;
import fovea.ij1.ImagePlusImages;
import fovea.image.Image;
import fovea.image.PlaneReader;
import fovea.io.Npy;
import fovea.io.NpyArray;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole TIFFs as programs write them: values are those that libtiff decodes, dimensions those that the file has. */
class TiffReaderTest {

	private static final Path FILES = Path.of("src/test/resources/fovea/tiff");

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({
		"cases/i8_zero, 1, 1, 0",
		"cases/jpeg_noise_q100, 1, 1, 0",
		"cases/pred3_f32_lzw, 1, 1, 0",
		"cases/sep5_u16, 5, 1, 0",
		"cases/mixed_size3, 1, 2, 0",
		"cases/p5, 3, 5, 0",
		"cases/p2be, 3, 2, 0",
		"cases/c_jpeg, 1, 1, 0",
		"cases/pred2_rgb16_lzw, 3, 1, 0",
		"cases/u16_bigtiff, 1, 1, 0",
		"pyramids/rgb-subifd, 3, 3, 0",
		"pyramids/gray-subifd-big, 1, 3, 0",
		"pyramids/gray-strips, 1, 1, 0",
		"pyramids/ycbcr-pages, 3, 1, 2"
	})
	void valuesAreLibtiffs(final String name, final int channels, final int slices, final float tolerance)
			throws Exception {
		final Image image = image(FILES.resolve(name + ".tif"));
		final NpyArray expected = Npy.read(FILES.resolve(name + ".npy"));
		assertEquals(
				List.of(channels, slices, 1), List.of(image.size(Image.C), image.size(Image.Z), image.size(Image.T)));
		final float[] values = values(image);
		assertArrayEquals(expected.data(), values, tolerance);
	}

	@Test
	void transparencyIsNoChannel() throws Exception {
		final ImagePlus imp = ImageFiles.open(FILES.resolve("cases/ga8.tif"));
		assertEquals(List.of("its transparency is left out"), ImageFiles.warnings(imp));
		final float[] both = Npy.read(FILES.resolve("cases/ga8.npy")).data();
		assertArrayEquals(java.util.Arrays.copyOf(both, both.length / 2), values(ImagePlusImages.wrap(imp)));
	}

	@Test
	void pagesThatAreLeftOutAreCounted() throws Exception {
		assertEquals(
				List.of("2 of 3 pages are used: page 3 is 30 x 20 of 16 bit, page 1 is 60 x 48 of 16 bit"),
				ImageFiles.warnings(ImageFiles.open(FILES.resolve("cases/mixed_size3.tif"))));
		for (final String name : List.of("rgb-subifd", "gray-subifd-big", "ycbcr-pages"))
			assertEquals(
					List.of(), ImageFiles.warnings(ImageFiles.open(FILES.resolve("pyramids/" + name + ".tif"))), name);
	}

	@ParameterizedTest
	@ValueSource(strings = {"czt", "ctz", "zct", "ztc", "tcz", "tzc", "backwards", "nm"})
	void omeTiffsHaveTheirDimensions(final String name) throws Exception {
		final ImagePlus imp = ImageFiles.open(FILES.resolve("ome/" + name + ".ome.tif"));
		assertEquals(List.of(), ImageFiles.warnings(imp));
		assertEquals(List.of(2, 3, 2), List.of(imp.getNChannels(), imp.getNSlices(), imp.getNFrames()));
		final Image image = ImagePlusImages.wrap(imp);
		final float[] plane = new float[35];
		for (int t = 0; t < 2; t++)
			for (int z = 0; z < 3; z++)
				for (int c = 0; c < 2; c++) {
					new PlaneReader(image).read(c, z, t, 0, 5, plane);
					assertEquals(c + 10 * z + 100 * t + 3000, plane[3]);
				}
		assertEquals("GFP", imp.getStack().getSliceLabel(2));
		if (name.equals("backwards")) return;
		final boolean nanometers = name.equals("nm");
		assertEquals(nanometers ? "nm" : "µm", imp.getCalibration().getUnit().replace("um", "µm"));
		assertEquals(nanometers ? 250 : 0.25, imp.getCalibration().pixelWidth, 1e-9);
		assertEquals(nanometers ? 250 : 0.5, imp.getCalibration().pixelHeight, 1e-9);
		assertEquals(nanometers ? 2000 : 2, imp.getCalibration().pixelDepth, 1e-6);
		if (!nanometers) assertEquals(1.5, imp.getCalibration().frameInterval, 1e-9);
	}

	@ParameterizedTest
	@CsvSource(
			delimiter = '|',
			value = {
				"missing | 2 | 3 | 2 | 4 of 12 planes are missing, as its OME-XML has it; they are 0",
				"spread | 1 | 3 | 2 | 6 of 12 planes are used: the others of this OME-TIFF are in other files",
				"two-images | 2 | 3 | 2 | 1 of its 2 images is used, the first",
				"samples | 2 | 3 | 2 |",
				"broken | 1 | 12 | 1 | its OME-XML cannot be read",
				"entities | 1 | 12 | 1 | DOCTYPE is disallowed"
			})
	void whatOmeTiffsLackIsSaid(
			final String name, final int channels, final int slices, final int frames, final String warning)
			throws Exception {
		final ImagePlus imp = ImageFiles.open(FILES.resolve("ome/" + name + ".ome.tif"));
		assertEquals(
				List.of(channels, slices, frames), List.of(imp.getNChannels(), imp.getNSlices(), imp.getNFrames()));
		final String warnings = String.join("\n", ImageFiles.warnings(imp));
		assertTrue(warning == null ? warnings.isEmpty() : warnings.contains(warning), warnings);
		if (name.equals("spread"))
			assertEquals(1, imp.getStack().getProcessor(1).get(0, 0)); // channel 2
		if (slices == 12) assertTrue(warnings.endsWith("; its 12 pages are taken for slices"), warnings);
	}

	/** Their overlay and display are in entries of ImageJ's own, their pixels of 48 bits are not read by ImageJ. */
	@Test
	void whatImageJKeepsBesidePixelsIsKept() throws Exception {
		final ImagePlus imp = IJ.createImage("three", "16-bit composite ramp", 20, 10, 3, 1, 1);
		imp.setC(2);
		imp.setDisplayRange(5, 500);
		imp.getStack().setSliceLabel("Red", 1);
		imp.getStack().setSliceLabel("Green", 2);
		imp.getStack().setSliceLabel("Blue", 3);
		imp.getCalibration().setUnit("um");
		imp.getCalibration().pixelWidth = 0.125;
		imp.getCalibration().pixelHeight = 0.125;
		imp.setProperty("Info", "told");
		imp.setOverlay(new Overlay(new Roi(2, 3, 4, 5)));
		final Path file = folder.resolve("three.tif");
		ImageFiles.save(imp, file);
		final ImagePlus opened = ImageFiles.open(file);
		assertEquals(3, opened.getNChannels());
		assertEquals(0.125, opened.getCalibration().pixelWidth, 1e-6);
		assertEquals(1, opened.getOverlay().size());
		assertTrue(opened.getInfoProperty().contains("told"));
		opened.setC(2);
		assertEquals(500, opened.getDisplayRangeMax());
	}

	/** Other programs do not know ImageJ's way of moving signed pixels up. */
	@ParameterizedTest
	@ValueSource(ints = {1, 4})
	void signedImagesAreWrittenAndReadWithTheirSigns(final int slices) throws Exception {
		final ImagePlus imp = IJ.createImage("signed", "16-bit black", 5, 3, slices);
		for (int n = 1; n <= slices; n++)
			for (int i = 0; i < 15; i++)
				imp.getStack().getProcessor(n).set(i, 32768 + 100 * n * (i % 2 == 0 ? 1 : -1) - i);
		imp.getCalibration().setSigned16BitCalibration();
		final float[] values = values(ImagePlusImages.wrap(imp));
		assertEquals(-101, values[1]);
		final Path file = folder.resolve("signed.tif");
		ImageFiles.save(imp, file);
		assertArrayEquals(values, values(image(file)));
		final ImagePlus opened = IJ.openImage(file.toString());
		assertTrue(opened.getCalibration().isSigned16Bit());
		for (int n = 1; n <= slices; n++)
			assertArrayEquals((short[]) imp.getStack().getPixels(n), (short[])
					opened.getStack().getPixels(n));
		try (TiffInput in = new TiffInput(file)) {
			final List<TiffDirectory> directories = TiffDirectories.of(in);
			assertEquals(slices, directories.size());
			for (final TiffDirectory directory : directories) {
				final TiffPage page = TiffPage.of(directory, 1);
				assertEquals(new SampleType(16, SampleType.Format.SIGNED), page.type());
			}
			final TiffPage first = TiffPage.of(directories.get(0), 1);
			assertEquals(-101, in.buffer(first.grid().offsets()[0], 4, "pixels").getShort(2));
		}
	}

	@Test
	void aTiffInAZipIsReadAsTheTiffIs() throws Exception {
		final Path zip = folder.resolve("signed.zip");
		zip(zip, "i8_zero.tif", Files.readAllBytes(FILES.resolve("cases/i8_zero.tif")));
		assertArrayEquals(Npy.read(FILES.resolve("cases/i8_zero.npy")).data(), values(image(zip)));
		zip(zip, "text.txt", new byte[] {1});
		assertTrue(assertThrows(ImageException.class, () -> ImageFiles.open(zip))
				.getMessage()
				.contains("no .tif"));
	}

	@ParameterizedTest
	@CsvSource({
		"34926, compressed as Zstandard",
		"50001, compressed as WebP",
		"33003, compressed as JPEG 2000",
		"6, JPEG of the old way",
		"4, CCITT fax",
		"12345, number 12345"
	})
	void whatIsNotReadIsNamed(final int compression, final String name) throws Exception {
		final byte[] bytes = Files.readAllBytes(FILES.resolve("cases/i8_zero.tif"));
		final Path file = folder.resolve("other.tif");
		Files.write(file, with(bytes, 259, compression));
		final String message =
				assertThrows(ImageException.class, () -> ImageFiles.open(file)).getMessage();
		assertTrue(
				message.startsWith("Cannot open '" + file + "': it is ")
						&& message.contains(name)
						&& message.contains("Bio-Formats"),
				message);
	}

	@Test
	void integersThatFloatingPointCannotHoldAreCounted() throws Exception {
		final byte[] bytes = Files.readAllBytes(FILES.resolve("kinds/u32-1c-1-none-strips-le.tif"));
		for (int i = 0; i + 4 < bytes.length; i++)
			if (bytes[i] == 0
					&& bytes[i + 1] == 0
					&& bytes[i + 2] == 0
					&& bytes[i + 3] == 0
					&& (bytes[i + 4] & 0xff) == (7919 * 251 & 0xff)) {
				bytes[i] = 1;
				bytes[i + 3] = 2; // 2^25 + 1
				break;
			}
		final Path file = folder.resolve("large.tif");
		Files.write(file, bytes);
		final String warnings = String.join("\n", ImageFiles.warnings(ImageFiles.open(file)));
		assertTrue(warnings.startsWith("1 of its integers of 32 bits are rounded"), warnings);
	}

	@Test
	void whatBigTiffIsCutShortIsSaid() throws Exception {
		final byte[] bytes = Files.readAllBytes(FILES.resolve("cases/u16_bigtiff.tif"));
		final Path file = folder.resolve("cut.tif");
		Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 100));
		assertTrue(assertThrows(ImageException.class, () -> ImageFiles.open(file))
				.getMessage()
				.contains("cut short"));
	}

	/** @return a little-endian TIFF with another value of a SHORT entry */
	private static byte[] with(final byte[] tiff, final int tag, final int value) {
		final java.nio.ByteBuffer bytes =
				java.nio.ByteBuffer.wrap(tiff.clone()).order(java.nio.ByteOrder.LITTLE_ENDIAN);
		final int directory = bytes.getInt(4);
		for (int i = 0; i < bytes.getShort(directory); i++)
			if (Short.toUnsignedInt(bytes.getShort(directory + 2 + 12 * i)) == tag)
				bytes.putShort(directory + 2 + 12 * i + 8, (short) value);
		return bytes.array();
	}

	private static void zip(final Path zip, final String name, final byte[] bytes) throws IOException {
		try (OutputStream out = Files.newOutputStream(zip);
				ZipOutputStream entries = new ZipOutputStream(out)) {
			entries.putNextEntry(new ZipEntry(name));
			entries.write(bytes);
		}
	}

	private static Image image(final Path file) throws Exception {
		return ImagePlusImages.wrap(ImageFiles.open(file));
	}

	/** @return channels the fastest, then slices, each with its rows */
	private static float[] values(final Image image) {
		final int area = image.size(Image.X) * image.size(Image.Y);
		final float[] values = new float[area * image.size(Image.C) * image.size(Image.Z)];
		final float[] plane = new float[area];
		final PlaneReader reader = new PlaneReader(image);
		int at = 0;
		for (int z = 0; z < image.size(Image.Z); z++)
			for (int c = 0; c < image.size(Image.C); c++, at += area) {
				reader.read(c, z, 0, 0, image.size(Image.Y), plane);
				System.arraycopy(plane, 0, values, at, area);
			}
		return values;
	}
}
