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

import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads the strips and tiles of a file's pages. For one thread. */
final class BlockReader {

	/** No way of compressing here makes more bytes of one. */
	private static final int MAX_RATIO = 2100;

	private final TiffInput in;
	private final Lzw lzw = new Lzw();

	BlockReader(final TiffInput in) {
		this.in = in;
	}

	/**
	 * @param page whose block it is
	 * @param index of the block
	 * @param rows that are needed
	 * @return its rows, without predictor, in the buffer's order
	 * @throws TiffException if it is damaged
	 */
	ByteBuffer read(final TiffPage page, final int index, final int rows) throws IOException, TiffException {
		final BlockGrid grid = page.grid();
		final int samples = page.planar() ? 1 : page.samples();
		final long row = page.type().rowBytes((long) grid.width() * samples);
		// tiles are always whole, the last strip may be
		final long full = row * grid.height();
		final long expected = grid.tiled() ? full : row * rows;
		final String name = "page " + page.number() + ", " + grid.name(index);
		if (full > Integer.MAX_VALUE - 8) throw TiffException.unsupported(name + " has " + full + " bytes");
		if (grid.tiled() && grid.counts().length > 0 && grid.counts()[index] == 0 && grid.offsets()[index] == 0)
			return ByteBuffer.allocate((int) full); // left out, since it is empty
		if (page.compression() == Compression.NONE) return raw(page, index, expected, name);
		final byte[] data = data(page, index, expected, name);
		try {
			final byte[] bytes = switch (page.compression()) {
				case JPEG ->
					new JpegBlocks(page.jpegTables())
							.decode(
									data,
									grid.width(),
									grid.tiled() ? grid.height() : rows,
									samples,
									page.color() == TiffPage.Color.YCBCR);
				case LZW -> lzw.decode(data, (int) expected, (int) full);
				case DEFLATE -> new Deflate().decode(data, (int) expected, (int) full);
				case PACK_BITS -> new PackBits().decode(data, (int) expected, (int) full);
				case NONE -> throw new IllegalStateException();
			};
			// without compression a predictor is not applied, and nor is it to JPEG
			return page.compression() == Compression.JPEG
					? ByteBuffer.wrap(bytes)
					: Predictor.undo(bytes, in.order(), page.predictor(), page.type(), grid.width(), samples);
		} catch (final Decoder.Misfit e) {
			throw TiffException.damaged(name + ": " + e.getMessage());
		}
	}

	/** @throws TiffException if what was read so far has been changed since it was compressed, as far as LZW tells */
	void checkLzw() throws TiffException {
		if (lzw.isSuspect()) throw TiffException.damaged("its LZW data has strings twice");
	}

	private ByteBuffer raw(final TiffPage page, final int index, final long expected, final String name)
			throws IOException, TiffException {
		final long[] counts = page.grid().counts();
		if (counts.length > 0 && counts[index] < expected)
			throw TiffException.damaged(name + ": expected " + expected + " bytes, got " + counts[index]);
		final byte[] bytes = in.bytes(page.grid().offsets()[index], (int) expected, name);
		if (page.reversed()) reverse(bytes);
		return ByteBuffer.wrap(bytes).order(in.order());
	}

	private byte[] data(final TiffPage page, final int index, final long expected, final String name)
			throws IOException, TiffException {
		final BlockGrid grid = page.grid();
		final long offset = grid.offsets()[index];
		final long count = grid.counts().length > 0 ? grid.counts()[index] : in.size() - offset;
		if (count < 1 || count > Integer.MAX_VALUE - 8) throw TiffException.damaged(name + " has " + count + " bytes");
		if (page.compression() != Compression.JPEG && expected / count > MAX_RATIO)
			throw TiffException.damaged(name + ": " + count + " bytes cannot be " + expected);
		final byte[] data = in.bytes(offset, (int) count, name);
		if (page.reversed()) reverse(data);
		return data;
	}

	private static void reverse(final byte[] bytes) {
		for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) (Integer.reverse(bytes[i]) >>> 24);
	}
}
