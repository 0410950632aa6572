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
package fovea.ij1.files;

import fovea.ij1.Overlays;
import fovea.image.Image;
import fovea.segment.Segmentation;
import fovea.text.Counted;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.integer.IntType;

/**
 * What a network finds on an image that it learned from, beside what was outlined there: a copy of the image, with the
 * outlines of the objects and, in magenta, what was outlined and not found. The image and its overlay stay as they are.
 * Not thread-safe.
 */
public final class AnnotatedResult {

	/** No class has it by itself. */
	private static final Color MISSED = Color.MAGENTA;

	private static final double HALF = 0.5;

	/** A property of the copy. */
	private static final String OWN = "fovea-result";

	private final ImagePlus image;
	private final int found;
	private final int outlined;
	private final int missed;

	private AnnotatedResult(final ImagePlus image, final int found, final int outlined, final int missed) {
		this.image = image;
		this.found = found;
		this.outlined = outlined;
		this.missed = missed;
	}

	/**
	 * @param annotated image that was learned from
	 * @param drawn ROIs on it
	 * @param found in it
	 * @return the same as a new image, not shown yet
	 */
	public static AnnotatedResult of(final ImagePlus annotated, final List<Roi> drawn, final Segmentation found) {
		final ImagePlus copy = annotated.duplicate();
		copy.setTitle("Found on " + annotated.getTitle());
		copy.setProperty(OWN, Boolean.TRUE);
		final Overlay overlay = Overlays.of(found, copy);
		final List<Roi> objects =
				drawn.stream().filter(AnnotatedResult::isObject).toList();
		final AnnotatedImage places = AnnotatedImage.sized(annotated.getTitle(), annotated, drawn);
		final List<Roi> missed = new ArrayList<>();
		for (final Roi roi : objects)
			if (covered(roi, places, found) < HALF) {
				final Roi shown = (Roi) roi.clone();
				shown.setName("missed-" + (missed.size() + 1));
				shown.setFillColor(null);
				shown.setStrokeColor(MISSED);
				missed.add(shown);
				overlay.add(shown);
			}
		copy.setOverlay(overlay);
		return new AnnotatedResult(copy, found.objects().size(), objects.size(), missed.size());
	}

	private static boolean isObject(final Roi roi) {
		return roi.isArea() && !RoiNames.isReserved(roi.getName() == null ? "" : roi.getName());
	}

	/** @return part of the ROI's pixels, on the first plane that it is on, that belong to some object */
	private static double covered(final Roi roi, final AnnotatedImage places, final Segmentation found) {
		final RandomAccess<IntType> label = found.labels().randomAccess();
		final int frames = (int) found.labels().dimension(Image.T);
		final int slices = (int) found.labels().dimension(Image.Z);
		for (int t = 0; t < frames; t++)
			for (int z = 0; z < slices; z++)
				if (places.isOn(roi, z, t)) {
					label.setPosition(new long[] {0, 0, 0, z, t});
					return covered(roi, label, found);
				}
		return 1;
	}

	private static double covered(final Roi roi, final RandomAccess<IntType> label, final Segmentation found) {
		final Rectangle part = roi.getBounds()
				.intersection(new Rectangle((int) found.labels().dimension(Image.X), (int)
						found.labels().dimension(Image.Y)));
		final ImageProcessor inside = roi.getMask();
		int all = 0;
		int covered = 0;
		for (int y = part.y; y < part.y + part.height; y++)
			for (int x = part.x; x < part.x + part.width; x++) {
				if (inside != null && inside.get(x - roi.getBounds().x, y - roi.getBounds().y) == 0) continue;
				label.setPosition(x, Image.X);
				label.setPosition(y, Image.Y);
				all++;
				if (label.get().get() > 0) covered++;
			}
		return all == 0 ? 1 : (double) covered / all;
	}

	/**
	 * @param image any
	 * @return whether it is such a copy, which nobody drew on to have it learned from
	 */
	public static boolean isOne(final ImagePlus image) {
		return image.getProperty(OWN) != null;
	}

	/** @return the copy, to be shown */
	public ImagePlus image() {
		return image;
	}

	/**
	 * @return for example "found 23 objects; of 4 outlined objects 1 was missed (magenta)", without the second part
	 *     where none was outlined
	 */
	public String line() {
		if (outlined == 0) return "found " + Counted.of(found, "object");
		return "found " + Counted.of(found, "object") + "; of " + Counted.of(outlined, "outlined object") + " "
				+ (missed == 0 ? "none" : missed) + (missed > 1 ? " were" : " was") + " missed"
				+ (missed == 0 ? "" : " (magenta)");
	}
}
