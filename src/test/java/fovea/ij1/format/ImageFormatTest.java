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
package fovea.ij1.format;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of 61 x 47 pixels, whole, cut short at any place, and with a bit flipped. */
class ImageFormatTest {

	private static final int WIDTH = 61;
	private static final int HEIGHT = 47;

	@TempDir
	private Path folder;

	/** PNG has a checksum for every part: no flipped bit is missed. */
	@Test
	void everyFlippedBitOfAPngIsFound() throws IOException {
		final byte[] png = whole(ImageFormat.PNG);
		final Random random = new Random(1);
		for (int i = 0; i < 200; i++) {
			final int bit = 64 + random.nextInt(8 * png.length - 64); // without the signature it is no PNG
			final byte[] flipped = png.clone();
			flipped[bit / 8] ^= 1 << bit % 8;
			assertThrows(FileFault.class, () -> check(ImageFormat.PNG, flipped), "bit " + bit);
		}
	}

	@Test
	void theChecksumsOfAPngsTextsCount() throws IOException {
		final byte[] png = whole(ImageFormat.PNG);
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(png, 0, 33);
		out.write(new byte[] {0, 0, 0, 3, 't', 'E', 'X', 't', 'a', 0, 'b', 1, 2, 3, 4});
		out.write(png, 33, png.length - 33);
		assertEquals(
				"it is damaged (the checksum of its part tEXt is wrong)", fault(ImageFormat.PNG, out.toByteArray()));
	}

	@ParameterizedTest
	@EnumSource
	void wholeFilesPassAndThoseThatAreCutShortDoNot(final ImageFormat format) throws IOException {
		final byte[] whole = whole(format);
		assertDoesNotThrow(() -> check(format, whole));
		final Random random = new Random(2);
		for (int i = 0; i < 30; i++) {
			final int length = format == ImageFormat.FITS
					? 1 + random.nextInt(2880 + WIDTH * HEIGHT - 1)
					: 1
							+ random.nextInt(
									whole.length - 2); // FITS is padded; the last byte of a GIF only says that it ends
			final String fault = fault(format, Arrays.copyOf(whole, length));
			assertTrue(
					fault.startsWith("it is damaged (") || fault.startsWith("the file is cut short: expected "), fault);
		}
	}

	/** Whatever is flipped, there is one line or none, and neither another exception nor a huge array. */
	@ParameterizedTest
	@EnumSource
	void damageIsToldInOneLine(final ImageFormat format) throws IOException {
		final byte[] whole = whole(format);
		final Random random = new Random(3);
		int refused = 0;
		for (int i = 0; i < 100; i++) {
			final byte[] flipped = whole.clone();
			final int at = random.nextInt(i % 2 == 0 ? Math.min(300, whole.length) : whole.length);
			flipped[at] ^= 1 << random.nextInt(8);
			try {
				check(format, flipped);
			} catch (final FileFault e) {
				refused++;
				assertTrue(!e.getMessage().contains("\n") && !e.getMessage().contains("Exception"), e.getMessage());
			}
		}
		final boolean tells = format == ImageFormat.PNG || format == ImageFormat.JPEG || format == ImageFormat.FITS;
		assertTrue(!tells || refused > 10, refused + " refused");
	}

	@Test
	void whatCannotBeInTheFileIsNotAllocated() throws IOException {
		assertEquals(
				"it is damaged (65535 x 65535 pixels cannot be in 67 bytes)",
				fault(ImageFormat.PNG, png(65535, 65535, 10)));
		final byte[] bmp = whole(ImageFormat.BMP);
		bmp[19] = 0x7f; // width
		assertTrue(fault(ImageFormat.BMP, bmp).contains("pixels cannot be in"));
		assertTrue(fault(ImageFormat.PNM, "P5 60000 60000 255 abc".getBytes(StandardCharsets.US_ASCII))
				.contains("60000 x 60000 pixels cannot be in 22 bytes"));
	}

	/** A bomb: few bytes that may well hold so many pixels. */
	@Test
	void whatDoesNotFitIntoMemoryIsToldBefore() throws IOException {
		assertEquals(
				"65535 x 65535 pixels are more than the 2147483647 that a plane may have: cut the image",
				fault(ImageFormat.PNG, png(65535, 65535, 600_000)));
		final String tooLarge = fault(ImageFormat.PNG, png(40_000, 40_000, 600_000, 16, 6));
		assertTrue(tooLarge.startsWith("no memory for 40000 x 40000 pixels (12207 MB): give ImageJ more"), tooLarge);
	}

	@Test
	void jpegsThatNobodyReadsAreToldApart() throws IOException {
		final byte[] jpeg = whole(ImageFormat.JPEG);
		int frame = 2;
		while (jpeg[frame + 1] != (byte) 0xc0) frame += 2 + ((jpeg[frame + 2] & 0xff) << 8 | jpeg[frame + 3] & 0xff);
		assertTrue(
				fault(ImageFormat.JPEG, changed(jpeg, frame + 9, 4)).startsWith("it is a CMYK JPEG"),
				"four components");
		assertTrue(
				fault(ImageFormat.JPEG, changed(jpeg, frame + 9, 2)).startsWith("it is a JPEG of 2 color components"));
		assertTrue(
				fault(ImageFormat.JPEG, changed(jpeg, frame + 4, 12)).startsWith("it is a JPEG of 12 bits per sample"));
		final String lossless = fault(ImageFormat.JPEG, changed(jpeg, frame + 1, 0xc3));
		assertTrue(lossless.contains("lossless") && lossless.endsWith("for example as PNG"), lossless);
	}

