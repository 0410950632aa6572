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
 * Objects grow from tops downwards, level by level, and do not meet: a pixel where they would is left as it is, and is
 * part of a line (Soille, Morphological Image Analysis, 9.2.4). Within a level they grow by a pixel at a time in one of
 * eight directions, diagonal ones first, so that lines do not depend on the order of pixels.
 */
final class Watershed {

	private static final int[] TURNS = {7, 3, 1, 5, 0, 4, 2, 6};

	/**
	 * For each neighborhood, as bits, the directions in which objects may grow into the pixel, as bits: those from an
	 * object's pixel.
	 */
	private static final byte[] WAYS = ways();

	private final short[] levels;
	private final int[] neighbors;
	private final int[] ends = new int[Levels.OBJECT];

	/** Pixels between outside and tops, those of low levels first. */
	private final int[] places;

	/** Which neighbors of a pixel are part of an object, as bits. */
	private final byte[] around;

	private Watershed(final short[] levels, final Frame frame, final int[] places, final byte[] around) {
		this.levels = levels;
		neighbors = frame.neighbors();
		this.places = places;
		this.around = around;
	}

	/**
	 * @param levels with tops only as maxima; pixels that objects grow into become {@link Levels#OBJECT}, lines between
	 *     them and what is no object's stay
	 * @param frame where they lie
	 * @param list as long, to work with
	 * @param marks as long, to work with
	 */
	static void flood(final short[] levels, final Frame frame, final int[] list, final byte[] marks) {
		final Watershed watershed = new Watershed(levels, frame, list, marks);
		watershed.sort();
		watershed.flood();
	}

	/** An object may grow where its own pixels beside a pixel are connected, and those of no other are there. */
	private static byte[] ways() {
		final byte[] ways = new byte[256];
		for (int around = 0; around < ways.length; around++) {
			final int sides = around & 0b01010101;
			final int closed = (around | sides << 1 | sides >> 1 | sides << 7) & 0xff; // a side is beside two corners
			final int changes = Integer.bitCount(closed ^ (closed >> 1 | closed << 7) & 0xff);
			if (changes < 4) ways[around] = (byte) (around << 4 | around >> 4);
		}
		return ways;
	}

	/** Notes where each level ends, and what tops are beside. */
	private void sort() {
		final int[] starts = new int[Levels.OBJECT];
		Arrays.fill(around, (byte) 0);
		for (final short level : levels) if (level > 0 && level < Levels.OBJECT) ends[level]++;
		for (int level = 1; level < ends.length; level++) {
			starts[level] = ends[level - 1];
			ends[level] += starts[level];
		}
		for (int i = 0; i < levels.length; i++)
			if (levels[i] == Levels.OBJECT) tell(i);
			else if (levels[i] > 0) places[starts[levels[i]]++] = i;
	}

	/** Tells all neighbors of a pixel that it is part of an object. */
	private void tell(final int place) {
		final int above = place + neighbors[0];
		final int below = place + neighbors[4];
		around[above - 1] |= 1 << 3;
		around[above] |= 1 << 4;
		around[above + 1] |= 1 << 5;
		around[place - 1] |= 1 << 2;
		around[place + 1] |= 1 << 6;
		around[below - 1] |= 1 << 1;
		around[below] |= 1;
		around[below + 1] |= (byte) (1 << 7);
	}

	private void flood() {
		int left = 0; // of higher levels, behind those of this one
		for (int level = Levels.OBJECT - 1; level > 0; level--) {
			final int start = ends[level - 1];
			if (start < ends[level]) left = onEdges(start, grow(start, ends[level] + left));
		}
	}

	/** @return end of those that no object has grown into, moved to the start */
	private int grow(final int start, final int end) {
		int last = end;
		int turn = 0;
		for (int open = open(start, last); open != 0; open = open(start, last)) {
			while ((open & 1 << TURNS[turn % TURNS.length]) == 0) turn++;
			last = grow(start, last, TURNS[turn++ % TURNS.length]);
		}
		return last;
	}

	/** @return the directions in which an object may grow into any of them, as bits */
	private int open(final int start, final int end) {
		int open = 0;
		for (int n = start; n < end; n++) open |= WAYS[around[places[n]] & 0xff];
		return open;
	}

	/** All at once, so that their order does not matter. */
	private int grow(final int start, final int end, final int way) {
		int last = end;
		for (int n = start; n < last; )
			if ((WAYS[around[places[n]] & 0xff] & 1 << way) == 0) n++;
			else {
				final int grown = places[n];
				places[n] = places[--last];
				places[last] = grown;
			}
		for (int n = last; n < end; n++) {
			levels[places[n]] = Levels.OBJECT;
			tell(places[n]);
		}
		return last;
	}

	/**
	 * Pixels that nothing has reached wait for the next level if they are beside the outside or at the plane's edge;
	 * others lie in hollows, whose traces {@link LineEnds} removes.
	 *
	 * @return how many wait, moved to the start
	 */
	private int onEdges(final int start, final int end) {
		int last = start;
		for (int n = start; n < end; n++) if (isOnEdge(places[n])) places[last++] = places[n];
		return last - start;
	}

	private boolean isOnEdge(final int place) {
		for (final int step : neighbors) if (levels[place + step] <= 0) return true;
		return false;
	}
}
