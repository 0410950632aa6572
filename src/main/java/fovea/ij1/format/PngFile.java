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
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** PNG: every part has a checksum, which Java's reader does not compare. */
final class PngFile {

	private static final int SIGNATURE = 8;
	private static final int AROUND_DATA = 12;

	/** A deflated byte holds at most 1032; a pixel may be a bit. */
	private static final double PIXELS_PER_BYTE = 1032 * 8;

	private PngFile() {}

	static void check(final Path file) throws FileFault, IOException {
		checkParts(file);
		DecodedFile.check(file, "png", PIXELS_PER_BYTE, warning -> false);
	}

	private static void checkParts(final Path file) throws FileFault, IOException {
		final long size = Files.size(file);
		try (DataInputStream in = new DataInputStream(new BufferedInputStream(InputFiles.stream(file)))) {
			in.skipNBytes(SIGNATURE);
			String type = "";
			for (long at = SIGNATURE; !type.equals("IEND"); ) {
				if (at + AROUND_DATA > size) throw FileFault.cutShort(at + AROUND_DATA, size);
				final int length = in.readInt();
				final long end = at + AROUND_DATA + Integer.toUnsignedLong(length);
				final CRC32 crc = new CRC32();
				type = readType(in, crc);
				if (!type.matches("[A-Za-z]{4}") || length < 0)
					throw FileFault.damaged("expected a part at byte " + at + ", got none");
				if (end > size) throw FileFault.cutShort(end, size);
				readData(in, length, crc);
				if (in.readInt() != (int) crc.getValue())
					throw FileFault.damaged("the checksum of its part " + type + " is wrong");
				at = end;
			}
		}
	}

	private static String readType(final DataInputStream in, final CRC32 crc) throws IOException {
		final byte[] type = in.readNBytes(4);
		crc.update(type);
		return new String(type, StandardCharsets.ISO_8859_1);
	}

	private static void readData(final DataInputStream in, final int length, final CRC32 crc) throws IOException {
		final byte[] buffer = new byte[1 << 13];
		for (int left = length; left > 0; ) {
			final int read = in.readNBytes(buffer, 0, Math.min(left, buffer.length));
			if (read == 0) return; // shorter than it was a moment ago
			crc.update(buffer, 0, read);
			left -= read;
		}
	}
}
