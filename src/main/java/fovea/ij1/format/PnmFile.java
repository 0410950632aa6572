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
package fovea.ij1.format;

import fovea.io.InputFiles;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** PBM, PGM and PPM, as text or binary: no checksums, and ImageJ fills up with black what is missing. */
final class PnmFile {

	private static final int MOST_DIGITS = 9;

	private final InputStream in;
	private long read;

	private PnmFile(final InputStream in) {
		this.in = in;
	}

	static void check(final Path file) throws FileFault, IOException {
		try (InputStream in = new BufferedInputStream(InputFiles.stream(file))) {
			new PnmFile(in).check(Files.size(file));
		}
	}

	private void check(final long size) throws FileFault, IOException {
		next();
		final int kind = next() - '0';
		if (kind < 1 || kind > 6) return; // ImageJ says what it knows
		final int width = number("its width");
		final int height = number("its height");
		final boolean isBits = kind == 1 || kind == 4;
		final int most = isBits ? 1 : number("its largest value");
		if (most < 1 || most > 0xffff) throw FileFault.damaged("expected a largest value of 1 to 65535, got " + most);
		final int samples = kind % 3 == 0 ? 3 : 1;
		new Extent(width, height, samples * (most > 255 ? 2 : 1)).check(size, kind == 4 ? 8 : 1);
		final long count = (long) width * height * samples;
		if (kind == 1) checkBits(count);
		else if (kind < 4) checkText(count, most);
		else {
			final long bytes = kind == 4 ? (width + 7) / 8 * (long) height : count * (most > 255 ? 2 : 1);
			if (read + bytes > size) throw FileFault.cutShort(read + bytes, size);
		}
	}

	private void checkText(final long count, final int most) throws FileFault, IOException {
		for (long i = 0; i < count; i++) {
			final int value = number("value " + (i + 1) + " of " + count);
			if (value > most) throw FileFault.damaged("expected values up to " + most + ", got " + value);
		}
	}

	/** Digits need no space between them. */
	private void checkBits(final long count) throws FileFault, IOException {
		for (long i = 0; i < count; ) {
			final int c = next();
			if (c == '0' || c == '1') i++;
			else if (c < 0) throw FileFault.damaged("expected " + count + " pixels, got " + i);
			else if (!Character.isWhitespace(c)) throw FileFault.damaged("expected 0 and 1, got '" + (char) c + "'");
		}
	}

	private int next() throws IOException {
		read++;
		return in.read();
	}

	/** @return the next number; takes the white space behind it, and comments before it */
	private int number(final String what) throws FileFault, IOException {
		int c = next();
		while (c == '#' || Character.isWhitespace(c)) {
			if (c == '#') while (c >= 0 && c != '\n' && c != '\r') c = next();
			c = next();
		}
		int value = 0;
		int digits = 0;
		for (; c >= '0' && c <= '9' && digits < MOST_DIGITS; digits++) {
			value = 10 * value + c - '0';
			c = next();
		}
		if (digits == 0 || c >= 0 && !Character.isWhitespace(c))
			throw FileFault.damaged("expected a number as " + what
					+ (c < 0 ? ", got the end of the file" : ", got '" + (char) c + "'"));
		return value;
	}
}
