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
package fovea.image;

/**
 * A square of an image around something, which may reach beyond it: pixels there are mirrored, the border pixel
 * repeated.
 *
 * @param x left edge in the image, pixels
 * @param y upper edge in the image, pixels
 * @param side rows and columns, at least 1
 */
public record SquareCrop(int x, int y, int side) {

	/**
	 * @param left edge of a bounding box, pixels
	 * @param top edge of it
	 * @param width of it, at least 1
	 * @param height of it, at least 1
	 * @param margin beyond each side, as a part of the longer side of the box, 0 or more
	 * @return the square around the box's center whose side is the longer one with the margin, in whole pixels
	 */
	public static SquareCrop around(
			final int left, final int top, final int width, final int height, final double margin) {
		final int side = (int) Math.round(Math.max(width, height) * (1 + 2 * margin));
		return new SquareCrop(
				Math.floorDiv(2 * left + width - side, 2), Math.floorDiv(2 * top + height - side, 2), side);
	}

	/**
	 * @param plane of any number of channels
	 * @param rows of the result
	 * @param columns of the result
	 * @return the square's pixels, resized bilinearly; nothing is smoothed before where it gets smaller
	 */
	public Raster of(final Raster plane, final int rows, final int columns) {
		final int n = plane.channels();
		final float[] values = new float[Math.multiplyExact(Math.multiplyExact(side, side), n)];
		for (int row = 0, to = 0; row < side; row++)
			for (int column = 0; column < side; column++, to += n)
				System.arraycopy(plane.data(), from(plane, row, column) * n, values, to, n);
		return Resampling.bilinear(new Raster(side, side, n, values), rows, columns);
	}

	/** @return place in the plane, row by row, of a pixel of the square */
	public int from(final Raster plane, final int row, final int column) {
		return mirrored(y + row, plane.height()) * plane.width() + mirrored(x + column, plane.width());
	}

	private static int mirrored(final int position, final int length) {
		final int within = Math.floorMod(position, 2 * length);
		return within < length ? within : 2 * length - 1 - within;
	}
}
