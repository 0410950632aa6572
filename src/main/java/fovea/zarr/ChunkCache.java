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

import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The chunks that were read last, of one array or several, up to a number of bytes; Java takes them back where memory
 * is short. Thread-safe. Two threads that miss the same chunk at once both read it.
 */
public final class ChunkCache {

	private static final int ENTRY_BYTES = 128;

	private final long mostBytes;
	private final Map<Place, Held> held = new LinkedHashMap<>(16, 0.75f, true);
	private long bytes;

	/** @param mostBytes of chunks that are kept; 0 to keep none */
	public ChunkCache(final long mostBytes) {
		this.mostBytes = mostBytes;
	}

	/** @return what is known of a chunk: empty if nothing, an empty one inside if it is all fill value */
	synchronized Optional<Optional<Elements>> get(final ZarrArray array, final long... index) {
		final Held known = held.get(new Place(array, index));
		if (known == null) return Optional.empty();
		if (known.chunk == null) return Optional.of(Optional.empty());
		final Elements chunk = known.chunk.get();
		return chunk == null ? Optional.empty() : Optional.of(Optional.of(chunk));
	}

	synchronized void put(final Optional<Elements> chunk, final ZarrArray array, final long... index) {
		final long size = ENTRY_BYTES
				+ chunk.map(each -> (long) each.length() * Elements.bytes(each.type()))
						.orElse(0L);
		if (size > mostBytes) return;
		final Held before = held.put(
				new Place(array, index), new Held(chunk.map(SoftReference::new).orElse(null), size));
		bytes += size - (before == null ? 0 : before.bytes);
		final Iterator<Held> oldest = held.values().iterator();
		while (bytes > mostBytes) {
			bytes -= oldest.next().bytes;
			oldest.remove();
		}
	}

	/** Forgets all, for instance since something else was written. */
	public synchronized void clear() {
		held.clear();
		bytes = 0;
	}

	/** @return bytes of what is kept */
	public synchronized long bytes() {
		return bytes;
	}

	private record Held(SoftReference<Elements> chunk, long bytes) {}

	private record Place(ZarrArray array, long[] index) {

		@Override
		public boolean equals(final Object other) {
			return other instanceof final Place place && place.array == array && Arrays.equals(place.index, index);
		}

		@Override
		public int hashCode() {
			return System.identityHashCode(array) * 31 + Arrays.hashCode(index);
		}
	}
}
