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
import fovea.infer.ReconstructionError;
import fovea.segment.Segmentation;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.frame.RoiManager;
import java.awt.HeadlessException;
import java.util.Arrays;
import java.util.Optional;

/** Puts results where ImageJ's users look for them. Stateless. */
public final class ResultViews {

	private static final String ERROR = "MeanSquaredError";

	/** A column of Fovea's tables of errors and of encodings: rows of objects do not belong into them. */
	private static final String[] OF_OTHERS = {ERROR, "z1"};

	private ResultViews() {}

	/**
	 * @param found in the source
	 * @param source the image whose overlay shows the objects from now on
	 */
	public static void overlay(final Segmentation found, final ImagePlus source) {
		Overlays.show(Overlays.of(found, source), source);
	}

	/**
	 * @param found in the source
	 * @param source the image whose overlay shows the objects from now on
	 * @param style of the objects
	 */
	public static void overlay(final Segmentation found, final ImagePlus source, final OverlayStyle style) {
		Overlays.show(Overlays.of(found, source, style), source);
	}

	/**
	 * Adds the objects to the ROI Manager, which is opened if need be.
	 *
	 * @param found in the source
	 * @param source the image it was found in
	 * @param style of the objects
	 * @throws ImageException if this ImageJ has no ROI Manager: plain ImageJ has none without a window, Fiji has
	 */
	public static void roiManager(final Segmentation found, final ImagePlus source, final OverlayStyle style)
			throws ImageException {
		final RoiManager manager;
		try {
			final RoiManager open = RoiManager.getInstance2();
			manager = open == null ? new RoiManager() : open;
		} catch (final HeadlessException e) {
			throw new ImageException(
					"roimanager: expected a window, this ImageJ has no ROI Manager without one; "
							+ "overlay=true puts the objects on the image",
					e);
		}
		for (final Roi roi : Overlays.of(found, source, style)) manager.addRoi(roi);
	}

	/**
	 * Adds the objects' measurements to a table. The Results table is replaced where it is one of errors or encodings.
	 *
	 * @param found in the source
	 * @param source the image it was found in
	 * @param name of the table; empty: the Results table
	 * @throws ImageException if there can be no table of that name
	 */
	public static void table(final Segmentation found, final ImagePlus source, final Optional<String> name)
			throws ImageException {
		final ResultsTable results = ResultsTable.getResultsTable();
		if (name.isEmpty() && Arrays.stream(OF_OTHERS).anyMatch(results::columnExists))
			Host.showTable(ObjectTable.of(found, source));
		else if (name.isEmpty())
			Host.addToResults(
					table -> ObjectTable.append(found, source, table),
					!found.objects().isEmpty());
		else Host.addToTable(name.get(), table -> ObjectTable.append(found, source, table));
	}

	/**
	 * Adds the volume objects' measurements to a table in a window of its own.
	 *
	 * @param found in the source
	 * @param source the image it was found in
	 * @param name of the table of objects; empty: the Results table. That of volumes is called NAME-volumes, beside the
	 *     Results table Volumes. Without a window there is none, which the log says
	 * @throws ImageException if there can be no table of that name
	 */
	public static void volumes(final Segmentation found, final ImagePlus source, final Optional<String> name)
			throws ImageException {
		if (name.isEmpty() && !Host.hasTables())
			Host.log("link=z: ImageJ has no window for the table of volume objects; Batch Folder... and fovea segment "
					+ "write it to NAME-volumes.csv");
		else
			Host.addToTable(
					name.map(table -> table + "-volumes").orElse("Volumes"),
					table -> VolumeTable.append(found, source, table));
	}

	/**
	 * Makes the mean squared errors the Results table: a row for each plane with its label and its MeanSquaredError.
	 *
	 * @param error of a reconstruction
	 */
	public static void table(final ReconstructionError error) {
		final ResultsTable table = new ResultsTable();
		for (int plane = 0; plane < error.meanPerPlane().length; plane++) {
			table.incrementCounter();
			TableCells.label(table, error.labels().get(plane));
			table.addValue(ERROR, error.meanPerPlane()[plane]);
		}
		Host.showTable(table);
	}
}
