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

import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import javax.swing.JComponent;

/** A place for pictures, which has a text while it has none. White, since the pictures are. */
public abstract class PictureCanvas extends JComponent {

	/** Of captions. */
	protected static final Color TEXT = new Color(0x222222);

	private static final long serialVersionUID = 1;
	private static final Color PALE = new Color(0x777777);

	private String text;

	/**
	 * @param text while there is no picture
	 * @param width that it would like to have
	 * @param height likewise
	 */
	protected PictureCanvas(final String text, final int width, final int height) {
		this.text = text;
		setPreferredSize(new Dimension(width, height));
		setMinimumSize(new Dimension(width / 3, height / 3));
	}

	/** @param value while there is no picture */
	public final void setText(final String value) {
		if (value.equals(text)) return;
		text = value;
		repaint();
	}

	/** @return true if there is a picture */
	protected abstract boolean hasPicture();

	/** @param graphics with smooth text, in the component's size */
	protected abstract void paintPicture(Graphics2D graphics);

	@Override
	protected final void paintComponent(final Graphics graphics) {
		final Graphics2D copy = (Graphics2D) graphics.create();
		try {
			copy.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
			copy.setColor(Color.WHITE);
			copy.fillRect(0, 0, getWidth(), getHeight());
			if (hasPicture()) paintPicture(copy);
			else {
				copy.setColor(PALE);
				final FontMetrics metrics = copy.getFontMetrics();
				copy.drawString(
						text, (getWidth() - metrics.stringWidth(text)) / 2, (getHeight() + metrics.getAscent()) / 2);
			}
		} finally {
			copy.dispose();
		}
	}

	/**
	 * @param picture that is drawn there
	 * @param within where there is place
	 * @return the largest place for it, in the middle
	 */
	protected static Rectangle fit(final BufferedImage picture, final Rectangle within) {
		final double scale =
				Math.min(within.width / (double) picture.getWidth(), within.height / (double) picture.getHeight());
		final int width = Math.max(1, (int) (scale * picture.getWidth()));
		final int height = Math.max(1, (int) (scale * picture.getHeight()));
		return new Rectangle(
				within.x + (within.width - width) / 2, within.y + (within.height - height) / 2, width, height);
	}

	/**
	 * Draws a picture into its place; where it is magnified enough, pixels are to be told apart.
	 *
	 * @param graphics to draw on
	 * @param picture that is drawn
	 * @param place where
	 */
	protected static void draw(final Graphics2D graphics, final BufferedImage picture, final Rectangle place) {
		graphics.setRenderingHint(
				RenderingHints.KEY_INTERPOLATION,
				place.width >= 2 * picture.getWidth()
						? RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR
						: RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		graphics.drawImage(picture, place.x, place.y, place.width, place.height, null);
	}
}
