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

import fovea.ui.teach.Tool;
import ij.IJ;
import ij.gui.ImageCanvas;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Cursor;
import java.awt.Graphics2D;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseListener;
import java.awt.event.MouseMotionListener;
import java.awt.geom.Line2D;
import java.util.Arrays;

/**
 * A mouse over an image that draws, in place of ImageJ's tools: what is not drawn with reaches ImageJ as before, so
 * that the space bar, the wheel, the right button and, with that choice, all of ImageJ's tools go on working. Swing's
 * thread only.
 */
final class CanvasTool implements MouseListener, MouseMotionListener, AutoCloseable {

	private final ImageCanvas canvas;
	private final Drawing drawing;

	/** Whether ImageJ's own listener was there. */
	private final boolean hadOwn;

	private final boolean hadOwnMotion;
	private final BrushCursor cursor = new BrushCursor();
	private boolean draws;

	/** What is drawn; places are in pixels of the image, as {@link fovea.teach.Stroke.Point} counts them. */
	interface Drawing {

		/** @return what the mouse does now */
		Tool tool();

		/** The mouse is pressed. */
		void begin(double x, double y, boolean erases);

		/** It is moved while pressed. */
		void go(double x, double y);

		/** It is let go. */
		void end();

		/**
		 * It is moved.
		 *
		 * @return diameter of the brush in pixels of the image
		 */
		double hover();
	}

	/** @param canvas of the image; it has ImageJ's tools again once this is closed */
	CanvasTool(final ImageCanvas canvas, final Drawing drawing) {
		this.canvas = canvas;
		this.drawing = drawing;
		hadOwn = Arrays.asList(canvas.getMouseListeners()).contains(canvas);
		hadOwnMotion = Arrays.asList(canvas.getMouseMotionListeners()).contains(canvas);
		canvas.removeMouseListener(canvas);
		canvas.removeMouseMotionListener(canvas);
		canvas.addMouseListener(this);
		canvas.addMouseMotionListener(this);
		if (drawing.tool() != Tool.HOST) showBrush(); // the first one takes longest to make
	}

	private void showBrush() {
		canvas.setCursor(cursor.of(drawing.hover() * canvas.getMagnification()));
	}

	ImageCanvas canvas() {
		return canvas;
	}

	private boolean isMeant(final MouseEvent event) {
		return drawing.tool() != Tool.HOST
				&& event.getButton() == MouseEvent.BUTTON1
				&& !event.isPopupTrigger()
				&& !event.isMetaDown()
				&& !IJ.spaceBarDown();
	}

	private double x(final MouseEvent event) {
		return canvas.offScreenXD(event.getX()) - 0.5;
	}

	private double y(final MouseEvent event) {
		return canvas.offScreenYD(event.getY()) - 0.5;
	}

	@Override
	public void mousePressed(final MouseEvent event) {
		draws = isMeant(event);
		if (draws)
			drawing.begin(
					x(event),
					y(event),
					drawing.tool() == Tool.ERASER || (event.getModifiersEx() & InputEvent.ALT_DOWN_MASK) != 0);
		else canvas.mousePressed(event);
	}

	@Override
	public void mouseDragged(final MouseEvent event) {
		if (draws) drawing.go(x(event), y(event));
		else canvas.mouseDragged(event);
	}

	@Override
	public void mouseReleased(final MouseEvent event) {
		if (draws) drawing.end();
		else canvas.mouseReleased(event);
		draws = false;
	}

	@Override
	public void mouseMoved(final MouseEvent event) {
		if (drawing.tool() == Tool.HOST || IJ.spaceBarDown()) {
			canvas.mouseMoved(event);
			return;
		}
		showBrush();
		canvas.getImage().mouseMoved(canvas.offScreenX(event.getX()), canvas.offScreenY(event.getY()));
	}

	@Override
	public void mouseClicked(final MouseEvent event) {
		if (drawing.tool() == Tool.HOST) canvas.mouseClicked(event);
	}

	@Override
	public void mouseEntered(final MouseEvent event) {
		canvas.mouseEntered(event);
	}

	@Override
	public void mouseExited(final MouseEvent event) {
		canvas.mouseExited(event);
	}

	/**
	 * Draws a part of a stroke on the screen, at once: to paint the image with all that lies over it takes longer than
	 * a mouse waits.
	 *
	 * @param diameter of the brush in pixels of the image, as all places are
	 */
	void mark(
			final double fromX,
			final double fromY,
			final double toX,
			final double toY,
			final double diameter,
			final Color color) {
		if (!(canvas.getGraphics() instanceof final Graphics2D graphics)) return;
		graphics.setColor(color);
		graphics.setStroke(new BasicStroke(
				(float) Math.max(1, diameter * canvas.getMagnification()),
				BasicStroke.CAP_BUTT,
				BasicStroke.JOIN_ROUND));
		graphics.draw(new Line2D.Double(
				canvas.screenXD(fromX + 0.5),
				canvas.screenYD(fromY + 0.5),
				canvas.screenXD(toX + 0.5),
				canvas.screenYD(toY + 0.5)));
		graphics.dispose();
	}

	@Override
	public void close() {
		canvas.removeMouseListener(this);
		canvas.removeMouseMotionListener(this);
		if (hadOwn) canvas.addMouseListener(canvas);
		if (hadOwnMotion) canvas.addMouseMotionListener(canvas);
		canvas.setCursor(Cursor.getDefaultCursor());
	}
}
