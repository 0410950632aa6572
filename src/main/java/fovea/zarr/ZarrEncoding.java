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

import fovea.zarr.codec.ByteCodec;
import java.nio.ByteOrder;
import java.util.List;

/**
 * How a chunk becomes bytes, and shards files.
 *
 * @param endian order of bytes of an element
 * @param axes the axis of the chunk that each axis of the stored array is, slowest first: 0, 1, ... for C order, the
 *     other way round for F order
 * @param codecs what is done to the bytes of a chunk, in the order of writing
 * @param index how a shard's index is written; of no use where there are no shards
 * @param shardCodecs what is done to the bytes of a whole shard, in the order of writing; usually nothing, since all of
 *     it has to be read otherwise
 */
public record ZarrEncoding(
		ByteOrder endian, List<Integer> axes, List<ByteCodec> codecs, Index index, List<ByteCodec> shardCodecs) {

	/**
	 * @param atStart whether it is before the chunks, not behind them
	 * @param endian order of bytes of a number
	 * @param hasChecksum whether a CRC-32C is behind it
	 */
	public record Index(boolean atStart, ByteOrder endian, boolean hasChecksum) {

		/** Behind the chunks, little endian, with a checksum. */
		public static final Index DEFAULT = new Index(false, ByteOrder.LITTLE_ENDIAN, true);
	}

	/** Copies. */
	public ZarrEncoding {
		axes = List.copyOf(axes);
		codecs = List.copyOf(codecs);
		shardCodecs = List.copyOf(shardCodecs);
	}

	/** @return whether the stored order is that of the chunk */
	boolean isInOrder() {
		for (int d = 0; d < axes.size(); d++) if (axes.get(d) != d) return false;
		return true;
	}
}
