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
import io.airlift.compress.snappy.SnappyCompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdCompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.util.Locale;
import java.util.Optional;

/** The compressors inside Blosc, by the names that metadata have. */
public enum BloscCompressor {
	/** Read only. */
	BLOSCLZ(0),
	/** Fast. */
	LZ4(1),
	/** The format of LZ4; written as that. */
	LZ4HC(1),
	/** Fast. */
	SNAPPY(2),
	/** Deflate. */
	ZLIB(3),
	/** Small. */
	ZSTD(4);

	/** A copy of 64 bytes takes 3, or 2 within 2 kB. */
	private static final long SNAPPY_RATIO = 64;

	private final int format;

	BloscCompressor(final int format) {
		this.format = format;
	}

	/** @return the number of the format in a container */
	int format() {
		return format;
	}

	/** @return the name in metadata */
	public String label() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** @return whether it can be written */
	public boolean isWritten() {
		return this != BLOSCLZ;
	}

	/**
	 * @param label a name in metadata
	 * @return which it is; empty if none
	 */
	public static Optional<BloscCompressor> of(final String label) {
		for (final BloscCompressor each : values()) if (each.label().equals(label)) return Optional.of(each);
		return Optional.empty();
	}

	static Optional<BloscCompressor> ofFormat(final int format) {
		for (final BloscCompressor each : values()) if (each.format == format) return Optional.of(each);
		return Optional.empty();
	}

	byte[] decode(final byte[] data, final int from, final int length, final int most) throws DamagedException {
		return switch (this) {
			case BLOSCLZ -> BloscLz.decode(data, from, length, most);
			case LZ4, LZ4HC -> Air.decode("lz4", new Lz4Decompressor(), Lz4.RATIO, data, from, length, most);
			case SNAPPY -> Air.decode("snappy", new SnappyDecompressor(), SNAPPY_RATIO, data, from, length, most);
			case ZLIB -> Inflation.inflate(data, from, length, most);
			case ZSTD -> Air.decode("zstd", new ZstdDecompressor(), Zstd.RATIO, data, from, length, most);
		};
	}

	byte[] encode(final byte[] raw, final int level) {
		return switch (this) {
			case BLOSCLZ -> throw new IllegalStateException("blosclz is read only");
			case LZ4, LZ4HC -> Air.encode(new Lz4Compressor(), 0, raw, 0, raw.length);
			case SNAPPY -> Air.encode(new SnappyCompressor(), 0, raw, 0, raw.length);
			case ZLIB -> Inflation.deflate(raw, 0, raw.length, level);
			case ZSTD -> Air.encode(new ZstdCompressor(), 0, raw, 0, raw.length);
		};
	}
}
