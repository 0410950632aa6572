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
package fovea.infer.geometry;

import java.util.Arrays;

/**
 * What a network needs and does along the axes that are cut into tiles (x, y and, if it has them, z, t).
 *
 * @param stride tiles must begin at multiples of it for a tile to be computed as in the whole image
 * @param halo input pixels around a tile that its results depend on (half the receptive field, rounded up to the
 *     stride)
 * @param scale output pixels per input pixel
 * @param border output pixels that are lost at either end (valid padding)
 * @param global whether a result depends on more than could be measured, so that tiles cannot equal the whole
 * @param bytesPerPixel native memory per input pixel of a run, at least 1
 */
public record TileGeometry(
		int[] stride, int[] halo, double[] scale, int[] border, boolean global, double bytesPerPixel) {

	/**
	 * @param declared halo to use instead, input pixels
	 * @return this with another halo, rounded up to the stride and to the border that is lost
	 */
	public TileGeometry withHalo(final int[] declared) {
		final int[] rounded = new int[declared.length];
		for (int d = 0; d < declared.length; d++)
			rounded[d] = roundUp(Math.max(declared[d], (int) Math.ceil(border[d] / scale[d])), stride[d]);
		return new TileGeometry(stride, rounded, scale, border, global, bytesPerPixel);
	}

	/** @return the halo without which the result would be smaller than the image: none, but for valid padding */
	public int[] leastHalo() {
		return withHalo(new int[halo.length]).halo();
	}

	/**
	 * @return whether a picture that lies on its side, x and y exchanged, is cut and scaled as one that stands; the
	 *     halo aside
	 */
	public boolean isSameLying() {
		return stride[0] == stride[1] && scale[0] == scale[1] && border[0] == border[1];
	}

	/** @return this with the larger halo of x and y for both, so that tiles may be exchanged, too */
	public TileGeometry withEqualHalo() {
		final int[] equal = halo.clone();
		equal[0] = Math.max(halo[0], halo[1]);
		equal[1] = equal[0];
		return new TileGeometry(stride, equal, scale, border, global, bytesPerPixel);
	}

	/** @return this with another stride, the halo rounded up to it */
	TileGeometry withStride(final int[] declared) {
		return new TileGeometry(declared, halo, scale, border, global, bytesPerPixel).withHalo(halo);
	}

	/** @return this, known to cover all that a result depends on: somebody says so */
	TileGeometry trusted() {
		return new TileGeometry(stride, halo, scale, border, false, bytesPerPixel);
	}

	/**
	 * @param d axis
	 * @param length input pixels
	 * @return output pixels a network gives for them
	 */
	public int outputLength(final int d, final int length) {
		return (int) Math.round(length * scale[d]) - 2 * border[d];
	}

	public static int roundUp(final int value, final int step) {
		return (value + step - 1) / step * step;
	}

	@Override
	public String toString() {
		return "stride " + Arrays.toString(stride) + ", halo " + Arrays.toString(halo) + ", scale "
				+ Arrays.toString(scale) + ", border " + Arrays.toString(border) + (global ? ", global" : "") + ", "
				+ Math.round(bytesPerPixel) + " bytes per pixel";
	}
}
