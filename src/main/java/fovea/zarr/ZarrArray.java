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
import fovea.zarr.codec.ByteCodec;
import fovea.zarr.codec.DamagedException;
import fovea.zarr.store.Keys;
import fovea.zarr.store.Store;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * An array of a Zarr hierarchy, version 2 or 3, chunk by chunk.
 *
 * <pre>{@code
 * try (Store store = StoreOpener.open("cells.zarr")) {
 * 	ZarrArray array = ZarrArray.open(store, "0");
 * 	Optional<Elements> chunk = array.readChunk(0, 3, 2); // z, y, x in chunks; empty if it is all fill value
 * }
 * }</pre>
 *
 * <p>Thread-safe: any number of threads may read, and write different files (chunks, or shards where there are shards).
 * Two that write the same file leave that of one of them. The array keeps indexes of shards: one that another process
 * writes anew has to be opened again. The store is the caller's, who closes it; nothing is written but by the methods
 * that say so.
 *
 * <p>What is damaged or cannot be read is an {@link ImageException} of one line with array and chunk. An index outside
 * of the array is an {@link IndexOutOfBoundsException}, elements of another type or number an
 * {@link IllegalArgumentException}.
 *
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/core/index.html">Zarr v3</a>
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v2/v2.0.html">Zarr v2</a>
 */
public final class ZarrArray {

	private final Store store;
	private final String path;
	private final ZarrSpec spec;
	private final ChunkCodec codec;
	private final ShardIndexes indexes = new ShardIndexes();

	private ZarrArray(final Store store, final String path, final ZarrSpec spec) {
		this.store = store;
		this.path = path;
		this.spec = spec;
		this.codec = new ChunkCodec(spec);
	}

	/**
	 * @param store that it is in
	 * @param path of the array in the store, "" for the store's root
	 * @return the array
	 * @throws ImageException if there is none, or one that cannot be read here (which part of its metadata is named)
	 */
	public static ZarrArray open(final Store store, final String path) throws ImageException {
		return of(store, path, Metadata.readArray(store, path));
	}

	/**
	 * Writes the metadata of a new array, which is full of its fill value. Chunks that lie there are not removed.
	 *
	 * @param store that is written
	 * @param path of the array in the store, "" for the store's root
	 * @param spec what it is to be
	 * @return the array
	 * @throws ImageException if it cannot be written so, or not at all
	 */
	public static ZarrArray create(final Store store, final String path, final ZarrSpec spec) throws ImageException {
		final ZarrArray array = of(store, path, spec);
		Metadata.writeArray(store, path, spec);
		return array;
	}

	private static ZarrArray of(final Store store, final String path, final ZarrSpec spec) throws ImageException {
		Limits.require(spec, where(store, path));
		return new ZarrArray(store, Keys.requirePrefix(path), spec);
	}

	/** @return where it is in its store */
	public String path() {
		return path;
	}

	/** @return what its metadata say */
	public ZarrSpec spec() {
		return spec;
	}

	/** @return shape, chunks and shards */
	public ZarrGrid grid() {
		return spec.grid();
	}

	/**
	 * @param index of a chunk, along each axis
	 * @return all elements of the chunk, in C order, those beyond the array's end included; empty if the chunk is not
	 *     there, so that all are the fill value
	 * @throws ImageException if it is damaged or cannot be read
	 */
	public Optional<Elements> readChunk(final long... index) throws ImageException {
		spec.grid().require(spec.grid().chunkCounts(), index);
		Limits.requireMemory(3 * codec.rawBytes(), where(store, path));
		try {
			final Optional<byte[]> stored = spec.grid().isSharded()
					? readFromShard(index)
					: store.read(key(index), (int) Math.min(Integer.MAX_VALUE - 8, codec.bound()));
			return stored.isEmpty() ? Optional.empty() : Optional.of(codec.decode(stored.get()));
		} catch (final DamagedException e) {
			throw new ImageException(
					"Chunk " + Arrays.toString(index) + " of " + where(store, path) + " is damaged: " + e.getMessage(),
					e);
		}
	}

	private Optional<byte[]> readFromShard(final long... index) throws ImageException {
		final String key = key(spec.grid().shardOf(index));
		final int place = spec.grid().placeInShard(index);
		final int most = (int) Math.min(Integer.MAX_VALUE - 8, codec.bound());
		if (!spec.encoding().shardCodecs().isEmpty()) return readFromWhole(key, place, most);
		ShardIndex shard = indexes.get(key);
		if (shard == null) {
			final int length = indexBytes();
			final Optional<byte[]> stored =
					store.read(key, spec.encoding().index().atStart() ? 0 : -length, length);
			if (stored.isEmpty()) return Optional.empty();
			shard = index(stored.get());
			indexes.put(key, shard);
		}
		if (!shard.has(place)) return Optional.empty();
		final int length = shard.length(place, most);
		final Optional<byte[]> stored = store.read(key, shard.offset(place), length);
		if (stored.isEmpty()) throw new DamagedException("its shard is gone; open the array again");
		if (stored.get().length < length)
			throw new DamagedException("the shard's index points outside, expected " + length + " bytes at "
					+ shard.offset(place) + ", got " + stored.get().length);
		return stored;
	}

