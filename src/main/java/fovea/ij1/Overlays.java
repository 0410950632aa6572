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

import fovea.model.ClassSpec;
import fovea.segment.Segmentation;
import fovea.segment.SegmentedObject;
import fovea.text.Printable;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.LutLoader;
import java.awt.Color;

/** Objects of a segmentation as ImageJ ROIs. Stateless. */
public final class Overlays {

	/** Property of ROIs by which Fovea knows its own; it is saved with them. */
	static final String OWN = "fovea";

	private Overlays() {}

	/**
	 * @param segmentation what was found in the source
	 * @param source the image it was found in; not changed
	 * @return a ROI for each object, in the order of the segmentation, that covers exactly the object's pixels, holes
	 *     left out; named "class-label", stroke in the color of the class, property "class" its name, at the object's
	 *     place in the stack. Of several classes beside background each is a ROI group too, if ImageJ has its table of
	 *     group colors: it asks for that, and from a file shows a group in its color, not in that of the ROI
	 */
	public static Overlay of(final Segmentation segmentation, final ImagePlus source) {
		return of(segmentation, source, OverlayStyle.OUTLINES);
	}

	/**
	 * @param segmentation what was found in the source
	 * @param source the image it was found in; not changed
	 * @param style of the ROIs
	 * @return the same in another style; what is filled has no stroke in ImageJ, and what is in the colors of objects
	 *     no groups
	 */
	public static Overlay of(final Segmentation segmentation, final ImagePlus source, final OverlayStyle style) {
		return of(segmentation, source, style, hasGroupColors() && !style.ofObjects());
	}

	/** @param groups whether several classes become groups */
	static Overlay of(
			final Segmentation segmentation, final ImagePlus source, final OverlayStyle style, final boolean groups) {
		final RoiTracer tracer = new RoiTracer(segmentation);
		final Overlay overlay = new Overlay();
		final boolean grouped = groups && segmentation.classes().size() > 2;
		for (final SegmentedObject object : segmentation.objects()) {
			final Roi roi = tracer.trace(object);
			final ClassSpec kind = segmentation.classes().get(object.classIndex());
			roi.setName(name(object, segmentation));
			if (grouped) roi.setGroup(object.classIndex()); // before the color, for it brings one
			final Color color = new Color(style.ofObjects() ? SegmentationImages.color(object.label()) : kind.rgb());
			roi.setStrokeColor(color);
			if (style.fill() > 0) roi.setFillColor(style.filled(color));
			roi.setProperty(OWN, "1");
			roi.setProperty("class", Printable.escaped(kind.name()));
			StackPosition.of(object, segmentation, source).apply(roi, source);
			overlay.add(roi);
		}
		return overlay;
	}

	/** Without the table ImageJ logs an error for each ROI that joins a group. */
	private static boolean hasGroupColors() {
		return LutLoader.getLut("Glasbey") != null || LutLoader.getLut("glasbey") != null;
	}

	/** @return what an object is called in overlay and table, for example "nucleus-17" */
	static String name(final SegmentedObject object, final Segmentation segmentation) {
		return Printable.escaped(segmentation.classes().get(object.classIndex()).name()) + "-" + object.label();
	}

	/**
	 * Puts ROIs on an image in place of those that Fovea put there before; others stay.
	 *
	 * @param found from {@link #of}
	 * @param source the image to put them on
	 */
	public static void show(final Overlay found, final ImagePlus source) {
		final Overlay before = source.getOverlay();
		// a new one, for the old one may be drawn by another thread just now
		final Overlay merged = (before == null ? found : before).create();
		if (before != null) for (final Roi roi : before) if (roi.getProperty(OWN) == null) merged.add(roi);
		for (final Roi roi : found) merged.add(roi);
		source.setOverlay(merged);
	}
}
