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

import fovea.chart.ScatterChart;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.OptionalInt;
import javax.swing.JComponent;

/**
 * The points, and over them what is selected, decoded and drawn. The points are drawn anew only where something of them
 * changed. Swing's thread only.
 */
final class ScatterCanvas extends JComponent implements Explorer.Shown {

	private static final long serialVersionUID = 1;
	private static final Color MARK = new Color(0xd00000);
	private static final Color SELECTED = new Color(0x222222);
	private static final Color DRAWN = new Color(0x336699);
	private static final int THUMBNAIL = 96;
	private static final int GAP = 5;

	private final transient Explorer explorer;
	private transient ScatterChart chart;
	private transient Optional<ScatterChart.Picture> picture = Optional.empty();
	private boolean stale;
	private transient Optional<Shape> drawn = Optional.empty();
	private transient Optional<Thumbnail> thumbnail = Optional.empty();

	/**
	 * Of the point below the mouse.
	 *
	 * @param at the point, in the component
	 * @param name of its item
	 * @param picture of its item; empty: not there yet
	 */
	record Thumbnail(Point at, String name, Optional<BufferedImage> picture) {}

	ScatterCanvas(final Explorer explorer) {
		this.explorer = explorer;
		setPreferredSize(new Dimension(680, 600));
		setMinimumSize(new Dimension(240, 200));
		setOpaque(true);
		chart = chart(explorer.state());
		explorer.add(this);
	}

	private ScatterChart chart(final ExplorerState state) {
		final String up = state.up() == state.across() ? "" : state.projection().axisName(state.up());
		return new ScatterChart(
				x(state),
				y(state),
				state.coloring().colors(state.encodings()),
				state.projection().axisName(state.across()),
				up);
	}

	private double[] x(final ExplorerState state) {
		return explorer.places().along()[state.across()];
	}

	private double[] y(final ExplorerState state) {
		return explorer.places().up(state.across(), state.up());
	}

	@Override
	public void changed(final ExplorerState before, final ExplorerState now) {
		final boolean other = before.across() != now.across()
				|| before.up() != now.up()
				|| before.coloring() != now.coloring()
				|| before.encodings() != now.encodings();
		if (other) chart = chart(now);
		stale |= other || !before.view().equals(now.view());
		repaint();
	}

	/** @return the part of the plane that holds all points */
	ScatterChart.View whole() {
		return chart.whole();
	}

	/** @return for saving what is seen */
	ScatterChart chart() {
		return chart;
	}

	ScatterChart.View view() {
		return explorer.state().view().orElseGet(chart::whole);
	}

	/**
	 * @return where it is; empty before it was drawn or where there is no place. Between a change and its picture the
	 *     place is that of the picture before: several steps of a mouse may come in between
	 */
	Optional<PlotFrame> frame() {
		return picture.map(ScatterChart.Picture::area)
				.filter(area -> area.getWidth() > 1 && area.getHeight() > 1)
				.map(area -> new PlotFrame(view(), area));
	}

	/** @return where a point is; empty before it was drawn */
	Optional<Point> place(final int index) {
		return frame().map(frame -> new Point((int) px(frame, index), (int) py(frame, index)));
	}

	/** @return the point there */
	OptionalInt hit(final Point at) {
		final ExplorerState state = explorer.state();
		final int index = frame().map(frame -> PointHits.nearest(x(state), y(state), frame, at.x, at.y, 6))
				.orElse(-1);
		return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
	}

	/** Selects what is in a line that was drawn. */
	void select(final Shape lasso, final boolean more) {
		frame().ifPresent(frame ->
				explorer.change(state -> state.withSelected(PointHits.inside(x(state), y(state), frame, lasso), more)));
	}

	/** @param shape that a person draws; empty: none */
	void setDrawn(final Optional<Shape> shape) {
		drawn = shape;
		repaint();
	}

	/** @param shown empty: none */
	void setThumbnail(final Optional<Thumbnail> shown) {
		if (shown.equals(thumbnail)) return;
		thumbnail = shown;
		repaint();
	}

