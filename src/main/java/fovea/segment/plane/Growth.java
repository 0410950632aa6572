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

/** Objects that grow into the free foreground beside them, by a pixel at a time, over edges. Not thread-safe. */
public final class Growth {

	private final int[] labels;
	private final byte[] foreground;
	private final int width;

	/** Pixels whose neighbors are next, in their order. */
	private int[] queue = new int[1 << 10];

	private int size;

	private Growth(final int[] labels, final byte[] foreground, final int width) {
		this.labels = labels;
		this.foreground = foreground;
		this.width = width;
	}

	/**
	 * Pixels without a label go to the object that reaches them in the fewest steps; of several to that whose way
	 * begins first in raster order.
	 *
	 * @param labels 0 for none
	 * @param foreground not 0 where there may be labels
	 * @param width of the plane
	 */
	public static void grow(final int[] labels, final byte[] foreground, final int width) {
		final Growth growth = new Growth(labels, foreground, width);
		growth.start();
		growth.spread();
	}

	private void start() {
		for (int row = 0; row < labels.length; row += width)
			for (int i = row, end = row + width; i < end; i++)
				if (labels[i] != 0
						&& (i > row && isFree(i - 1)
								|| i + 1 < end && isFree(i + 1)
								|| row > 0 && isFree(i - width)
								|| end < labels.length && isFree(i + width))) add(i);
	}

	private void spread() {
		for (int n = 0; n < size; n++) {
			final int i = queue[n];
			final int x = i % width;
			if (x > 0) spread(i, i - 1);
			if (x + 1 < width) spread(i, i + 1);
			if (i >= width) spread(i, i - width);
			if (i + width < labels.length) spread(i, i + width);
		}
	}

	private void spread(final int from, final int to) {
		if (!isFree(to)) return;
		labels[to] = labels[from];
		add(to);
	}

	private boolean isFree(final int i) {
		return labels[i] == 0 && foreground[i] != 0;
	}

	private void add(final int i) {
		if (size == queue.length) queue = Arrays.copyOf(queue, 2 * size);
		queue[size++] = i;
	}
}
