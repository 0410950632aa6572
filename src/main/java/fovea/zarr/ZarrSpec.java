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

import fovea.io.DataType;
import fovea.zarr.codec.ByteCodec;
import fovea.zarr.codec.Crc32c;
import fovea.zarr.codec.Zlib;
import fovea.zarr.codec.Zstd;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the metadata of an array say. Immutable.
 *
 * <pre>{@code
 * ZarrSpec.v3(DataType.UINT16, new long[] {64, 2048, 2048}, 16, 256, 256)
 * 		.withShards(64, 1024, 1024)
 * 		.withDimensionNames("z", "y", "x");
 * }</pre>
 *
 * @param version 2 or 3
 * @param type of elements
 * @param grid shape, chunks, shards
 * @param fill the one element that missing chunks are full of
 * @param encoding of chunks
 * @param keys of files
 * @param dimensionNames a name for each axis, "" where it has none; empty if there are no names
 * @param attributes texts, numbers, booleans, nulls, lists and maps of them
 */
public record ZarrSpec(
		int version,
		DataType type,
		ZarrGrid grid,
		Elements fill,
		ZarrEncoding encoding,
		ChunkKeys keys,
		List<String> dimensionNames,
		Map<String, Object> attributes) {

	/** Checks and copies. */
	public ZarrSpec {
		if (version != 2 && version != 3) throw new IllegalArgumentException("version " + version);
		if (fill.type() != type || fill.length() != 1) throw new IllegalArgumentException("fill value " + fill);
		if (encoding.axes().size() != grid.axes()) throw new IllegalArgumentException("axes " + encoding.axes());
		if (version == 2 && grid.isSharded()) throw new IllegalArgumentException("version 2 has no shards");
		if (!dimensionNames.isEmpty() && dimensionNames.size() != grid.axes())
			throw new IllegalArgumentException("names " + dimensionNames);
		dimensionNames = List.copyOf(dimensionNames);
		attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
	}

	/**
	 * @param type of elements
	 * @param shape of the array
	 * @param chunks shape of a chunk
	 * @return version 3, little endian, C order, zstd and a checksum, no shards, zeros for what is missing
	 */
	public static ZarrSpec v3(final DataType type, final long[] shape, final int... chunks) {
		return of(3, type, shape, chunks, List.of(new Zstd(3), new Crc32c()), new ChunkKeys(true, '/'));
	}

	/**
	 * @param type of elements
	 * @param shape of the array
	 * @param chunks shape of a chunk
	 * @return version 2, little endian, C order, zlib, '/' between indices, zeros for what is missing
	 */
	public static ZarrSpec v2(final DataType type, final long[] shape, final int... chunks) {
		return of(2, type, shape, chunks, List.of(new Zlib(6)), new ChunkKeys(false, '/'));
	}

	private static ZarrSpec of(
			final int version,
			final DataType type,
			final long[] shape,
			final int[] chunks,
			final List<ByteCodec> codecs,
			final ChunkKeys keys) {
		final List<Integer> axes = new ArrayList<>();
		for (int d = 0; d < shape.length; d++) axes.add(d);
		return new ZarrSpec(
				version,
				type,
				new ZarrGrid(shape, chunks),
				Elements.zeros(type, 1),
				new ZarrEncoding(ByteOrder.LITTLE_ENDIAN, axes, codecs, ZarrEncoding.Index.DEFAULT, List.of()),
				keys,
				List.of(),
				Map.of());
	}

	/** @return the same with several chunks in a file */
	public ZarrSpec withShards(final int... shards) {
		return with(new ZarrGrid(grid.shape(), grid.chunks(), shards, true));
	}

	/** @return the same with another grid of as many axes */
	public ZarrSpec with(final ZarrGrid other) {
		return new ZarrSpec(version, type, other, fill, encoding, keys, dimensionNames, attributes);
	}

	/** @return the same with another encoding */
	public ZarrSpec with(final ZarrEncoding other) {
		return new ZarrSpec(version, type, grid, fill, other, keys, dimensionNames, attributes);
	}

	/** @return the same with other codecs of chunks, in the order of writing; of version 2 one or none */
	public ZarrSpec withCodecs(final ByteCodec... codecs) {
		return with(new ZarrEncoding(
				encoding.endian(), encoding.axes(), List.of(codecs), encoding.index(), encoding.shardCodecs()));
	}

	/** @return the same with another element for what is missing */
	public ZarrSpec withFill(final Elements one) {
		return new ZarrSpec(version, type, grid, one, encoding, keys, dimensionNames, attributes);
	}

	/** @return the same with names of axes */
	public ZarrSpec withDimensionNames(final String... names) {
		return new ZarrSpec(version, type, grid, fill, encoding, keys, List.of(names), attributes);
	}

	/** @return the same with other attributes */
	public ZarrSpec withAttributes(final Map<String, Object> others) {
		return new ZarrSpec(version, type, grid, fill, encoding, keys, dimensionNames, others);
	}

	/** @return the same with other names of files */
	public ZarrSpec with(final ChunkKeys other) {
		return new ZarrSpec(version, type, grid, fill, encoding, other, dimensionNames, attributes);
	}
}
