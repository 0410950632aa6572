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

import fovea.image.Box;
import fovea.image.Image;

/**
 * The part of an image that is computed for what somebody has selected in it, so that objects on the selection's edge
 * are seen whole.
 *
 * @param image that it is in
 * @param selected box of the selection
 * @param margin pixels around it, at least
 */
record Window(Image image, Box selected, int margin) {

	/** Larger than most objects, and than what a network sees. */
	private static final int MARGIN = 256;

	/** So that its edges are whole pixels at the scales of a half, two and the like. */
	private static final int GRID = 64;

	/** A network takes images up to about this in one tile: a part of one would save nothing. */
	private static final long SMALL = 1 << 21;

	/** @return the first to try */
	static Window around(final Box selected, final Image image) {
		return new Window(image, selected, MARGIN);
	}

	/** @return with twice the margin */
	Window larger() {
		return new Window(image, selected, 2 * margin);
	}

	/** @return its pixels */
	Box box() {
		final Box whole = Box.of(image);
		if ((long) whole.width() * whole.height() <= SMALL) return whole;
		return selected.grown(margin, GRID, image);
	}

	/**
	 * @param box within the image
	 * @param scale of the network's sight
	 * @return whether its edges, and the image's, are edges of pixels in the rescaled image, too
	 */
	static boolean fits(final Box box, final Image image, final double scale) {
		if (box.isAllOf(image)) return true;
		for (final int edge :
				new int[] {box.x(), box.y(), box.endX(), box.endY(), image.size(Image.X), image.size(Image.Y)})
			if (edge * scale != Math.rint(edge * scale)) return false;
		return true;
	}
}
