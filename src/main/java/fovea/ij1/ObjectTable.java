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
package fovea.ij1;

import fovea.image.Image;
import fovea.segment.Segmentation;
import fovea.segment.SegmentedObject;
import fovea.text.Printable;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Objects of a segmentation as a table. Stateless. */
public final class ObjectTable {

	/** Those that macros have read from the first; what is new comes after them. */
	private static final List<String> COLUMNS = List.of(
			"Label",
			"Class",
			"Area",
			"X",
			"Y",
			"MeanProbability",
			"Pixels",
			"Channel",
			"Slice",
			"Frame",
			"Image",
			"Unit",
			"BX",
			"BY",
			"Width",
			"Height",
			"Perim.",
			"Circ.",
			"Feret",
			"FeretAngle",
			"MinFeret");

	/** Of each channel, whose number they end with where there are several. */
	private static final List<String> OF_CHANNELS = List.of("Mean", "Min", "Max", "IntDen", "RawIntDen");

	private static final List<String> IN_X = List.of("X", "BX", "Width");
	private static final List<String> IN_Y = List.of("Y", "BY", "Height");
	private static final List<String> IN_BOTH = List.of("Perim.", "Feret", "MinFeret");

	private static final Set<String> MICROMETERS =
			Set.of("um", "\u00b5m", "\u03bcm", "micron", "microns", "micrometer", "micrometers");

	private ObjectTable() {}

	/**
	 * @param segmentation what was found
	 * @param source the image it was found in, for gray values, calibration and origin
	 * @return a row for each object: Label (as its ROI is named), Class, Area (in square units), X, Y (of the centroid,
	 *     in units), MeanProbability, Pixels, Channel, Slice, Frame (1-based; Channel is 0 where the model took several
	 *     channels at once), Image, Unit; then, as ImageJ measures its ROI, the bounding box BX, BY, Width, Height,
	 *     Perim., Circ., Feret, FeretAngle, MinFeret, and the gray values Mean, Min, Max, IntDen, RawIntDen of each
	 *     channel of the image, numbered where there are several. The columns are there without objects too
	 */
	public static ResultsTable of(final Segmentation segmentation, final ImagePlus source) {
		final ResultsTable table = new ResultsTable();
		table.showRowNumbers(false);
		append(segmentation, source, table);
		return table;
	}

	/**
	 * @param segmentation what was found
	 * @param source the image it was found in
	 * @param table gets the rows of {@link #of} after those that it has; a cell of which a row knows nothing is not a
	 *     number
	 */
	static void append(final Segmentation segmentation, final ImagePlus source, final ResultsTable table) {
		table.setNaNEmptyCells(true);
		if (segmentation.objects().isEmpty() && table.size() == 0)
			columns(source.getNChannels()).forEach(table::getFreeColumn);
		final RoiTracer tracer = new RoiTracer(segmentation);
		final Intensities intensities = new Intensities(source);
		for (final SegmentedObject object : segmentation.objects()) {
			table.addRow();
			addPlace(object, segmentation, source, table);
			final Roi roi = tracer.trace(object);
			roi.setImage(source); // for its calibration
			addShape(roi, object, source, table);
			addGray(roi, StackPosition.of(object, segmentation, source), intensities, table);
		}
	}

	private static List<String> columns(final int channels) {
		final List<String> columns = new ArrayList<>(COLUMNS);
		for (int channel = 0; channel < channels; channel++)
			for (final String column : OF_CHANNELS) columns.add(numbered(column, channel, channels));
		return columns;
	}

	/** @return the heading of a column that there is for each channel */
	static String numbered(final String column, final int channel, final int channels) {
		return channels == 1 ? column : column + (channel + 1);
	}

	private static void addPlace(
			final SegmentedObject object,
			final Segmentation segmentation,
			final ImagePlus source,
			final ResultsTable table) {
		final Calibration calibration = source.getCalibration();
		final StackPosition position = StackPosition.of(object, segmentation, source);
		TableCells.label(table, Overlays.name(object, segmentation));
		TableCells.add(
				table, "Class", segmentation.classes().get(object.classIndex()).name());
		table.addValue("Area", area(object, calibration));
		table.addValue("X", calibration.getX(object.centroidX()));
		table.addValue("Y", calibration.getY(object.centroidY(), source.getHeight()));
		table.addValue("MeanProbability", object.meanProbability());
		table.addValue("Pixels", object.pixels());
		table.addValue("Channel", channel(object, segmentation));
		table.addValue("Slice", position.slice());
		table.addValue("Frame", position.frame());
		TableCells.add(table, "Image", source.getTitle());
		TableCells.add(table, "Unit", units(calibration));
	}

