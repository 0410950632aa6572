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

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Deflate as zlib frames it. */
final class Inflation {

	/** Bytes that a byte of deflate can become at most: 258 by two bits. */
	private static final long RATIO = 1032;

	private Inflation() {}

	/** @return the bytes decoded; at most {@code most} */
	static byte[] inflate(final byte[] data, final int from, final int length, final int most) throws DamagedException {
		final byte[] raw = new byte[(int) Math.min(most, length * RATIO)];
		final Inflater inflater = new Inflater();
		try {
			inflater.setInput(data, from, length);
			int size = 0;
			while (!inflater.finished()) {
				final int got = inflater.inflate(raw, size, raw.length - size);
				size += got;
				if (got > 0 || inflater.finished()) continue;
				if (inflater.needsDictionary()) throw new DamagedException("expected zlib without a dictionary");
				if (size < raw.length || inflater.needsInput()) throw new DamagedException("zlib ends too early");
				requireEnd(inflater, most);
			}
			return size == raw.length ? raw : Arrays.copyOf(raw, size);
		} catch (final DataFormatException e) {
			throw new DamagedException("expected zlib, got something else (" + e.getMessage() + ")", e);
		} finally {
			inflater.end();
		}
	}

	/** All bytes are there that may be; what is left may be the checksum only. */
	private static void requireEnd(final Inflater inflater, final int most)
			throws DataFormatException, DamagedException {
		if (inflater.inflate(new byte[1]) > 0)
			throw new DamagedException("expected at most " + most + " bytes of zlib, got more");
	}

	static byte[] deflate(final byte[] raw, final int from, final int length, final int level) {
		final Deflater deflater = new Deflater(level);
		try {
			deflater.setInput(raw, from, length);
			deflater.finish();
			byte[] packed = new byte[Math.max(64, length / 2)];
			int size = 0;
			while (!deflater.finished()) {
				size += deflater.deflate(packed, size, packed.length - size);
				if (size == packed.length) packed = Arrays.copyOf(packed, Math.multiplyExact(size, 2));
			}
			return Arrays.copyOf(packed, size);
		} finally {
			deflater.end();
		}
	}
}
