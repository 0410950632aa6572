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
import fovea.zarr.codec.Blosc;
import fovea.zarr.codec.BloscCompressor;
import fovea.zarr.codec.ByteCodec;
import fovea.zarr.codec.Crc32c;
import fovea.zarr.codec.Gzip;
import fovea.zarr.codec.Lz4;
import fovea.zarr.codec.Shuffle;
import fovea.zarr.codec.Zlib;
import fovea.zarr.codec.Zstd;
import fovea.zarr.store.FolderStore;
import fovea.zarr.store.Store;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes arrays of all types and codecs into a folder, for other programs to read: {@code scripts/fixtures/make_zarr.py
 * --check FOLDER}.
 */
final class WrittenArrays {

	private WrittenArrays() {}

	public static void main(final String[] arguments) throws Exception {
		try (Store store = FolderStore.create(Path.of(arguments[0]))) {
			for (final Map.Entry<String, ZarrSpec> each : specs().entrySet()) {
				final ZarrArray array = ZarrArray.create(store, each.getKey(), each.getValue());
				ZarrFixtures.write(array, ZarrFixtures.values(array.spec().type()));
			}
		}
	}

	static Map<String, ZarrSpec> specs() {
		final Map<String, ZarrSpec> specs = new LinkedHashMap<>();
		for (final DataType type : DataType.values()) {
			if (!Limits.isKnown(type) || type == DataType.FLOAT16) continue;
			final int width = Elements.bytes(type);
			final ZarrSpec three = ZarrSpec.v3(type, ZarrFixtures.SHAPE, 2, 8, 8);
			final ZarrSpec two = ZarrSpec.v2(type, ZarrFixtures.SHAPE, 2, 8, 8);
			specs.put(type.label() + "-3", three);
			specs.put(type.label() + "-3-big", with(three, ByteOrder.BIG_ENDIAN, List.of(2, 0, 1), false));
			specs.put(type.label() + "-3-shards", three.withShards(2, 16, 16));
			specs.put(
					type.label() + "-3-shards-big",
					with(three, ByteOrder.BIG_ENDIAN, List.of(1, 2, 0), true).withShards(2, 16, 8));
			specs.put(type.label() + "-2", two);
			if (width > 1) specs.put(type.label() + "-2-big", with(two, ByteOrder.BIG_ENDIAN, List.of(2, 1, 0), false));
			for (final ByteCodec codec : codecs(width)) {
				final String name = type.label() + "-" + codec.toString().replaceAll("\\W+", "-");
				if (!(codec instanceof Lz4 || codec instanceof Zlib)) specs.put(name + "3", three.withCodecs(codec));
				if (!(codec instanceof Crc32c)) specs.put(name + "2", two.withCodecs(codec));
			}
		}
		return specs;
	}

	static List<ByteCodec> codecs(final int width) {
		final List<ByteCodec> codecs =
				new ArrayList<>(List.of(new Gzip(5), new Zlib(5), new Zstd(3), new Lz4(1), new Crc32c()));
		for (final BloscCompressor compressor : BloscCompressor.values())
			for (final Shuffle shuffle : Shuffle.values())
				if (compressor.isWritten()) codecs.add(new Blosc(compressor, 5, shuffle, width, 0));
		codecs.add(new Blosc(BloscCompressor.LZ4, 5, Shuffle.SHUFFLE, width, 96));
		codecs.add(new Blosc(BloscCompressor.LZ4, 0, Shuffle.SHUFFLE, width, 0));
		return codecs;
	}

	private static ZarrSpec with(
			final ZarrSpec spec, final ByteOrder order, final List<Integer> axes, final boolean atStart) {
		return spec.with(new ZarrEncoding(
				order,
				axes,
				spec.encoding().codecs(),
				atStart ? new ZarrEncoding.Index(true, order, true) : ZarrEncoding.Index.DEFAULT,
				List.of()));
	}
}
