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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The container of Blosc 1: blocks, shuffled, each packed by itself. All of its compressors and orders are read, with
 * blocks that are split into one stream for each byte of an element, and without; written are blocks that are not
 * split.
 *
 * @param compressor that packs blocks; a container says itself which it has
 * @param level 0 (stored) to 9, as the metadata has it; zlib alone knows levels here
 * @param shuffle order of bytes when written
 * @param typeSize bytes of an element, 1 to 255
 * @param blockSize bytes of a block when written; 0 to leave it to this class
 * @see <a href="https://github.com/Blosc/c-blosc/blob/main/README_CHUNK_FORMAT.rst">Blosc chunk format</a>
 */
public record Blosc(BloscCompressor compressor, int level, Shuffle shuffle, int typeSize, int blockSize)
		implements ByteCodec {

	private static final int HEADER = 16;
	private static final int NEWEST = 2;
	private static final int SHUFFLED = 1;
	private static final int STORED = 2;
	private static final int BIT_SHUFFLED = 4;
	private static final int NOT_SPLIT = 16;
	private static final int FORMAT_SHIFT = 5;

	/** Blocks are split only where elements are no larger, and each stream has at least so many bytes. */
	private static final int LARGEST_SPLIT = 16;

	private static final int SHORTEST_STREAM = 128;
	private static final int USUAL_BLOCK = 1 << 18;

	/** Checks the size of an element. */
	public Blosc {
		if (typeSize < 1 || typeSize > 255) throw new IllegalArgumentException("typeSize " + typeSize);
		if (blockSize < 0) throw new IllegalArgumentException("blockSize " + blockSize);
	}

	@Override
	public long bound(final long raw) {
		return raw + HEADER + raw / 8 + (1 << 16);
	}

	@Override
	public byte[] decode(final byte[] encoded, final int most) throws DamagedException {
		if (encoded.length < HEADER) throw new DamagedException("expected a header of Blosc, got too few bytes");
		final ByteBuffer header = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN);
		final int version = encoded[0] & 0xFF;
		if (version == 0 || version > NEWEST)
			throw new DamagedException("expected Blosc of version 1 or 2, got version " + version);
		final int length = header.getInt(4);
		final int block = header.getInt(8);
		final int packed = header.getInt(12);
		if (length < 0 || length > most)
			throw new DamagedException("expected at most " + most + " bytes of Blosc, got a length of "
					+ Integer.toUnsignedString(length));
		if (packed < HEADER || packed > encoded.length)
			throw new DamagedException(
					"expected " + Integer.toUnsignedString(packed) + " bytes of Blosc, got " + encoded.length);
		if (length == 0) return new byte[0];
		if ((encoded[2] & STORED) != 0) return stored(encoded, length, packed);
		if (block <= 0 || block > length || encoded[3] == 0)
			throw new DamagedException(
					"expected blocks of 1 to " + length + " bytes, got " + Integer.toUnsignedString(block));
		return new Blocks(header, packed, length, block).decode();
	}

	private static byte[] stored(final byte[] encoded, final int length, final int packed) throws DamagedException {
		if (packed - HEADER < length)
			throw new DamagedException("expected " + length + " bytes in Blosc, got " + (packed - HEADER));
		final byte[] raw = new byte[length];
		System.arraycopy(encoded, HEADER, raw, 0, length);
		return raw;
	}

	/** The blocks of a container whose header is in order. */
	private static final class Blocks {

		private final ByteBuffer data;
		private final int end;
		private final int length;
		private final int block;
		private final int typeSize;
		private final int flags;
		private final Shuffle shuffle;

		Blocks(final ByteBuffer data, final int end, final int length, final int block) {
			this.data = data;
			this.end = end;
			this.length = length;
			this.block = block;
			flags = data.get(2);
			typeSize = data.get(3) & 0xFF;
			shuffle = (flags & SHUFFLED) != 0
					? Shuffle.SHUFFLE
					: (flags & BIT_SHUFFLED) != 0 ? Shuffle.BITSHUFFLE : Shuffle.NOSHUFFLE;
		}

		byte[] decode() throws DamagedException {
			final int format = flags >> FORMAT_SHIFT & 7;
			final BloscCompressor compressor = BloscCompressor.ofFormat(format)
					.orElseThrow(
							() -> new DamagedException("expected a known compressor in Blosc, got number " + format));
			final long count = (length + (long) block - 1) / block;
			// each block takes its start and the length of a stream
			if (HEADER + 8 * count > end)
				throw new DamagedException("expected " + count + " blocks of Blosc, got " + end + " bytes");
			final byte[] raw = new byte[length];
			for (int i = 0; i < count; i++) {
				final int to = i * block;
				final byte[] shuffled = block(compressor, data.getInt(HEADER + 4 * i), Math.min(block, length - to));
				shuffle.undo(shuffled, raw, to, typeSize);
			}
			return raw;
		}

		private byte[] block(final BloscCompressor compressor, final int start, final int size)
				throws DamagedException {
			final boolean isSplit = (flags & NOT_SPLIT) == 0
					&& typeSize <= LARGEST_SPLIT
					&& size / typeSize >= SHORTEST_STREAM
					&& size == block;
			final int streams = isSplit ? typeSize : 1;
			final int each = size / streams;
			final byte[] out = new byte[size];
			int at = start;
			for (int s = 0; s < streams; s++) {
				if (at < HEADER || at > end - 4) throw new DamagedException("a block of Blosc lies outside of it");
				final int packed = data.getInt(at);
				at += 4;
				if (packed < 0 || packed > end - at)
					throw new DamagedException("a block of Blosc does not end within it");
				if (packed == each) {
					System.arraycopy(data.array(), at, out, s * each, each);
				} else {
					final byte[] stream = compressor.decode(data.array(), at, packed, each);
					if (stream.length != each)
						throw new DamagedException(
								"expected " + each + " bytes of a block of Blosc, got " + stream.length);
					System.arraycopy(stream, 0, out, s * each, each);
				}
				at += packed;
			}
			return out;
		}
	}

	@Override
	public byte[] encode(final byte[] raw) {
		final int block = block(raw.length);
		final List<byte[]> blocks = new ArrayList<>();
		long size = HEADER;
		if (level > 0)
			for (int at = 0; at < raw.length; at += block) {
				final byte[] shuffled = shuffle.apply(raw, at, Math.min(block, raw.length - at), typeSize);
				final byte[] packed = compressor.encode(shuffled, level);
				blocks.add(packed.length < shuffled.length ? packed : shuffled);
				size += 8L + Math.min(packed.length, shuffled.length);
			}
		final boolean isStored = level == 0 || size >= HEADER + (long) raw.length;
		final ByteBuffer out = ByteBuffer.allocate(isStored ? Math.addExact(HEADER, raw.length) : (int) size)
				.order(ByteOrder.LITTLE_ENDIAN);
		final int order = switch (shuffle) {
			case NOSHUFFLE -> 0;
			case SHUFFLE -> SHUFFLED;
			case BITSHUFFLE -> BIT_SHUFFLED;
		};
		out.put((byte) NEWEST).put((byte) 1);
		out.put((byte) (order | (isStored ? STORED : 0) | NOT_SPLIT | compressor.format() << FORMAT_SHIFT));
		out.put((byte) typeSize).putInt(raw.length).putInt(block).putInt(out.capacity());
		if (isStored) return out.put(raw).array();
		int start = HEADER + 4 * blocks.size();
		for (final byte[] each : blocks) {
			out.putInt(start);
			start += 4 + each.length;
		}
		for (final byte[] each : blocks) out.putInt(each.length).put(each);
		return out.array();
	}

	/** A multiple of 8 elements, so that bits of all blocks but the last can be shuffled. */
	private int block(final int length) {
		final int wish = blockSize > 0 ? blockSize : USUAL_BLOCK;
		final int unit = 8 * typeSize;
		return Math.min(length, Math.max(unit, wish / unit * unit));
	}
}