	/** A shard that is packed as a whole has to be unpacked as a whole. */
	private Optional<byte[]> readFromWhole(final String key, final int place, final int most) throws ImageException {
		final long raw = indexBytes() + spec.grid().chunksPerShard() * codec.bound();
		final long bound = ChunkCodec.bound(raw, spec.encoding().shardCodecs());
		final Optional<byte[]> stored = store.read(key, (int) Math.min(Integer.MAX_VALUE - 8, bound));
		if (stored.isEmpty()) return Optional.empty();
		Limits.requireMemory(raw, where(store, path));
		final byte[] whole =
				ChunkCodec.decode(stored.get(), raw, spec.encoding().shardCodecs());
		final int length = indexBytes();
		if (whole.length < length) throw new DamagedException("expected a shard's index, got too few bytes");
		final int at = spec.encoding().index().atStart() ? 0 : whole.length - length;
		final ShardIndex shard = index(Arrays.copyOfRange(whole, at, at + length));
		if (!shard.has(place)) return Optional.empty();
		final long offset = shard.offset(place);
		final int size = shard.length(place, most);
		if (offset > whole.length - size) throw new DamagedException("the shard's index points outside");
		return Optional.of(Arrays.copyOfRange(whole, (int) offset, (int) offset + size));
	}

	private ShardIndex index(final byte[] stored) throws DamagedException {
		if (stored.length != indexBytes())
			throw new DamagedException("expected a shard's index of " + indexBytes() + " bytes, got " + stored.length);
		return ShardIndex.read(
				stored, (int) spec.grid().chunksPerShard(), spec.encoding().index());
	}

	private int indexBytes() {
		return (int)
				ShardIndex.bytes(spec.grid().chunksPerShard(), spec.encoding().index());
	}

	/**
	 * Writes a chunk of an array without shards, in one step.
	 *
	 * @param chunk all of its elements, in C order, with anything where the chunk is beyond the array's end
	 * @param index of the chunk, along each axis
	 * @throws ImageException if it cannot be written; what was there before is there
	 */
	public void writeChunk(final Elements chunk, final long... index) throws ImageException {
		if (spec.grid().isSharded()) throw new IllegalStateException("chunks of a shard are written at once");
		spec.grid().require(spec.grid().chunkCounts(), index);
		store.write(key(index), codec.encode(chunk));
	}

	/**
	 * Writes all chunks of a shard at once, in one step; where none is left in, the file is removed. In an array
	 * without shards each chunk is a shard.
	 *
	 * @param source of its chunks; chunks that are all beyond the array's end are not asked for
	 * @param index of the shard, along each axis
	 * @throws ImageException if it cannot be written; what was there before is there
	 */
	public void writeShard(final ShardSource source, final long... index) throws ImageException {
		spec.grid().require(spec.grid().shardCounts(), index);
		if (!spec.grid().isSharded()) {
			final Optional<Elements> chunk = source.chunk(index.clone());
			if (chunk.isPresent()) writeChunk(chunk.get(), index);
			else store.delete(key(index));
			return;
		}
		final Optional<byte[]> bytes = shard(source, index);
		final String key = key(index);
		if (bytes.isPresent()) {
			byte[] stored = bytes.get();
			for (final ByteCodec each : spec.encoding().shardCodecs()) stored = each.encode(stored);
			store.write(key, stored);
		} else store.delete(key);
		indexes.forget(key);
	}

	private Optional<byte[]> shard(final ShardSource source, final long... shard) throws ImageException {
		final int count = (int) spec.grid().chunksPerShard();
		final int[] counts = spec.grid().perShard();
		final ZarrEncoding.Index format = spec.encoding().index();
		final ShardIndex index = ShardIndex.empty(count);
		final ByteArrayOutputStream chunks = new ByteArrayOutputStream();
		final long before = format.atStart() ? indexBytes() : 0;
		boolean isEmpty = true;
		for (int place = 0; place < count; place++) {
			final long[] chunk = new long[counts.length];
			int rest = place;
			for (int d = counts.length - 1; d >= 0; d--) {
				chunk[d] = shard[d] * counts[d] + rest % counts[d];
				rest /= counts[d];
			}
			if (isBeyond(chunk)) continue;
			final Optional<Elements> elements = source.chunk(chunk);
			if (elements.isEmpty()) continue;
			final byte[] stored = codec.encode(elements.get());
			if (stored.length > Integer.MAX_VALUE - 8 - indexBytes() - chunks.size())
				throw new ImageException("Shard " + Arrays.toString(shard) + " of " + where(store, path)
						+ " has more than 2 GB; make shards smaller");
			index.put(place, before + chunks.size(), stored.length);
			chunks.writeBytes(stored);
			isEmpty = false;
		}
		if (isEmpty) return Optional.empty();
		final ByteArrayOutputStream file = new ByteArrayOutputStream(chunks.size() + indexBytes());
		if (format.atStart()) file.writeBytes(index.write(format));
		file.writeBytes(chunks.toByteArray());
		if (!format.atStart()) file.writeBytes(index.write(format));
		return Optional.of(file.toByteArray());
	}

	private boolean isBeyond(final long... chunk) {
		final long[] counts = spec.grid().chunkCounts();
		for (int d = 0; d < counts.length; d++) if (chunk[d] >= counts[d]) return true;
		return false;
	}

	private String key(final long... index) {
		return Keys.join(path, spec.keys().key(index));
	}

	static String where(final Store store, final String path) {
		return path.isEmpty() ? "'" + store.name() + "'" : "'" + path + "' in '" + store.name() + "'";
	}

	@Override
	public String toString() {
		return where(store, path) + ": " + spec.type().label() + " " + spec.grid();
	}
}
