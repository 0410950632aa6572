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
import ij.measure.Calibration;
import ij.measure.ResultsTable;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Objects of a segmentation as a table. Stateless. */
public final class ObjectTable {

	private static final List<String> COLUMNS =
			List.of("Label", "Class", "Area", "X", "Y", "MeanProbability", "Pixels", "Channel", "Slice", "Frame");

	private static final Set<String> MICROMETERS =
			Set.of("um", "\u00b5m", "\u03bcm", "micron", "microns", "micrometer", "micrometers");

	private ObjectTable() {}

	/**
	 * @param segmentation what was found
	 * @param source the image it was found in, for calibration and origin
	 * @return a row for each object: Label (as its ROI is named), Class, Area (in square units), X, Y (of the centroid,
	 *     in units), MeanProbability, Pixels, Channel, Slice, Frame (1-based; Channel is 0 where the model took several
	 *     channels at once); the columns are there without objects too
	 */
	public static ResultsTable of(final Segmentation segmentation, final ImagePlus source) {
		final Calibration calibration = source.getCalibration();
		final boolean isOneChannel =
				segmentation.perChannel() || segmentation.source().size(Image.C) == 1;
		final ResultsTable table = new ResultsTable();
		table.showRowNumbers(false);
		if (segmentation.objects().isEmpty()) COLUMNS.forEach(table::getFreeColumn);
		for (final SegmentedObject object : segmentation.objects()) {
			final StackPosition position = StackPosition.of(object, segmentation, source);
			table.addRow();
			TableCells.label(table, Overlays.name(object, segmentation));
			TableCells.add(
					table,
					"Class",
					segmentation.classes().get(object.classIndex()).name());
			table.addValue("Area", object.pixels() * calibration.pixelWidth * calibration.pixelHeight);
			table.addValue("X", calibration.getX(object.centroidX()));
			table.addValue("Y", calibration.getY(object.centroidY(), source.getHeight()));
			table.addValue("MeanProbability", object.meanProbability());
			table.addValue("Pixels", object.pixels());
			table.addValue("Channel", isOneChannel ? object.channel() + 1 : 0);
			table.addValue("Slice", position.slice());
			table.addValue("Frame", position.frame());
		}
		return table;
	}

	/**
	 * @param segmentation what was found
	 * @param source the image it was found in
	 * @return the same as lines of cells for other programs, whose headings have the unit where the image is
	 *     calibrated: Area (um^2), X (um), Y (um). In ImageJ's table they have none, since macros read columns by their
	 *     headings
	 */
	public static List<List<String>> lines(final Segmentation segmentation, final ImagePlus source) {
		final List<List<String>> lines = TableCells.lines(of(segmentation, source));
		final Calibration calibration = source.getCalibration();
		final String x = unit(calibration.getXUnit());
		final String y = unit(calibration.getYUnit());
		final Map<String, String> units = Map.of("Area", x.equals(y) ? x + "^2" : x + "*" + y, "X", x, "Y", y);
		if (isUnit(x) && isUnit(y))
			lines.set(
					0,
					lines.get(0).stream()
							.map(heading ->
									units.containsKey(heading) ? heading + " (" + units.get(heading) + ")" : heading)
							.toList());
		return lines;
	}

	private static boolean isUnit(final String unit) {
		return !unit.isBlank() && !unit.startsWith("pixel");
	}

	/**
	 * Files write micrometers in many ways; spreadsheets that take a table for another encoding garble all but this
	 * one.
	 */
	private static String unit(final String unit) {
		return MICROMETERS.contains(unit) ? "um" : Printable.name(unit);
	}
}
