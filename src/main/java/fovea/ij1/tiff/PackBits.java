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

/** Runs of equal bytes. Nothing in the data tells of changed bytes, but their number does. */
final class PackBits implements Decoder {

	@Override
	public byte[] decode(final byte[] data, final int expected, final int full) throws Misfit {
		final byte[] bytes = new byte[full];
		int length = 0;
		int at = 0;
		while (at < data.length && length < full) {
			final int head = data[at++];
			if (head == -128) continue; // nothing, by definition
			final int run = head >= 0 ? head + 1 : 1 - head;
			final int read = head >= 0 ? run : 1;
			if (at + read > data.length) throw new Misfit("a run goes beyond its end");
			if (length + run > full) throw new Misfit("expected " + expected + " bytes, got more");
			if (head >= 0) System.arraycopy(data, at, bytes, length, run);
			else java.util.Arrays.fill(bytes, length, length + run, data[at]);
			at += read;
			length += run;
		}
		if (data.length - at > 1) throw new Misfit("bytes behind its end");
		return Decoder.ofLength(bytes, length, expected, full);
	}
}
