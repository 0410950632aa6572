package fovea.ij1;

import fovea.infer.ReconstructionError;
import fovea.segment.Segmentation;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.frame.RoiManager;

/** Puts results where ImageJ's users look for them. Stateless. */
public final class ResultViews {

	private ResultViews() {}

	/**
	 * @param found in the source
	 * @param source the image whose overlay shows the objects from now on
	 */
	public static void overlay(final Segmentation found, final ImagePlus source) {
		Overlays.show(Overlays.of(found, source), source);
	}

	/**
	 * Adds the objects to the ROI Manager, which is opened if need be.
	 *
	 * @param found in the source
	 * @param source the image it was found in
	 */
	public static void roiManager(final Segmentation found, final ImagePlus source) {
		final RoiManager open = RoiManager.getInstance2();
		final RoiManager manager = open == null ? new RoiManager() : open;
		for (final Roi roi : Overlays.of(found, source))
			manager.addRoi(roi);
	}

	/**
	 * Makes the objects' measurements the Results table.
	 *
	 * @param found in the source
	 * @param source the image it was found in
	 */
	public static void table(final Segmentation found, final ImagePlus source) {
		Host.showTable(ObjectTable.of(found, source));
	}

	/**
	 * Makes the mean squared errors the Results table: a row for each plane with its label and its
	 * MeanSquaredError.
	 *
	 * @param error of a reconstruction
	 */
	public static void table(final ReconstructionError error) {
		final ResultsTable table = new ResultsTable();
		for (int plane = 0; plane < error.meanPerPlane().length; plane++) {
			table.incrementCounter();
			table.addLabel(error.labels().get(plane));
			table.addValue("MeanSquaredError", error.meanPerPlane()[plane]);
		}
		Host.showTable(table);
	}
}