	@Override
	protected void paintComponent(final Graphics graphics) {
		final Graphics2D copy = (Graphics2D) graphics.create();
		try {
			copy.drawImage(points(), 0, 0, getWidth(), getHeight(), null);
			copy.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
			copy.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
			frame().ifPresent(frame -> marks((Graphics2D) copy.create(), frame));
			copy.setColor(DRAWN);
			drawn.ifPresent(copy::draw);
			thumbnail.ifPresent(shown -> paint(copy, shown));
		} finally {
			copy.dispose();
		}
	}

	private BufferedImage points() {
		final GraphicsConfiguration screen = getGraphicsConfiguration();
		final double density = screen == null ? 1 : screen.getDefaultTransform().getScaleX();
		final boolean fits = picture.filter(last -> last.image().getWidth() == (int) Math.ceil(getWidth() * density)
						&& last.image().getHeight() == (int) Math.ceil(getHeight() * density))
				.isPresent();
		if (!fits || stale) picture = Optional.of(chart.draw(view(), getWidth(), getHeight(), density));
		stale = false;
		return picture.orElseThrow().image();
	}

	private void marks(final Graphics2D graphics, final PlotFrame frame) {
		final ExplorerState state = explorer.state();
		graphics.clip(frame.area());
		graphics.setColor(SELECTED);
		for (final int index : state.selected()) ring(graphics, frame, index, 4.5);
		graphics.setColor(MARK);
		graphics.setStroke(new BasicStroke(2));
		state.current().ifPresent(index -> ring(graphics, frame, index, 7));
		if (state.from().isPresent() && state.to().isPresent()) {
			final int from = state.from().getAsInt();
			final int to = state.to().getAsInt();
			graphics.setColor(DRAWN);
			graphics.draw(new Line2D.Double(px(frame, from), py(frame, from), px(frame, to), py(frame, to)));
		}
		state.from().ifPresent(index -> named(graphics, frame, index, "A"));
		state.to().ifPresent(index -> named(graphics, frame, index, "B"));
		state.point().ifPresent(z -> {
			final double[] place = state.projection().project(z);
			final double x = frame.pixelX(place[state.across()]);
			final double y = frame.pixelY(state.up() == state.across() ? 0 : place[state.up()]);
			graphics.setColor(MARK);
			graphics.draw(new Line2D.Double(x - 9, y, x + 9, y));
			graphics.draw(new Line2D.Double(x, y - 9, x, y + 9));
		});
		graphics.dispose();
	}

	private double px(final PlotFrame frame, final int index) {
		return frame.pixelX(x(explorer.state())[index]);
	}

	private double py(final PlotFrame frame, final int index) {
		return frame.pixelY(y(explorer.state())[index]);
	}

	private void ring(final Graphics2D graphics, final PlotFrame frame, final int index, final double radius) {
		graphics.draw(
				new Ellipse2D.Double(px(frame, index) - radius, py(frame, index) - radius, 2 * radius, 2 * radius));
	}

	private void named(final Graphics2D graphics, final PlotFrame frame, final int index, final String name) {
		graphics.setColor(DRAWN);
		ring(graphics, frame, index, 7);
		graphics.drawString(name, (float) px(frame, index) + 9, (float) py(frame, index) - 5);
	}

	private void paint(final Graphics2D graphics, final Thumbnail shown) {
		final FontMetrics metrics = graphics.getFontMetrics();
		final int width = Math.max(THUMBNAIL, metrics.stringWidth(shown.name())) + 2 * GAP;
		final int height = THUMBNAIL + metrics.getHeight() + 2 * GAP;
		final int x =
				shown.at().x + 14 + width < getWidth() ? shown.at().x + 14 : Math.max(0, shown.at().x - 14 - width);
		final int y = Math.max(0, Math.min(getHeight() - height - 1, shown.at().y - height / 2));
		graphics.setColor(Color.WHITE);
		graphics.fillRect(x, y, width, height);
		graphics.setColor(Color.GRAY);
		graphics.drawRect(x, y, width, height);
		graphics.setColor(Color.BLACK);
		graphics.drawString(shown.name(), x + GAP, y + GAP + THUMBNAIL + metrics.getAscent());
		shown.picture().ifPresent(image -> {
			final Rectangle place = ItemPictures.place(
					image, new Rectangle(x + (width - THUMBNAIL) / 2, y + GAP, THUMBNAIL, THUMBNAIL));
			ItemPictures.put(graphics, image, place);
		});
	}
}
