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

import ij.ImageStack;
import ij.VirtualStack;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.UnaryOperator;

/**
 * Makes what ImageJ's encoder writes a TIFF of signed pixels. ImageJ moves them up by 32768 and says so in a
 * description that no other program looks at; here they are written as they are, and each directory says that they have
 * signs. It gets an entry for that in place of one that says nothing (NewSubfileType), so that nothing else moves.
 */
public final class SignedFormat extends FilterOutputStream {

	private static final int ENTRY = 12;
	private static final int HEADER = 8;
	private static final int SHORT = 3;
	private static final int SIGNED = 2;

	private final ByteArrayOutputStream held = new ByteArrayOutputStream();
	private ByteOrder order = ByteOrder.BIG_ENDIAN;
	private long written;
	/** Where the next directory begins; at first the header. -1: there is none. */
	private long next;

	/** @param out takes the TIFF; ImageJ's encoder writes to this */
	public SignedFormat(final OutputStream out) {
		super(out);
	}

	/**
	 * @param stack of ImageJ's signed pixels
	 * @param values of a plane of such pixels
	 * @return the same as they are to be written
	 */
	public static VirtualStack values(final ImageStack stack, final UnaryOperator<short[]> values) {
		return new VirtualStack(stack.getWidth(), stack.getHeight()) {

			@Override
			public int getSize() {
				return stack.getSize();
			}

			@Override
			public ImageProcessor getProcessor(final int n) {
				return new ShortProcessor(
						stack.getWidth(), stack.getHeight(), values.apply((short[]) stack.getPixels(n)), null);
			}
		};
	}

	@Override
	public void write(final int b) throws IOException {
		if (written != next) {
			out.write(b);
			written++;
			return;
		}
		held.write(b);
		if (held.size() == needed()) release();
	}

	@Override
	public void write(final byte[] bytes, final int offset, final int length) throws IOException {
		int at = offset;
		final int end = offset + length;
		while (at < end) {
			if (written == next) write(bytes[at++]);
			else {
				final int n = (int) Math.min(end - at, next > written ? next - written : Integer.MAX_VALUE);
				out.write(bytes, at, n);
				written += n;
				at += n;
			}
		}
	}

	/** @return bytes of what is held, as far as that is known */
	private int needed() {
		if (written == 0) return HEADER;
		if (held.size() < 2) return 2;
		final int entries = Short.toUnsignedInt(
				ByteBuffer.wrap(held.toByteArray()).order(order).getShort());
		return 2 + entries * ENTRY + 4;
	}

	private void release() throws IOException {
		final byte[] bytes = held.toByteArray();
		if (written > 0 && bytes.length == 2) return; // its entries are to come
		held.reset();
		if (written == 0) {
			order = bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
			next = following(bytes, 4);
			out.write(bytes);
		} else {
			next = following(bytes, bytes.length - 4);
			out.write(withSign(bytes));
		}
		written += bytes.length;
	}

	private long following(final byte[] bytes, final int at) {
		final long offset =
				Integer.toUnsignedLong(ByteBuffer.wrap(bytes).order(order).getInt(at));
		return offset == 0 ? -1 : offset;
	}

	/** @return the directory without its entry 254, and with 339 */
	private byte[] withSign(final byte[] directory) {
		final ByteBuffer from = ByteBuffer.wrap(directory).order(order);
		final ByteBuffer to = ByteBuffer.allocate(directory.length).order(order);
		final int entries = Short.toUnsignedInt(from.getShort());
		if (Short.toUnsignedInt(from.getShort(2)) != Tag.NEW_SUBFILE_TYPE)
			throw new IllegalStateException("ImageJ's encoder begins otherwise");
		to.putShort((short) entries);
		boolean done = false;
		for (int i = 1; i <= entries; i++) {
			final boolean last = i == entries;
			if (!done && (last || Short.toUnsignedInt(from.getShort(2 + i * ENTRY)) > Tag.SAMPLE_FORMAT)) {
				to.putShort((short) Tag.SAMPLE_FORMAT)
						.putShort((short) SHORT)
						.putInt(1)
						.putShort((short) SIGNED)
						.putShort((short) 0);
				done = true;
			}
			if (!last) to.put(directory, 2 + i * ENTRY, ENTRY);
		}
		return to.put(directory, directory.length - 4, 4).array();
	}
}
