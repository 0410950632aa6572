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
package fovea.model.graph;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;

/**
 * Bytes of a message as they will be written. Long values of constants stay in the file that they were read from, so
 * that a graph of a gigabyte takes little memory. Immutable.
 */
public final class Encoded {

	static final Encoded NONE = new Encoded(List.of());

	private static final int BUFFER = 1 << 16;

	private final List<Part> parts;

	/** @param parts in their order */
	Encoded(final List<Part> parts) {
		this.parts = List.copyOf(parts);
	}

	/** Some bytes. */
	sealed interface Part {

		long length();
	}

	/**
	 * Bytes in memory.
	 *
	 * @param bytes are not copied
	 */
	record Held(byte[] bytes) implements Part {

		@Override
		public long length() {
			return bytes.length;
		}
	}

	/**
	 * Bytes of the file that was read.
	 *
	 * @param position of the first
	 * @param length how many
	 */
	record Lying(long position, long length) implements Part {}

	/** @return the parts, in their order */
	List<Part> parts() {
		return parts;
	}

	/** @return number of bytes */
	public long length() {
		return parts.stream().mapToLong(Part::length).sum();
	}

	/**
	 * @param out takes all bytes; stays open
	 * @param source the file that was read; stays open
	 * @throws IOException if one cannot be read or the other not be written, or the file has become shorter
	 */
	public void writeTo(final OutputStream out, final FileChannel source) throws IOException {
		for (final Part part : parts)
			if (part instanceof Held held) out.write(held.bytes);
			else copy((Lying) part, source, out);
	}

	private static void copy(final Lying part, final FileChannel source, final OutputStream out) throws IOException {
		final ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER, part.length));
		long position = part.position;
		final long end = part.position + part.length;
		while (position < end) {
			buffer.clear().limit((int) Math.min(buffer.capacity(), end - position));
			final int read = source.read(buffer, position);
			if (read < 0) throw new EOFException("the file has become shorter while it was read");
			out.write(buffer.array(), 0, read);
			position += read;
		}
	}
}
