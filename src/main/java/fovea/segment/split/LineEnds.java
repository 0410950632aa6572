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
 * Lines that part nothing: they begin or end within an object, where a relief has a hollow. From each such end a line
 * goes to its object, up to where it forks.
 */
final class LineEnds {

	private final short[] levels;
	private final int[] neighbors;

	private LineEnds(final short[] levels, final Frame frame) {
		this.levels = levels;
		neighbors = frame.neighbors();
	}

	/**
	 * @param levels after a watershed; pixels of such lines become {@link Levels#OBJECT}
	 * @param frame where they lie
	 */
	static void remove(final short[] levels, final Frame frame) {
		final LineEnds ends = new LineEnds(levels, frame);
		for (int i = 0; i < levels.length; i++) if (ends.isLine(i)) ends.removeFrom(i);
	}

	private boolean isLine(final int place) {
		return levels[place] > 0 && levels[place] < Levels.OBJECT;
	}

	private void removeFrom(final int place) {
		int arms = arms(place);
		if (arms <= 1) levels[place] = Levels.OBJECT;
		for (int end = place; end >= 0 && arms == 1; ) {
			end = next(end);
			if (end >= 0) {
				arms = arms(end);
				levels[end] = Levels.OBJECT;
			}
		}
	}

	/** @return the first neighbor by a side which is the end of a line now, -1 if there is none */
	private int next(final int place) {
		for (int d = 0; d < neighbors.length; d += 2) {
			final int beside = place + neighbors[d];
			if (isLine(beside) && arms(beside) <= 1) return beside;
		}
		return -1;
	}

	/**
	 * @return how many lines go out from a pixel, over sides; what is no object's, or beyond the plane, is a line too.
	 *     0 for a pixel amid one or the other
	 */
	private int arms(final int place) {
		int arms = 0;
		boolean first = true;
		boolean before = true;
		for (int d = 0; d < neighbors.length; d++) {
			final int level = levels[place + neighbors[d]];
			final boolean corner = d % 2 != 0;
			final boolean line = level == Levels.AROUND || level != Levels.OBJECT && (!corner || before);
			if (line && !before) arms++;
			if (d == 0) first = line;
			before = line;
		}
		return first && !before ? arms + 1 : arms;
	}
}
