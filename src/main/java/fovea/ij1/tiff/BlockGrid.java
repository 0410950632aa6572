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

/**
 * The strips or tiles of a page.
 *
 * @param tiled whether they are tiles: then all are of the same size, also where they go beyond the page
 * @param width pixels along x of each
 * @param height rows of each; the last strip may have fewer
 * @param across how many there are along x
 * @param down how many there are along y
 * @param offsets where each begins in the file: by rows, then, where each sample has its own, by samples
 * @param counts bytes of each; empty if it is not said
 */
record BlockGrid(boolean tiled, int width, int height, int across, int down, long[] offsets, long[] counts) {

	/**
	 * @param directory of the page
	 * @param planes how often the page is there: once, or once for each sample
	 * @throws TiffException if blocks are missing
	 */
	static BlockGrid of(final TiffDirectory directory, final int width, final int height, final int planes)
			throws IOException, TiffException {
		final boolean tiled = directory.has(Tag.TILE_WIDTH);
		final long blockWidth = tiled ? directory.number(Tag.TILE_WIDTH, 0) : width;
		final long blockHeight = tiled
				? directory.number(Tag.TILE_LENGTH, 0)
				: Math.min(height, directory.number(Tag.ROWS_PER_STRIP, height));
		if (blockWidth < 1 || blockHeight < 1 || blockWidth * blockHeight > Integer.MAX_VALUE - 8)
			throw TiffException.damaged("blocks of " + blockWidth + " x " + blockHeight + " pixels");
		// some have tiles in the entries of strips
		final boolean ownEntries = tiled && directory.has(Tag.TILE_OFFSETS);
		final long[] offsets = directory.numbers(ownEntries ? Tag.TILE_OFFSETS : Tag.STRIP_OFFSETS);
		final long[] counts = directory.numbers(
				tiled && directory.has(Tag.TILE_BYTE_COUNTS) ? Tag.TILE_BYTE_COUNTS : Tag.STRIP_BYTE_COUNTS);
		final int across = (int) ((width + blockWidth - 1) / blockWidth);
		final int down = (int) ((height + blockHeight - 1) / blockHeight);
		final long needed = (long) across * down * planes;
		if (offsets.length < needed || counts.length != 0 && counts.length < needed)
			throw TiffException.damaged("expected " + needed + " " + (tiled ? "tiles" : "strips") + ", got "
					+ offsets.length + " offsets and " + counts.length + " lengths");
		return new BlockGrid(tiled, (int) blockWidth, (int) blockHeight, across, down, offsets, counts);
	}

	/** @return rows that are in the block, within the page */
	int rows(final int row, final int pageHeight) {
		return Math.min(height, pageHeight - row * height);
	}

	/** @return for people */
	String name(final int index) {
		return (tiled ? "tile " : "strip ") + (index + 1);
	}
}
