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

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * The loss of each step of one epoch, or means of some in a row: what there is to be seen before an epoch is done. It
 * looks like {@link TrainingCurves}, and like it follows {@link #show}; to be used by one thread at a time.
 */
public final class StepLossCurve {

	/** With more values dots would run into each other. */
	private static final int MAX_DOTS = 30;

	private final XYSeries losses = new XYSeries("running loss");
	private final NumberAxis steps = ChartStyle.axis("step");
	private final XYPlot plot;
	private final JFreeChart chart;
	private LossScale scale = LossScale.AUTOMATIC;

	/** Shows nothing yet. */
	public StepLossCurve() {
		steps.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
		plot = new XYPlot(new XYSeriesCollection(losses), steps, ChartStyle.axis("loss"), null);
		ChartStyle.style(plot);
		chart = ChartStyle.chart(plot);
	}

	/** @param value of the loss's axis from the next {@link #show} on */
	public void setLossScale(final LossScale value) {
		scale = value;
	}

	/**
	 * Shows these losses, and no others any more.
	 *
	 * @param epoch whose steps these are, from 1 on
	 * @param of that epoch, steps in all
	 * @param means each of so many steps, the first from step 1 on; finite
	 * @param stepsPerMean at least 1
	 */
	public void show(final int epoch, final int of, final double[] means, final int stepsPerMean) {
		chart.setNotify(false);
		losses.clear();
		for (int i = 0; i < means.length; i++)
			losses.add(i * (double) stepsPerMean + (stepsPerMean + 1) / 2.0, means[i]);
		plot.setRenderer(ChartStyle.curves(means.length <= MAX_DOTS, ChartStyle.TRAINING));
		plot.setRangeAxis(LossAxes.loss(means, scale));
		steps.setLabel("step of epoch " + epoch);
		steps.setRange(0, Math.max(1, of) + 1.0);
		chart.setNotify(true);
	}

	/**
	 * Draws the curve.
	 *
	 * @param graphics to draw on
	 * @param width in pixels
	 * @param height in pixels
	 */
	public void draw(final Graphics2D graphics, final int width, final int height) {
		chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
	}

	/**
	 * @param width in pixels; below 400 labels begin to cover each other
	 * @param height in pixels
	 * @return a picture of the curve
	 */
	public BufferedImage image(final int width, final int height) {
		return chart.createBufferedImage(width, height, BufferedImage.TYPE_INT_RGB, null);
	}
}
