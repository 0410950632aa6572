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

/**
 * Labels the connected components of a plane of class indices: pixels that touch by an edge or a corner
 * (8-connectivity, as ImageJ's particle analyzer has it by default) and are of the same class are one component; class
 * 0 is background.
 *
 * <p>A raster scan with union-find over runs, as in He, Chao and Suzuki, A run-based two-scan labeling algorithm, IEEE
 * Transactions on Image Processing 17 (2008): runs of pixels along a row are joined with those of the row above. The
 * forest lies in the array of labels itself, so that a plane needs no memory beyond its result and time is all but
 * linear in its size. ImgLib2's own labeling is in imglib2-algorithm, which is not on Maven Central, and knows no
 * classes.
 */
public final class ConnectedComponents {

	private final byte[] classes;
	private final boolean alike;

	/**
	 * Of the first pixel of a run: that of an earlier run of its component, or itself; of others the first of their
	 * run.
	 */
	private final int[] parent;

	private ConnectedComponents(final byte[] classes, final boolean alike, final int[] parent) {
		this.classes = classes;
		this.alike = alike;
		this.parent = parent;
	}

	/**
	 * @param classes index of the class of each pixel (unsigned), row by row
	 * @param width of the plane in pixels
	 * @param labels of the same length; becomes 0 for background, else 1, 2, ... in raster order of each component's
	 *     first pixel
	 * @return the number of components
	 */
	public static int label(final byte[] classes, final int width, final int[] labels) {
		return new ConnectedComponents(classes, false, labels).label(width);
	}

	/** As {@link #label}, but all that is not 0 is of one class. */
	public static int labelMask(final byte[] mask, final int width, final int[] labels) {
		return new ConnectedComponents(mask, true, labels).label(width);
	}

	private int label(final int width) {
		for (int row = 0; row < classes.length; row += width)
			for (int p = row; p < row + width; ) {
				final int end = end(p, row + width);
				if (classes[p] != 0) join(p, end, row, width);
				p = end;
			}
		int count = 0;
		for (int row = 0; row < classes.length; row += width)
			for (int p = row; p < row + width; ) {
				final int end = end(p, row + width);
				// In raster order, so that a parent has its label before its children ask for it.
				final int label = classes[p] == 0 ? 0 : parent[p] == p ? ++count : parent[parent[p]];
				Arrays.fill(parent, p, end, label);
				p = end;
			}
		return count;
	}

	/** @return behind the last pixel of a run */
	private int end(final int start, final int rowEnd) {
		int end = start + 1;
		if (alike && classes[start] != 0) while (end < rowEnd && classes[end] != 0) end++;
		else while (end < rowEnd && classes[end] == classes[start]) end++;
		return end;
	}

	/** Makes a run part of the components above that it touches. */
	private void join(final int start, final int end, final int row, final int width) {
		Arrays.fill(parent, start, end, start);
		if (row == 0) return;
		final int last = Math.min(end, row + width - 1) - width;
		for (int q = Math.max(start - 1, row) - width; q <= last; )
			if (alike ? classes[q] != 0 : classes[q] == classes[start]) {
				union(q, start);
				q = end(q, row);
			} else q++;
	}

	private int root(final int pixel) {
		int p = pixel;
		while (parent[p] != p) {
			parent[p] = parent[parent[p]]; // halves the path
			p = parent[p];
		}
		return p;
	}

	/** The earlier root stays the root: a parent never comes after its child. */
	private void union(final int a, final int b) {
		final int rootA = root(a);
		final int rootB = root(b);
		parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
	}
}
