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
package fovea.ij1.preview;

import fovea.image.Box;
import fovea.segment.LiveSegmenter.Part;
import fovea.segment.Outlines;
import fovea.segment.SegmentedObject;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.integer.IntType;

/** Outlines of objects over an image, one ROI for all objects of a class. Not thread-safe. */
public final class OutlinePreview {

	private final ImagePlus image;
	private final Shown shown;

	/** @param image whose overlay shows them, in place of Fovea's own ROIs */
	public OutlinePreview(final ImagePlus image) {
		this.image = image;
		shown = new Shown(image, roi -> roi.getProperty("fovea") == null);
	}

	/**
	 * @param part of the plane that is seen
	 * @param meant of each label, whether it is to be seen
	 * @param view that is seen
	 * @return how many of those that are meant are in view
	 */
	public int show(final Part part, final boolean[] meant, final View view) {
		final int classes = part.found().classes().size();
		final Path2D.Float[] paths = new Path2D.Float[classes];
		int count = 0;
		final RandomAccess<IntType> labels = part.found().labels().randomAccess();
		for (final SegmentedObject object : part.found().objects()) {
			if (!meant[object.label()] || !isSeen(object, part.box(), view.box())) continue;
			count++;
			final int kind = object.classIndex();
			if (paths[kind] == null) paths[kind] = new Path2D.Float();
			append(object, labels, part.box(), paths[kind]);
		}
		final List<Roi> rois = new ArrayList<>();
		for (int kind = 0; kind < classes; kind++) {
			if (paths[kind] == null) continue;
			final ShapeRoi roi = new ShapeRoi(paths[kind]);
			roi.setStrokeColor(new Color(part.found().classes().get(kind).rgb()));
			place(roi, view);
			rois.add(roi);
		}
		shown.show(rois);
		return count;
	}

	/** Takes them away. */
	public void remove() {
		shown.remove();
	}

	private void place(final Roi roi, final View view) {
		if (image.getStackSize() == 1) return;
		if (image.isHyperStack() || image.getNChannels() > 1) roi.setPosition(0, view.slice(), view.frame());
		else roi.setPosition(image.getStackIndex(view.channel(), view.slice(), view.frame()));
	}

	private static boolean isSeen(final SegmentedObject object, final Box box, final Box view) {
		final int x = object.x() + box.x();
		final int y = object.y() + box.y();
		return x < view.endX() && x + object.width() > view.x() && y < view.endY() && y + object.height() > view.y();
	}

	private static void append(
			final SegmentedObject object, final RandomAccess<IntType> labels, final Box box, final Path2D.Float path) {
		final boolean[] mask = new boolean[object.width() * object.height()];
		for (int y = 0, i = 0; y < object.height(); y++) {
			labels.setPosition(new int[] {object.x(), object.y() + y, 0, 0, 0});
			for (int x = 0; x < object.width(); x++, i++) {
				mask[i] = labels.get().get() == object.label();
				labels.fwd(0);
			}
		}
		final int left = object.x() + box.x();
		final int top = object.y() + box.y();
		for (final int[][] polygon : Outlines.of(mask, object.width())) {
			path.moveTo(left + polygon[0][0], top + polygon[1][0]);
			for (int i = 1; i < polygon[0].length; i++) path.lineTo(left + polygon[0][i], top + polygon[1][i]);
			path.closePath();
		}
	}
}
