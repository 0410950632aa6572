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
 * Objects grow from tops downwards, level by level, and do not meet: a pixel where they would is left as it is, and is
 * part of a line (Soille, Morphological Image Analysis, 9.2.4). Within a level they grow by a pixel at a time in one of
 * eight directions, diagonal ones first, so that lines do not depend on the order of pixels.
 */
final class Watershed {

	private static final int[] TURNS = {7, 3, 1, 5, 0, 4, 2, 6};

	/** For each neighborhood, as bits, the directions in which objects may grow into the pixel, as bits. */
	private static final byte[] WAYS = ways();

	private final short[] levels;
	private final int[] neighbors;
	private final int[] ends = new int[Levels.OBJECT];
	private final int[] places;

	private Watershed(final short[] levels, final Frame frame) {
		this.levels = levels;
		neighbors = frame.neighbors();
		places = byLevel();
	}

	/**
	 * @param levels with tops only as maxima; pixels that objects grow into become {@link Levels#OBJECT}, lines between
	 *     them and what is no object's stay
	 * @param frame where they lie
	 */
	static void flood(final short[] levels, final Frame frame) {
		new Watershed(levels, frame).flood();
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

	/** @return pixels between outside and tops, those of low levels first; where a level ends is noted */
	private int[] byLevel() {
		final int[] starts = new int[Levels.OBJECT];
		for (final short level : levels) if (level > 0 && level < Levels.OBJECT) ends[level]++;
		for (int level = 1; level < ends.length; level++) {
			starts[level] = ends[level - 1];
			ends[level] += starts[level];
		}
		final int[] sorted = new int[ends[ends.length - 1]];
		for (int i = 0; i < levels.length; i++)
			if (levels[i] > 0 && levels[i] < Levels.OBJECT) sorted[starts[levels[i]]++] = i;
		return sorted;
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
		int idle = 0;
		for (int turn = 0; idle < TURNS.length && last > start; turn++) {
			final int still = grow(start, last, TURNS[turn % TURNS.length]);
			idle = still < last ? 0 : idle + 1;
			last = still;
		}
		return last;
	}

	/** All at once, so that their order does not matter. */
	private int grow(final int start, final int end, final int way) {
		final int from = neighbors[(way + 4) % neighbors.length];
		int last = end;
		for (int n = start; n < last; )
			if (levels[places[n] + from] != Levels.OBJECT || (WAYS[around(places[n])] & 1 << way) == 0) n++;
			else {
				final int grown = places[n];
				places[n] = places[--last];
				places[last] = grown;
			}
		for (int n = last; n < end; n++) levels[places[n]] = Levels.OBJECT;
		return last;
	}

	private int around(final int place) {
		int around = 0;
		for (int d = 0; d < neighbors.length; d++) if (levels[place + neighbors[d]] == Levels.OBJECT) around |= 1 << d;
		return around;
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
