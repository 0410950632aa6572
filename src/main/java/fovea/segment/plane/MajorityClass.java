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
package fovea.segment.plane;

import java.util.Arrays;

/** The class that most pixels of each object have; of equally many the one with the smaller index. Not thread-safe. */
public final class MajorityClass {

	/** Of each object, by class; as long as the largest class met, since most objects have one class of few. */
	private final int[][] counts;

	/** @param objects how many there are; their numbers begin at 1 */
	public MajorityClass(final int objects) {
		counts = new int[objects + 1][0];
	}

	/** Counts a pixel of an object, 0 for none. */
	public void count(final int object, final int classIndex) {
		if (counts[object].length <= classIndex) counts[object] = Arrays.copyOf(counts[object], classIndex + 1);
		counts[object][classIndex]++;
	}

	/** @return the class of an object; 1 for an object without any pixel counted, 0 for no object */
	public int of(final int object) {
		if (object == 0) return 0;
		final int[] count = counts[object];
		int best = 1;
		for (int c = 2; c < count.length; c++) if (count[c] > count[best]) best = c;
		return best;
	}
}
