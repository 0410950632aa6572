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
import fovea.image.Box;
import fovea.image.Image;
import fovea.image.Region;
import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import java.awt.Rectangle;
import java.util.BitSet;
import java.util.Optional;

/** What is selected in an ImageJ image, to be worked on alone. Stateless. */
public final class Selections {

	private Selections() {}

	/**
	 * @param imp any image
	 * @param image the same, wrapped
	 * @return the pixels of its selection, as far as they lie in the image; all, where no area is selected
	 * @throws ImageException if there are none
	 */
	public static Region of(final ImagePlus imp, final Image image) throws ImageException {
		final Roi roi = imp.getRoi();
		if (roi == null || !roi.isArea() || roi.isDrawingTool() || roi instanceof ImageRoi) return Region.all(image);
		final Rectangle all = roi.getBounds();
		final Rectangle bounds = all.intersection(new Rectangle(imp.getWidth(), imp.getHeight()));
		if (bounds.isEmpty()) throw nothing(all, imp, "lies outside");
		final Box box = new Box(bounds.x, bounds.y, bounds.width, bounds.height);
		final ImageProcessor mask = roi.getMask();
		if (mask == null) return new Region(box, Optional.empty());
		final BitSet inside = new BitSet();
		for (int y = 0, i = 0; y < bounds.height; y++)
			for (int x = 0; x < bounds.width; x++, i++)
				if (mask.get(x + bounds.x - all.x, y + bounds.y - all.y) != 0) inside.set(i);
		if (inside.isEmpty()) throw nothing(all, imp, "has no pixels");
		return new Region(box, Optional.of(inside));
	}

	private static ImageException nothing(final Rectangle bounds, final ImagePlus imp, final String what) {
		return new ImageException("The selection (x " + bounds.x + ", y " + bounds.y + ", " + bounds.width + " x "
				+ bounds.height + ") " + what + " in '"
				+ imp.getTitle() + "', which has " + imp.getWidth() + " x " + imp.getHeight()
				+ " pixels: expected a selection within the image, or region=image");
	}

	/**
	 * Puts a result where the selection is that it was made of: the place of each pixel in calibrated units stays. A
	 * selection that is no rectangle becomes the result's, too.
	 *
	 * @param result of the selection's box; maybe scaled; is changed
	 * @param region what was worked on
	 * @param source its image; not changed
	 * @return the result
	 */
	public static ImagePlus place(final ImagePlus result, final Region region, final ImagePlus source) {
		if (region.box().equals(new Box(0, 0, source.getWidth(), source.getHeight()))) return result;
		final Calibration calibration = result.getCalibration();
		final double scaleX = source.getCalibration().pixelWidth / calibration.pixelWidth;
		final double scaleY = source.getCalibration().pixelHeight / calibration.pixelHeight;
		final Box placed = region.box().scaled(scaleX, scaleY);
		calibration.xOrigin -= placed.x();
		calibration.yOrigin -= placed.y();
		if (region.inside().isPresent() && placed.equals(region.box())) {
			final Roi roi = (Roi) source.getRoi().clone();
			final Rectangle bounds = roi.getBounds();
			roi.setLocation(bounds.x - placed.x(), bounds.y - placed.y());
			result.setRoi(roi);
		}
		return result;
	}
}
