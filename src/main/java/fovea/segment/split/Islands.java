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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds what is connected in a plane, by runs of pixels along its rows (He, Chao and Suzuki, A run-based two-scan
 * labeling algorithm, 2008): there are far fewer runs than pixels.
 */
final class Islands {

	private final int width;
	private final int height;

	/** Most runs that there may be. */
	private final int limit;

	private int[] starts = new int[1 << 10];
	private int[] ends = new int[1 << 10];

	/** An earlier run of the same island, or the run itself. */
	private int[] parents = new int[1 << 10];

	private int size;

	private Islands(final int width, final int height, final int limit) {
		this.width = width;
		this.height = height;
		this.limit = limit;
	}

	/**
	 * @param foreground row by row, not 0 where islands are
	 * @param width of the plane
	 * @param limit most runs that there may be
	 * @return in raster order of their first pixels; empty if there are more runs
	 */
	static Optional<List<Island>> of(final byte[] foreground, final int width, final int limit) {
		final Islands islands = new Islands(width, foreground.length / width, limit);
		return islands.scan(foreground) ? Optional.of(islands.list()) : Optional.empty();
	}

	private boolean scan(final byte[] foreground) {
		int above = 0; // the first run of the row above
		for (int row = 0; row < foreground.length; row += width) {
			final int first = size;
			final int end = row + width;
			for (int p = row; p < end; ) {
				while (p < end && foreground[p] == 0) p++;
				if (p == end) break;
				final int start = p;
				while (p < end && foreground[p] != 0) p++;
				if (size == limit) return false;
				add(start, p);
			}
			connect(above, first);
			above = first;
		}
		return true;
	}

	private void add(final int start, final int end) {
		if (size == starts.length) {
			starts = Arrays.copyOf(starts, 2 * size);
			ends = Arrays.copyOf(ends, 2 * size);
			parents = Arrays.copyOf(parents, 2 * size);
		}
		starts[size] = start;
		ends[size] = end;
		parents[size] = size;
		size++;
	}

	/** Joins the runs of the last row with those of the row above that they touch. */
	private void connect(final int above, final int first) {
		int up = above;
		for (int run = first; run < size; ) {
			if (up == first) return;
			final int upStart = starts[up] + width;
			final int upEnd = ends[up] + width;
			if (upStart <= ends[run] && starts[run] <= upEnd) join(up, run);
			if (upEnd < ends[run]) up++;
			else run++;
		}
	}

	private void join(final int a, final int b) {
		final int rootA = root(a);
		final int rootB = root(b);
		parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
	}

	private int root(final int of) {
		int run = of;
		while (parents[run] != run) {
			parents[run] = parents[parents[run]];
			run = parents[run];
		}
		return run;
	}

	private List<Island> list() {
		final int[] counts = new int[size];
		for (int run = 0; run < size; run++) {
			parents[run] = parents[parents[run]];
			counts[parents[run]]++;
		}
		final int[][] runs = new int[size][];
		final List<Island> list = new ArrayList<>();
		for (int run = 0; run < size; run++) {
			final int root = parents[run];
			if (root == run) runs[run] = new int[2 * counts[run]];
			final int[] own = runs[root];
			final int at = own.length - 2 * counts[root]--;
			own[at] = starts[run];
			own[at + 1] = ends[run];
		}
		for (int run = 0; run < size; run++) if (runs[run] != null) list.add(island(runs[run]));
		return list;
	}

	private Island island(final int[] runs) {
		int left = width;
		int right = 0;
		for (int n = 0; n < runs.length; n += 2) {
			final int x = runs[n] % width;
			left = Math.min(left, x);
			right = Math.max(right, x + runs[n + 1] - runs[n]);
		}
		left = Math.max(left - 1, 0);
		right = Math.min(right + 1, width);
		final int top = Math.max(runs[0] / width - 1, 0);
		final int bottom = Math.min((runs[runs.length - 1] - 1) / width + 2, height);
		return new Island(left, top, new Frame(right - left, bottom - top), runs);
	}
}
