package fovea.ij1;

import java.awt.HeadlessException;

import fovea.image.ImageException;
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
	 * @throws ImageException if this ImageJ has no ROI Manager: plain ImageJ has none without a window, Fiji has
	 */
	public static void roiManager(final Segmentation found, final ImagePlus source) throws ImageException {
		final RoiManager manager;
		try {
			final RoiManager open = RoiManager.getInstance2();
			manager = open == null ? new RoiManager() : open;
		}
		catch (final HeadlessException e) {
			throw new ImageException("roimanager: expected a window, this ImageJ has no ROI Manager without one; " + //
				"overlay=true puts the objects on the image", e);
		}
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
