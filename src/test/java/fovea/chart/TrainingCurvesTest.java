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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ImageException;
import fovea.train.checkpoint.EpochRecord;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingCurvesTest {

	private final TrainingCurves curves = new TrainingCurves("psnr");

	/** Losses, validation losses, metrics; NaN stands for itself, null for none. */
	private static List<EpochRecord> history(final Double[]... epochs) {
		final List<EpochRecord> history = new ArrayList<>();
		for (final Double[] epoch : epochs)
			history.add(new EpochRecord(history.size() + 1, epoch[0], optional(epoch[1]), optional(epoch[2]), 1e-3, 1));
		return history;
	}

	private static OptionalDouble optional(final Double value) {
		return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
	}

	private static Double[] epoch(final Double... values) {
		return values;
	}

	private List<XYPlot> plots() {
		return ((CombinedDomainXYPlot) curves.chart().getPlot())
				.getSubplots().stream().map(XYPlot.class::cast).toList();
	}

	private static List<String> names(final XYPlot plot) {
		final List<String> names = new ArrayList<>();
		for (int i = 0; i < plot.getSeriesCount(); i++)
			names.add(plot.getDataset().getSeriesKey(i).toString());
		return names;
	}

	private static List<Number> values(final XYPlot plot, final int series) {
		final List<Number> values = new ArrayList<>();
		for (int i = 0; i < plot.getDataset().getItemCount(series); i++)
			values.add(plot.getDataset().getY(series, i));
		return values;
	}

	private static boolean has(final BufferedImage image, final Color color) {
		for (int y = 0; y < image.getHeight(); y++)
			for (int x = 0; x < image.getWidth(); x++)
				if ((image.getRGB(x, y) & 0xFFFFFF) == (color.getRGB() & 0xFFFFFF)) return true;
		return false;
	}

	@Test
	void lossesAreAboveTheMetricAndTheBestEpochIsMarked() {
		curves.show(history(epoch(0.5, 0.6, 20.0), epoch(0.4, 0.5, 21.0), epoch(0.3, 0.55, 20.5)), 2);
		assertEquals(2, plots().size());
		final XYPlot losses = plots().get(0);
		final XYPlot metric = plots().get(1);
		assertEquals(List.of("training loss", "validation loss"), names(losses));
		assertEquals(List.of(0.5, 0.4, 0.3), values(losses, 0));
		assertEquals(List.of(0.6, 0.5, 0.55), values(losses, 1));
		assertEquals(List.of("validation PSNR"), names(metric));
		assertEquals(List.of(20.0, 21.0, 20.5), values(metric, 0));
		assertEquals("loss", losses.getRangeAxis().getLabel());
		assertEquals("PSNR (dB)", metric.getRangeAxis().getLabel());
		assertEquals(
				"epoch",
				((CombinedDomainXYPlot) curves.chart().getPlot())
						.getDomainAxis()
						.getLabel());
		for (final XYPlot plot : plots()) {
			final Collection<?> markers = plot.getDomainMarkers(Layer.BACKGROUND);
			assertEquals(1, markers.size());
			assertEquals(2, ((ValueMarker) markers.iterator().next()).getValue());
		}
		final BufferedImage image = curves.image(640, 480);
		for (final Color color :
				List.of(ChartStyle.TRAINING, ChartStyle.VALIDATION, ChartStyle.METRIC, ChartStyle.BEST, Color.WHITE))
			assertTrue(has(image, color), () -> "no " + color);
	}

	@ParameterizedTest
	@CsvSource({"1, 0.0101, false", "1, 0.0099, true", "1000, 1, true", "1, 0, false", "1, -0.001, false"})
	void theLossHasALogarithmicAxisBeyondTwoDecades(final double first, final double last, final boolean logarithmic) {
		curves.show(history(epoch(first, null, null), epoch(0.5, last, null)), 0);
		final XYPlot losses = plots().get(0);
		assertEquals(logarithmic, losses.getRangeAxis() instanceof LogAxis);
		final Range range = losses.getRangeAxis().getRange();
		assertTrue(range.getLowerBound() < last && range.getUpperBound() > first, () -> range + "");
		assertTrue(has(curves.image(640, 480), ChartStyle.VALIDATION));
	}

	@ParameterizedTest
	@CsvSource({
		"1, 0.5, LOGARITHMIC, true",
		"0.5, 0.5, LOGARITHMIC, true",
		"1, 0.001, LINEAR, false",
		"1, 0, LOGARITHMIC, false",
		"1, 0.001, AUTOMATIC, true"
	})
	void theScaleOfTheLossCanBeChosen(
			final double first, final double last, final LossScale scale, final boolean logarithmic) {
		curves.setLossScale(scale);
		curves.show(history(epoch(first, null, null), epoch(last, null, null)), 0);
		assertEquals(logarithmic, plots().get(0).getRangeAxis() instanceof LogAxis);
		assertTrue(has(curves.image(640, 480), ChartStyle.TRAINING));
	}

	@Test
	void whatIsNoNumberLeavesAGap() {
		curves.show(
				history(
						epoch(0.5, Double.NaN, Double.POSITIVE_INFINITY),
						epoch(Double.POSITIVE_INFINITY, 0.5, 21.0),
						epoch(0.3, null, null)),
				3);
		final List<Number> training = values(plots().get(0), 0);
		assertEquals(Arrays.asList(0.5, null, 0.3), training);
		assertEquals(Arrays.asList(null, 0.5, null), values(plots().get(0), 1));
		assertEquals(Arrays.asList(null, 21.0, null), values(plots().get(1), 0));
		final Range range = plots().get(0).getRangeAxis().getRange();
		assertTrue(range.getLowerBound() > 0.2 && range.getUpperBound() < 0.6, () -> range + "");
		assertTrue(has(curves.image(640, 480), ChartStyle.METRIC));
	}

	@Test
	void withoutValidationThereIsOneCurveInOnePlot() {
		curves.show(history(epoch(0.5, null, null), epoch(0.4, null, null)), 2);
		assertEquals(1, plots().size());
		assertEquals(List.of("training loss"), names(plots().get(0)));
		assertFalse(has(curves.image(640, 480), ChartStyle.METRIC));
	}

	@Test
	void oneEpochOrNoneIsDrawnToo() {
		curves.show(history(epoch(0.03284, 0.03284, 20.0)), 1);
		final BufferedImage one = curves.image(640, 480);
		assertTrue(has(one, ChartStyle.METRIC));
		final Range range = plots().get(0).getRangeAxis().getRange();
		assertEquals(0.2 * 0.03284, range.getLength(), 1e-9);
		for (final List<EpochRecord> history :
				List.of(List.<EpochRecord>of(), history(epoch(Double.NaN, null, null)))) {
			curves.show(history, 0);
			assertFalse(has(curves.image(640, 480), ChartStyle.METRIC));
			assertEquals(List.of(), names(plots().get(0)));
		}
	}

	@Test
	void aChartGoesOnWithItsTraining() {
		final List<EpochRecord> history = new ArrayList<>();
		for (int epoch = 1; epoch <= 100; epoch++) {
			history.add(new EpochRecord(
					epoch, 1.0 / epoch, OptionalDouble.of(1.1 / epoch), OptionalDouble.of(epoch), 1e-3, 1));
			curves.show(history, epoch);
		}
		assertEquals(100, plots().get(1).getDataset().getItemCount(0));
		assertEquals(2, plots().size());
		assertEquals(1, plots().get(0).getDomainMarkers(Layer.BACKGROUND).size());
	}

	@Test
	void aPngIsWrittenWholeOrNotAtAll(@TempDir final Path folder) throws ImageException, IOException {
		curves.show(history(epoch(0.5, 0.6, 20.0), epoch(0.4, 0.5, 21.0)), 2);
		final Path file = Files.writeString(folder.resolve("curves.png"), "what was there");
		curves.writePng(file, 500, 300);
		final BufferedImage read = ImageIO.read(file.toFile());
		assertEquals(500, read.getWidth());
		assertEquals(300, read.getHeight());
		assertTrue(has(read, ChartStyle.VALIDATION));
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(List.of(file), files.toList());
		}
		final Path nowhere = folder.resolve("none").resolve("c.png");
		assertTrue(assertThrows(ImageException.class, () -> curves.writePng(nowhere, 500, 300))
				.getMessage()
				.startsWith("Cannot write '" + nowhere + "': no such folder"));
	}

	/** Three digits after the point, as numbers usually have, would not tell them apart. */
	@Test
	void smallLossesHaveDifferentNumbers() {
		final NumberAxis axis = LossAxes.linear("loss", new double[] {0.00021, 0.00048});
		final List<String> numbers = new ArrayList<>();
		for (double size = 1e-5; size < 1e-3; size *= 10)
			for (int tick = 1; tick < 5; tick++)
				numbers.add(((NumberTickUnit) axis.getStandardTickUnits().getCeilingTickUnit(size))
						.valueToString(tick * size));
		assertEquals(
				List.of("0.00001", "0.00002", "0.00003", "0.00004", "0.0001", "0.0002", "0.0003", "0.0004"), numbers);
	}
}
