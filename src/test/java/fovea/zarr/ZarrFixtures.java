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
import java.util.Optional;

/** The values that scripts/fixtures/make_zarr.py writes: 3 x 20 x 21 elements, by a formula. */
final class ZarrFixtures {

	static final long[] SHAPE = {3, 20, 21};

	private ZarrFixtures() {}

	static Elements values(final DataType type) {
		final Elements values = Elements.zeros(type, 3 * 20 * 21);
		for (int i = 0; i < values.length(); i++) set(values, i, i);
		return values;
	}

	/** Puts the element of the array's place {@code place} into {@code values}. */
	static void set(final Elements values, final int at, final int place) {
		final long steps = place / 3 * 5L + place % 3;
		switch (values.type()) {
			case BOOL -> values.set(at, place / 3 % 2L);
			case FLOAT16, FLOAT32, FLOAT64 -> values.set(at, steps * 0.25 - 20);
			case UINT8, UINT16, UINT32, UINT64 -> values.set(at, steps - 300);
			default -> values.set(at, steps - 250);
		}
	}

	/** @return all of an array, by chunks */
	static Elements all(final ZarrArray array) throws Exception {
		final long[] shape = array.grid().shape();
		final int[] size = new int[shape.length];
		for (int d = 0; d < size.length; d++) size[d] = (int) shape[d];
		return new RegionReader(array, new ChunkCache(1 << 20)).read(new long[size.length], size);
	}

	/** Writes a whole array shard by shard; {@code all} is in C order. */
	static void write(final ZarrArray array, final Elements all) throws Exception {
		final long[] counts = array.grid().shardCounts();
		final long[] shard = new long[counts.length];
		for (final long count : counts) if (count == 0) return;
		while (true) {
			array.writeShard(index -> Optional.of(chunk(array.grid(), all, index)), shard.clone());
			int d = counts.length - 1;
			while (d >= 0 && ++shard[d] == counts[d]) shard[d--] = 0;
			if (d < 0) return;
		}
	}

	static Elements chunk(final ZarrGrid grid, final Elements all, final long... index) {
		final int[] chunks = grid.chunks();
		final Elements chunk = Elements.zeros(all.type(), (int) grid.chunkElements());
		for (int i = 0; i < chunk.length(); i++) {
			int rest = i;
			long place = 0;
			long stride = 1;
			boolean isInside = true;
			for (int d = chunks.length - 1; d >= 0; d--) {
				final long at = index[d] * chunks[d] + rest % chunks[d];
				rest /= chunks[d];
				isInside &= at < grid.shape()[d];
				place += at * stride;
				stride *= grid.shape()[d];
			}
			if (isInside) System.arraycopy(all.array(), (int) place, chunk.array(), i, 1);
		}
		return chunk;
	}
}
