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

import fovea.io.InputFiles;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The bytes of a TIFF and how its numbers are written. For one thread; reading ends where the thread is interrupted.
 */
final class TiffInput implements Closeable {

	private static final int CLASSIC = 42;
	private static final int BIG = 43;
	private static final int CLASSIC_HEADER = 8;
	private static final int BIG_HEADER = 16;

	private final FileChannel channel;
	private final long size;
	private final ByteOrder order;
	private final boolean big;
	private final long firstDirectory;

	/**
	 * @param file a TIFF
	 * @throws IOException if it cannot be read
	 * @throws TiffException if it does not begin as a TIFF does
	 */
	TiffInput(final Path file) throws IOException, TiffException {
		channel = InputFiles.channel(file);
		try {
			size = channel.size();
			final byte[] start = bytes(0, CLASSIC_HEADER, "its header");
			order = start[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
			final ByteBuffer header = ByteBuffer.wrap(start).order(order);
			final int magic = header.getShort(2);
			if (start[0] != start[1] || start[0] != 'I' && start[0] != 'M' || magic != CLASSIC && magic != BIG)
				throw TiffException.damaged("it does not begin as a TIFF does");
			big = magic == BIG;
			if (big && (header.getShort(4) != 8 || header.getShort(6) != 0))
				throw TiffException.damaged("its BigTIFF header does not fit");
			firstDirectory =
					big ? buffer(0, BIG_HEADER, "its header").getLong(8) : Integer.toUnsignedLong(header.getInt(4));
		} catch (final IOException | TiffException | RuntimeException e) {
			channel.close();
			throw e;
		}
	}

	boolean isBig() {
		return big;
	}

	ByteOrder order() {
		return order;
	}

	/** @return bytes of the file */
	long size() {
		return size;
	}

	long firstDirectory() {
		return firstDirectory;
	}

	/**
	 * @param what they are, for people
	 * @return so many bytes, in the file's order
	 * @throws TiffException if the file ends before
	 */
	ByteBuffer buffer(final long offset, final int length, final String what) throws IOException, TiffException {
		return ByteBuffer.wrap(bytes(offset, length, what)).order(order);
	}

	/** As {@link #buffer}. */
	byte[] bytes(final long offset, final int length, final String what) throws IOException, TiffException {
		if (offset < 0 || length < 0 || offset > Long.MAX_VALUE - length)
			throw TiffException.damaged(what + ": no such place in a file");
		if (offset + length > size) throw TiffException.cutShort(what, offset + length, size);
		final ByteBuffer bytes = ByteBuffer.allocate(length);
		while (bytes.hasRemaining())
			if (channel.read(bytes, offset + bytes.position()) < 0)
				throw TiffException.cutShort(what, offset + length, size);
		return bytes.array();
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
