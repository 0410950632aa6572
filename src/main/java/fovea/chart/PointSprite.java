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
package fovea.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * A point's shape, drawn once and then put wherever a point is: thousands are there in a few milliseconds. Immutable.
 */
final class PointSprite {

	/** Of 255, so that points that lie over each other are seen to. */
	private static final int OPACITY = 180;

	private final int edge;
	private final int[] cover;

	/**
	 * @param kind of the three shapes
	 * @param radius in pixels
	 */
	PointSprite(final int kind, final double radius) {
		edge = 2 * (int) Math.ceil(1.2 * radius + 1) + 1;
		final BufferedImage drawn = new BufferedImage(edge, edge, BufferedImage.TYPE_INT_ARGB);
		final Graphics2D graphics = drawn.createGraphics();
		try {
			graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
			graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
			graphics.translate(edge / 2.0, edge / 2.0);
			graphics.setColor(new Color(0, 0, 0, OPACITY));
			graphics.fill(ScatterPlot.shape(kind, radius));
		} finally {
			graphics.dispose();
		}
		cover = drawn.getRGB(0, 0, edge, edge, null, 0, edge);
		for (int i = 0; i < cover.length; i++) cover[i] >>>= 24;
	}

	/**
	 * @param on a picture of type RGB; what lies beyond it is left out
	 * @param x of the middle
	 * @param y of the middle
	 * @param rgb color
	 */
	void put(final BufferedImage on, final int x, final int y, final int rgb) {
		final int[] pixels = ((DataBufferInt) on.getRaster().getDataBuffer()).getData();
		final int width = on.getWidth();
		for (int row = Math.max(0, edge / 2 - y); row < edge && y - edge / 2 + row < on.getHeight(); row++)
			for (int column = Math.max(0, edge / 2 - x); column < edge && x - edge / 2 + column < width; column++) {
				final int alpha = cover[row * edge + column];
				if (alpha == 0) continue;
				final int place = (y - edge / 2 + row) * width + x - edge / 2 + column;
				pixels[place] = mixed(pixels[place], rgb, alpha);
			}
	}

	private static int mixed(final int below, final int above, final int alpha) {
		int mixed = 0;
		for (int shift = 16; shift >= 0; shift -= 8)
			mixed |= ((below >> shift & 0xFF) * (255 - alpha) + (above >> shift & 0xFF) * alpha + 127) / 255 << shift;
		return mixed;
	}
}
