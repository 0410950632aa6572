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
import fovea.latent.Encoding;
import fovea.latent.Encodings;
import fovea.latent.LatentProjection;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Encodings as points along two axes of their projection, colored by label; of one axis only, points are on a line. To
 * be used by one thread at a time.
 */
public final class ScatterPlot {

	/** With more labels there would be no room for their names. */
	static final int MOST_NAMES = 20;

	/**
	 * Told apart by the color-blind as well: Okabe and Ito, Color Universal Design (2008); without yellow, which white
	 * swallows.
	 */
	private static final int[] COLORS = {0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9, 0x000000};

	private static final int UNLABELED = 0x777777;

	private final List<String> labels;
	private final double[] x;
	private final double[] y;
	private final int[] kinds;
	private final NumberAxis across;
	private final NumberAxis up;

	/**
	 * @param encodings to be shown
	 * @param projection of their latent space
	 * @param first 0-based component from left to right
	 * @param second 0-based component from below upwards; the same as the first: all points are at 0
	 */
	public ScatterPlot(
			final Encodings encodings, final LatentProjection projection, final int first, final int second) {
		labels = encodings.labels();
		x = new double[encodings.size()];
		y = new double[x.length];
		kinds = new int[x.length];
		for (int i = 0; i < x.length; i++) {
			final Encoding encoding = encodings.all().get(i);
			final double[] place = projection.project(encoding.z());
			x[i] = place[first];
			y[i] = second == first ? 0 : place[second];
			kinds[i] = labels.indexOf(encoding.label());
		}
		across = LossAxes.linear(projection.axisName(first), x);
		up = LossAxes.linear(second == first ? "" : projection.axisName(second), y);
	}

	/**
	 * @param label place among the labels
	 * @param empty whether that label says nothing
	 * @return 0xRRGGBB; the same again for every seventh, whose points have another shape
	 */
	static int color(final int label, final boolean empty) {
		return empty ? UNLABELED : COLORS[label % COLORS.length];
	}

	/** @return radius of a point in pixels: smaller where there are many */
	private double radius() {
		return radius(x.length);
	}

	static double radius(final int points) {
		return points > 5000 ? 1.5 : points > 1000 ? 2.5 : 3.5;
	}

	/**
	 * @param label place among the labels
	 * @return which of three shapes its points have
	 */
	static int kind(final int label) {
		return label / COLORS.length % 3;
	}

	/**
	 * @param kind of the three
	 * @param r half of its width, pixels
	 * @return that shape around 0, 0
	 */
	static Shape shape(final int kind, final double r) {
		final int w = (int) Math.ceil(r * 1.2);
		return switch (kind) {
			case 0 -> new Ellipse2D.Double(-r, -r, 2 * r, 2 * r);
			case 1 -> new Rectangle2D.Double(-r, -r, 2 * r, 2 * r);
			default -> new Polygon(new int[] {-w, w, 0}, new int[] {w, w, -w}, 3);
		};
	}

	private boolean isNamed() {
		return labels.size() <= MOST_NAMES && !labels.equals(List.of(""));
	}

	private static String name(final String label) {
		return label.isEmpty() ? "no label" : label;
	}

	private JFreeChart chart() {
		final XYSeriesCollection points = new XYSeriesCollection();
		for (int k = 0; k < labels.size(); k++) points.addSeries(new XYSeries(name(labels.get(k)), false, true));
		for (int i = 0; i < x.length; i++) points.getSeries(kinds[i]).add(x[i], y[i], false);
		final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
		for (int k = 0; k < labels.size(); k++) {
			final Color opaque = new Color(color(k, labels.get(k).isEmpty()));
			renderer.setSeriesPaint(k, new Color(opaque.getRed(), opaque.getGreen(), opaque.getBlue(), 180));
			renderer.setSeriesShape(k, shape(kind(k), radius()));
			renderer.setSeriesVisibleInLegend(k, isNamed());
		}
		final XYPlot plot = new XYPlot(points, across, up, renderer);
		ChartStyle.style(plot);
		final JFreeChart chart = ChartStyle.chart(plot);
		if (!isNamed()) chart.removeLegend();
		return chart;
	}

	/**
	 * Draws the points.
	 *
	 * @param graphics to draw on
	 * @param width in pixels
	 * @param height in pixels
	 */
	public void draw(final Graphics2D graphics, final int width, final int height) {
		chart().draw(graphics, new Rectangle2D.Double(0, 0, width, height));
	}

	/**
	 * @param width in pixels; below 400 labels begin to cover each other
	 * @param height in pixels
	 * @return a picture of the points
	 */
	public BufferedImage image(final int width, final int height) {
		return chart().createBufferedImage(width, height, BufferedImage.TYPE_INT_RGB, null);
	}

	/**
	 * @param file ends in .png or .svg; is replaced if it exists
	 * @param width in pixels
	 * @param height in pixels
	 * @throws ImageException if it ends otherwise or cannot be written; what was there before is untouched then
	 */
	public void save(final Path file, final int width, final int height) throws ImageException {
		final String name = file.toString().toLowerCase(Locale.ROOT);
		if (name.endsWith(".png")) PictureFile.write(image(width, height), file);
		else if (name.endsWith(".svg")) PictureFile.write(svg(width, height), file);
		else throw new ImageException(file + ": expected a file that ends in .png or .svg");
	}

	/**
	 * @param width in pixels
	 * @param height in pixels
	 * @return the points as Scalable Vector Graphics
	 */
	public String svg(final int width, final int height) {
		final ScatterSvg svg = new ScatterSvg(
				width,
				height,
				across.getRange().getLowerBound(),
				across.getRange().getUpperBound(),
				up.getRange().getLowerBound(),
				up.getRange().getUpperBound());
		svg.axes(across.getLabel(), up.getLabel());
		for (int k = 0; isNamed() && k < labels.size(); k++)
			svg.name(name(labels.get(k)), color(k, labels.get(k).isEmpty()), kind(k));
		for (int i = 0; i < x.length; i++)
			svg.point(x[i], y[i], radius(), color(kinds[i], labels.get(kinds[i]).isEmpty()), kind(kinds[i]));
		return svg.text();
	}
}
