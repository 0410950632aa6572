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

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.text.NumberFormat;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** How curves look. Colors can be told apart by the color-blind (Okabe and Ito, Color Universal Design, 2008). */
final class ChartStyle {

	static final Color TRAINING = new Color(0x0072b2);
	static final Color VALIDATION = new Color(0xd55e00);
	static final Color METRIC = new Color(0x009e73);
	static final Color BEST = new Color(0x555555);
	static final Color TEXT = new Color(0x222222);
	static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
	static final Font TICKS = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
	static final Stroke DASHED =
			new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {5, 4}, 0);

	private static final Color GRID = new Color(0xdddddd);
	private static final Color LINE = new Color(0x888888);
	private static final Stroke CURVE = new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
	private static final Stroke THIN = new BasicStroke(0.8f);
	private static final double DOT = 6;

	/** As many as any loss needs, and too few for rounding errors to be seen. */
	private static final int DIGITS = 10;

	private ChartStyle() {}

	/** @return an axis that does not need to begin at 0, with numbers as everywhere, whatever the language */
	static NumberAxis axis(final String label) {
		final NumberAxis axis = new NumberAxis(label);
		axis.setAutoRangeIncludesZero(false);
		final NumberFormat numbers = NumberFormat.getNumberInstance(Locale.ROOT);
		numbers.setMaximumFractionDigits(DIGITS); // by default 3, so that small losses would all be called 0.001
		axis.setStandardTickUnits(new NumberTickUnitSource(false, numbers));
		style(axis);
		return axis;
	}

	/**
	 * @return an axis on which equal distances are equal factors; labeled at the powers of ten, or between these too
	 */
	static LogAxis logAxis(final String label) {
		final LogAxis axis = new DecadeAxis(label);
		style(axis);
		return axis;
	}

	private static void style(final ValueAxis axis) {
		axis.setLabelFont(LABEL);
		axis.setLabelPaint(TEXT);
		axis.setTickLabelFont(TICKS);
		axis.setTickLabelPaint(TEXT);
		axis.setAxisLinePaint(LINE);
		axis.setTickMarkPaint(LINE);
	}

	/** Makes it a white plot with a light grid. */
	static void style(final XYPlot plot) {
		plot.setBackgroundPaint(Color.WHITE);
		plot.setOutlinePaint(LINE);
		plot.setDomainGridlinePaint(GRID);
		plot.setRangeGridlinePaint(GRID);
		plot.setDomainGridlineStroke(THIN);
		plot.setRangeGridlineStroke(THIN);
		plot.setRangeMinorGridlinesVisible(false);
		plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
	}

	/** @return a white chart of this plot, with a legend */
	static JFreeChart chart(final XYPlot plot) {
		final JFreeChart chart = new JFreeChart(null, LABEL, plot, true);
		chart.setBackgroundPaint(Color.WHITE);
		chart.setPadding(new RectangleInsets(10, 6, 6, 16));
		style(chart.getLegend());
		return chart;
	}

	/** Makes it a line of names above the curves. */
	private static void style(final LegendTitle legend) {
		legend.setItemFont(LABEL);
		legend.setItemPaint(TEXT);
		legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 14));
		legend.setPosition(RectangleEdge.TOP);
		legend.setBorder(0, 0, 0, 0);
		legend.setBackgroundPaint(null);
	}

	/**
	 * @param dots whether each value has one; a single value is to be seen in no other way
	 * @param colors of the curves
	 */
	static XYLineAndShapeRenderer curves(final boolean dots, final Color... colors) {
		final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, dots);
		final Shape dot = new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT);
		for (int i = 0; i < colors.length; i++) {
			renderer.setSeriesPaint(i, colors[i]);
			renderer.setSeriesStroke(i, CURVE);
			renderer.setSeriesShape(i, dot);
		}
		return renderer;
	}
}
