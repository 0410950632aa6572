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
 * A relief in 255 whole steps that has no maxima but the tops: all others are cut down to the way to a higher one, as
 * what grows from the tops would not reach them.
 */
final class Levels {

	/** Of pixels that are part of an object already. */
	static final int OBJECT = 255;

	/** Of what is around the plane. */
	static final int AROUND = -1;

	/** Mark of pixels that were part of a maximum which is none any more. */
	private static final byte CUT = 8;

	private final short[] levels;
	private final int[] neighbors;
	private final byte[] marks;
	private final int[] list;

	/** What is in the list. */
	private int size;

	/** The highest level beside what is in the list. */
	private int beside;

	private Levels(final short[] levels, final Frame frame, final Maxima maxima) {
		this.levels = levels;
		neighbors = frame.neighbors();
		marks = maxima.marks();
		list = maxima.list();
	}

	/**
	 * @param relief in which maxima were found
	 * @param maxima what was found; its list is used
	 * @return for each pixel its level: {@link #OBJECT} for tops, 0 for what is no object's
	 */
	static short[] of(final Relief relief, final Maxima maxima) {
		final Levels made = new Levels(steps(relief, maxima.marks()), relief.frame(), maxima);
		for (final int place : maxima.places()) if ((made.marks[place] & (Maxima.TOP | CUT)) == 0) made.cut(place);
		return made.levels;
	}

	private static short[] steps(final Relief relief, final byte[] marks) {
		// A hair below what parts objects from the rest, so that rounding moves no pixel.
		final double lowest = Relief.FLOOR / 2 - (relief.most() - relief.least()) * 1e-6;
		final double origin = lowest - (relief.most() - lowest) * (1. / 253 / 2 - 1e-6);
		final double scale = 253 / (relief.most() - lowest);
		final Frame frame = relief.frame();
		final float[] heights = relief.heights();
		final short[] levels = new short[heights.length];
		Arrays.fill(levels, (short) AROUND);
		for (int y = 0; y < frame.height(); y++)
			for (int i = frame.at(0, y), end = i + frame.width(); i < end; i++)
				if (heights[i] == 0) levels[i] = 0;
				else if ((marks[i] & Maxima.TOP) != 0) levels[i] = OBJECT;
				else
					levels[i] =
							(short) Math.max(1, Math.min(OBJECT - 1, 1 + Math.round((heights[i] - origin) * scale)));
		return levels;
	}

	/** Goes down from a maximum, level by level, until there is a way up again: what is above that is cut. */
	private void cut(final int maximum) {
		int level = levels[maximum];
		list[0] = maximum;
		marks[maximum] |= Maxima.LISTED;
		size = 1;
		int above = size;
		while (level > 0 && !leadsUp(level)) {
			above = size;
			level = beside;
		}
		for (int n = 0; n < size; n++) marks[list[n]] &= ~Maxima.LISTED;
		for (int n = 0; n < above; n++) {
			levels[list[n]] = (short) level;
			marks[list[n]] |= CUT;
		}
	}

	/** Lists all that is connected with what is in the list by pixels of this level or higher ones. */
	private boolean leadsUp(final int level) {
		beside = 0;
		for (int n = 0; n < size; n++)
			for (final int step : neighbors) {
				final int next = list[n] + step;
				if ((marks[next] & Maxima.LISTED) != 0) continue;
				final boolean high = levels[next] >= level;
				if ((marks[next] & Maxima.TOP) != 0 || high && (marks[next] & CUT) != 0) return true;
				if (high) {
					marks[next] |= Maxima.LISTED;
					list[size++] = next;
				} else beside = Math.max(beside, levels[next]);
			}
		return false;
	}
}
