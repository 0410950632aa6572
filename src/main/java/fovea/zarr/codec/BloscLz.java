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

import java.util.Arrays;

/**
 * The Lempel-Ziv format of Blosc's own, a descendant of FastLZ: a control byte below 32 is followed by so many literals
 * and one more; of others the upper three bits begin a match's length, and the lower five its distance.
 */
final class BloscLz {

	/** Matches beyond this have their distance, less this, in two bytes of their own. */
	private static final int NEAR = 8191;

	private static final int SHORTEST = 3;

	private final byte[] in;
	private final int end;
	private final byte[] out;
	private int at;
	private int size;

	private BloscLz(final byte[] in, final int from, final int length, final int most) {
		this.in = in;
		this.at = from;
		this.end = from + length;
		this.out = new byte[most];
	}

	static byte[] decode(final byte[] data, final int from, final int length, final int most) throws DamagedException {
		if (length == 0) return new byte[0];
		final BloscLz decoder = new BloscLz(data, from, length, (int) Math.min(most, 256L * length));
		decoder.run();
		return Arrays.copyOf(decoder.out, decoder.size);
	}

	private void run() throws DamagedException {
		int control = next() & 31; // the first is literals
		while (true) {
			if (control < 32) literals(control + 1);
			else match(control);
			if (at >= end) return;
			control = next();
		}
	}

	private void literals(final int count) throws DamagedException {
		if (count > end - at || count > out.length - size) throw wrong();
		System.arraycopy(in, at, out, size, count);
		at += count;
		size += count;
	}

	private void match(final int control) throws DamagedException {
		int length = (control >> 5) - 1 + SHORTEST;
		if (control >> 5 == 7) {
			int more;
			do {
				more = next();
				length += more;
				if (length > out.length - size) throw wrong();
			} while (more == 255);
		}
		final int high = control & 31;
		final int low = next();
		int distance = (high << 8) + low + 1;
		if (high == 31 && low == 255) distance = (next() << 8) + next() + NEAR + 1;
		if (distance > size || length > out.length - size) throw wrong();
		for (final int stop = size + length; size < stop; size++) out[size] = out[size - distance];
	}

	private int next() throws DamagedException {
		if (at >= end) throw wrong();
		return in[at++] & 0xFF;
	}

	private static DamagedException wrong() {
		return new DamagedException("expected blosclz, got something else");
	}
}
