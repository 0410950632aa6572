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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ImageException;
import fovea.ij1.ImageFiles;
import ij.ImagePlus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files with one bit changed: refused, read as before, or read wrongly, which only a checksum rules out. The numbers of
 * docs/formats.md: {@code mvn test -Pslow -Dtest=TiffDamageTest}.
 */
class TiffDamageTest {

	private static final Path FILES = Path.of("src/test/resources/fovea/tiff/damage");
	private static final Duration LIMIT = Duration.ofSeconds(20);

	@TempDir
	private Path folder;

	/** What became of files with one bit changed. */
	private record Count(int refused, int equal, int wrong) {}

	@ParameterizedTest
	@ValueSource(strings = {"hang-zlib", "zlib-flip", "deflate-flip"})
	void aChecksumThatDoesNotFitIsSaid(final String name) {
		final Path file = FILES.resolve(name + ".tif");
		final String message = assertTimeoutPreemptively(
						LIMIT, () -> assertThrows(ImageException.class, () -> ImageFiles.open(file)))
				.getMessage();
		assertTrue(
				message.startsWith("Cannot open '" + file + "': it is damaged (page 1, strip ")
						&& !message.contains("\n"),
				message);
	}

	/** LZW and PackBits have no checksum: some changes give other pixels that could have been meant. */
	@ParameterizedTest
	@CsvSource({"deflate, 0", "lzw, 15", "packbits, 50"})
	void someChangedBits(final String name, final int mostWrong) throws Exception {
		flip(name, 60, mostWrong);
	}

	@ParameterizedTest
	@Tag("slow")
	@CsvSource({"deflate, 0", "lzw, 45", "packbits, 150"})
	void manyChangedBits(final String name, final int mostWrong) throws Exception {
		flip(name, 200, mostWrong);
	}

	private void flip(final String name, final int times, final int mostWrong) throws Exception {
		final byte[] bytes = Files.readAllBytes(FILES.resolve(name + ".tif"));
		final Random random = new Random(1);
		final Count count = count(bytes, random.ints(times, 0, bytes.length * 8).toArray());
		System.out.println(name + ", " + times + " single bits changed: " + count);
		assertTrue(count.wrong() <= mostWrong, count.toString());
		assertTrue(count.refused() > 0, count.toString());
	}

	/** The directory has no checksum either: what it says of colors or sizes may be changed into something possible. */
	@Test
	void changedBitsOfADirectoryEndInAnImageOrALine() throws Exception {
		final byte[] bytes = Files.readAllBytes(FILES.resolve("deflate.tif"));
		final int directory = java.nio.ByteBuffer.wrap(bytes)
				.order(java.nio.ByteOrder.LITTLE_ENDIAN)
				.getInt(4);
		final Count count = count(
				bytes, new Random(2).ints(100, directory * 8, bytes.length * 8).toArray());
		System.out.println("directory, 100 single bits changed: " + count);
		assertEquals(100, count.refused() + count.equal() + count.wrong());
		assertTrue(count.wrong() <= 10, count.toString());
	}

	private Count count(final byte[] bytes, final int[] bits) throws Exception {
		final Path file = folder.resolve("changed.tif");
		final byte[] intact = pixels(Files.write(file, bytes));
		int refused = 0;
		int equal = 0;
		int wrong = 0;
		for (final int bit : bits) {
			final byte[] changed = bytes.clone();
			changed[bit / 8] ^= (byte) (1 << bit % 8);
			Files.write(file, changed);
			final Optional<byte[]> read = assertTimeoutPreemptively(LIMIT, () -> read(file), "bit " + bit);
			if (read.isEmpty()) refused++;
			else if (Arrays.equals(intact, read.get())) equal++;
			else wrong++;
		}
		return new Count(refused, equal, wrong);
	}

	private static Optional<byte[]> read(final Path file) {
		try {
			return Optional.of(pixels(file));
		} catch (final ImageException e) {
			assertTrue(
					e.getMessage().startsWith("Cannot open '" + file + "': ")
							&& !e.getMessage().contains("\n"),
					e.getMessage());
			return Optional.empty();
		}
	}

	private static byte[] pixels(final Path file) throws ImageException {
		final ImagePlus imp = ImageFiles.open(file);
		return imp.getProcessor().getPixels() instanceof final byte[] pixels && imp.getStackSize() == 1
				? pixels
				: new byte[0];
	}
}
