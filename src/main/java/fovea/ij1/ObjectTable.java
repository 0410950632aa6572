package fovea.ij1;

import fovea.segment.Segmentation;
import ij.ImagePlus;
import ij.measure.ResultsTable;

/** Objects of a segmentation as a table. Stateless. */
public final class ObjectTable {

	private ObjectTable() {}

	/**
	 * @param segmentation what was found
	 * @param source the image it was found in, for calibration and origin
	 * @return a row for each object: Label (as its ROI is named), Class, Area (in square units), X, Y (of the
	 *         centroid, in units), MeanProbability, Pixels, Channel, Slice, Frame (1-based)
	 */
	public static ResultsTable of(final Segmentation segmentation, final ImagePlus source) {
		throw new UnsupportedOperationException();
	}
}
