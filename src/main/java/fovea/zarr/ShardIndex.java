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
package fovea.zarr;

import fovea.zarr.codec.Crc32c;
import fovea.zarr.codec.DamagedException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;

/** Where in a shard its chunks are. Immutable but while it is made. */
final class ShardIndex {

	private static final long MISSING = -1;

	private final long[] entries;

	private ShardIndex(final long[] entries) {
		this.entries = entries;
	}

	static ShardIndex empty(final int chunks) {
		final long[] entries = new long[2 * chunks];
		Arrays.fill(entries, MISSING);
		return new ShardIndex(entries);
	}

	/** @return bytes of an index in a file */
	static long bytes(final long chunks, final ZarrEncoding.Index format) {
		return 16 * chunks + (format.hasChecksum() ? Crc32c.BYTES : 0);
	}

	static ShardIndex read(final byte[] stored, final int chunks, final ZarrEncoding.Index format)
			throws DamagedException {
		final byte[] bytes = format.hasChecksum() ? new Crc32c().decode(stored, stored.length) : stored;
		if (bytes.length != 16 * chunks)
			throw new DamagedException("expected an index of " + 16 * chunks + " bytes, got " + bytes.length);
		final long[] entries = new long[2 * chunks];
		final LongBuffer numbers = ByteBuffer.wrap(bytes).order(format.endian()).asLongBuffer();
		numbers.get(entries);
		return new ShardIndex(entries);
	}

	byte[] write(final ZarrEncoding.Index format) {
		final byte[] bytes = new byte[8 * entries.length];
		ByteBuffer.wrap(bytes).order(format.endian()).asLongBuffer().put(entries);
		return format.hasChecksum() ? new Crc32c().encode(bytes) : bytes;
	}

	void put(final int chunk, final long offset, final long length) {
		entries[2 * chunk] = offset;
		entries[2 * chunk + 1] = length;
	}

	boolean has(final int chunk) {
		return entries[2 * chunk] != MISSING || entries[2 * chunk + 1] != MISSING;
	}

	/** @return the offset in the shard, checked for sense only: what is beyond its end is seen when it is read */
	long offset(final int chunk) throws DamagedException {
		final long offset = entries[2 * chunk];
		if (offset < 0 || offset > Long.MAX_VALUE / 2)
			throw new DamagedException(
					"the shard's index points outside (offset " + Long.toUnsignedString(offset) + ")");
		return offset;
	}

	int length(final int chunk, final long most) throws DamagedException {
		final long length = entries[2 * chunk + 1];
		if (length < 0 || length > most)
			throw new DamagedException("expected at most " + most + " bytes, got " + Long.toUnsignedString(length)
					+ " in the shard's index");
		return (int) length;
	}

	/** @return memory that it takes */
	int memory() {
		return 8 * entries.length + 64;
	}
}
