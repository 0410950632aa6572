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

import fovea.chart.ScatterChart.View;
import java.awt.geom.Rectangle2D;

/**
 * Where a part of the plane is on the screen: y goes upwards in one and downwards in the other. Immutable.
 *
 * @param view the part of the plane
 * @param area where it is drawn, not empty; not changed
 */
record PlotFrame(View view, Rectangle2D area) {

	/** The least part of the whole that can be zoomed to: beyond, an axis has no more different numbers to show. */
	private static final double LEAST = 1e-6;

	double x(final double pixel) {
		return view.x0() + (pixel - area.getX()) / area.getWidth() * (view.x1() - view.x0());
	}

	double y(final double pixel) {
		return view.y1() - (pixel - area.getY()) / area.getHeight() * (view.y1() - view.y0());
	}

	double pixelX(final double x) {
		return area.getX() + (x - view.x0()) / (view.x1() - view.x0()) * area.getWidth();
	}

	double pixelY(final double y) {
		return area.getY() + (view.y1() - y) / (view.y1() - view.y0()) * area.getHeight();
	}

	/**
	 * @param px of the place that stays where it is
	 * @param py likewise
	 * @param factor of what is seen: below 1 things get larger
	 * @param whole for how far it may go, in both directions
	 * @return what is to be seen then
	 */
	View zoomed(final double px, final double py, final double factor, final View whole) {
		final double least = LEAST * (whole.x1() - whole.x0());
		final double span = view.x1() - view.x0();
		final double by = Math.min(Math.max(factor, least / span), (whole.x1() - whole.x0()) / LEAST / span);
		final double x = x(px);
		final double y = y(py);
		return new View(
				x - by * (x - view.x0()), x + by * (view.x1() - x), y - by * (y - view.y0()), y + by * (view.y1() - y));
	}

	/** @return what is to be seen when the plane is drawn so many pixels to the right and down */
	View panned(final double dx, final double dy) {
		final double x = -dx / area.getWidth() * (view.x1() - view.x0());
		final double y = dy / area.getHeight() * (view.y1() - view.y0());
		return new View(view.x0() + x, view.x1() + x, view.y0() + y, view.y1() + y);
	}

	/** @return what is in a rectangle of some pixels' size */
	View within(final Rectangle2D pixels) {
		return new View(x(pixels.getMinX()), x(pixels.getMaxX()), y(pixels.getMaxY()), y(pixels.getMinY()));
	}
}
