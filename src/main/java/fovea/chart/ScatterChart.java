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

import fovea.base.ImageException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Locale;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/**
 * Points that are looked at: any part of them, drawn while a person waits. Axes, grid and keys are JFreeChart's, which
 * draws a shape anew for each point; points are {@link PointSprite}s. To be used by one thread at a time.
 */
public final class ScatterChart {

	private final double[] x;
	private final double[] y;
	private final PointColors colors;
	private final NumberAxis across;
	private final NumberAxis up;
	private final View whole;

	/**
	 * A part of the plane.
	 *
	 * @param x0 left
	 * @param x1 right, above x0
	 * @param y0 below
	 * @param y1 above, above y0
	 */
	public record View(double x0, double x1, double y0, double y1) {

		/** Throws IllegalArgumentException where it is empty. */
		public View {
			if (!(x1 > x0 && y1 > y0))
				throw new IllegalArgumentException(
						"expected a part of the plane, got " + x0 + " to " + x1 + " and " + y0 + " to " + y1);
		}
	}

	/**
	 * What was drawn.
	 *
	 * @param image as many pixels as the screen has there
	 * @param area where in the component the view is, in its units; around it are axes and keys
	 */
	public record Picture(BufferedImage image, Rectangle2D area) {}

	/**
	 * @param x of the points, from left to right; not copied
	 * @param y of the points, upwards; not copied
	 * @param colors one for each point
	 * @param xName what x is
	 * @param yName what y is
	 */
	public ScatterChart(
			final double[] x, final double[] y, final PointColors colors, final String xName, final String yName) {
		if (y.length != x.length || colors.rgb().length != x.length)
			throw new IllegalArgumentException(x.length + " points, expected as many upwards and colors, got "
					+ y.length + " and " + colors.rgb().length);
		this.x = x;
		this.y = y;
		this.colors = colors;
		across = LossAxes.linear(xName, x);
		up = LossAxes.linear(yName, y);
		whole = new View(across.getLowerBound(), across.getUpperBound(), up.getLowerBound(), up.getUpperBound());
	}

	/** @return what holds all points */
	public View whole() {
		return whole;
	}

	/**
	 * @param view what is to be seen
	 * @param width of the component
	 * @param height of the component
	 * @param density pixels of the screen for one of the component
	 * @return a picture of it
	 */
	public Picture draw(final View view, final int width, final int height, final double density) {
		final BufferedImage image = new BufferedImage(
				(int) Math.ceil(width * density), (int) Math.ceil(height * density), BufferedImage.TYPE_INT_RGB);
		final ChartRenderingInfo info = new ChartRenderingInfo();
		final Graphics2D graphics = image.createGraphics();
		try {
			graphics.scale(density, density);
			chart(view).draw(graphics, new Rectangle2D.Double(0, 0, width, height), info);
		} finally {
			graphics.dispose();
		}
		final Rectangle2D area = info.getPlotInfo().getDataArea();
		points(image, view, area, density);
		return new Picture(image, area);
	}

	private JFreeChart chart(final View view) {
		across.setRange(view.x0(), view.x1());
		up.setRange(view.y0(), view.y1());
		final XYPlot plot =
				new XYPlot(null, across, up, new XYLineAndShapeRenderer()); // there is no grid without a renderer
		ChartStyle.style(plot);
		final LegendItemCollection items = new LegendItemCollection();
		for (final PointColors.Key key : colors.keys())
			items.add(new LegendItem(
					key.name(), null, null, null, ScatterPlot.shape(key.kind(), 4), new Color(key.rgb())));
		plot.setFixedLegendItems(items);
		final JFreeChart chart = ChartStyle.chart(plot);
		if (colors.keys().isEmpty()) chart.removeLegend();
		return chart;
	}

	private void points(final BufferedImage image, final View view, final Rectangle2D area, final double density) {
		final double radius = density * ScatterPlot.radius(x.length);
		final PointSprite[] sprites = {
			new PointSprite(0, radius), new PointSprite(1, radius), new PointSprite(2, radius)
		};
		final double perX = density * area.getWidth() / (view.x1() - view.x0());
		final double perY = density * area.getHeight() / (view.y1() - view.y0());
		for (int i = 0; i < x.length; i++) {
			if (!isIn(view, i)) continue;
			final int column = (int) (density * area.getX() + (x[i] - view.x0()) * perX);
			final int row = (int) (density * area.getMaxY() - (y[i] - view.y0()) * perY);
			sprites[colors.kinds()[i]].put(image, column, row, colors.rgb()[i]);
		}
	}

	private boolean isIn(final View view, final int i) {
		return x[i] >= view.x0() && x[i] <= view.x1() && y[i] >= view.y0() && y[i] <= view.y1();
	}

	/**
	 * @param file ends in .png or .svg; is replaced if it exists
	 * @param view what is to be seen
	 * @param width in pixels
	 * @param height in pixels
	 * @throws ImageException if it ends otherwise or cannot be written; what was there before is untouched then
	 */
	public void save(final Path file, final View view, final int width, final int height) throws ImageException {
		final String name = file.toString().toLowerCase(Locale.ROOT);
		if (name.endsWith(".png"))
			PictureFile.write(draw(view, width, height, 1).image(), file);
		else if (name.endsWith(".svg")) PictureFile.write(svg(view, width, height), file);
		else throw new ImageException(file + ": expected a file that ends in .png or .svg");
	}

	private String svg(final View view, final int width, final int height) {
		final ScatterSvg svg = new ScatterSvg(width, height, view.x0(), view.x1(), view.y0(), view.y1());
		svg.axes(across.getLabel(), up.getLabel());
		for (final PointColors.Key key : colors.keys()) svg.name(key.name(), key.rgb(), key.kind());
		for (int i = 0; i < x.length; i++)
			if (isIn(view, i)) svg.point(x[i], y[i], ScatterPlot.radius(x.length), colors.rgb()[i], colors.kinds()[i]);
		return svg.text();
	}
}
