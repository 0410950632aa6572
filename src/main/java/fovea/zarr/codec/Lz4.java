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

import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A block of LZ4 behind its decoded length, 4 bytes, little endian, as numcodecs writes it.
 *
 * @param acceleration as the metadata has it; it changes nothing here
 * @see <a href="https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md">LZ4 block format</a>
 */
public record Lz4(int acceleration) implements ByteCodec {

	/** Each byte of a match's length adds 255. */
	static final long RATIO = 255;

	private static final int FRAME = 4;

	@Override
	public byte[] decode(final byte[] encoded, final int most) throws DamagedException {
		if (encoded.length < FRAME) throw new DamagedException("expected lz4 behind its length, got too few bytes");
		final int length =
				ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN).getInt();
		if (length < 0 || length > most)
			throw new DamagedException(
					"expected at most " + most + " bytes of lz4, got a length of " + Integer.toUnsignedString(length));
		final byte[] raw =
				Air.decode("lz4", new Lz4Decompressor(), RATIO, encoded, FRAME, encoded.length - FRAME, length);
		if (raw.length != length) throw new DamagedException("expected " + length + " bytes of lz4, got " + raw.length);
		return raw;
	}

	@Override
	public byte[] encode(final byte[] raw) {
		final byte[] packed = Air.encode(new Lz4Compressor(), FRAME, raw, 0, raw.length);
		ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).putInt(raw.length);
		return packed;
	}
}
