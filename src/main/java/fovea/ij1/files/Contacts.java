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
package fovea.ij1.files;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntBinaryOperator;

/** Counts where objects touch. Not thread-safe. */
final class Contacts {

	/** Sides of pixels; what touches less may be a slip of the hand. */
	private static final int LEAST = 6;

	/** Part of all sides of pixels that objects end with. */
	private static final double TRACE = 0.005;

	private long touching;
	private long free;

	/**
	 * @param plane numbers of objects, row by row; 0 or less is none
	 * @param width columns
	 * @param overlap of two objects, by their numbers less 1, pixels: one that is mostly within another does not touch
	 *     it
	 */
	void add(final float[] plane, final int width, final IntBinaryOperator overlap) {
		final Map<Integer, Integer> areas = new HashMap<>();
		for (final float number : plane) if (number > 0) areas.merge((int) number, 1, Integer::sum);
		for (int i = 0; i < plane.length; i++) {
			if (i % width < width - 1) count((int) plane[i], (int) plane[i + 1], areas, overlap);
			if (i + width < plane.length) count((int) plane[i], (int) plane[i + width], areas, overlap);
		}
	}

	private void count(
			final int one, final int other, final Map<Integer, Integer> areas, final IntBinaryOperator overlap) {
		if (one == other || one <= 0 && other <= 0) return;
		if (one <= 0 || other <= 0) free++;
		else {
			final int both = overlap.applyAsInt(one - 1, other - 1);
			final int earlier = areas.get(Math.min(one, other));
			final int later = areas.get(Math.max(one, other)) + both; // of which the earlier has kept some
			if (2 * both <= Math.min(earlier, later)) touching++;
		}
	}

	/** @return whether some of the objects touch, and not by a pixel or two */
	boolean areMoreThanATrace() {
		return touching >= LEAST && touching >= TRACE * (touching + free);
	}
}
