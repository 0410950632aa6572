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

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Deflate in the format of zlib, whose end is a checksum (Adler-32). */
final class Deflate implements Decoder {

	/** Some writers fill up to a number of bytes that is a multiple of something. */
	private static final int PADDING = 8;

	@Override
	public byte[] decode(final byte[] data, final int expected, final int full) throws Misfit {
		final Inflater inflater = new Inflater();
		try {
			inflater.setInput(data);
			final byte[] bytes = new byte[full];
			int length = 0;
			// where all is there the checksum is still to come, for which there has to be room
			final byte[] beyond = new byte[1];
			while (!inflater.finished()) {
				final boolean isFull = length == full;
				final int n = isFull ? inflater.inflate(beyond) : inflater.inflate(bytes, length, full - length);
				if (isFull && n > 0) throw new Misfit("expected " + expected + " bytes, got more");
				length += n;
				if (n == 0 && !inflater.finished() && (inflater.needsInput() || inflater.needsDictionary()))
					throw new Misfit("its end is missing after " + length + " of " + expected + " bytes");
			}
			if (inflater.getRemaining() > PADDING) throw new Misfit("bytes behind its end");
			return Decoder.ofLength(bytes, length, expected, full);
		} catch (final DataFormatException e) {
			throw new Misfit(e.getMessage() == null ? "no deflate data" : e.getMessage());
		} finally {
			inflater.end();
		}
	}
}
