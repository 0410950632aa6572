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
package fovea.ij1.tiff;

import java.util.Arrays;

/**
 * LZW as TIFF has it: codes of 9 to 12 bits, highest bit first. It has no checksum, but those who compress take the
 * longest string that there is, so that no string comes twice: where one does, now and then, the data were changed
 * afterwards.
 */
final class Lzw implements Decoder {

	private static final int CLEAR = 256;
	private static final int END = 257;
	private static final int FIRST = 258;
	private static final int CODES = 4096;
	private static final int MIN_BITS = 9;
	private static final int MAX_BITS = 12;

	/** Beyond, it is the way of who compressed it. */
	private static final double MAX_REPEATED = 0.1;

	private final int[] prefix = new int[CODES];
	private final byte[] last = new byte[CODES];
	private final byte[] first = new byte[CODES];
	private final int[] length = new int[CODES];
	/** Strings that begin with a code's: the latest of them, and to each the one before. */
	private final int[] longer = new int[CODES];

	private final int[] sibling = new int[CODES];
	private long strings;
	private long repeated;

	Lzw() {
		for (int i = 0; i < CLEAR; i++) {
			last[i] = (byte) i;
			first[i] = (byte) i;
			length[i] = 1;
		}
	}

	/** @return whether what was decoded so far has few strings that came twice */
	boolean isSuspect() {
		return repeated > 0 && repeated < strings * MAX_REPEATED;
	}

	@Override
	public byte[] decode(final byte[] data, final int expected, final int full) throws Misfit {
		if (data.length > 1 && data[0] == 0 && (data[1] & 1) == 1)
			throw new Misfit("LZW with its bits in the order of before TIFF 6");
		final byte[] bytes = new byte[full];
		int out = 0;
		int next = FIRST;
		int width = MIN_BITS;
		int before = -1;
		long bit = 0;
		final long end = data.length * 8L;
		clear();
		while (true) {
			if (bit + width > end) {
				if (out == expected || out == full) break; // some leave the end out
				throw new Misfit("its end is missing after " + out + " of " + expected + " bytes");
			}
			final int code = code(data, bit, width);
			bit += width;
			if (code == END) break;
			if (code == CLEAR) {
				clear();
				next = FIRST;
				width = MIN_BITS;
				before = -1;
				continue;
			}
			if (before < 0 ? code > CLEAR : code > next || code == next && next == CODES)
				throw new Misfit("no such code: " + code);
			if (before >= 0 && next < CODES) {
				add(next, before, code == next ? first[before] : first[code]);
				next++;
			}
			if (out + length[code] > full) throw new Misfit("expected " + expected + " bytes, got more");
			out += length[code];
			int at = out;
			for (int c = code, left = length[code]; left > 0; left--) {
				bytes[--at] = last[c];
				c = prefix[c];
			}
			before = code;
			if (next >= (1 << width) - 1 && width < MAX_BITS) width++;
		}
		if (end - bit >= 32) throw new Misfit("bytes behind its end");
		return Decoder.ofLength(bytes, out, expected, full);
	}

	private void clear() {
		Arrays.fill(longer, -1);
	}

	private void add(final int code, final int before, final byte next) {
		strings++;
		for (int other = longer[before]; other >= 0; other = sibling[other])
			if (last[other] == next) {
				repeated++;
				break;
			}
		prefix[code] = before;
		last[code] = next;
		first[code] = first[before];
		length[code] = length[before] + 1;
		sibling[code] = longer[before];
		longer[before] = code;
	}

	private static int code(final byte[] data, final long bit, final int width) {
		final int at = (int) (bit >> 3);
		final int three = (data[at] & 0xff) << 16
				| (at + 1 < data.length ? (data[at + 1] & 0xff) << 8 : 0)
				| (at + 2 < data.length ? data[at + 2] & 0xff : 0);
		return three >> 24 - (int) (bit & 7) - width & (1 << width) - 1;
	}
}
