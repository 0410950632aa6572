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
package fovea.ij1.open;

import fovea.base.ImageException;
import fovea.data.ImageSource;
import fovea.ij1.files.RoiItems;
import fovea.latent.ItemNames;
import fovea.latent.PlaneCutter;
import fovea.latent.PlaneItems;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import java.awt.HeadlessException;
import java.util.Arrays;
import java.util.List;

/** Slices and ROIs of an open image as what is encoded. Pixels are read where they are. Stateless. */
public final class OpenItems {

	private OpenItems() {}

	/**
	 * @param image a single one or a stack
	 * @param cutter takes it apart
	 * @return every slice and frame; of a stack their ids are their numbers. The label of a slice is the first line of
	 *     its label in the stack
	 * @throws ImageException if there is no image, or it is empty
	 */
	public static PlaneItems planes(final ImagePlus image, final PlaneCutter cutter) throws ImageException {
		final ImageSource source = OpenImages.of(image);
		return new PlaneItems(source, cutter, new ItemNames() {

			@Override
			public String id(final int index, final int plane, final int planes) {
				return planes == 1 ? image.getTitle() : String.valueOf(plane);
			}

			@Override
			public String label(final int index, final int plane) {
				return sliceLabel(image, plane);
			}
		});
	}

	private static String sliceLabel(final ImagePlus image, final int plane) {
		final int channels = image.getType() == ImagePlus.COLOR_RGB ? 1 : image.getNChannels();
		if (image.getStackSize() == 1) return "";
		final String label = image.getStack().getShortSliceLabel((plane - 1) * channels + 1);
		return label == null ? "" : label.strip();
	}

	/**
	 * @param image that they are on
	 * @return the ROIs of its overlay; where it has none, those of the ROI Manager, maybe none
	 */
	public static List<Roi> rois(final ImagePlus image) {
		final Overlay overlay = image.getOverlay();
		if (overlay != null && overlay.size() > 0) return Arrays.asList(overlay.toArray());
		try {
			final RoiManager manager = RoiManager.getInstance2();
			return manager == null ? List.of() : Arrays.asList(manager.getRoisAsArray());
		} catch (final HeadlessException e) {
			return List.of(); // plain ImageJ has no ROI Manager without a window
		}
	}

	/**
	 * @param image that ROIs are on: in its overlay or, where it has none, in the ROI Manager
	 * @param cutter makes planes of it
	 * @param width of an item, pixels
	 * @param height of an item, pixels
	 * @param margin beyond each side of a ROI's box, as a part of its longer side, 0 to 2
	 * @return an item for each ROI
	 * @throws ImageException if there is no ROI
	 */
	public static RoiItems rois(
			final ImagePlus image, final PlaneCutter cutter, final int width, final int height, final double margin)
			throws ImageException {
		final List<Roi> rois = rois(image);
		if (rois.isEmpty())
			throw new ImageException(
					"'" + image.getTitle() + "': expected ROIs in its overlay or in the ROI Manager, found none");
		return RoiItems.of(image, rois, cutter, width, height, margin);
	}
}
