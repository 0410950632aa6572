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
import fovea.io.DataType;
import fovea.text.Printable;
import fovea.zarr.codec.ByteCodec;
import fovea.zarr.codec.Crc32c;
import fovea.zarr.json.Json;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * zarr.json files of arrays. Stateless.
 *
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/core/index.html#array-metadata">Zarr v3, array
 *     metadata</a>
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/codecs/sharding-indexed/index.html">Sharding</a>
 */
final class MetadataV3 {

	private static final Set<String> KNOWN = Set.of(
			"zarr_format",
			"node_type",
			"shape",
			"data_type",
			"chunk_grid",
			"chunk_key_encoding",
			"fill_value",
			"codecs",
			"attributes",
			"dimension_names",
			"storage_transformers");

	private static final String SHARDING = "sharding_indexed";

	private MetadataV3() {}

	static ZarrSpec read(final Json json) throws ImageException {
		requireKnown(json, KNOWN);
		final Json transformers = json.get("storage_transformers");
		if (transformers.isThere() && !transformers.list().isEmpty())
			throw transformers.unexpected("no storage transformers");
		final DataType type = type(json.get("data_type"));
		final long[] shape = json.get("shape").integers(0, Long.MAX_VALUE);
		final Json grid = json.get("chunk_grid");
		requireName(grid, "regular");
		final Json lengths = options(grid).get("chunk_shape");
		final int[] files = lengths.lengths();
		if (files.length != shape.length) throw lengths.unexpected(shape.length + " lengths");
		final Codecs codecs = new Codecs(type, files);
		codecs.read(json.get("codecs"), false);
		return new ZarrSpec(
				3,
				type,
				new ZarrGrid(shape, codecs.chunks, files, codecs.isSharded),
				FillValue.read(required(json.get("fill_value")), type),
				codecs.encoding(),
				keys(json.get("chunk_key_encoding")),
				names(json.get("dimension_names"), shape.length),
				json.get("attributes").object());
	}

	private static Json required(final Json json) throws ImageException {
		if (!json.isThere()) throw json.unexpected("a value");
		return json;
	}

	/** What is not known may change what the numbers mean, but where it says that it does not. */
	static void requireKnown(final Json json, final Set<String> known) throws ImageException {
		if (json.get("zarr_format").integer() != 3)
			throw json.get("zarr_format").unexpected("3");
		for (final String name : json.keys()) {
			if (known.contains(name)) continue;
			if (!Boolean.FALSE.equals(json.get(name).get("must_understand").value()))
				throw new ImageException(json.where() + ": expected no extension that must be understood, got '"
						+ Printable.name(name) + "'");
		}
	}

	private static DataType type(final Json json) throws ImageException {
		if (json.isText())
			for (final DataType each : DataType.values())
				if (Limits.isKnown(each) && each.label().equals(json.text())) return each;
		throw json.unexpected("bool, int8 to int64, uint8 to uint64, float16, float32 or float64");
	}

	/** @return the name of an extension, which may be all of it */
	private static String name(final Json json) throws ImageException {
		return json.isText() ? json.text() : json.get("name").text();
	}

	private static Json options(final Json json) {
		return json.get("configuration");
	}

	private static void requireName(final Json json, final String expected) throws ImageException {
		if (!name(json).equals(expected)) throw json.unexpected("'" + expected + "'");
	}

	private static ChunkKeys keys(final Json json) throws ImageException {
		final String name = name(json);
		final Json separator = options(json).get("separator");
		return switch (name) {
			case "default" -> new ChunkKeys(true, separator(separator, '/'));
			case "v2" -> new ChunkKeys(false, separator(separator, '.'));
			default -> throw json.unexpected("'default' or 'v2'");
		};
	}

	static char separator(final Json json, final char otherwise) throws ImageException {
		if (!json.isThere()) return otherwise;
		if (!json.text().equals("/") && !json.text().equals(".")) throw json.unexpected("'/' or '.'");
		return json.text().charAt(0);
	}

	private static List<String> names(final Json json, final int axes) throws ImageException {
		if (!json.isThere()) return List.of();
		final List<String> names = new ArrayList<>();
		for (final Json each : json.list()) names.add(each.isThere() ? each.text() : "");
		if (names.size() != axes) throw json.unexpected(axes + " names");
		return names;
	}

	private static ByteOrder endian(final Json json, final int typeSize) throws ImageException {
		final Json endian = options(json).get("endian");
		if (!endian.isThere() && typeSize == 1) return ByteOrder.LITTLE_ENDIAN;
		return switch (endian.text()) {
			case "little" -> ByteOrder.LITTLE_ENDIAN;
			case "big" -> ByteOrder.BIG_ENDIAN;
			default -> throw endian.unexpected("'little' or 'big'");
		};
	}

	/** What a list of codecs says, that inside sharding included. */
	private static final class Codecs {

		private final DataType type;
		private int[] chunks;
		private boolean isSharded;
		private ByteOrder endian;
		private List<Integer> axes;
		private List<ByteCodec> codecs = new ArrayList<>();
		private ZarrEncoding.Index index = ZarrEncoding.Index.DEFAULT;
		private List<ByteCodec> shardCodecs = List.of();

		Codecs(final DataType type, final int[] chunks) {
			this.type = type;
			this.chunks = chunks;
			axes = new ArrayList<>();
			for (int d = 0; d < chunks.length; d++) axes.add(d);
		}

