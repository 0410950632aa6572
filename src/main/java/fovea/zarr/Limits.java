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

/** Sizes beyond which an array is not read here: metadata may say anything. */
final class Limits {

	static final int METADATA_BYTES = 64 << 20;

	private static final int MOST_AXES = 32;
	private static final long MOST_CHUNK_BYTES = 1 << 30;
	private static final long MOST_CHUNKS_PER_SHARD = 1 << 22;

	private Limits() {}

	static void require(final ZarrSpec spec, final String where) throws ImageException {
		final ZarrGrid grid = spec.grid();
		if (grid.axes() > MOST_AXES) throw wrong(where, "at most " + MOST_AXES + " axes, got " + grid.axes());
		final int width = Elements.bytes(spec.type());
		if (width == 0)
			throw wrong(
					where, "integers, floats or booleans, got " + spec.type().label());
		if (grid.chunkElements() > MOST_CHUNK_BYTES / width)
			throw wrong(where, "chunks of at most " + MOST_CHUNK_BYTES + " bytes, got " + grid);
		if (grid.chunksPerShard() > MOST_CHUNKS_PER_SHARD)
			throw wrong(where, "shards of at most " + MOST_CHUNKS_PER_SHARD + " chunks, got " + grid);
		long elements = 1;
		for (final long length : grid.shape()) {
			if (length > 0 && elements > Long.MAX_VALUE / length)
				throw wrong(where, "fewer than 2^63 elements, got " + grid);
			elements *= Math.max(1, length);
		}
	}

	/** @param bytes that are about to be taken */
	static void requireMemory(final long bytes, final String where) throws ImageException {
		if (bytes > Runtime.getRuntime().maxMemory())
			throw new ImageException("A chunk of " + where + " takes " + (bytes >> 20) + " MB of memory, Java has "
					+ (Runtime.getRuntime().maxMemory() >> 20) + " MB in all; give it more");
	}

	static ImageException wrong(final String where, final String expected) {
		return new ImageException("Array " + where + ": expected " + expected);
	}

	/** @return whether elements of a type can be in an array here */
	static boolean isKnown(final DataType type) {
		return Elements.bytes(type) > 0;
	}
}
