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

import fovea.base.ImageException;
import fovea.image.Image;
import fovea.segment.Linking;
import fovea.segment.Segmentation;
import fovea.segment.SegmentedObject;
import fovea.segment.VolumeObject;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.measure.ResultsTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Objects of volumes as a table. Stateless. */
public final class VolumeTable {

	private static final List<String> COLUMNS = List.of(
			"Label",
			"Class",
			"Planes",
			"FirstSlice",
			"LastSlice",
			"Voxels",
			"Volume",
			"X",
			"Y",
			"Z",
			"MeanProbability",
			"OnEdge",
			"OnEnd",
			"Channel",
			"Frame",
			"Image",
			"Unit");

	private VolumeTable() {}

	/**
	 * @param linking whether slices are to be linked
	 * @param source the image that is to be segmented
	 * @throws ImageException if its slices are not those of a volume: in color images of several channels ImageJ's
	 *     channels are slices
	 */
	public static void requireVolume(final Linking linking, final ImagePlus source) throws ImageException {
		if (linking != Linking.NONE && source.getType() == ImagePlus.COLOR_RGB && source.getNChannels() > 1)
			throw new ImageException("link: expected slices of a volume, '" + source.getTitle()
					+ "' is a color image of " + source.getNChannels()
					+ " channels; make one of the channels an image, or take link=none");
	}

	/**
	 * @param segmentation what was found
	 * @param source the image it was found in, for gray values, calibration and origin
	 * @return a row for each volume object: Label (as its ROIs are named), Class, Planes (how many it is in),
	 *     FirstSlice, LastSlice (1-based), Voxels, Volume (in cubic units), X, Y, Z (of the centroid, in units),
	 *     MeanProbability, OnEdge (1 where it touches an edge of the image in x or y), OnEnd (1 where it is in the
	 *     first or the last slice), Channel, Frame, Image, Unit; then Mean, Min and Max of the gray values of each
	 *     channel, numbered where there are several
	 */
	static ResultsTable of(final Segmentation segmentation, final ImagePlus source) {
		final ResultsTable table = new ResultsTable();
		table.showRowNumbers(false);
		append(segmentation, source, table);
		return table;
	}

	/** Adds the rows to a table. */
	static void append(final Segmentation segmentation, final ImagePlus source, final ResultsTable table) {
		table.setNaNEmptyCells(true);
		if (segmentation.objects().isEmpty() && table.size() == 0)
			columns(source.getNChannels()).forEach(table::getFreeColumn);
		final Map<SegmentedObject, Intensities.Values[]> gray = gray(segmentation, source);
		for (final VolumeObject volume : VolumeObject.of(segmentation)) {
			table.addRow();
			addPlace(volume, segmentation, source, table);
			for (int channel = 0; channel < source.getNChannels(); channel++)
				addGray(volume, gray, channel, source.getNChannels(), table);
		}
	}

	private static void addPlace(
			final VolumeObject volume,
			final Segmentation segmentation,
			final ImagePlus source,
			final ResultsTable table) {
		final Calibration calibration = source.getCalibration();
		final Image image = segmentation.source();
		final SegmentedObject first = volume.first();
		final StackPosition begin = StackPosition.of(first, segmentation, source);
		TableCells.label(table, Overlays.name(first, segmentation));
		TableCells.add(
				table, "Class", segmentation.classes().get(first.classIndex()).name());
		table.addValue("Planes", volume.sections().size());
		table.addValue("FirstSlice", begin.slice());
		table.addValue(
				"LastSlice",
				StackPosition.of(volume.last(), segmentation, source).slice());
		table.addValue("Voxels", volume.voxels());
		table.addValue(
				"Volume", volume.voxels() * calibration.pixelWidth * calibration.pixelHeight * calibration.pixelDepth);
		table.addValue("X", calibration.getX(volume.centroidX()));
		table.addValue("Y", calibration.getY(volume.centroidY(), source.getHeight()));
		table.addValue("Z", calibration.getZ(volume.centroidZ()));
		table.addValue("MeanProbability", volume.meanProbability());
		table.addValue("OnEdge", volume.isOnEdge(image) ? 1 : 0);
		table.addValue("OnEnd", volume.isOnEnd(image) ? 1 : 0);
		table.addValue("Channel", ObjectTable.channel(first, segmentation));
		table.addValue("Frame", begin.frame());
		TableCells.add(table, "Image", source.getTitle());
		TableCells.add(table, "Unit", ObjectTable.units(calibration));
	}

	/** Plane by plane, so that each plane is read once. */
	private static Map<SegmentedObject, Intensities.Values[]> gray(
			final Segmentation segmentation, final ImagePlus source) {
		final RoiTracer tracer = new RoiTracer(segmentation);
		final Intensities intensities = new Intensities(source);
		final Map<SegmentedObject, Intensities.Values[]> gray = new HashMap<>();
		for (final SegmentedObject object : segmentation.objects()) {
			final Roi roi = tracer.trace(object);
			final Intensities.Values[] values = new Intensities.Values[intensities.channels()];
			for (int channel = 0; channel < values.length; channel++)
				values[channel] = intensities.of(
						roi.getMask(), roi.getBounds(), StackPosition.of(object, segmentation, source), channel);
			gray.put(object, values);
		}
		return gray;
	}

	private static void addGray(
			final VolumeObject volume,
			final Map<SegmentedObject, Intensities.Values[]> gray,
			final int channel,
			final int channels,
			final ResultsTable table) {
		double sum = 0;
		double min = Double.MAX_VALUE;
		double max = -Double.MAX_VALUE;
		for (final SegmentedObject section : volume.sections()) {
			final Intensities.Values values = gray.get(section)[channel];
			sum += values.mean() * section.pixels();
			min = Math.min(min, values.min());
			max = Math.max(max, values.max());
		}
		table.addValue(ObjectTable.numbered("Mean", channel, channels), sum / volume.voxels());
		table.addValue(ObjectTable.numbered("Min", channel, channels), min);
		table.addValue(ObjectTable.numbered("Max", channel, channels), max);
	}

	private static List<String> columns(final int channels) {
		final List<String> columns = new ArrayList<>(COLUMNS);
		for (int channel = 0; channel < channels; channel++)
			for (final String column : List.of("Mean", "Min", "Max"))
				columns.add(ObjectTable.numbered(column, channel, channels));
		return columns;
	}

	/**
	 * @param segmentation what was found
	 * @param source the image it was found in
	 * @return the same as lines of cells for other programs, whose headings have the unit where the image is
	 *     calibrated: Volume (um^3), X (um), Y (um), Z (um)
	 */
	public static List<List<String>> lines(final Segmentation segmentation, final ImagePlus source) {
		final List<List<String>> lines = TableCells.lines(of(segmentation, source));
		final Calibration calibration = source.getCalibration();
		final String x = ObjectTable.unit(calibration.getXUnit());
		final String y = ObjectTable.unit(calibration.getYUnit());
		final String z = ObjectTable.unit(calibration.getZUnit());
		if (!ObjectTable.isUnit(x) || !ObjectTable.isUnit(y) || !ObjectTable.isUnit(z)) return lines;
		final String volume = x.equals(y) && y.equals(z) ? x + "^3" : x + "*" + y + "*" + z;
		return ObjectTable.withUnits(lines, Map.of("Volume", volume, "X", x, "Y", y, "Z", z));
	}
}
