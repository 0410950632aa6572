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

import io.airlift.compress.Compressor;
import io.airlift.compress.Decompressor;
import java.util.Arrays;

/** The library's compressors, which throw what they like on damaged data. */
final class Air {

	private Air() {}

	/**
	 * @param name in messages
	 * @param decompressor made for this call: some keep state
	 * @param ratio bytes that a byte of this format can become at most
	 * @param most bytes there may be when decoded
	 * @return the bytes decoded
	 */
	static byte[] decode(
			final String name,
			final Decompressor decompressor,
			final long ratio,
			final byte[] data,
			final int from,
			final int length,
			final int most)
			throws DamagedException {
		// without room nothing is decoded, and nothing said
		final byte[] raw = new byte[(int) Math.max(1, Math.min(most, length * ratio))];
		try {
			final int size = decompressor.decompress(data, from, length, raw, 0, raw.length);
			if (size < 0 || size > most) throw new DamagedException("expected " + name + ", got something else");
			return size == raw.length ? raw : Arrays.copyOf(raw, size);
		} catch (final RuntimeException e) { // not only MalformedInputException
			throw new DamagedException(
					"expected at most " + most + " bytes of " + name + ", got something else (" + Failures.reason(e)
							+ ")",
					e);
		}
	}

	/** @return room for a frame before and the data packed, cut to what is needed */
	static byte[] encode(
			final Compressor compressor, final int frame, final byte[] raw, final int from, final int length) {
		final byte[] packed = new byte[frame + compressor.maxCompressedLength(length)];
		final int size = compressor.compress(raw, from, length, packed, frame, packed.length - frame);
		return Arrays.copyOf(packed, frame + size);
	}
}
