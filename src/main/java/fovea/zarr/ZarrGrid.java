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

import java.util.Arrays;

/**
 * How an array is cut. All arrays here have one entry for each axis; an array of no axes has one element. Chunks at the
 * end of an axis are as large as all others; what is beyond the array means nothing.
 *
 * @param shape of the array, each at least 0
 * @param chunks shape of a chunk, the unit of reading, each at least 1
 * @param shards shape of what is in one file, multiples of {@code chunks}; the same where there are no shards
 * @param isSharded whether files are shards, with an index of their chunks; a shard may have one chunk only
 */
public record ZarrGrid(long[] shape, int[] chunks, int[] shards, boolean isSharded) {

	/** Checks and copies. */
	public ZarrGrid {
		if (chunks.length != shape.length || shards.length != shape.length)
			throw new IllegalArgumentException("numbers of axes differ");
		for (int d = 0; d < shape.length; d++)
			if (shape[d] < 0 || chunks[d] < 1 || shards[d] < 1 || shards[d] % chunks[d] != 0)
				throw new IllegalArgumentException("axis " + d + ": " + shape[d] + ", " + chunks[d] + ", " + shards[d]);
		if (!isSharded && !Arrays.equals(chunks, shards)) throw new IllegalArgumentException("shards without shards");
		shape = shape.clone();
		chunks = chunks.clone();
		shards = shards.clone();
	}

	/** Without shards. */
	public ZarrGrid(final long[] shape, final int... chunks) {
		this(shape, chunks, chunks, false);
	}

	@Override
	public long[] shape() {
		return shape.clone();
	}

	@Override
	public int[] chunks() {
		return chunks.clone();
	}

	@Override
	public int[] shards() {
		return shards.clone();
	}

	/** @return number of axes */
	public int axes() {
		return shape.length;
	}

	/** @return number of chunks along each axis, that at the end included */
	public long[] chunkCounts() {
		return counts(chunks);
	}

	/** @return number of files along each axis */
	public long[] shardCounts() {
		return counts(shards);
	}

	/** @return elements of a chunk; more than an array of Java may have if the grid is none that can be read */
	public long chunkElements() {
		return elements(chunks);
	}

	/** @return number of chunks in a shard */
	public long chunksPerShard() {
		return elements(perShard());
	}

	/** @return number of chunks in a shard along each axis */
	public int[] perShard() {
		final int[] counts = new int[shape.length];
		for (int d = 0; d < counts.length; d++) counts[d] = shards[d] / chunks[d];
		return counts;
	}

	/**
	 * @param chunk index of a chunk, along each axis
	 * @return index of the shard that it is in
	 */
	public long[] shardOf(final long... chunk) {
		final long[] shard = new long[shape.length];
		final int[] counts = perShard();
		for (int d = 0; d < shard.length; d++) shard[d] = chunk[d] / counts[d];
		return shard;
	}

	/** @return place of a chunk within its shard, in C order */
	int placeInShard(final long... chunk) {
		final int[] counts = perShard();
		int place = 0;
		for (int d = 0; d < counts.length; d++) place = place * counts[d] + (int) (chunk[d] % counts[d]);
		return place;
	}

	void require(final long[] counts, final long... index) {
		if (index.length != counts.length) throw new IndexOutOfBoundsException(Arrays.toString(index));
		for (int d = 0; d < counts.length; d++)
			if (index[d] < 0 || index[d] >= counts[d])
				throw new IndexOutOfBoundsException(Arrays.toString(index) + " of " + Arrays.toString(counts));
	}

	private long[] counts(final int[] parts) {
		final long[] counts = new long[shape.length];
		for (int d = 0; d < counts.length; d++) counts[d] = shape[d] / parts[d] + (shape[d] % parts[d] == 0 ? 0 : 1);
		return counts;
	}

	/** @return the product; {@link Long#MAX_VALUE} if it is larger */
	private static long elements(final int[] lengths) {
		long product = 1;
		for (final int length : lengths) {
			if (product > Long.MAX_VALUE / length) return Long.MAX_VALUE;
			product *= length;
		}
		return product;
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof final ZarrGrid grid
				&& Arrays.equals(grid.shape, shape)
				&& Arrays.equals(grid.chunks, chunks)
				&& Arrays.equals(grid.shards, shards)
				&& grid.isSharded == isSharded;
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(shape) * 31 + Arrays.hashCode(chunks);
	}

	@Override
	public String toString() {
		return Arrays.toString(shape) + " in chunks of " + Arrays.toString(chunks)
				+ (isSharded ? " in shards of " + Arrays.toString(shards) : "");
	}
}
