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
import fovea.train.TrainingResult;
import fovea.train.checkpoint.EpochRecord;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * The curves of a training: loss and validation loss above, the metric below, over the epochs; a dashed line at the
 * best epoch. The loss has a logarithmic axis if its values span more than two decades and all are positive, unless
 * another {@link LossScale} is asked for. Values that are absent or no finite number leave a gap. The picture follows
 * {@link #show}; to be used by one thread at a time.
 */
public final class TrainingCurves {

	/** With more epochs dots would run into each other. */
	private static final int MAX_DOTS = 30;

	/** Of the loss's plot, in parts of the metric's. */
	private static final int LOSS_WEIGHT = 3;

	private static final int METRIC_WEIGHT = 2;

	/** At both ends of the epochs, in parts of them. */
	private static final double MARGIN = 0.02;

	private final String metric;
	private final XYSeries training = new XYSeries("training loss");
	private final XYSeries validation = new XYSeries("validation loss");
	private final XYSeries scores;
	private final XYPlot lossPlot;
	private final XYPlot metricPlot;
	private final CombinedDomainXYPlot plots;
	private final JFreeChart chart;
	private LossScale scale = LossScale.AUTOMATIC;

	/** @param metric of the epochs' records as {@link TrainingResult#metric()} calls it: "psnr", "iou" or another */
	public TrainingCurves(final String metric) {
		this.metric = metric;
		scores = new XYSeries(
				switch (metric) {
					case "psnr" -> "validation PSNR";
					case "iou" -> "validation IoU";
					default -> "validation " + metric;
				});
		final NumberAxis epochs = ChartStyle.axis("epoch");
		epochs.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
		plots = new CombinedDomainXYPlot(epochs);
		plots.setGap(14);
		lossPlot = new XYPlot(new XYSeriesCollection(), null, ChartStyle.axis("loss"), null);
		metricPlot = new XYPlot(new XYSeriesCollection(), null, ChartStyle.axis(metricLabel()), null);
		ChartStyle.style(lossPlot);
		ChartStyle.style(metricPlot);
		plots.add(lossPlot, LOSS_WEIGHT);
		chart = ChartStyle.chart(plots);
	}

	/**
	 * @param result of a training
	 * @return its curves
	 */
	public static TrainingCurves of(final TrainingResult result) {
		final TrainingCurves curves = new TrainingCurves(result.metric());
		curves.show(result.history(), result.bestEpoch());
		return curves;
	}

	private String metricLabel() {
		return switch (metric) {
			case "psnr" -> "PSNR (dB)";
			case "iou" -> "mean IoU";
			default -> metric;
		};
	}

	/** @param value of the loss's axis from the next {@link #show} on */
	public void setLossScale(final LossScale value) {
		scale = value;
	}

	/**
	 * Shows these epochs, and no others any more.
	 *
	 * @param history one record for each epoch so far; may be empty
	 * @param bestEpoch from 1 on; 0: none is marked
	 */
	public void show(final List<EpochRecord> history, final int bestEpoch) {
		chart.setNotify(false);
		fill(training, history, epoch -> OptionalDouble.of(epoch.loss()));
		fill(validation, history, EpochRecord::validationLoss);
		fill(scores, history, EpochRecord::metric);
		final boolean dots = history.size() <= MAX_DOTS;
		// a curve without a value has no place in the legend
		put(lossPlot, dots, List.of(training, validation), ChartStyle.TRAINING, ChartStyle.VALIDATION);
		put(metricPlot, dots, List.of(scores), ChartStyle.METRIC);
		final double[] losses =
				DoubleStream.concat(values(training), values(validation)).toArray();
		lossPlot.setRangeAxis(LossAxes.loss(losses, scale));
		metricPlot.setRangeAxis(LossAxes.linear(metricLabel(), values(scores).toArray()));
		plots.remove(metricPlot);
		if (values(scores).findAny().isPresent()) plots.add(metricPlot, METRIC_WEIGHT);
		final int last = history.isEmpty() ? 1 : history.get(history.size() - 1).epoch();
		final int first = history.isEmpty() ? 1 : history.get(0).epoch();
		final double edge = Math.max(0.5, MARGIN * (last - first));
		plots.getDomainAxis().setRange(first - edge, last + edge);
		mark(lossPlot, bestEpoch, "best: epoch " + bestEpoch, bestEpoch > (first + last) / 2.0);
		mark(metricPlot, bestEpoch, null, false);
		chart.setNotify(true);
	}

	private static void fill(
			final XYSeries series, final List<EpochRecord> history, final Function<EpochRecord, OptionalDouble> value) {
		series.clear();
		for (final EpochRecord epoch : history) {
			final OptionalDouble number = value.apply(epoch);
			final boolean drawn = number.isPresent() && Double.isFinite(number.getAsDouble());
			series.add(epoch.epoch(), drawn ? (Number) number.getAsDouble() : null);
		}
	}

	private static DoubleStream values(final XYSeries series) {
		return Arrays.stream(series.toArray()[1]).filter(Double::isFinite);
	}

	private static void put(final XYPlot plot, final boolean dots, final List<XYSeries> series, final Color... colors) {
		final XYSeriesCollection drawn = new XYSeriesCollection();
		final List<Color> theirs = new ArrayList<>();
		for (int i = 0; i < series.size(); i++)
			if (values(series.get(i)).findAny().isPresent()) {
				drawn.addSeries(series.get(i));
				theirs.add(colors[i]);
			}
		plot.setDataset(drawn);
		plot.setRenderer(ChartStyle.curves(dots, theirs.toArray(Color[]::new)));
	}

	private static void mark(final XYPlot plot, final int epoch, final String label, final boolean labelLeft) {
		plot.clearDomainMarkers();
		if (epoch < 1) return;
		final ValueMarker marker = new ValueMarker(epoch, ChartStyle.BEST, ChartStyle.DASHED);
		if (label != null) {
			marker.setLabel(label);
			marker.setLabelFont(ChartStyle.TICKS);
			marker.setLabelPaint(ChartStyle.TEXT);
			marker.setLabelAnchor(labelLeft ? RectangleAnchor.TOP_LEFT : RectangleAnchor.TOP_RIGHT);
			marker.setLabelTextAnchor(labelLeft ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
			marker.setLabelOffset(new RectangleInsets(6, 6, 6, 6));
			marker.setLabelBackgroundColor(new Color(255, 255, 255, 200));
		}
		plot.addDomainMarker(marker, Layer.BACKGROUND);
	}

	/** @return the chart, which changes with {@link #show}, for a component that draws it */
	JFreeChart chart() {
		return chart;
	}

	/**
	 * Draws the curves, for example in a window.
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
	 * @return a picture of the curves
	 */
	public BufferedImage image(final int width, final int height) {
		return chart.createBufferedImage(width, height, BufferedImage.TYPE_INT_RGB, null);
	}

	/**
	 * Writes a picture of the curves.
	 *
	 * @param file PNG; is replaced if it exists
	 * @param width in pixels
	 * @param height in pixels
	 * @throws ImageException if it cannot be written
	 */
	public void writePng(final Path file, final int width, final int height) throws ImageException {
		PictureFile.write(image(width, height), file);
	}
}
