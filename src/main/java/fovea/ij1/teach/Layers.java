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
package fovea.ij1.teach;

import fovea.ij1.preview.Shown;
import fovea.image.Box;
import fovea.teach.Plane;
import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Roi;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * What lies over an image while a network is taught: heat, strokes and outlines. They are ROIs in the image's overlay
 * for as long as they are shown, beside those that are there. Swing's thread only.
 */
final class Layers {

	private final ImagePlus image;
	private final Shown shown;
	private Picture picture = Picture.NOTHING;
	private boolean hidden;

	/**
	 * What is seen of a plane.
	 *
	 * @param plane that it is of
	 * @param box part of the plane that the strokes are of
	 * @param strokes in it, null: they are not shown
	 * @param below ROIs under the strokes
	 * @param above ROIs over them
	 */
	record Picture(Plane plane, Box box, BufferedImage strokes, List<Roi> below, List<Roi> above) {

		static final Picture NOTHING = new Picture(Plane.of(0), new Box(0, 0, 1, 1), null, List.of(), List.of());

		Picture {
			below = List.copyOf(below);
			above = List.copyOf(above);
		}
	}

	Layers(final ImagePlus image) {
		this.image = image;
		shown = new Shown(image, roi -> true);
	}

	Picture picture() {
		return picture;
	}

	/** @param next in place of what was shown */
	void show(final Picture next) {
		picture = next;
		draw();
	}

	private void draw() {
		if (hidden) return;
		final List<Roi> rois = new ArrayList<>(picture.below);
		if (picture.strokes != null) rois.add(new ImageRoi(picture.box.x(), picture.box.y(), picture.strokes));
		rois.addAll(picture.above);
		for (final Roi roi : rois) StrokeRois.place(roi, image, picture.plane);
		if (rois.isEmpty()) shown.remove();
		else shown.show(rois);
	}

	/** @return ROIs of the image's overlay that are not shown by this */
	List<Roi> others() {
		return shown.others();
	}

	/** @param whether nothing is shown for the time being, so that the overlay is the image's own */
	void hide(final boolean whether) {
		if (hidden == whether) return;
		hidden = whether;
		if (hidden) shown.remove();
		else draw();
	}
}
