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
import java.util.Optional;

/**
 * Reads boxes of an array, across chunks. Thread-safe.
 *
 * <pre>{@code
 * RegionReader reader = new RegionReader(array, new ChunkCache(256 << 20));
 * Elements plane = reader.read(new long[] {17, 0, 0}, 1, 2048, 2048); // z, y, x
 * }</pre>
 */
public final class RegionReader {

	private final ZarrArray array;
	private final ChunkCache cache;

	/**
	 * @param array that is read
	 * @param cache of chunks, which others may use, too
	 */
	public RegionReader(final ZarrArray array, final ChunkCache cache) {
		this.array = array;
		this.cache = cache;
	}

	/**
	 * @param start of the box along each axis, 0-based; inside the array, as all of the box is
	 * @param size of the box along each axis, at least 0
	 * @return its elements in C order, in an array of the caller's
	 * @throws ImageException if a chunk is damaged or cannot be read, or the box is larger than an array of Java
	 */
	public Elements read(final long[] start, final int... size) throws ImageException {
		final ZarrGrid grid = array.grid();
		final int axes = grid.axes();
		if (start.length != axes || size.length != axes) throw new IndexOutOfBoundsException("axes " + axes);
		long count = 1;
		for (int d = 0; d < axes; d++) {
			if (start[d] < 0 || size[d] < 0 || start[d] > grid.shape()[d] - size[d])
				throw new IndexOutOfBoundsException(
						"axis " + d + ": " + size[d] + " from " + start[d] + " of " + grid.shape()[d]);
			count = size[d] == 0 ? 0 : count > Integer.MAX_VALUE ? count : count * size[d];
		}
		for (final int each : size) if (each == 0) count = 0;
		if (count > Integer.MAX_VALUE - 8)
			throw new ImageException("Expected a part of at most 2^31 elements of " + array + ", got a larger one");
		Limits.requireMemory(count * Elements.bytes(array.spec().type()), array.toString());
		final Elements box = Elements.zeros(array.spec().type(), (int) count);
		if (count > 0) fill(box, start, size);
		return box;
	}

	/**
	 * @param start of a box along each axis, as for {@link #read}
	 * @param size of the box along each axis, at least 1
	 * @return whether none of its chunks is there, so that all elements are the fill value
	 * @throws ImageException if a chunk is damaged or cannot be read
	 */
	public boolean isMissing(final long[] start, final int... size) throws ImageException {
		final int axes = size.length;
		final int[] chunks = array.grid().chunks();
		final long[] index = new long[axes];
		for (int d = 0; d < axes; d++) index[d] = start[d] / chunks[d];
		while (true) {
			if (chunk(index).isPresent()) return false;
			int d = axes - 1;
			while (d >= 0 && index[d] == (start[d] + size[d] - 1) / chunks[d]) {
				index[d] = start[d] / chunks[d];
				d--;
			}
			if (d < 0) return true;
			index[d]++;
		}
	}

	private void fill(final Elements box, final long[] start, final int... size) throws ImageException {
		final int axes = size.length;
		final int[] chunks = array.grid().chunks();
		final long[] first = new long[axes];
		final long[] last = new long[axes];
		for (int d = 0; d < axes; d++) {
			first[d] = start[d] / chunks[d];
			last[d] = (start[d] + size[d] - 1) / chunks[d];
		}
		final long[] index = first.clone();
		while (true) {
			copy(chunk(index), index, box, start, size);
			int d = axes - 1;
			while (d >= 0 && index[d] == last[d]) {
				index[d] = first[d];
				d--;
			}
			if (d < 0) return;
			index[d]++;
		}
	}

	private Optional<Elements> chunk(final long... index) throws ImageException {
		final Optional<Optional<Elements>> known = cache.get(array, index);
		if (known.isPresent()) return known.get();
		final Optional<Elements> chunk = array.readChunk(index);
		cache.put(chunk, array, index.clone());
		return chunk;
	}

	/** Copies what chunk and box share, row by row. */
	private void copy(
			final Optional<Elements> chunk,
			final long[] index,
			final Elements box,
			final long[] start,
			final int... size) {
		final int axes = size.length;
		final int[] chunks = array.grid().chunks();
		final int[] from = new int[axes]; // in the chunk
		final int[] to = new int[axes]; // in the box
		final int[] length = new int[axes];
		for (int d = 0; d < axes; d++) {
			final long begin = index[d] * chunks[d];
			final long low = Math.max(begin, start[d]);
			final long high = Math.min(begin + chunks[d], start[d] + size[d]);
			from[d] = (int) (low - begin);
			to[d] = (int) (low - start[d]);
			length[d] = (int) (high - low);
		}
		final int row = axes == 0 ? 1 : length[axes - 1];
		final Elements source = chunk.orElseGet(() -> {
			final Elements fill = Elements.zeros(box.type(), row);
			fill.fill(array.spec().fill());
			return fill;
		});
		final int[] at = new int[axes];
		while (true) {
			int source0 = 0;
			int target = 0;
			for (int d = 0; d < axes; d++) {
				source0 = source0 * chunks[d] + from[d] + at[d];
				target = target * size[d] + to[d] + at[d];
			}
			System.arraycopy(source.array(), chunk.isPresent() ? source0 : 0, box.array(), target, row);
			int d = axes - 2;
			while (d >= 0 && ++at[d] == length[d]) at[d--] = 0;
			if (d < 0) return;
		}
	}
}
