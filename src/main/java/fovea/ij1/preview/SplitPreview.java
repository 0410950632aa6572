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
package fovea.ij1.preview;

import fovea.base.ImageException;
import fovea.ij1.ImagePlusImages;
import fovea.image.Box;
import fovea.image.Image;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.ImageRoi;
import ij.gui.Line;
import ij.gui.Roi;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.event.MouseEvent;
import java.awt.event.MouseMotionAdapter;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * An image before and after: right of a line the result lies over it. The line is where the mouse was last over the
 * image, at first in the middle of what is seen.
 */
public final class SplitPreview {

	private static final Color LINE = new Color(0xFFD400);

	private final ImagePlus image;
	private final ImageCanvas canvas;
	private final Shown shown;
	private final MouseMotionAdapter mouse = new MouseMotionAdapter() {

		@Override
		public void mouseMoved(final MouseEvent event) {
			move(canvas.offScreenXD(event.getX()));
		}
	};
	private BufferedImage result;
	private Box box;
	private double line = -1;

	/** @param image that has a window */
	public SplitPreview(final ImagePlus image) {
		this.image = image;
		canvas = image.getCanvas();
		shown = new Shown(image, roi -> true);
	}

	/**
	 * @param denoised the part that is seen
	 * @param sameType whether it becomes an image of the image's type, else of 32 bit
	 * @param view that is seen
	 * @return it as the image is displayed
	 * @throws ImageException if it does not fit into memory
	 */
	public BufferedImage picture(final Image denoised, final boolean sameType, final View view) throws ImageException {
		final ImagePlus after = ImagePlusImages.toImagePlus(denoised, image, "after", sameType);
		if (after.getNChannels() > 1) after.setC(view.channel());
		return drawn(after);
	}

	/** As in a window; ImageJ's own copy of a gray image is one of linear gray, which Java would draw brighter. */
	private static BufferedImage drawn(final ImagePlus image) {
		final BufferedImage picture =
				new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
		final Graphics graphics = picture.getGraphics();
		graphics.drawImage(image.getImage(), 0, 0, null);
		graphics.dispose();
		return picture;
	}

	/**
	 * @param picture of the part that is seen
	 * @param view that is seen
	 */
	public synchronized void show(final BufferedImage picture, final View view) {
		if (result == null && canvas != null) canvas.addMouseMotionListener(mouse);
		result = picture;
		box = view.box();
		if (line <= box.x() || line >= box.endX()) line = box.x() + box.width() / 2.0;
		draw();
	}

	private synchronized void move(final double x) {
		if (result == null) return;
		line = x;
		draw();
	}

	private void draw() {
		final int from = (int) Math.max(0, Math.min(box.width(), Math.round(line) - box.x()));
		final List<Roi> rois = new ArrayList<>();
		if (from < box.width())
			rois.add(new ImageRoi(
					box.x() + from, box.y(), result.getSubimage(from, 0, box.width() - from, box.height())));
		final Line border = new Line(box.x() + from, box.y(), box.x() + from, box.endY());
		border.setStrokeColor(LINE);
		rois.add(border);
		shown.show(rois);
	}

	/** Shows the image as it is. */
	public synchronized void remove() {
		result = null;
		if (canvas != null) canvas.removeMouseMotionListener(mouse);
		shown.remove();
	}
}
