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
package fovea.segment;

import fovea.segment.split.ObjectSplitter;
import java.util.ArrayDeque;
import java.util.Deque;

/** The slow and obvious way to label objects that a splitter has taken apart, to compare with. */
final class SlowLabeling {

	private SlowLabeling() {}

	static Labeling split(final ObjectSplitter splitter, final int border) {
		return (classes, width, labels) -> {
			final byte[] interior = classes.clone();
			for (int i = 0; i < interior.length; i++) if ((interior[i] & 0xff) == border) interior[i] = 0;
			final byte[] parts = splitter.split(classes, interior, width).clone();
			for (int i = 0; i < parts.length; i++) if (parts[i] != 0) parts[i] = 1;
			System.arraycopy(FloodFill.label(parts, width), 0, labels, 0, labels.length);
			int found = 0;
			for (final int label : labels) found = Math.max(found, label);
			grow(labels, classes, width);
			vote(interior, labels, found, classes);
			return found;
		};
	}

	private static void grow(final int[] labels, final byte[] foreground, final int width) {
		final Deque<Integer> front = new ArrayDeque<>();
		for (int i = 0; i < labels.length; i++) if (labels[i] != 0) front.add(i);
		while (!front.isEmpty()) {
			final int i = front.remove();
			final int x = i % width;
			for (final int next : new int[] {x > 0 ? i - 1 : -1, x + 1 < width ? i + 1 : -1, i - width, i + width})
				if (next >= 0 && next < labels.length && labels[next] == 0 && foreground[next] != 0) {
					labels[next] = labels[i];
					front.add(next);
				}
		}
	}

	private static void vote(final byte[] interior, final int[] labels, final int objects, final byte[] classes) {
		final int[][] votes = new int[objects + 1][256];
		for (int i = 0; i < labels.length; i++) if (interior[i] != 0) votes[labels[i]][interior[i] & 0xff]++;
		for (int i = 0; i < labels.length; i++) {
			int best = 1;
			for (int c = 2; c < 256; c++) if (votes[labels[i]][c] > votes[labels[i]][best]) best = c;
			classes[i] = (byte) (labels[i] == 0 ? 0 : best);
		}
	}
}
