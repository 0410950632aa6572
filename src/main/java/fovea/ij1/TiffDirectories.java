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
package fovea.ij1;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for what keeps ImageJ's TIFF reader busy for ever: it believes how many values an entry has, reads on behind the end
 * of the file, and follows directories in a circle.
 *
 * @see <a href="https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf">TIFF 6.0, section 2</a>
 */
final class TiffDirectories {

	private static final int HEADER_BYTES = 8;
	private static final int ENTRY_BYTES = 12;
	private static final int MAGIC = 42;
	/** Bytes of a value, by type; of those that are not known one. */
	private static final int[] TYPE_BYTES = { 1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4 };

	private final RandomAccessFile in;
	private final boolean littleEndian;

	private TiffDirectories(final RandomAccessFile in, final boolean littleEndian) {
		this.in = in;
		this.littleEndian = littleEndian;
	}

	/**
	 * @param file a TIFF
	 * @return what is wrong with its directories, for people; empty if they have an end, or end with the file
	 * @throws IOException if it cannot be read
	 */
	static Optional<String> broken(final Path file) throws IOException {
		try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
			if (in.length() < HEADER_BYTES) return Optional.empty();
			final TiffDirectories tiff = new TiffDirectories(in, in.read() == 'I');
			in.seek(2);
			return tiff.number(2) == MAGIC ? tiff.search() : Optional.empty(); // other kinds ImageJ does not read
		}
	}

	private Optional<String> search() throws IOException {
		final long size = in.length();
		final Set<Long> seen = new HashSet<>();
		for (long at = number(4); at > 0 && at + 2 <= size;) {
			if (!seen.add(at)) return Optional.of("its directories form a circle");
			in.seek(at);
			final int entries = (int) number(2);
			final long next = at + 2 + (long) entries * ENTRY_BYTES;
			for (int i = 0; i < entries && in.getFilePointer() + ENTRY_BYTES <= size; i++) {
				final long tag = number(2);
				final int type = (int) number(2);
				final long values = number(4);
				number(4);
				if (values * (type < TYPE_BYTES.length ? TYPE_BYTES[type] : 1) > size) return Optional.of("its entry " + tag +
					" has " + values + " values, which is more than the file");
			}
			if (next + 4 > size) return Optional.empty();
			in.seek(next);
			at = number(4);
		}
		return Optional.empty();
	}

	/** @return the next number of so many bytes, without sign */
	private long number(final int bytes) throws IOException {
		long value = 0;
		for (int i = 0; i < bytes; i++) {
			final long b = in.readUnsignedByte();
			value = littleEndian ? value | b << 8 * i : value << 8 | b;
		}
		return value;
	}
}
