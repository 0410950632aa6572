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

/**
 * Labels the connected components of a plane of class indices: pixels that touch by an edge or a corner
 * (8-connectivity, as ImageJ's particle analyzer has it by default) and are of the same class are one component; class
 * 0 is background.
 *
 * <p>A raster scan with union-find, as in Wu, Otoo and Suzuki, Optimizing two-pass connected-component labeling
 * algorithms, Pattern Analysis and Applications 12 (2009), with the scan's decision tree; the forest lies in the array
 * of labels itself, so that a plane needs no memory beyond its result and time is all but linear in its size. ImgLib2's
 * own labeling is in imglib2-algorithm, which is not on Maven Central, and knows no classes.
 */
final class ConnectedComponents {

	private final byte[] classes;
	private final int[] parent;

	private ConnectedComponents(final byte[] classes, final int[] parent) {
		this.classes = classes;
		this.parent = parent;
	}

	/**
	 * @param classes index of the class of each pixel (unsigned), row by row
	 * @param width of the plane in pixels
	 * @param labels of the same length; becomes 0 for background, else 1, 2, ... in raster order of each component's
	 *     first pixel
	 * @return the number of components
	 */
	static int label(final byte[] classes, final int width, final int[] labels) {
		final ConnectedComponents components = new ConnectedComponents(classes, labels);
		for (int row = 0; row < classes.length; row += width) components.scan(row, width);
		return components.flatten();
	}

	/** Makes each pixel of a row the child of an earlier pixel of its component, or its own parent. */
	private void scan(final int row, final int width) {
		final boolean hasNorth = row > 0;
		for (int x = 0; x < width; x++) {
			final int p = row + x;
			final byte c = classes[p];
			if (c == 0) continue;
			final int north = p - width;
			if (hasNorth && classes[north] == c) {
				parent[p] = root(north); // and that is where all the other neighbors are already
				continue;
			}
			final boolean northEast = hasNorth && x + 1 < width && classes[north + 1] == c;
			if (x > 0 && classes[p - 1] == c) parent[p] = northEast ? union(p - 1, north + 1) : root(p - 1);
			else if (hasNorth && x > 0 && classes[north - 1] == c)
				parent[p] = northEast ? union(north - 1, north + 1) : root(north - 1);
			else parent[p] = northEast ? root(north + 1) : p;
		}
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
	private int union(final int a, final int b) {
		final int rootA = root(a);
		final int rootB = root(b);
		final int first = Math.min(rootA, rootB);
		parent[Math.max(rootA, rootB)] = first;
		return first;
	}

	/** In raster order, so that a parent has its label before its children ask for it. */
	private int flatten() {
		int count = 0;
		for (int p = 0; p < parent.length; p++) {
			if (classes[p] == 0) parent[p] = 0;
			else if (parent[p] == p) parent[p] = ++count;
			else parent[p] = parent[parent[p]];
		}
		return count;
	}
}
