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
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import javax.swing.BoundedRangeModel;

/**
 * Two pictures over each other, divided by a line that the mouse drags: left of it what went in, right what came out.
 */
final class SplitView extends PictureCanvas {

	private static final long serialVersionUID = 1;
	private static final int GAP = 8;
	private static final Color LINE = new Color(0xFFD400);
	private static final Color SHADE = new Color(0, 0, 0, 150);

	private final BoundedRangeModel position;
	private transient Optional<PreviewPictures.Divided> pictures = Optional.empty();

	/** @param position of the line, from the left edge of the pictures, its minimum, to the right one */
	SplitView(final BoundedRangeModel position) {
		super("", 600, 320);
		this.position = position;
		position.addChangeListener(e -> repaint());
		final MouseAdapter drag = new MouseAdapter() {

			@Override
			public void mousePressed(final MouseEvent e) {
				pictures.ifPresent(p -> move(e.getX()));
			}

			@Override
			public void mouseDragged(final MouseEvent e) {
				pictures.ifPresent(p -> move(e.getX()));
			}
		};
		addMouseListener(drag);
		addMouseMotionListener(drag);
	}

	/** @param shown instead of those before */
	void show(final PreviewPictures.Divided shown) {
		pictures = Optional.of(shown);
		repaint();
	}

	private Rectangle place() {
		return fit(
				pictures.orElseThrow().left().picture(),
				new Rectangle(GAP, GAP, Math.max(1, getWidth() - 2 * GAP), Math.max(1, getHeight() - 2 * GAP)));
	}

	private void move(final int x) {
		final Rectangle place = place();
		position.setValue(position.getMinimum()
				+ Math.round((x - place.x) / (float) place.width * (position.getMaximum() - position.getMinimum())));
	}

	@Override
	protected boolean hasPicture() {
		return pictures.isPresent();
	}

	@Override
	protected void paintPicture(final Graphics2D graphics) {
		final PreviewPictures.Divided divided = pictures.orElseThrow();
		final Rectangle place = place();
		final int line = place.x
				+ (int) Math.round(place.width
						* (position.getValue() - position.getMinimum())
						/ (double) (position.getMaximum() - position.getMinimum()));
		final Rectangle left = new Rectangle(place.x, place.y, line - place.x, place.height);
		final Rectangle right = new Rectangle(line, place.y, place.x + place.width - line, place.height);
		part(graphics, divided.left(), place, left, false);
		part(graphics, divided.right(), place, right, true);
		graphics.setColor(LINE);
		graphics.fillRect(Math.min(line, place.x + place.width - 1), place.y, 1, place.height);
	}

	private void part(
			final Graphics2D graphics,
			final PreviewPictures.Captioned shown,
			final Rectangle place,
			final Rectangle part,
			final boolean atRight) {
		final Shape clip = graphics.getClip();
		graphics.clip(part);
		draw(graphics, shown.picture(), place);
		final FontMetrics metrics = graphics.getFontMetrics();
		final int width = metrics.stringWidth(shown.caption()) + GAP;
		final int x = atRight ? place.x + place.width - width : place.x;
		graphics.setColor(SHADE);
		graphics.fillRect(x, place.y, width, metrics.getHeight());
		graphics.setColor(Color.WHITE);
		graphics.drawString(shown.caption(), x + GAP / 2, place.y + metrics.getAscent());
		graphics.setClip(clip);
	}
}
