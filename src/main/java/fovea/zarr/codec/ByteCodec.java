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

/**
 * Makes other bytes of bytes, and those again of these. Implementations are records without state, so they are
 * thread-safe.
 *
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/codecs/index.html">Zarr v3, codecs</a>
 */
public sealed interface ByteCodec permits Blosc, Crc32c, Gzip, Lz4, Zlib, Zstd {

	/**
	 * @param encoded what {@link #encode} made, or anything
	 * @param most bytes there may be of it when decoded
	 * @return what was encoded, at most so many bytes
	 * @throws DamagedException if it is nothing that was encoded, or is larger
	 */
	byte[] decode(byte[] encoded, int most) throws DamagedException;

	/**
	 * @param raw any bytes
	 * @return what they become
	 */
	byte[] encode(byte[] raw);

	/**
	 * @param raw number of bytes
	 * @return how many they may become at most, by whatever program encoded them; more are damage
	 */
	default long bound(final long raw) {
		return raw + raw / 8 + (1 << 16);
	}
}
