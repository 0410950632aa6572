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
package fovea.segment.split;

import java.util.Arrays;

/**
 * Heights of a plane's pixels: how far inside of objects they lie.
 *
 * @param heights 0 outside of objects, at least {@link #FLOOR} inside, below all others around the plane
 * @param frame where they lie
 * @param least of the plane
 * @param most of the plane
 */
record Relief(float[] heights, Frame frame, float least, float most) {

	/** Foreground lies above it, even where the distance is 0. */
	static final float FLOOR = 1;

	/**
	 * @param foreground of the plane, row by row, not 0 where objects are
	 * @param interior not 0 in their insides
	 * @param width of the plane
	 * @return the smoothed distances to what is outside the insides
	 */
	static Relief of(final byte[] foreground, final byte[] interior, final int width) {
		final Frame frame = new Frame(width, foreground.length / width);
		final float[] heights = DistanceMap.of(interior, frame);
		// Outlines are jagged by a pixel.
		PixelBlur.blur(heights, frame);
		float least = Float.MAX_VALUE;
		float most = 0;
		for (int y = 0, p = 0; y < frame.height(); y++)
			for (int i = frame.at(0, y), end = i + width; i < end; i++, p++) {
				heights[i] = foreground[p] == 0 ? 0 : heights[i] + FLOOR;
				least = Math.min(least, heights[i]);
				most = Math.max(most, heights[i]);
			}
		return of(heights, frame, least, most);
	}

	/** @return heights as they are, but for those around the plane, which are set */
	static Relief of(final float[] heights, final Frame frame, final float least, final float most) {
		surround(heights, frame);
		return new Relief(heights, frame, least, most);
	}

	private static void surround(final float[] heights, final Frame frame) {
		final int stride = frame.stride();
		Arrays.fill(heights, 0, stride, Float.NEGATIVE_INFINITY);
		Arrays.fill(heights, heights.length - stride, heights.length, Float.NEGATIVE_INFINITY);
		for (int i = stride; i < heights.length; i += stride) {
			heights[i] = Float.NEGATIVE_INFINITY;
			heights[i + stride - 1] = Float.NEGATIVE_INFINITY;
		}
	}

	boolean isFlat() {
		return most <= least;
	}
}
