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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import fovea.io.DataType;
import fovea.zarr.codec.ByteCodec;
import fovea.zarr.store.FolderStore;
import fovea.zarr.store.Store;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZarrArrayTest {

	@TempDir
	Path folder;

	private Store store;

	@BeforeEach
	void open() throws FoveaException {
		store = FolderStore.create(folder.resolve("a.zarr"));
	}

	/** All types, orders and shards that can be written; all codecs with elements of each width. */
	@Test
	void whatIsWrittenIsRead() throws Exception {
		for (final Map.Entry<String, ZarrSpec> each : WrittenArrays.specs().entrySet()) {
			final DataType type = each.getValue().type();
			final boolean isLayout = each.getKey().matches("\\w+-[23].*");
			if (!isLayout
					&& !Set.of(DataType.UINT8, DataType.INT16, DataType.FLOAT32, DataType.INT64)
							.contains(type)) continue;
			final Elements values = ZarrFixtures.values(type);
			ZarrFixtures.write(ZarrArray.create(store, each.getKey(), each.getValue()), values);
			final ZarrArray read = ZarrArray.open(store, each.getKey());
			assertEquals(each.getValue(), read.spec(), each.getKey());
			assertEquals(values, ZarrFixtures.all(read), each.getKey());
		}
	}

	/** Reading any box is reading all and cutting, with any number of axes, chunks and shards. */
	@Test
	void aBoxIsAPartOfAll() throws Exception {
		final Random random = new Random(4);
		for (int trial = 0; trial < 60; trial++) {
			final int axes = random.nextInt(5);
			final long[] shape = new long[axes];
			final int[] chunks = new int[axes];
			final int[] shards = new int[axes];
			long count = 1;
			for (int d = 0; d < axes; d++) {
				shape[d] = 1L + random.nextInt(7);
				chunks[d] = 1 + random.nextInt(4);
				shards[d] = chunks[d] * (1 + random.nextInt(3));
				count *= shape[d];
			}
			final ZarrSpec plain = ZarrSpec.v3(DataType.INT32, shape, chunks);
			final ZarrArray array =
					ZarrArray.create(store, "t" + trial, trial % 2 == 0 ? plain : plain.withShards(shards));
			final Elements all = Elements.zeros(DataType.INT32, (int) count);
			for (int i = 0; i < count; i++) all.set(i, i + 1L);
			ZarrFixtures.write(array, all);
			assertEquals(all, ZarrFixtures.all(array));
			final RegionReader reader = new RegionReader(array, new ChunkCache(random.nextInt(3) * 200L));
			for (int box = 0; box < 10; box++) {
				final long[] start = new long[axes];
				final int[] size = new int[axes];
				for (int d = 0; d < axes; d++) {
					start[d] = random.nextInt((int) shape[d]);
					size[d] = random.nextInt((int) (shape[d] - start[d]) + 1);
				}
				final Elements part = reader.read(start, size);
				for (int i = 0; i < part.length(); i++) {
					int rest = i;
					long place = 0;
					long stride = 1;
					for (int d = axes - 1; d >= 0; d--) {
						place += (start[d] + rest % size[d]) * stride;
						rest /= size[d];
						stride *= shape[d];
					}
					assertEquals(place + 1, part.getLong(i));
				}
			}
		}
	}

	@Test
	void missingChunksAreTheFillValue() throws Exception {
		final Elements seven = Elements.zeros(DataType.UINT16, 1);
		seven.set(0, 7L);
		for (final ZarrSpec spec : List.of(
				ZarrSpec.v2(DataType.UINT16, new long[] {6, 6}, 2, 2),
				ZarrSpec.v3(DataType.UINT16, new long[] {6, 6}, 2, 2).withShards(4, 4))) {
			final ZarrArray array = ZarrArray.create(store, "m" + spec.version(), spec.withFill(seven));
			final Elements ones = Elements.zeros(DataType.UINT16, 4);
			ones.set(0, 1L);
			array.writeShard(index -> index[1] == 1 ? Optional.of(ones) : Optional.empty(), 0, 0);
			final Elements all = ZarrFixtures.all(ZarrArray.open(store, "m" + spec.version()));
			assertEquals(7, all.getLong(35));
			assertEquals(Optional.empty(), array.readChunk(0, 0));
			array.writeShard(index -> Optional.empty(), 0, 0);
			assertEquals(Optional.empty(), array.readChunk(0, 1));
			assertEquals(List.of(), store.children(spec.version() == 2 ? "m2/0" : "m3/c/0"));
		}
	}

	/** Either the right numbers, or other ones where nothing checks them, or one line; nothing else, and no wait. */
	@Test
	void damageIsALineAndNothingElse() throws Exception {
		final Random random = new Random(9);
		int told = 0;
		for (final Map.Entry<String, ZarrSpec> each : WrittenArrays.specs().entrySet()) {
			if (each.getValue().type() != DataType.UINT16) continue;
			final String name = each.getKey();
			ZarrFixtures.write(ZarrArray.create(store, name, each.getValue()), ZarrFixtures.values(DataType.UINT16));
			final Path file = folder.resolve("a.zarr")
					.resolve(name)
					.resolve(each.getValue().keys().key(0, 0, 0));
			final byte[] good = Files.readAllBytes(file);
			for (int trial = 0; trial < 80; trial++) {
				final byte[] bad = trial % 10 == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
				if (bad.length > 0 && bad.length == good.length)
					bad[random.nextInt(trial % 2 == 0 ? Math.min(24, bad.length) : bad.length)] ^=
							(byte) (1 + random.nextInt(255));
				Files.write(file, bad);
				try {
					final Elements read =
							ZarrArray.open(store, name).readChunk(0, 0, 0).orElse(null);
					if (read != null) assertEquals(2 * 8 * 8, read.length());
					final List<ByteCodec> codecs = each.getValue().encoding().codecs();
					if (codecs.toString().contains("Crc32c") && read != null)
						assertEquals(
								ZarrFixtures.chunk(
										each.getValue().grid(), ZarrFixtures.values(DataType.UINT16), 0, 0, 0),
								read);
				} catch (final FoveaException e) {
					told++;
					assertTrue(
							e.getMessage().matches("Chunk \\[0, 0, 0\\] of '" + name + "' in '.*' is damaged: .+"),
							e.getMessage());
				}
			}
		}
		assertTrue(told > 500, told + " of the damages were seen");
	}

	@ParameterizedTest
	@CsvSource(
			delimiter = '|',
			value = {
				"\"shape\" : [ 4, 4 ]|\"shape\" : [ -1, 4 ]|shape[0]: expected a whole number from 0",
				"\"shape\" : [ 4, 4 ]|\"shape\" : [ 9999999999999999999999, 4 ]|shape[0]: expected a whole number",
				"\"shape\" : [ 4, 4 ]|\"shape\" : [ 9000000000000000000, 9 ]|fewer than 2^63 elements",
				"\"chunk_shape\" : [ 2, 2 ]|\"chunk_shape\" : [ 0, 2 ]|chunk_shape[0]: expected a whole number from 1",
				"\"chunk_shape\" : [ 2, 2 ]|\"chunk_shape\" : [ 2000000000, 2000000000 ]|chunks of at most",
				"\"node_type\"|\"zarr_format\" : 3, \"node_type\"|Duplicate",
				"\"node_type\"|\"sails\" : {}, \"node_type\"|'sails'",
				"\"zstd\"|\"quartz\"|'quartz'",
				"\"uint8\"|\"complex64\"|data_type: expected bool",
				"\"fill_value\" : 0|\"fill_value\" : 256|fill_value: expected a number that uint8 has",
			})
	void wrongMetadataAreALine(final String what, final String with, final String said) throws Exception {
		ZarrArray.create(store, "", ZarrSpec.v3(DataType.UINT8, new long[] {4, 4}, 2, 2));
		final String good = new String(store.read("zarr.json", 1 << 16).orElseThrow(), StandardCharsets.UTF_8);
		assertTrue(good.contains(what), good);
		store.write("zarr.json", good.replace(what, with).getBytes(StandardCharsets.UTF_8));
		final String message = assertThrows(FoveaException.class, () -> ZarrArray.open(store, ""))
				.getMessage();
		assertTrue(message.contains(said) && !message.contains("\n"), message);
	}

	@ParameterizedTest
	@CsvSource({"'\"NaN\"', NaN", "'\"-Infinity\"', -Infinity", "'\"0x40490fdb\"', 3.1415927", "1, 1", "-0.5, -0.5"})
	void fillValuesOfFloats(final String json, final float expected) throws Exception {
		ZarrArray.create(store, "", ZarrSpec.v3(DataType.FLOAT32, new long[] {4}, 2));
		final String good = new String(store.read("zarr.json", 1 << 16).orElseThrow(), StandardCharsets.UTF_8);
		store.write(
				"zarr.json",
				good.replace("\"fill_value\" : 0.0", "\"fill_value\" : " + json).getBytes(StandardCharsets.UTF_8));
		assertEquals(expected, (float) ZarrArray.open(store, "").spec().fill().get(0));
	}

	@Test
	void filtersAreRefused() throws Exception {
		ZarrArray.create(store, "", ZarrSpec.v2(DataType.UINT8, new long[] {4}, 2));
		final String good = new String(store.read(".zarray", 1 << 16).orElseThrow(), StandardCharsets.UTF_8);
		store.write(
				".zarray",
				good.replace("\"filters\" : null", "\"filters\" : [{\"id\":\"delta\"}]")
						.getBytes(StandardCharsets.UTF_8));
		assertTrue(assertThrows(FoveaException.class, () -> ZarrArray.open(store, ""))
				.getMessage()
				.contains("expected no filters"));
	}

	@Test
	void groupsHaveAttributesAndChildren() throws Exception {
		for (final int version : List.of(2, 3)) {
			final String root = "g" + version;
			ZarrGroup.create(store, root, version, Map.of("name", "cells", "list", List.of(1, 2.5)));
			ZarrArray.create(
					store,
					root + "/0",
					version == 2
							? ZarrSpec.v2(DataType.UINT8, new long[] {4}, 2)
							: ZarrSpec.v3(DataType.UINT8, new long[] {4}, 2));
			ZarrGroup.create(store, root + "/labels", version, Map.of());
			final ZarrGroup group = ZarrGroup.open(store, root);
			assertEquals("cells", group.attributes().get("name"));
			assertEquals(List.of("0", "labels"), group.children());
			assertEquals(4, group.array("0").grid().shape()[0]);
			assertThrows(FoveaException.class, () -> group.group("0"));
			assertThrows(FoveaException.class, () -> group.array("none"));
		}
	}

	/** A shard's index without a checksum may say anything. */
	@Test
	void anIndexThatPointsOutsideIsALine() throws Exception {
		final ZarrSpec plain =
				ZarrSpec.v3(DataType.UINT16, new long[] {4, 4}, 2, 2).withShards(4, 4);
		final ZarrEncoding encoding = plain.encoding();
		final ZarrSpec spec = plain.with(new ZarrEncoding(
				encoding.endian(),
				encoding.axes(),
				List.of(),
				new ZarrEncoding.Index(true, ByteOrder.LITTLE_ENDIAN, false),
				List.of()));
		ZarrFixtures.write(ZarrArray.create(store, "", spec), Elements.zeros(DataType.UINT16, 16));
		final byte[] good = store.read("c/0/0", 1000).orElseThrow();
		for (final long[] entry :
				new long[][] {{1000, 8}, {-2, 8}, {64, -2}, {64, 1L << 40}, {90, 8}, {0, 0}, {-1, 8}}) {
			final byte[] bad = good.clone();
			ByteBuffer.wrap(bad)
					.order(ByteOrder.LITTLE_ENDIAN)
					.putLong(entry[0])
					.putLong(entry[1]);
			store.write("c/0/0", bad);
			final ZarrArray array = ZarrArray.open(store, "");
			assertTrue(assertThrows(FoveaException.class, () -> array.readChunk(0, 0))
					.getMessage()
					.contains("Chunk [0, 0] of '"));
			assertTrue(array.readChunk(1, 1).isPresent());
		}
		store.write("c/0/0", new byte[10]);
		final ZarrArray cut = ZarrArray.open(store, "");
		assertThrows(FoveaException.class, () -> cut.readChunk(1, 1));
	}

	@Test
	void manyThreadsReadTheSame() throws Exception {
		final ZarrArray array = ZarrArray.create(
				store,
				"",
				ZarrSpec.v3(DataType.UINT16, ZarrFixtures.SHAPE, 1, 4, 4).withShards(2, 8, 8));
		final Elements all = ZarrFixtures.values(DataType.UINT16);
		ZarrFixtures.write(array, all);
		final ChunkCache cache = new ChunkCache(2000);
		final RegionReader reader = new RegionReader(array, cache);
		IntStream.range(0, 64).parallel().forEach(i -> {
			try {
				assertEquals(all, reader.read(new long[3], 3, 20, 21));
			} catch (final FoveaException e) {
				throw new AssertionError(e);
			}
		});
		assertTrue(cache.bytes() > 0 && cache.bytes() <= 2000, cache.bytes() + " bytes");
	}
}
