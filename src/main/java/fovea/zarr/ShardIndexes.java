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

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The indexes of the shards that were read last, since all chunks of a shard ask for its one. Thread-safe. */
final class ShardIndexes {

	private static final long MOST_BYTES = 16 << 20;

	private final Map<String, ShardIndex> indexes = new LinkedHashMap<>(16, 0.75f, true);
	private long bytes;

	synchronized ShardIndex get(final String key) {
		return indexes.get(key);
	}

	synchronized void put(final String key, final ShardIndex index) {
		forget(key);
		indexes.put(key, index);
		bytes += index.memory();
		final Iterator<ShardIndex> oldest = indexes.values().iterator();
		while (bytes > MOST_BYTES && indexes.size() > 1) {
			bytes -= oldest.next().memory();
			oldest.remove();
		}
	}

	synchronized void forget(final String key) {
		final ShardIndex index = indexes.remove(key);
		if (index != null) bytes -= index.memory();
	}
}
