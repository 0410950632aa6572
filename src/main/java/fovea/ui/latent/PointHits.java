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
package fovea.ui.latent;

import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Which points are where on the screen. Stateless; every point is looked at, ten thousand in less than a millisecond.
 */
final class PointHits {

	private PointHits() {}

	/**
	 * @param x of the points, in the plane
	 * @param y likewise
	 * @param frame where they are drawn
	 * @param px pixel
	 * @param py pixel
	 * @param radius how far away a point may be, pixels
	 * @return the nearest one, of two as near the one that is drawn above; -1: none
	 */
	static int nearest(
			final double[] x,
			final double[] y,
			final PlotFrame frame,
			final double px,
			final double py,
			final double radius) {
		int nearest = -1;
		double least = radius * radius;
		for (int i = 0; i < x.length; i++) {
			final double dx = frame.pixelX(x[i]) - px;
			final double dy = frame.pixelY(y[i]) - py;
			if (dx * dx + dy * dy > least) continue;
			least = dx * dx + dy * dy;
			nearest = i;
		}
		return nearest;
	}

	/**
	 * @param x of the points, in the plane
	 * @param y likewise
	 * @param frame where they are drawn
	 * @param lasso in pixels, closed
	 * @return those within, in order
	 */
	static List<Integer> inside(final double[] x, final double[] y, final PlotFrame frame, final Shape lasso) {
		final List<Integer> inside = new ArrayList<>();
		for (int i = 0; i < x.length; i++) if (lasso.contains(frame.pixelX(x[i]), frame.pixelY(y[i]))) inside.add(i);
		return inside;
	}
}
