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

import fovea.base.ImageException;
import fovea.text.Printable;
import fovea.zarr.codec.Blosc;
import fovea.zarr.codec.BloscCompressor;
import fovea.zarr.codec.ByteCodec;
import fovea.zarr.codec.Crc32c;
import fovea.zarr.codec.Gzip;
import fovea.zarr.codec.Lz4;
import fovea.zarr.codec.Shuffle;
import fovea.zarr.codec.Zlib;
import fovea.zarr.codec.Zstd;
import fovea.zarr.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** Codecs as metadata have them, of both versions. Stateless. */
final class CodecJson {

	private CodecJson() {}

	/** @return a codec from bytes to bytes, by its name and configuration in version 3 */
	static ByteCodec readV3(final String name, final Json json, final int typeSize) throws ImageException {
		return switch (name) {
			case "gzip" -> new Gzip(level(json.get("level"), 5));
			case "zstd" -> new Zstd(json.get("level").integer(3));
			case "crc32c" -> new Crc32c();
			case "blosc" -> {
				final String label = json.get("shuffle").text();
				for (final Shuffle each : Shuffle.values())
					if (each.label().equals(label))
						yield blosc(json, each, json.get("typesize").integer(typeSize));
				throw json.get("shuffle").unexpected("noshuffle, shuffle or bitshuffle");
			}
			default ->
				throw new ImageException(json.where() + ": expected a codec that is known here (bytes, transpose, "
						+ "gzip, zstd, blosc, crc32c, sharding_indexed), got '" + Printable.name(name) + "'");
		};
	}

	/** @return the compressor of version 2 */
	static ByteCodec readV2(final Json json, final int typeSize) throws ImageException {
		final String id = json.get("id").text();
		return switch (id) {
			case "zlib" -> new Zlib(level(json.get("level"), 6));
			case "gzip" -> new Gzip(level(json.get("level"), 6));
			case "zstd" -> new Zstd(json.get("level").integer(3));
			case "lz4" -> new Lz4(json.get("acceleration").integer(1));
			case "blosc" -> {
				final int number = json.get("shuffle").integer(1);
				if (number < -1 || number > 2) throw json.get("shuffle").unexpected("0, 1, 2 or -1");
				yield blosc(json, number >= 0 ? Shuffle.values()[number] : automatic(typeSize), typeSize);
			}
			default ->
				throw new ImageException(json.where() + ": expected a compressor that is known here (zlib, gzip, "
						+ "zstd, lz4, blosc), got '" + Printable.name(id) + "'");
		};
	}

	private static Shuffle automatic(final int typeSize) {
		return typeSize == 1 ? Shuffle.BITSHUFFLE : Shuffle.SHUFFLE;
	}

	private static Blosc blosc(final Json json, final Shuffle shuffle, final int typeSize) throws ImageException {
		final String label = json.get("cname").isThere() ? json.get("cname").text() : "lz4";
		final BloscCompressor compressor = BloscCompressor.of(label)
				.orElseThrow(() -> json.get("cname").unexpected("blosclz, lz4, lz4hc, snappy, zlib or zstd"));
		final int block = json.get("blocksize").integer(0);
		if (block < 0) throw json.get("blocksize").unexpected("at least 0");
		if (typeSize < 0 || typeSize > 255) throw json.get("typesize").unexpected("1 to 255");
		return new Blosc(compressor, level(json.get("clevel"), 5), shuffle, Math.max(1, typeSize), block);
	}

	private static int level(final Json json, final int otherwise) throws ImageException {
		final int level = json.integer(otherwise);
		if (level < -1 || level > 9) throw json.unexpected("a level from 0 to 9");
		return level;
	}

	static Map<String, Object> writeV3(final ByteCodec codec) throws ImageException {
		final Map<String, Object> options = new LinkedHashMap<>();
		final String name;
		if (codec instanceof final Gzip gzip) {
			name = "gzip";
			options.put("level", gzip.level());
		} else if (codec instanceof final Zstd zstd) {
			name = "zstd";
			options.put("level", zstd.level());
			options.put("checksum", true);
		} else if (codec instanceof Crc32c) {
			name = "crc32c";
		} else if (codec instanceof final Blosc blosc) {
			name = "blosc";
			putBlosc(blosc, options);
			options.put("shuffle", blosc.shuffle().label());
			options.put("typesize", blosc.typeSize());
		} else throw new ImageException("Expected a codec that Zarr 3 has (gzip, zstd, blosc, crc32c), got " + codec);
		return named(name, options);
	}

	static Map<String, Object> writeV2(final ByteCodec codec) throws ImageException {
		final Map<String, Object> options = new LinkedHashMap<>();
		if (codec instanceof final Zlib zlib) {
			options.put("id", "zlib");
			options.put("level", zlib.level());
		} else if (codec instanceof final Gzip gzip) {
			options.put("id", "gzip");
			options.put("level", gzip.level());
		} else if (codec instanceof final Zstd zstd) {
			options.put("id", "zstd");
			options.put("level", zstd.level());
		} else if (codec instanceof final Lz4 lz4) {
			options.put("id", "lz4");
			options.put("acceleration", lz4.acceleration());
		} else if (codec instanceof final Blosc blosc) {
			options.put("id", "blosc");
			putBlosc(blosc, options);
			options.put("shuffle", blosc.shuffle().ordinal());
		} else
			throw new ImageException(
					"Expected a compressor that Zarr 2 has (zlib, gzip, zstd, lz4, blosc), got " + codec);
		return options;
	}

	private static void putBlosc(final Blosc blosc, final Map<String, Object> options) throws ImageException {
		if (!blosc.compressor().isWritten())
			throw new ImageException("Expected lz4, lz4hc, snappy, zlib or zstd to write Blosc with, got "
					+ blosc.compressor().label());
		options.put("cname", blosc.compressor().label());
		options.put("clevel", blosc.level());
		options.put("blocksize", blosc.blockSize());
	}

	/** @return a name with its configuration */
	static Map<String, Object> named(final String name, final Map<String, ?> options) {
		final Map<String, Object> object = new LinkedHashMap<>();
		object.put("name", name);
		if (!options.isEmpty()) object.put("configuration", options);
		return object;
	}
}
