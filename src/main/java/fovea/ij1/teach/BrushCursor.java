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
package fovea.ij1.teach;

import java.awt.Color;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.RenderingHints;
import java.awt.Toolkit;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;

/** A mouse pointer as large as the brush: nothing has to be painted while it moves. Swing's thread only. */
final class BrushCursor {

	private static final int LARGEST = 64;
	private static final int LEAST = 6;

	private int shown = -1;
	private Cursor cursor = Cursor.getPredefinedCursor(Cursor.CROSSHAIR_CURSOR);

	/**
	 * @param diameter in pixels of the screen
	 * @return a circle; a cross where there is none of that size
	 */
	Cursor of(final double diameter) {
		final int size = (int) Math.round(diameter);
		if (size != shown) cursor = made(size);
		shown = size;
		return cursor;
	}

	private static Cursor made(final int diameter) {
		final Toolkit toolkit = Toolkit.getDefaultToolkit();
		final Dimension room = toolkit.getBestCursorSize(LARGEST, LARGEST);
		final int side = Math.min(room.width, room.height);
		if (diameter < LEAST || diameter + 3 > side) return Cursor.getPredefinedCursor(Cursor.CROSSHAIR_CURSOR);
		final BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
		final Graphics2D graphics = picture.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		final double corner = (side - diameter) / 2.0;
		graphics.setColor(Color.BLACK);
		graphics.draw(new Ellipse2D.Double(corner - 1, corner - 1, diameter + 1.0, diameter + 1.0));
		graphics.setColor(Color.WHITE);
		graphics.draw(new Ellipse2D.Double(corner, corner, diameter - 1.0, diameter - 1.0));
		graphics.dispose();
		return toolkit.createCustomCursor(picture, new Point(side / 2, side / 2), "brush " + diameter);
	}
}
