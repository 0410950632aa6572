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

/**
 * Takes foreground apart by a map of how deep each pixel lies in its object, as a network tells it: its h-maxima are
 * the objects' middles, and each pixel goes to the middle that a watershed on the map reaches it from (Meyer, Un
 * algorithme optimal de ligne de partage des eaux, 1991: the highest pixel beside an object is next). No lines are left
 * between objects, and every part of the foreground has an object. Stateless and thread-safe.
 */
public final class DepthSplitter {

	/** How far an object's middle rises at least above the way to a deeper one: of 1, which is an object's depth. */
	static final float PROMINENCE = 0.2f;

	/**
	 * @param foreground of one plane, row by row: pixels that are not 0 belong to objects
	 * @param depths of its pixels: largest in the middle of an object, 0 or more; outside of the foreground of no
	 *     account
	 * @param width of the plane in pixels
	 * @param labels of the same length; becomes 0 outside of the foreground, else the object's number, from 1 on
	 *     without gaps, in raster order of the objects' middles
	 * @return how many objects there are
	 */
	public int split(final byte[] foreground, final float[] depths, final int width, final int[] labels) {
		final Frame frame = new Frame(width, foreground.length / width);
		final boolean[] inside = new boolean[frame.length()];
		final float[] heights = new float[frame.length()];
		for (int y = 0, p = 0; y < frame.height(); y++)
			for (int i = frame.at(0, y), end = i + width; i < end; i++, p++) {
				inside[i] = foreground[p] != 0;
				heights[i] = Float.isNaN(depths[p]) ? 0 : depths[p];
			}
		final int[] numbers = new GrayReconstruction(inside, frame).maxima(heights, PROMINENCE);
		int found = 0;
		for (final int number : numbers) found = Math.max(found, number);
		new Flooding(inside, heights, numbers, frame).flood();
		for (int y = 0, p = 0; y < frame.height(); y++, p += width)
			System.arraycopy(numbers, frame.at(0, y), labels, p, width);
		return found;
	}
}
