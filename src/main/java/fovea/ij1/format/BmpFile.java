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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** BMP: no checksums, but it says where its pixels begin and how many there are. */
final class BmpFile {

	private static final int HEADERS = 54;
	private static final int SHORT_HEADER = 12;

	/** A run of 255 pixels is two bytes. */
	private static final double PIXELS_PER_BYTE = 128;

	private BmpFile() {}

	static void check(final Path file) throws FileFault, IOException {
		final long size = Files.size(file);
		final ByteBuffer header = FileStart.of(file, HEADERS).order(ByteOrder.LITTLE_ENDIAN);
		if (header.getInt(14) == SHORT_HEADER) return; // of OS/2, which ImageJ refuses by itself
		final long start = Integer.toUnsignedLong(header.getInt(10));
		final int width = header.getInt(18);
		final long height = Math.abs((long) header.getInt(22)); // from the top if negative
		final int bits = header.getShort(28);
		final int compression = header.getInt(30);
		if (bits != 1 && bits != 4 && bits != 8 && bits != 16 && bits != 24 && bits != 32)
			throw FileFault.damaged("expected 1 to 32 bits per pixel, got " + bits);
		if (compression < 0 || compression > 6)
			throw FileFault.damaged("there is no compression of number " + compression);
		new Extent(width, height, bits <= 8 ? 1 : 4).check(size, PIXELS_PER_BYTE);
		if (compression != 0 && compression != 3) return;
		final long needed = start + ((long) width * bits + 31) / 32 * 4 * height;
		if (needed > size) throw FileFault.cutShort(needed, size);
	}
}
