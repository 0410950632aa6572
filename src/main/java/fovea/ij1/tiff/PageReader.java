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

/** Puts the blocks of pages together. For one thread. */
final class PageReader {

	private static final float MAX_EXACT = 1 << 24;

	private final BlockReader blocks;
	private long rounded;

	PageReader(final BlockReader blocks) {
		this.blocks = blocks;
	}

	/** @return how many integers of 32 bits there were that floating point of 32 bits cannot hold */
	long rounded() {
		return rounded;
	}

	/**
	 * @param page any
	 * @return an array of pixels for each of its channels: byte[], short[] or float[] (see {@link SampleType#plane});
	 *     one of int[] for RGB
	 * @throws TiffException if it is damaged
	 */
	Object[] read(final TiffPage page) throws IOException, TiffException {
		final int pixels = page.width() * page.height();
		final Object[] planes = new Object[page.samples() - page.alpha()];
		for (int s = 0; s < planes.length; s++) planes[s] = page.type().plane(pixels);
		final BlockGrid grid = page.grid();
		final int ofEach = grid.across() * grid.down();
		final int parts = page.planar() ? planes.length : 1;
		for (int index = 0; index < ofEach * parts; index++) {
			final int row = index % ofEach / grid.across();
			final int column = index % ofEach % grid.across();
			final int rows = grid.rows(row, page.height());
			final ByteBuffer block = blocks.read(page, index, rows);
			for (int y = 0; y < rows; y++) {
				final int to = (row * grid.height() + y) * page.width() + column * grid.width();
				final int count = Math.min(grid.width(), page.width() - column * grid.width());
				if (page.planar()) copy(page.type(), block, grid.width(), y, 0, 1, planes[index / ofEach], to, count);
				else
					for (int s = 0; s < planes.length; s++)
						copy(page.type(), block, grid.width(), y, s, page.samples(), planes[s], to, count);
			}
		}
		return page.isRgb() ? new Object[] {rgb(page, planes)} : planes;
	}

	private void copy(
			final SampleType type,
			final ByteBuffer block,
			final int width,
			final int y,
			final int sample,
			final int samples,
			final Object plane,
			final int to,
			final int count) {
		final int rowBytes = (int) type.rowBytes((long) width * samples);
		final ByteBuffer row = block.slice(y * rowBytes, rowBytes).order(block.order());
		switch (type.store()) {
			case BYTE -> {
				final byte[] pixels = (byte[]) plane;
				if (samples == 1 && type.bits() == 8) row.get(0, pixels, to, count);
				else if (type.bits() == 1)
					for (int i = 0; i < count; i++)
						pixels[to + i] = (byte) (type.value(row, i * samples + sample) == 0 ? 0 : 255);
				else for (int i = 0; i < count; i++) pixels[to + i] = (byte) type.value(row, i * samples + sample);
			}
			case SHORT -> {
				final short[] pixels = (short[]) plane;
				if (samples == 1 && type.bits() == 16) row.asShortBuffer().get(0, pixels, to, count);
				else
					for (int i = 0; i < count; i++)
						pixels[to + i] = (short) (int) type.value(row, i * samples + sample);
			}
			case SIGNED_SHORT -> {
				final short[] pixels = (short[]) plane;
				for (int i = 0; i < count; i++)
					pixels[to + i] = (short) ((int) type.value(row, i * samples + sample) + 32768);
			}
			case FLOAT -> floats(type, row, sample, samples, (float[]) plane, to, count);
		}
	}

	private void floats(
			final SampleType type,
			final ByteBuffer row,
			final int sample,
			final int samples,
			final float[] pixels,
			final int to,
			final int count) {
		final boolean exact = type.format() == SampleType.Format.FLOAT;
		if (exact && samples == 1 && type.bits() == 32) row.asFloatBuffer().get(0, pixels, to, count);
		else
			for (int i = 0; i < count; i++) {
				final double value = type.value(row, i * samples + sample);
				pixels[to + i] = (float) value;
				if (!exact && Math.abs(value) > MAX_EXACT && pixels[to + i] != value) rounded++;
			}
	}

	private static int[] rgb(final TiffPage page, final Object[] planes) {
		final int[] pixels = new int[page.width() * page.height()];
		final boolean cmyk = page.color() == TiffPage.Color.CMYK;
		for (int i = 0; i < pixels.length; i++) {
			final int a = ((byte[]) planes[0])[i] & 0xff;
			final int b = ((byte[]) planes[1])[i] & 0xff;
			final int c = ((byte[]) planes[2])[i] & 0xff;
			pixels[i] =
					cmyk ? ofCmyk(a, b, c, 255 - (((byte[]) planes[3])[i] & 0xff)) : 0xff << 24 | a << 16 | b << 8 | c;
		}
		return pixels;
	}

	private static int ofCmyk(final int c, final int m, final int y, final int light) {
		return 0xff << 24 | (255 - c) * light / 255 << 16 | (255 - m) * light / 255 << 8 | (255 - y) * light / 255;
	}
}
