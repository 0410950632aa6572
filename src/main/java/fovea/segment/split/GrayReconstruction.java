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
 * Gray reconstruction by dilation, and the regional maxima of a plane: pixels of equal height without a higher
 * neighbor. Together they give h-maxima: what is left of a plane's maxima once those are taken away that rise by less
 * than h above the way to a higher one (Vincent, Morphological Grayscale Reconstruction in Image Analysis, IEEE
 * Transactions on Image Processing 2, 1993, hybrid algorithm; Soille, Morphological Image Analysis, 6.3.4). Only
 * foreground exists: heights outside are not looked at, and no way leads through there. Pixels are neighbors by edge or
 * corner. Not thread-safe.
 */
final class GrayReconstruction {

	private final Frame frame;
	private final boolean[] inside;
	private final int[] neighbors;
	private final int[] queue;

	/**
	 * @param inside which pixels of the frame there are; those around the plane are none
	 * @param frame where they lie
	 */
	GrayReconstruction(final boolean[] inside, final Frame frame) {
		this.inside = inside;
		this.frame = frame;
		neighbors = frame.neighbors();
		queue = new int[frame.length()];
	}

	/**
	 * @param heights of the plane with its frame; not changed
	 * @param h how much a maximum rises at least, above 0
	 * @return number of each pixel's h-maximum, from 1 on in raster order, 0 for pixels of none; every connected part
	 *     of the foreground has at least one
	 */
	int[] maxima(final float[] heights, final float h) {
		final float[] lowered = new float[heights.length];
		for (int i = 0; i < lowered.length; i++) lowered[i] = inside[i] ? heights[i] - h : Float.NEGATIVE_INFINITY;
		reconstruct(lowered, heights);
		return regionalMaxima(lowered);
	}

	/**
	 * Dilates a plane under another one until nothing changes.
	 *
	 * @param marker nowhere above the mask; becomes the reconstruction
	 * @param mask not changed
	 */
	void reconstruct(final float[] marker, final float[] mask) {
		final int half = neighbors.length / 2;
		final int[] before = new int[half];
		final int[] after = new int[half];
		int b = 0;
		int a = 0;
		for (final int step : neighbors)
			if (step < 0) before[b++] = step;
			else after[a++] = step;
		for (int y = 0; y < frame.height(); y++)
			for (int i = frame.at(0, y), end = i + frame.width(); i < end; i++) raise(marker, mask, i, before);
		int size = 0;
		for (int y = frame.height() - 1; y >= 0; y--)
			for (int i = frame.at(frame.width() - 1, y), end = i - frame.width(); i > end; i--) {
				raise(marker, mask, i, after);
				if (inside[i] && spreads(marker, mask, i, after)) queue[size++] = i;
			}
		spread(marker, mask, size);
	}

	private void raise(final float[] marker, final float[] mask, final int i, final int[] steps) {
		if (!inside[i]) return;
		float most = marker[i];
		for (final int step : steps) if (marker[i + step] > most) most = marker[i + step];
		marker[i] = Math.min(most, mask[i]);
	}

	private boolean spreads(final float[] marker, final float[] mask, final int i, final int[] steps) {
		for (final int step : steps) if (isRaisedBy(marker, mask, i, i + step)) return true;
		return false;
	}

	private boolean isRaisedBy(final float[] marker, final float[] mask, final int i, final int beside) {
		return inside[beside] && marker[beside] < marker[i] && marker[beside] < mask[beside];
	}

	/** A pixel may wait more than once, never more often than there is room: the queue goes round. */
	private void spread(final float[] marker, final float[] mask, final int waiting) {
		final boolean[] listed = new boolean[marker.length];
		for (int n = 0; n < waiting; n++) listed[queue[n]] = true;
		int first = 0;
		int size = waiting;
		while (size > 0) {
			final int i = queue[first];
			first = first + 1 == queue.length ? 0 : first + 1;
			size--;
			listed[i] = false;
			for (final int step : neighbors) {
				final int beside = i + step;
				if (!isRaisedBy(marker, mask, i, beside)) continue;
				marker[beside] = Math.min(marker[i], mask[beside]);
				if (listed[beside]) continue;
				listed[beside] = true;
				int end = first + size++;
				if (end >= queue.length) end -= queue.length;
				queue[end] = beside;
			}
		}
	}

	/**
	 * @param heights of the plane with its frame
	 * @return number of each pixel's maximum, from 1 on in raster order, 0 for pixels of none
	 */
	int[] regionalMaxima(final float[] heights) {
		final int[] numbers = new int[heights.length];
		final boolean[] seen = new boolean[heights.length];
		int found = 0;
		for (int y = 0; y < frame.height(); y++)
			for (int i = frame.at(0, y), end = i + frame.width(); i < end; i++)
				if (inside[i] && !seen[i]) {
					final int size = plateau(heights, i, seen);
					if (size < 0) continue;
					found++;
					for (int n = 0; n < size; n++) numbers[queue[n]] = found;
				}
		return numbers;
	}

	/** @return how many pixels the plateau has, now in the queue; below 0 if there is a higher one beside it */
	private int plateau(final float[] heights, final int start, final boolean[] seen) {
		boolean top = true;
		queue[0] = start;
		seen[start] = true;
		int size = 1;
		for (int n = 0; n < size; n++)
			for (final int step : neighbors) {
				final int beside = queue[n] + step;
				if (!inside[beside]) continue;
				if (heights[beside] > heights[start]) top = false;
				else if (heights[beside] == heights[start] && !seen[beside]) {
					seen[beside] = true;
					queue[size++] = beside;
				}
			}
		return top ? size : -1;
	}
}
