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
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The bytes as they are, with their CRC-32C behind them: 4 bytes, little endian.
 *
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/codecs/crc32c/index.html">Zarr v3, crc32c codec</a>
 */
public record Crc32c() implements ByteCodec {

	/** Bytes of the checksum. */
	public static final int BYTES = 4;

	@Override
	public byte[] decode(final byte[] encoded, final int most) throws DamagedException {
		final int length = encoded.length - BYTES;
		if (length < 0) throw new DamagedException("expected a checksum at its end, got " + encoded.length + " bytes");
		if (length > most) throw new DamagedException("expected at most " + most + " bytes, got " + length);
		final int written = ByteBuffer.wrap(encoded, length, BYTES)
				.order(ByteOrder.LITTLE_ENDIAN)
				.getInt();
		if (written != checksum(encoded, length))
			throw new DamagedException("expected its checksum (CRC-32C), got another one");
		return Arrays.copyOf(encoded, length);
	}

	@Override
	public byte[] encode(final byte[] raw) {
		final byte[] encoded = Arrays.copyOf(raw, raw.length + BYTES);
		ByteBuffer.wrap(encoded, raw.length, BYTES)
				.order(ByteOrder.LITTLE_ENDIAN)
				.putInt(checksum(raw, raw.length));
		return encoded;
	}

	@Override
	public long bound(final long raw) {
		return raw + BYTES;
	}

	private static int checksum(final byte[] bytes, final int length) {
		final CRC32C checksum = new CRC32C();
		checksum.update(bytes, 0, length);
		return (int) checksum.getValue();
	}
}
