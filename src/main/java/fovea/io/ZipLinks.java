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
package fovea.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Looks for symbolic links in a zip's central directory, which java.util.zip does not show: it would unpack a link as a
 * small file that holds the link's target.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE.TXT, 4.3.12, 4.3.16 and 4.4.15</a>
 */
final class ZipLinks {

	private static final int END_SIGNATURE = 0x06054b50;
	private static final int ENTRY_SIGNATURE = 0x02014b50;
	private static final int END_BYTES = 22;
	private static final int ENTRY_BYTES = 46;
	private static final int MAX_COMMENT = 0xFFFF;
	private static final long MAX_DIRECTORY = 64 << 20;
	private static final int UNIX_TYPE = 0170000;
	private static final int UNIX_LINK = 0120000;

	private ZipLinks() {}

	/**
	 * @param zip a file
	 * @return the name of the first symbolic link; empty if there is none, or if the directory cannot be followed
	 *     (damaged, or of the 64-bit kind)
	 * @throws IOException if the file cannot be read
	 */
	static Optional<String> first(final Path zip) throws IOException {
		try (FileChannel channel = InputFiles.channel(zip)) {
			final int tailBytes = (int) Math.min(channel.size(), END_BYTES + MAX_COMMENT);
			final long tailStart = channel.size() - tailBytes;
			final ByteBuffer tail = read(channel, tailStart, tailBytes);
			for (int i = tail.limit() - END_BYTES; i >= 0; i--) {
				if (tail.getInt(i) != END_SIGNATURE) continue;
				final long bytes = Integer.toUnsignedLong(tail.getInt(i + 12));
				// counted from the end, since something may stand before the zip
				final long start = tailStart + i - bytes;
				if (start < 0 || bytes > MAX_DIRECTORY) return Optional.empty();
				return firstOf(read(channel, start, (int) bytes));
			}
			return Optional.empty();
		}
	}

	private static Optional<String> firstOf(final ByteBuffer directory) {
		int at = 0;
		while (at + ENTRY_BYTES <= directory.limit() && directory.getInt(at) == ENTRY_SIGNATURE) {
			final int nameBytes = Short.toUnsignedInt(directory.getShort(at + 28));
			final int mode = directory.getInt(at + 38) >>> 16;
			if ((mode & UNIX_TYPE) == UNIX_LINK) {
				final byte[] name = new byte[Math.min(nameBytes, directory.limit() - at - ENTRY_BYTES)];
				directory.get(at + ENTRY_BYTES, name);
				return Optional.of(new String(name, StandardCharsets.UTF_8));
			}
			at += ENTRY_BYTES
					+ nameBytes
					+ Short.toUnsignedInt(directory.getShort(at + 30))
					+ Short.toUnsignedInt(directory.getShort(at + 32));
		}
		return Optional.empty();
	}

	private static ByteBuffer read(final FileChannel channel, final long start, final int bytes) throws IOException {
		final ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
		while (buffer.hasRemaining() && channel.read(buffer, start + buffer.position()) >= 0) {
			// reads on until full or at the end of the file
		}
		return buffer.flip();
	}
}
