package fovea.ij1;

import java.util.List;

import fovea.image.Image;
import fovea.segment.Segmentation;
import fovea.segment.SegmentedObject;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.measure.ResultsTable;

/** Objects of a segmentation as a table. Stateless. */
public final class ObjectTable {

	private static final List<String> COLUMNS = List.of("Label", "Class", "Area", "X", "Y", "MeanProbability", "Pixels", "Channel", //
		"Slice", "Frame");

	private ObjectTable() {}

	/**
	 * @param segmentation what was found
	 * @param source the image it was found in, for calibration and origin
	 * @return a row for each object: Label (as its ROI is named), Class, Area (in square units), X, Y (of the
	 *         centroid, in units), MeanProbability, Pixels, Channel, Slice, Frame (1-based; Channel is 0 where
	 *         the model took several channels at once); the columns are there without objects too
	 */
	public static ResultsTable of(final Segmentation segmentation, final ImagePlus source) {
		final Calibration calibration = source.getCalibration();
		final boolean isOneChannel = segmentation.perChannel() || segmentation.source().size(Image.C) == 1;
		final ResultsTable table = new ResultsTable();
		table.showRowNumbers(false);
		if (segmentation.objects().isEmpty()) COLUMNS.forEach(table::getFreeColumn);
		for (final SegmentedObject object : segmentation.objects()) {
			final StackPosition position = StackPosition.of(object, segmentation, source);
			table.addRow();
			table.addLabel(Overlays.name(object, segmentation));
			table.addValue("Class", segmentation.classes().get(object.classIndex()).name());
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
}