	@Test
	void textOfNumbersIsReadToTheLast() throws IOException {
		assertDoesNotThrow(() -> check(ImageFormat.PNM, "P2 # c\n2 2\n9 0 1\n2 9".getBytes(StandardCharsets.US_ASCII)));
		assertEquals(
				"it is damaged (expected values up to 9, got 10)",
				fault(ImageFormat.PNM, "P2 2 1 9 1 10".getBytes(StandardCharsets.US_ASCII)));
		assertEquals(
				"it is damaged (expected a number as value 2 of 2, got 'x')",
				fault(ImageFormat.PNM, "P2 2 1 9 1 x".getBytes(StandardCharsets.US_ASCII)));
		assertDoesNotThrow(() -> check(ImageFormat.PNM, "P1 3 2 101 010".getBytes(StandardCharsets.US_ASCII)));
		assertDoesNotThrow(() -> check(ImageFormat.PNM, "P4 9 2 abcd".getBytes(StandardCharsets.US_ASCII)));
		assertTrue(fault(ImageFormat.PNM, "P4 9 2 abc".getBytes(StandardCharsets.US_ASCII))
				.startsWith("the file is cut short"));
	}

	private static byte[] changed(final byte[] bytes, final int at, final int value) {
		final byte[] changed = bytes.clone();
		changed[at] = (byte) value;
		return changed;
	}

	private String fault(final ImageFormat format, final byte[] bytes) {
		return assertThrows(FileFault.class, () -> check(format, bytes)).getMessage();
	}

	private void check(final ImageFormat format, final byte[] bytes) throws FileFault, IOException {
		format.check(Files.write(folder.resolve("image"), bytes));
	}

	private static byte[] whole(final ImageFormat format) throws IOException {
		return switch (format) {
			case PNG -> written("png");
			case JPEG -> written("jpeg");
			case GIF -> written("gif");
			case BMP -> written("bmp");
			case PNM -> raw("P5\n# made up\n" + WIDTH + " " + HEIGHT + "\n255\n");
			case FITS ->
				padded(raw(
						("SIMPLE  =                    T".concat(" ".repeat(50)) + card("BITPIX", 8) + card("NAXIS", 2)
										+ card("NAXIS1", WIDTH) + card("NAXIS2", HEIGHT) + "END" + " ".repeat(2480))
								.substring(0, 2880)));
			case AVI ->
				raw("RIFF" + new String(new char[] {(4 + WIDTH * HEIGHT) % 256, (4 + WIDTH * HEIGHT) / 256, 0, 0})
						+ "AVI ");
		};
	}

	private static String card(final String key, final int value) {
		return String.format(java.util.Locale.ROOT, "%-8s= %20d%50s", key, value, "");
	}

	private static byte[] padded(final byte[] bytes) {
		return Arrays.copyOf(bytes, (bytes.length + 2879) / 2880 * 2880);
	}

	private static byte[] raw(final String header) throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(header.getBytes(StandardCharsets.ISO_8859_1));
		for (int i = 0; i < WIDTH * HEIGHT; i++) out.write(i * 7 & 0xff);
		return out.toByteArray();
	}

	private static byte[] written(final String format) throws IOException {
		final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++) image.getRaster().setSample(x, y, 0, x * y * 31 & 0xff);
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		assertTrue(ImageIO.write(image, format, out));
		return out.toByteArray();
	}

	private static byte[] png(final int width, final int height, final int dataBytes) throws IOException {
		return png(width, height, dataBytes, 8, 0);
	}

	private static byte[] png(final int width, final int height, final int dataBytes, final int bits, final int colors)
			throws IOException {
		final ByteArrayOutputStream header = new ByteArrayOutputStream();
		final DataOutputStream fields = new DataOutputStream(header);
		fields.writeInt(width);
		fields.writeInt(height);
		fields.write(new byte[] {(byte) bits, (byte) colors, 0, 0, 0});
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
		part(out, "IHDR", header.toByteArray());
		part(out, "IDAT", new byte[dataBytes]);
		part(out, "IEND", new byte[0]);
		return out.toByteArray();
	}

	private static void part(final ByteArrayOutputStream out, final String type, final byte[] data) throws IOException {
		final DataOutputStream fields = new DataOutputStream(out);
		fields.writeInt(data.length);
		fields.writeBytes(type);
		fields.write(data);
		final CRC32 crc = new CRC32();
		crc.update(type.getBytes(StandardCharsets.US_ASCII));
		crc.update(data);
		fields.writeInt((int) crc.getValue());
	}
}
