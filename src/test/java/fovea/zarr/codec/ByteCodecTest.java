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
package fovea.zarr.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.zarr.store.ZipStore;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ByteCodecTest {

	@Property(tries = 300)
	void whatIsEncodedIsDecoded(@ForAll("codecs") final ByteCodec codec, @ForAll("bytes") final byte[] raw)
			throws DamagedException {
		final byte[] encoded = codec.encode(raw);
		assertArrayEquals(raw, codec.decode(encoded, raw.length));
		assertTrue(encoded.length <= codec.bound(raw.length), encoded.length + " bytes of " + raw.length);
		if (raw.length > 0) assertThrows(DamagedException.class, () -> codec.decode(encoded, raw.length - 1));
	}

	@Provide
	Arbitrary<ByteCodec> codecs() {
		final Arbitrary<ByteCodec> blosc = Arbitraries.integers()
				.between(0, 5 * 3 * 9 * 3 - 1)
				.map(n -> new Blosc(
						BloscCompressor.values()[1 + n % 5],
						n % 4 == 0 ? 0 : 5,
						Shuffle.values()[n / 5 % 3],
						1 + n / 15 % 9,
						new int[] {0, 64, 300}[n / 135]));
		final Arbitrary<ByteCodec> others = Arbitraries.of(
				new Gzip(1), new Gzip(6), new Zlib(0), new Zlib(6), new Zstd(3), new Lz4(1), new Crc32c());
		return Arbitraries.oneOf(blosc, others);
	}

	/** Of few values, which pack, and of all, which do not. */
	@Provide
	Arbitrary<byte[]> bytes() {
		return Arbitraries.oneOf(
				Arbitraries.bytes()
						.between((byte) 0, (byte) 2)
						.array(byte[].class)
						.ofMaxSize(2000),
				Arbitraries.bytes().array(byte[].class).ofMaxSize(600));
	}

	/** All codecs that others write, blosclz among them: damage gives bytes or a line, at most as many as expected. */
	@Test
	void damageIsALineAndNothingElse() throws Exception {
		final Random random = new Random(1);
		int told = 0;
		try (ZipStore store = ZipStore.open(Path.of("src/test/resources/fovea/zarr/v2.zip"))) {
			for (final String name : store.children("")) {
				final byte[] good = store.read(name + "/0.0.0", 1 << 17).orElse(null);
				if (good == null || name.startsWith("raw")) continue;
				final ByteCodec codec = codec(name);
				final int length = codec.decode(good, 1 << 17).length;
				for (int trial = 0; trial < 200; trial++) {
					final byte[] bad = trial % 8 == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
					for (int i = 0; i < 1 + trial % 3 && bad.length > 0; i++)
						bad[random.nextInt(trial % 2 == 0 ? Math.min(40, bad.length) : bad.length)] =
								(byte) random.nextInt(256);
					try {
						assertTrue(codec.decode(bad, length).length <= length);
					} catch (final DamagedException e) {
						told++;
					}
				}
			}
		}
		assertTrue(told > 3000, told + " damages seen");
	}

	private static ByteCodec codec(final String name) {
		for (final ByteCodec each : List.of(new Gzip(1), new Zlib(1), new Zstd(1), new Lz4(1)))
			if (name.startsWith(each.getClass().getSimpleName().toLowerCase(Locale.ROOT) + "-")) return each;
		return new Blosc(BloscCompressor.LZ4, 5, Shuffle.SHUFFLE, 1, 0);
	}

	/** No memory is taken because a header says so. */
	@Test
	void aLengthIsNotBelieved() {
		final byte[] lz4 = ByteBuffer.allocate(20)
				.order(ByteOrder.LITTLE_ENDIAN)
				.putInt(Integer.MAX_VALUE)
				.array();
		assertThrows(DamagedException.class, () -> new Lz4(1).decode(lz4, 100));
		final byte[] blosc = ByteBuffer.allocate(40)
				.order(ByteOrder.LITTLE_ENDIAN)
				.putInt(0x01000102)
				.putInt(0x7FFFFFF0)
				.putInt(1)
				.putInt(40)
				.array();
		final Blosc codec = new Blosc(BloscCompressor.LZ4, 5, Shuffle.SHUFFLE, 1, 0);
		assertThrows(DamagedException.class, () -> codec.decode(blosc, 100));
		assertThrows(DamagedException.class, () -> codec.decode(blosc, Integer.MAX_VALUE - 8));
		assertThrows(DamagedException.class, () -> new Zstd(3).decode(new byte[10], Integer.MAX_VALUE - 8));
	}

	/** The check value of CRC-32C in its definition (RFC 3720). */
	@Test
	void theChecksumIsTheDefined() {
		final byte[] encoded = new Crc32c().encode("123456789".getBytes(StandardCharsets.US_ASCII));
		assertEquals(
				0xE3069283,
				ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN).getInt(9));
	}
}
