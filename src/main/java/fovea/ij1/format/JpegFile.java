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
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * JPEG: what its frame says is asked before anything is decoded, since ImageJ's decoder ends in a stack trace with
 * CMYK.
 */
final class JpegFile {

	/** Some writers put their own bytes behind the image. */
	private static final int TAIL = 1 << 16;

	/** 64 pixels of a bit, the least code; further scans may have none for runs of blocks. */
	private static final double PIXELS_PER_BYTE = 64 * 8;

	private static final String SAVE = "; save it with another program as 8-bit gray or RGB, for example as PNG";

	private JpegFile() {}

	static void check(final Path file) throws FileFault, IOException {
		InputFiles.requireRegular(file);
		checkFrame(file);
		if (!hasEnd(file)) throw FileFault.cutShort();
		DecodedFile.check(file, "jpeg", PIXELS_PER_BYTE, JpegFile::isDamage);
	}

	/** The JPEG library's own words. */
	private static boolean isDamage(final String warning) {
		return warning.startsWith("Corrupt JPEG data") || warning.startsWith("Premature end");
	}

	/** Goes from marker to marker up to the frame's. */
	private static void checkFrame(final Path file) throws FileFault, IOException {
		try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
			for (long at = 2; at + 10 <= in.length(); ) {
				in.seek(at);
				if (in.read() != 0xff) throw FileFault.damaged("expected a marker at byte " + at + ", got none");
				final int marker = in.read();
				if (marker == 0xff) { // padding
					at++;
					continue;
				}
				if (isFrame(marker)) {
					checkFrame(in, marker);
					return;
				}
				at += 2 + (isAlone(marker) ? 0 : in.readUnsignedShort());
			}
			throw FileFault.damaged("there is no image in it");
		}
	}

	private static boolean isFrame(final int marker) {
		return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
	}

	private static boolean isAlone(final int marker) {
		return marker == 0x01 || marker >= 0xd0 && marker <= 0xd8;
	}

	private static void checkFrame(final RandomAccessFile in, final int marker) throws FileFault, IOException {
		in.skipBytes(2);
		final int bits = in.read();
		in.skipBytes(4);
		final int components = in.read();
		if (components == 4)
			throw FileFault.unsupported("it is a CMYK JPEG (four color components), which ImageJ cannot read" + SAVE);
		if (marker > 0xc2)
			throw FileFault.unsupported("it is a JPEG whose coding (frame type " + (marker - 0xc0)
					+ ", such as lossless or arithmetic) cannot be read here" + SAVE);
		if (bits != 8) throw FileFault.unsupported("it is a JPEG of " + bits + " bits per sample, expected 8" + SAVE);
		if (components != 1 && components != 3)
			throw FileFault.unsupported("it is a JPEG of " + components + " color components, expected 1 or 3" + SAVE);
	}

	/** Readers fill up with gray what is missing. Within its data the marker of the end cannot occur. */
	private static boolean hasEnd(final Path file) throws IOException {
		final byte[] tail;
		try (RandomAccessFile jpeg = new RandomAccessFile(file.toFile(), "r")) {
			tail = new byte[(int) Math.min(jpeg.length(), TAIL)];
			jpeg.seek(jpeg.length() - tail.length);
			jpeg.readFully(tail);
		}
		for (int i = 1; i < tail.length; i++) if (tail[i - 1] == (byte) 0xff && tail[i] == (byte) 0xd9) return true;
		return false;
	}
}
