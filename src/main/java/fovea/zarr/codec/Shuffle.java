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
package fovea.zarr.codec;

import java.util.Locale;

/** How Blosc puts the bytes of elements into another order, so that they pack better. */
public enum Shuffle {
	/** Not at all. */
	NOSHUFFLE,
	/** First bytes of all elements, then second ones, and so on. */
	SHUFFLE,
	/** First bits of all elements, then second ones, and so on. */
	BITSHUFFLE;

	/** @return the name that Zarr v3 has for it */
	public String label() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** @return the same bytes in the other order; elements that are not whole stay at the end */
	byte[] apply(final byte[] raw, final int from, final int length, final int typeSize) {
		final byte[] out = new byte[length];
		final int elements = length / typeSize;
		int done = 0;
		if (isBytes(typeSize)) {
			for (int e = 0; e < elements; e++)
				for (int b = 0; b < typeSize; b++) out[b * elements + e] = raw[from + e * typeSize + b];
			done = elements * typeSize;
		} else if (isBits(elements, typeSize, length)) {
			final int row = elements / 8;
			for (int e = 0; e < elements; e++)
				for (int b = 0; b < typeSize; b++) {
					final int value = raw[from + e * typeSize + b];
					for (int bit = 0; bit < 8; bit++)
						out[(b * 8 + bit) * row + (e >> 3)] |= (byte) ((value >> bit & 1) << (e & 7));
				}
			done = elements * typeSize;
		}
		System.arraycopy(raw, from + done, out, done, length - done);
		return out;
	}

	/** Undoes {@link #apply}: from {@code shuffled} into {@code out} at {@code to}. */
	void undo(final byte[] shuffled, final byte[] out, final int to, final int typeSize) {
		final int length = shuffled.length;
		final int elements = length / typeSize;
		int done = 0;
		if (isBytes(typeSize)) {
			for (int b = 0; b < typeSize; b++)
				for (int e = 0; e < elements; e++) out[to + e * typeSize + b] = shuffled[b * elements + e];
			done = elements * typeSize;
		} else if (isBits(elements, typeSize, length)) {
			final int row = elements / 8;
			for (int b = 0; b < typeSize; b++)
				for (int e = 0; e < elements; e++) {
					int value = 0;
					for (int bit = 0; bit < 8; bit++)
						value |= (shuffled[(b * 8 + bit) * row + (e >> 3)] >> (e & 7) & 1) << bit;
					out[to + e * typeSize + b] = (byte) value;
				}
			done = elements * typeSize;
		}
		System.arraycopy(shuffled, done, out, to + done, length - done);
	}

	private boolean isBytes(final int typeSize) {
		return this == SHUFFLE && typeSize > 1;
	}

	/** Blosc leaves blocks alone whose number of elements is no multiple of 8. */
	private boolean isBits(final int elements, final int typeSize, final int length) {
		return this == BITSHUFFLE && length >= typeSize && elements % 8 == 0;
	}
}