		void read(final Json list, final boolean isInside) throws ImageException {
			boolean isBytes = false;
			boolean isTransposed = false;
			final List<ByteCodec> after = new ArrayList<>();
			for (final Json each : list.list()) {
				final String name = name(each);
				switch (name) {
					case "transpose" -> {
						if (isBytes) throw each.unexpected("transpose before the bytes");
						transpose(options(each).get("order"));
						isTransposed = true;
					}
					case "bytes" -> {
						if (isBytes) throw each.unexpected("bytes once");
						endian = MetadataV3.endian(each, Elements.bytes(type));
						isBytes = true;
					}
					case SHARDING -> {
						if (isBytes || isInside || isTransposed)
							throw new ImageException(
									each.where() + ": expected sharding once, before all other codecs; "
											+ "shards in shards and transposed shards cannot be read here");
						isBytes = true;
						shard(options(each));
					}
					default -> {
						if (!isBytes) throw each.unexpected("'bytes' or '" + SHARDING + "' first");
						after.add(CodecJson.readV3(name, options(each), Elements.bytes(type)));
					}
				}
			}
			if (!isBytes) throw list.unexpected("'bytes' or '" + SHARDING + "' among the codecs");
			if (isSharded && !isInside) shardCodecs = after;
			else codecs = after;
		}

		private void transpose(final Json order) throws ImageException {
			final long[] values = order.integers(0, Math.max(0, axes.size() - 1));
			if (values.length != axes.size() || Arrays.stream(values).distinct().count() != values.length)
				throw order.unexpected("each axis once");
			final List<Integer> next = new ArrayList<>();
			for (final long value : values) next.add(axes.get((int) value));
			axes = next;
		}

		private void shard(final Json options) throws ImageException {
			final Json lengths = options.get("chunk_shape");
			final int[] inner = lengths.lengths();
			if (inner.length != chunks.length) throw lengths.unexpected(chunks.length + " lengths");
			for (int d = 0; d < inner.length; d++)
				if (chunks[d] % inner[d] != 0) throw lengths.unexpected("lengths that divide those of the shard");
			chunks = inner;
			isSharded = true;
			read(options.get("codecs"), true);
			final Json location = options.get("index_location");
			final String place = location.isThere() ? location.text() : "end";
			if (!place.equals("start") && !place.equals("end")) throw location.unexpected("'start' or 'end'");
			ByteOrder order = null;
			boolean hasChecksum = false;
			for (final Json each : options.get("index_codecs").list()) {
				final String name = name(each);
				if (name.equals("bytes") && order == null) order = MetadataV3.endian(each, 8);
				else if (name.equals("crc32c") && order != null && !hasChecksum) hasChecksum = true;
				else throw each.unexpected("'bytes', then 'crc32c' or nothing");
			}
			if (order == null) throw options.get("index_codecs").unexpected("'bytes'");
			index = new ZarrEncoding.Index(place.equals("start"), order, hasChecksum);
		}

		ZarrEncoding encoding() {
			return new ZarrEncoding(endian, axes, codecs, index, shardCodecs);
		}
	}

	static Map<String, Object> write(final ZarrSpec spec) throws ImageException {
		final ZarrGrid grid = spec.grid();
		final Map<String, Object> object = new LinkedHashMap<>();
		object.put("zarr_format", 3);
		object.put("node_type", "array");
		object.put("shape", grid.shape());
		object.put("data_type", spec.type().label());
		object.put("chunk_grid", CodecJson.named("regular", Map.of("chunk_shape", grid.shards())));
		object.put(
				"chunk_key_encoding",
				CodecJson.named(
						spec.keys().hasPrefix() ? "default" : "v2",
						Map.of("separator", String.valueOf(spec.keys().separator()))));
		object.put("fill_value", FillValue.write(spec.fill()));
		object.put("codecs", codecs(spec));
		object.put("attributes", spec.attributes());
		if (!spec.dimensionNames().isEmpty())
			object.put(
					"dimension_names",
					spec.dimensionNames().stream()
							.map(name -> name.isEmpty() ? null : name)
							.toList());
		return object;
	}

	private static List<Object> codecs(final ZarrSpec spec) throws ImageException {
		final ZarrEncoding encoding = spec.encoding();
		final List<Object> chunk = new ArrayList<>();
		if (!encoding.isInOrder()) chunk.add(CodecJson.named("transpose", Map.of("order", encoding.axes())));
		chunk.add(bytes(encoding.endian()));
		for (final ByteCodec each : encoding.codecs()) chunk.add(CodecJson.writeV3(each));
		if (!spec.grid().isSharded()) return chunk;
		final List<Object> index = new ArrayList<>();
		index.add(bytes(encoding.index().endian()));
		if (encoding.index().hasChecksum()) index.add(CodecJson.writeV3(new Crc32c()));
		final Map<String, Object> options = new LinkedHashMap<>();
		options.put("chunk_shape", spec.grid().chunks());
		options.put("codecs", chunk);
		options.put("index_codecs", index);
		options.put("index_location", encoding.index().atStart() ? "start" : "end");
		final List<Object> shard = new ArrayList<>();
		shard.add(CodecJson.named(SHARDING, options));
		for (final ByteCodec each : encoding.shardCodecs()) shard.add(CodecJson.writeV3(each));
		return shard;
	}

	private static Map<String, Object> bytes(final ByteOrder order) {
		return CodecJson.named("bytes", Map.of("endian", order == ByteOrder.BIG_ENDIAN ? "big" : "little"));
	}
}
