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

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.InputEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.geom.Path2D;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javax.swing.SwingUtilities;

/** What a mouse does in the plot. Swing's thread only. */
final class PlotMouse extends MouseAdapter {

	/** Of what is seen, for one step of the wheel. */
	private static final double WHEEL = 1.2;

	/** Pixels that are no drag: a hand is not quite still in a click. */
	private static final int STILL = 3;

	private final Explorer explorer;
	private final ScatterCanvas canvas;
	private final IntConsumer picked;
	private final Consumer<OptionalInt> hovered;
	private PlotTool tool = PlotTool.EXPLORE;
	private PlotTool dragging = PlotTool.EXPLORE;
	private Point begin = new Point();
	private Point last = new Point();
	private boolean moved;
	private OptionalInt hit = OptionalInt.empty();
	private Path2D line = new Path2D.Double();

	/**
	 * @param picked hears of an item that was clicked on
	 * @param hovered hears of the item below the mouse, or that there is none
	 */
	PlotMouse(
			final Explorer explorer,
			final ScatterCanvas canvas,
			final IntConsumer picked,
			final Consumer<OptionalInt> hovered) {
		this.explorer = explorer;
		this.canvas = canvas;
		this.picked = picked;
		this.hovered = hovered;
		canvas.addMouseListener(this);
		canvas.addMouseMotionListener(this);
		canvas.addMouseWheelListener(this);
	}

	void setTool(final PlotTool chosen) {
		tool = chosen;
	}

	@Override
	public void mousePressed(final MouseEvent e) {
		dragging = SwingUtilities.isLeftMouseButton(e) ? tool : PlotTool.PAN;
		begin = e.getPoint();
		last = begin;
		moved = false;
		hit = canvas.hit(begin);
		line = new Path2D.Double();
		line.moveTo(begin.x, begin.y);
		hovered.accept(OptionalInt.empty());
		if (dragging == PlotTool.EXPLORE && hit.isEmpty()) walk(begin);
		else if (dragging == PlotTool.EXPLORE) picked.accept(hit.getAsInt());
	}

	@Override
	public void mouseDragged(final MouseEvent e) {
		moved |= e.getPoint().distance(begin) > STILL;
		if (!moved) return;
		switch (dragging) {
			case EXPLORE -> walk(e.getPoint());
			case PAN ->
				canvas.frame()
						.ifPresent(frame -> explorer.change(state ->
								state.withView(Optional.of(frame.panned(e.getX() - last.x, e.getY() - last.y)))));
			case ZOOM -> canvas.setDrawn(Optional.of(rectangle(e.getPoint())));
			case LASSO -> {
				line.lineTo(e.getX(), e.getY());
				canvas.setDrawn(Optional.of(line));
			}
		}
		last = e.getPoint();
	}

	@Override
	public void mouseReleased(final MouseEvent e) {
		canvas.setDrawn(Optional.empty());
		if (!moved) return;
		final Rectangle drawn = rectangle(e.getPoint());
		if (dragging == PlotTool.ZOOM && drawn.width > STILL && drawn.height > STILL)
			canvas.frame()
					.ifPresent(frame -> explorer.change(state -> state.withView(Optional.of(frame.within(drawn)))));
		if (dragging == PlotTool.LASSO) {
			line.closePath();
			canvas.select(line, (e.getModifiersEx() & InputEvent.SHIFT_DOWN_MASK) != 0);
		}
	}

	private Rectangle rectangle(final Point end) {
		final Rectangle rectangle = new Rectangle(begin);
		rectangle.add(end);
		return rectangle;
	}

	private void walk(final Point to) {
		canvas.frame()
				.filter(frame -> frame.area().contains(to))
				.ifPresent(frame -> explorer.change(state -> state.movedTo(frame.x(to.x), frame.y(to.y))));
	}

	@Override
	public void mouseMoved(final MouseEvent e) {
		hovered.accept(canvas.hit(e.getPoint()));
	}

	@Override
	public void mouseExited(final MouseEvent e) {
		hovered.accept(OptionalInt.empty());
	}

	@Override
	public void mouseWheelMoved(final MouseWheelEvent e) {
		canvas.frame()
				.ifPresent(frame -> explorer.change(state -> state.withView(Optional.of(frame.zoomed(
						e.getX(), e.getY(), Math.pow(WHEEL, e.getPreciseWheelRotation()), canvas.whole())))));
	}
}
