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
 * A rectangle of pixels, in all channels, slices and frames of an image.
 *
 * @param x of the left column, 0-based
 * @param y of the upper row, 0-based
 * @param width in pixels
 * @param height in pixels
 */
public record Box(int x, int y, int width, int height) {

	/** Factors such as 0.1 are not exact. */
	private static final double ROUNDING = 1e-6;

	/**
	 * @param image any
	 * @return all of it
	 */
	public static Box of(final Image image) {
		return new Box(0, 0, image.size(Image.X), image.size(Image.Y));
	}

	/** @return the column after the last */
	public int endX() {
		return x + width;
	}

	/** @return the row after the last */
	public int endY() {
		return y + height;
	}

	/** @return whether it is all of an image */
	public boolean isAllOf(final Image image) {
		return equals(of(image));
	}

	/**
	 * @param margin pixels on each side
	 * @param grid edges within the image are at multiples of it
	 * @param image that it stays within
	 * @return the larger box
	 */
	public Box grown(final int margin, final int grid, final Image image) {
		final int left = Math.max(0, Math.floorDiv(x - margin, grid) * grid);
		final int top = Math.max(0, Math.floorDiv(y - margin, grid) * grid);
		final int right = Math.min(image.size(Image.X), -Math.floorDiv(-endX() - margin, grid) * grid);
		final int bottom = Math.min(image.size(Image.Y), -Math.floorDiv(-endY() - margin, grid) * grid);
		return new Box(left, top, right - left, bottom - top);
	}

	/**
	 * @param factorX pixels of another image per pixel
	 * @param factorY the same for y
	 * @return the pixels of the other image that it covers, be it in part
	 */
	public Box scaled(final double factorX, final double factorY) {
		final int left = (int) Math.floor(x * factorX + ROUNDING);
		final int top = (int) Math.floor(y * factorY + ROUNDING);
		return new Box(
				left,
				top,
				(int) Math.ceil(endX() * factorX - ROUNDING) - left,
				(int) Math.ceil(endY() * factorY - ROUNDING) - top);
	}

	/** @return whether a pixel lies in it */
	public boolean contains(final int column, final int row) {
		return column >= x && column < endX() && row >= y && row < endY();
	}
}
