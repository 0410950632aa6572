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
package fovea.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ModelException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyTest {

	@TempDir
	private Path folder;

	private static byte[] npy(final int version, final String header, final byte[] data) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
		final byte[] text = header.getBytes(StandardCharsets.UTF_8);
		final ByteBuffer length = ByteBuffer.allocate(version == 1 ? 2 : 4).order(ByteOrder.LITTLE_ENDIAN);
		if (version == 1) length.putShort((short) text.length);
		else length.putInt(text.length);
		out.writeBytes(length.array());
		out.writeBytes(text);
		out.writeBytes(data);
		return out.toByteArray();
	}

	private static String header(final String descr, final boolean fortran, final String shape) {
		return "{'descr': '" + descr + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': (" + shape
				+ "), }          \n";
	}

	private NpyArray read(final byte[] bytes) throws IOException, ModelException {
		return Npy.read(Files.write(folder.resolve("a.npy"), bytes));
	}

	private String refusal(final byte[] bytes) {
		final String message =
				assertThrows(ModelException.class, () -> read(bytes)).getMessage();
		assertTrue(message.contains("a.npy: "), message);
		assertFalse(message.contains("\n"), message);
		return message;
	}

	@Property(tries = 100)
	void readsWhatItWrote(
			@ForAll @Size(max = 4) final List<@IntRange(max = 20) Integer> lengths, @ForAll final float first)
			throws Exception {
		final int[] shape = lengths.stream().mapToInt(Integer::intValue).toArray();
		final float[] data = new float[(int) NpyHeader.count(shape)];
		for (int i = 0; i < data.length; i++) data[i] = first + i * 0.25f;
		final Path file = Files.createTempFile("fovea", ".npy");
		try {
			Npy.write(file, shape, data);
			final NpyArray array = Npy.read(file);
			assertArrayEquals(shape, array.shape());
			assertArrayEquals(data, array.data());
			assertEquals(DataType.FLOAT32, array.type());
			assertEquals(0, (Files.size(file) - 4L * data.length) % 64, "numbers start at a multiple of 64");
		} finally {
			Files.delete(file);
		}
	}

	@Test
	void writesNothingElse() throws Exception {
		Npy.write(folder.resolve("a.npy"), new int[] {2}, new float[] {1, 2});
		assertThrows(
				IllegalArgumentException.class, () -> Npy.write(folder.resolve("b.npy"), new int[] {3}, new float[2]));
		assertThrows(ModelException.class, () -> Npy.write(folder.resolve("none/c.npy"), new int[] {1}, new float[1]));
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(
					List.of("a.npy"), files.map(f -> f.getFileName().toString()).toList());
		}
	}

	@ParameterizedTest
	@CsvSource({
		"UINT8, 0, 1, 127, 128, 255, 255, 0",
		"UINT16, 0, 1, 127, 128, 300, 65535, 0",
		"FLOAT32, -3, 0.6, 127.4, 127.5, 300, 70000, NaN"
	})
	void integersAreRoundedAndClipped(
			final DataType type,
			final float a,
			final float b,
			final float c,
			final float d,
			final float e,
			final float f,
			final float g)
			throws Exception {
		final Path file = folder.resolve("a.npy");
		Npy.write(file, new int[] {7, 1}, type, List.of(new float[] {-3, 0.6f, 127.4f}, new float[0], new float[] {
			127.5f, 300, 70000, Float.NaN
		}));
		final NpyArray array = Npy.read(file);
		assertEquals(type, array.type());
		assertArrayEquals(new int[] {7, 1}, array.shape());
		assertArrayEquals(new float[] {a, b, c, d, e, f, g}, array.data());
		assertThrows(
				IllegalArgumentException.class,
				() -> Npy.write(file, new int[] {1}, DataType.INT32, List.of(new float[1])));
	}

	/** More than is written at once. */
	@Test
	void longPartsOfIntegersAreWrittenWhole() throws Exception {
		final float[] data = new float[40_000];
		for (int i = 0; i < data.length; i++) data[i] = i;
		Npy.write(folder.resolve("a.npy"), new int[] {2, 40_000}, DataType.UINT16, List.of(data, data));
		final float[] read = Npy.read(folder.resolve("a.npy")).data();
		assertArrayEquals(data, Arrays.copyOf(read, 40_000));
		assertArrayEquals(data, Arrays.copyOfRange(read, 40_000, 80_000));
	}

	@ParameterizedTest
	@CsvSource({
		"<f4, 0000803f000020c0, 1, -2.5",
		">f4, 3f800000c0200000, 1, -2.5",
		"<f8, 000000000000f03f00000000000004c0, 1, -2.5",
		">f8, 3ff0000000000000c004000000000000, 1, -2.5",
		"|u1, 01ff, 1, 255",
		"|i1, 01ff, 1, -1",
		"<u2, 0100feff, 1, 65534",
		">u2, 0001fffe, 1, 65534",
		"<i2, 0100feff, 1, -2",
		">i2, 0001fffe, 1, -2",
		"<u4, 01000000000000ff, 1, 4278190080",
		"<i4, 01000000feffffff, 1, -2",
		">i4, 00000001fffffffe, 1, -2",
		"<i8, 0100000000000000feffffffffffffff, 1, -2",
		">i8, 0000000000000001fffffffffffffffe, 1, -2",
		"|b1, 0100, 1, 0"
	})
	void readsEveryTypeAndByteOrder(final String descr, final String hex, final float first, final float second)
			throws Exception {
		final byte[] data = HexFormat.of().parseHex(hex);
		for (int version = 1; version <= 3; version++)
			assertArrayEquals(
					new float[] {first, second},
					read(npy(version, header(descr, false, "2,"), data)).data());
	}

	@Test
	void turnsColumnMajorIntoRowMajor() throws Exception {
		// element [a][b][c] is 100 a + 10 b + c; the first index is the fastest in the file
		final byte[] file = new byte[24];
		final float[] expected = new float[24];
		for (int a = 0; a < 2; a++)
			for (int b = 0; b < 3; b++)
				for (int c = 0; c < 4; c++) {
					file[a + 2 * (b + 3 * c)] = (byte) (100 * a + 10 * b + c);
					expected[(a * 3 + b) * 4 + c] = 100 * a + 10 * b + c;
				}
		final NpyArray array = read(npy(1, header("|u1", true, "2, 3, 4"), file));
		assertArrayEquals(new int[] {2, 3, 4}, array.shape());
		assertArrayEquals(expected, array.data());
	}

	@Test
	void readsASingleNumberAndNone() throws Exception {
		assertEquals(0, read(npy(1, header("|u1", false, ""), new byte[] {7})).shape().length);
		assertArrayEquals(
				new float[] {7},
				read(npy(1, header("|u1", false, ""), new byte[] {7})).data());
		assertEquals(0, read(npy(1, header("<f4", true, "3, 0"), new byte[0])).data().length);
	}

	@Test
	void refusesATruncatedFile() throws Exception {
		assertTrue(refusal(npy(1, header("<f4", false, "2, 2"), new byte[15]))
				.contains("expected 16 bytes of numbers, got 15"));
		final byte[] good = npy(1, header("<f4", false, "2, 2"), new byte[16]);
		for (int length = 0; length < good.length; length++) refusal(Arrays.copyOf(good, length));
	}

	@ParameterizedTest
	@ValueSource(
			strings = {"2147483647, 2147483647", "99999999999999999999", "65536, 65536, 65536, 65536", "2147483648"})
	void refusesAbsurdShapesBeforeItAllocates(final String shape) {
		assertTrue(refusal(npy(1, header("<f4", false, shape), new byte[16])).contains("numbers, got"));
	}

	@Test
	void refusesAShapeTheFileCannotHold() {
		assertTrue(refusal(npy(1, header("<f8", false, "2000000000"), new byte[16]))
				.contains("expected 16000000000 bytes of numbers, got 16"));
	}

	@ParameterizedTest
	@ValueSource(strings = {"<c8", "|S5", "|O", "<u8", "<f2"})
	void refusesOtherTypes(final String descr) {
		assertTrue(refusal(npy(1, header(descr, false, "1,"), new byte[16])).endsWith("got " + descr));
	}

	@Test
	void refusesWhatIsNoArray() {
		assertTrue(refusal("hello, world".getBytes(StandardCharsets.UTF_8))
				.contains("expected a .npy array, got a text file"));
		assertTrue(refusal(npy(9, header("<f4", false, "1,"), new byte[4])).contains("format 1 to 3, got 9"));
		assertTrue(refusal(npy(1, "[1, 2]", new byte[4])).contains("expected a .npy header"));
		assertTrue(refusal(npy(1, "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,)}", new byte[4]))
				.contains("something else"));
	}
}
