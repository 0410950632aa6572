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
package fovea.ui;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;

/** Pictures side by side, each below its caption. */
final class PictureRow extends PictureCanvas {

	private static final long serialVersionUID = 1;
	private static final int GAP = 8;

	private transient List<PreviewPictures.Captioned> pictures = List.of();

	PictureRow() {
		this("The first preview comes with the first validation", 600, 200);
	}

	/**
	 * @param text while there are no pictures
	 * @param width that it would like to have
	 * @param height likewise
	 */
	PictureRow(final String text, final int width, final int height) {
		super(text, width, height);
	}

	/** @param shown instead of those before */
	void show(final List<PreviewPictures.Captioned> shown) {
		pictures = shown;
		repaint();
	}

	@Override
	protected boolean hasPicture() {
		return !pictures.isEmpty();
	}

	@Override
	protected void paintPicture(final Graphics2D graphics) {
		graphics.setColor(TEXT);
		final FontMetrics metrics = graphics.getFontMetrics();
		final int top = metrics.getHeight() + GAP / 2;
		final int cell = (getWidth() - GAP * (pictures.size() + 1)) / pictures.size();
		for (int i = 0; i < pictures.size(); i++) {
			final int x = GAP + i * (cell + GAP);
			final String caption = pictures.get(i).caption();
			graphics.drawString(
					caption, x + Math.max(0, (cell - metrics.stringWidth(caption)) / 2), metrics.getAscent() + GAP / 4);
			final Rectangle place = new Rectangle(x, top, Math.max(1, cell), Math.max(1, getHeight() - top - GAP));
			draw(graphics, pictures.get(i).picture(), fit(pictures.get(i).picture(), place));
		}
	}
}
