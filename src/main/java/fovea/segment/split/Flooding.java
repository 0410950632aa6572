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
 * Objects that grow from their middles, always by the highest pixel beside one of them, of equal ones by that which was
 * beside one first; beside middles the first is that in raster order. So what objects become in a connected part of a
 * plane does not depend on the rest of it. Not thread-safe.
 */
final class Flooding {

	private static final int FIRST_ROOM = 1 << 10;

	private final boolean[] inside;
	private final float[] heights;
	private final int[] numbers;
	private final Frame frame;
	private final int[] neighbors;

	/** A heap: low and early ones last. The upper half of a key is the height, the lower half the order. */
	private long[] keys = new long[FIRST_ROOM];

	private int[] places = new int[FIRST_ROOM];
	private int size;

	/**
	 * @param inside where objects may grow, with the frame
	 * @param heights of pixels, with the frame
	 * @param numbers of the objects that pixels belong to, 0 for none, with the frame; filled
	 * @param frame of all of these
	 */
	Flooding(final boolean[] inside, final float[] heights, final int[] numbers, final Frame frame) {
		this.inside = inside;
		this.heights = heights;
		this.numbers = numbers;
		this.frame = frame;
		neighbors = frame.neighbors();
	}

	/** Numbers all that can be reached. */
	void flood() {
		int order = 0;
		for (int y = 0; y < frame.height(); y++)
			for (int i = frame.at(0, y), end = i + frame.width(); i < end; i++)
				if (numbers[i] != 0 && isBesideFree(i)) add(i, ++order);
		while (size > 0) {
			final int place = takeHighest();
			for (final int step : neighbors) {
				final int beside = place + step;
				if (!inside[beside] || numbers[beside] != 0) continue;
				numbers[beside] = numbers[place];
				add(beside, ++order);
			}
		}
	}

	private boolean isBesideFree(final int place) {
		for (final int step : neighbors) if (inside[place + step] && numbers[place + step] == 0) return true;
		return false;
	}

	private void add(final int place, final int order) {
		if (size == keys.length) {
			keys = Arrays.copyOf(keys, 2 * size);
			places = Arrays.copyOf(places, 2 * size);
		}
		final long key = key(heights[place], order);
		int at = size++;
		while (at > 0 && keys[(at - 1) / 2] > key) {
			keys[at] = keys[(at - 1) / 2];
			places[at] = places[(at - 1) / 2];
			at = (at - 1) / 2;
		}
		keys[at] = key;
		places[at] = place;
	}

	/** Smaller for higher pixels. */
	private static long key(final float height, final int order) {
		final int bits = Float.floatToIntBits(height);
		final int rising = bits ^ bits >> Integer.SIZE - 1 & Integer.MAX_VALUE;
		return (long) ~rising << Integer.SIZE | order;
	}

	private int takeHighest() {
		final int highest = places[0];
		final long key = keys[--size];
		final int place = places[size];
		int at = 0;
		for (int child = 1; child < size; child = 2 * at + 1) {
			if (child + 1 < size && keys[child + 1] < keys[child]) child++;
			if (keys[child] >= key) break;
			keys[at] = keys[child];
			places[at] = places[child];
			at = child;
		}
		keys[at] = key;
		places[at] = place;
		return highest;
	}
}
