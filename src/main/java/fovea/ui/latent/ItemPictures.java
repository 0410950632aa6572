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

import fovea.ui.PictureCanvas;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;

/** Pictures side by side, each below its caption, as many as there are places for. Swing's thread only. */
final class ItemPictures extends PictureCanvas {

	private static final long serialVersionUID = 1;
	private static final int GAP = 8;

	private final int places;
	private transient List<Captioned> pictures = List.of();

	/**
	 * A picture with a word on what it shows.
	 *
	 * @param caption short
	 * @param picture of it
	 */
	record Captioned(String caption, BufferedImage picture) {}

	/**
	 * @param text while there is none
	 * @param places side by side
	 * @param height that it would like to have
	 */
	ItemPictures(final String text, final int places, final int height) {
		super(text, 420, height);
		this.places = places;
	}

	/** @param shown instead of those before */
	void show(final List<Captioned> shown) {
		pictures = List.copyOf(shown);
		repaint();
	}

	/** @return what is shown */
	List<Captioned> shown() {
		return pictures;
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
		final int cell = (getWidth() - GAP * (places + 1)) / places;
		for (int i = 0; i < pictures.size(); i++) {
			final int x = GAP + i * (cell + GAP);
			final String caption = pictures.get(i).caption();
			graphics.drawString(
					caption, x + Math.max(0, (cell - metrics.stringWidth(caption)) / 2), metrics.getAscent() + GAP / 4);
			put(
					graphics,
					pictures.get(i).picture(),
					place(
							pictures.get(i).picture(),
							new Rectangle(x, top, Math.max(1, cell), Math.max(1, getHeight() - top - GAP))));
		}
	}

	static Rectangle place(final BufferedImage picture, final Rectangle within) {
		return fit(picture, within);
	}

	static void put(final Graphics2D graphics, final BufferedImage picture, final Rectangle place) {
		draw(graphics, picture, place);
	}
}
