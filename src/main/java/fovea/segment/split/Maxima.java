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
 * Which maxima of a relief are tops: from all others a way leads to something higher that goes down by no more than the
 * prominence (h-maxima; Soille, Morphological Image Analysis, 6.3.4). They are visited from the highest on. Each
 * spreads over what is lower than itself by no more than the prominence; where that meets what was visited before, it
 * is no top.
 */
final class Maxima {

	/** Marks of pixels: that they belong to a top. */
	static final byte TOP = 1;

	/** That they are in the list at work. */
	static final byte LISTED = 2;

	private static final byte VISITED = 4;

	/** Heights are sorted as whole numbers up to this one. */
	private static final double RANKS = 2e9;

	private final Relief relief;
	private final float[] heights;
	private final int[] neighbors;
	private final float prominence;

	/** Heights that differ by less may be out of order. */
	private final float rounding;

	private final byte[] marks;
	private final int[] list;
	private final int[] places;

	/** See {@link #areApart}. */
	private boolean apart;

	private Maxima(final Relief relief, final float prominence) {
		this.relief = relief;
		heights = relief.heights();
		neighbors = relief.frame().neighbors();
		this.prominence = prominence;
		rounding = 1.1f * ((relief.most() - relief.least()) / (float) RANKS);
		marks = new byte[heights.length];
		list = new int[heights.length];
		places = fromHighest();
	}

	/**
	 * @param relief not changed
	 * @param prominence by how much a top rises above the way to a higher one
	 */
	static Maxima of(final Relief relief, final float prominence) {
		final Maxima maxima = new Maxima(relief, prominence);
		if (relief.isFlat()) Arrays.fill(maxima.marks, TOP);
		for (final int place : maxima.places)
			if ((maxima.marks[place] & VISITED) == 0 && !(maxima.apart && maxima.isLow(place))) maxima.visit(place);
		return maxima;
	}

	/**
	 * What is not higher than the prominence spreads over everything, and is no top where anything else was visited
	 * before. So it needs no visit, and no island of foreground has a part in the tops of another.
	 *
	 * @return whether all that are higher than the prominence are visited before those that are not; that fails where
	 *     one is higher by so little that sorting has not seen it
	 */
	boolean areApart() {
		return apart;
	}

	/** @return all maxima, from the highest to the lowest, of equal ones from the last to the first; not a copy */
	int[] places() {
		return places;
	}

	/** @return for each pixel its marks; what it says of tops must stay */
	byte[] marks() {
		return marks;
	}

	/** @return as long as the plane with its frame, for whoever needs a list of places next */
	int[] list() {
		return list;
	}

	private int[] fromHighest() {
		final int found = collect();
		final float scale = (float) (RANKS / (relief.most() - relief.least()));
		final long[] ranked = new long[found];
		for (int n = 0; n < found; n++)
			ranked[n] = (long) (int) ((heights[list[n]] - relief.least()) * scale) << Integer.SIZE | list[n];
		Arrays.sort(ranked);
		final int[] sorted = new int[found];
		for (int n = 0; n < found; n++) sorted[n] = (int) ranked[found - 1 - n];
		apart = relief.most() > prominence;
		final int low = (int) ((prominence - relief.least()) * scale);
		for (int n = 0; n < found && apart; n++)
			apart = isLow(sorted[n]) || ranked[found - 1 - n] >> Integer.SIZE > low;
		return sorted;
	}

	private boolean isLow(final int place) {
		return heights[place] <= prominence;
	}

	/** @return how many there are, now in the list */
	private int collect() {
		final Frame frame = relief.frame();
		int found = 0;
		for (int y = 0; y < frame.height(); y++)
			for (int i = frame.at(0, y), end = i + frame.width(); i < end; i++)
				if (heights[i] > relief.least() && isMaximum(i)) list[found++] = i;
		return found;
	}

	private boolean isMaximum(final int place) {
		for (final int step : neighbors) if (heights[place + step] > heights[place]) return false;
		return true;
	}

	/** Where something is higher by so little that sorting has not seen it, that comes first. */
	private void visit(final int maximum) {
		int highest = maximum;
		int start;
		do {
			start = highest;
			highest = spread(start);
		} while (highest != start);
	}

	/** @return where it is highest; if that is not the start, nothing has been marked */
	private int spread(final int start) {
		int highest = start;
		float height = heights[start];
		boolean top = true;
		list[0] = start;
		marks[start] |= LISTED;
		int size = 1;
		for (int n = 0; n < size; n++)
			for (final int step : neighbors) {
				final int next = list[n] + step;
				if ((marks[next] & LISTED) != 0) continue;
				if ((marks[next] & VISITED) != 0 || heights[next] > height + rounding) {
					top = false;
					break;
				}
				if (heights[next] >= height - prominence) {
					if (heights[next] > height) {
						height = heights[next];
						highest = next;
					}
					marks[next] |= LISTED;
					list[size++] = next;
				}
			}
		final byte mark = highest != start ? 0 : top ? VISITED | TOP : VISITED;
		for (int n = 0; n < size; n++) marks[list[n]] = mark;
		return highest;
	}
}