	/** @return the channel that the object is in, from 1; 0 where the model took several at once */
	static int channel(final SegmentedObject object, final Segmentation segmentation) {
		return segmentation.perChannel() || segmentation.source().size(Image.C) == 1 ? object.channel() + 1 : 0;
	}

	private static double area(final SegmentedObject object, final Calibration calibration) {
		return object.pixels() * calibration.pixelWidth * calibration.pixelHeight;
	}

	private static void addShape(
			final Roi roi, final SegmentedObject object, final ImagePlus source, final ResultsTable table) {
		final Calibration calibration = source.getCalibration();
		table.addValue("BX", calibration.getX(object.x()));
		table.addValue("BY", calibration.getY(object.y(), source.getHeight()));
		table.addValue("Width", object.width() * calibration.pixelWidth);
		table.addValue("Height", object.height() * calibration.pixelHeight);
		final double perimeter = roi.getLength();
		final double circularity = 4 * Math.PI * area(object, calibration) / (perimeter * perimeter);
		table.addValue("Perim.", perimeter);
		table.addValue("Circ.", perimeter == 0 ? 0 : Math.min(1, circularity));
		final double[] feret = roi.getFeretValues();
		table.addValue("Feret", feret == null ? Double.NaN : feret[0]);
		table.addValue("FeretAngle", feret == null ? Double.NaN : feret[1]);
		table.addValue("MinFeret", feret == null ? Double.NaN : feret[2]);
	}

	private static void addGray(
			final Roi roi, final StackPosition position, final Intensities intensities, final ResultsTable table) {
		final double area = table.getValue("Area", table.size() - 1);
		final ImageProcessor mask = roi.getMask();
		for (int channel = 0; channel < intensities.channels(); channel++) {
			final Intensities.Values gray = intensities.of(mask, roi.getBounds(), position, channel);
			final double[] values = {gray.mean(), gray.min(), gray.max(), area * gray.mean(), gray.sum()};
			for (int i = 0; i < values.length; i++)
				table.addValue(numbered(OF_CHANNELS.get(i), channel, intensities.channels()), values[i]);
		}
	}

	/**
	 * @param segmentation what was found
	 * @param source the image it was found in
	 * @return the same as lines of cells for other programs, whose headings have the unit where the image is
	 *     calibrated: Area (um^2), X (um), Y (um), Perim. (um) and so on. In ImageJ's table they have none, since
	 *     macros read columns by their headings
	 */
	public static List<List<String>> lines(final Segmentation segmentation, final ImagePlus source) {
		final List<List<String>> lines = TableCells.lines(of(segmentation, source));
		final Calibration calibration = source.getCalibration();
		final String x = unit(calibration.getXUnit());
		final String y = unit(calibration.getYUnit());
		if (!isUnit(x) || !isUnit(y)) return lines;
		final Map<String, String> units = new HashMap<>(Map.of("Area", x.equals(y) ? x + "^2" : x + "*" + y));
		IN_X.forEach(column -> units.put(column, x));
		IN_Y.forEach(column -> units.put(column, y));
		if (x.equals(y)) IN_BOTH.forEach(column -> units.put(column, x));
		return withUnits(lines, units);
	}

	/** @return the lines, with units behind these headings */
	static List<List<String>> withUnits(final List<List<String>> lines, final Map<String, String> units) {
		lines.set(
				0,
				lines.get(0).stream()
						.map(heading ->
								units.containsKey(heading) ? heading + " (" + units.get(heading) + ")" : heading)
						.toList());
		return lines;
	}

	/** @return the unit of lengths; where those of x and y differ, both */
	static String units(final Calibration calibration) {
		final String x = unit(calibration.getXUnit());
		final String y = unit(calibration.getYUnit());
		if (!isUnit(x) || !isUnit(y)) return "pixel";
		return x.equals(y) ? x : x + "*" + y;
	}

	static boolean isUnit(final String unit) {
		return !unit.isBlank() && !unit.startsWith("pixel");
	}

	/**
	 * Files write micrometers in many ways; spreadsheets that take a table for another encoding garble all but this
	 * one.
	 */
	static String unit(final String unit) {
		return MICROMETERS.contains(unit) ? "um" : Printable.name(unit);
	}
}
