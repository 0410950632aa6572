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
import fovea.io.AtomicFile;
import fovea.model.ClassSpec;
import fovea.segment.Segmentation;
import fovea.segment.SegmentedObject;
import fovea.text.Printable;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import java.awt.Color;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Centroids of objects as ImageJ's multi-point ROIs. Stateless. */
public final class CentroidRois {

	private static final String NAME = "-centroids";

	private CentroidRois() {}

	/**
	 * @param segmentation what was found in the source
	 * @param source the image it was found in; not changed
	 * @return for each class of which there are objects a multi-point ROI with their centroids, in the order of labels,
	 *     each at its place in the stack; named "class-centroids", in the color of the class. <i>Measure</i> gives the
	 *     X and Y of the objects' table
	 */
	public static List<Roi> of(final Segmentation segmentation, final ImagePlus source) {
		final List<Roi> rois = new ArrayList<>();
		for (int i = 1; i < segmentation.classes().size(); i++) {
			final PointRoi points = new PointRoi();
			for (final SegmentedObject object : segmentation.objects())
				if (object.classIndex() == i)
					points.addPoint(
							object.centroidX(),
							object.centroidY(),
							place(StackPosition.of(object, segmentation, source), source));
			if (points.size() == 0) continue;
			final ClassSpec kind = segmentation.classes().get(i);
			points.setName(Printable.escaped(kind.name()) + NAME);
			points.setStrokeColor(new Color(kind.rgb()));
			points.setProperty(Overlays.OWN, "1");
			rois.add(points);
		}
		return rois;
	}

	/** @return in the stack, from 1 on; 0 where it has but one plane */
	private static int place(final StackPosition position, final ImagePlus source) {
		return source.getStackSize() == 1
				? 0
				: source.getStackIndex(Math.max(1, position.channel()), position.slice(), position.frame());
	}

	/**
	 * Adds them to an image's overlay, in place of those that Fovea put there before.
	 *
	 * @param segmentation what was found in the source
	 * @param source the image whose overlay shows them from now on
	 */
	public static void show(final Segmentation segmentation, final ImagePlus source) {
		final Overlay before = source.getOverlay();
		final Overlay merged = before == null ? new Overlay() : before.create();
		if (before != null) for (final Roi roi : before) if (!isOwn(roi)) merged.add(roi);
		of(segmentation, source).forEach(merged::add);
		source.setOverlay(merged);
	}

	private static boolean isOwn(final Roi roi) {
		return roi instanceof PointRoi && roi.getProperty(Overlays.OWN) != null;
	}

	/**
	 * Writes them as a file of the ROI Manager.
	 *
	 * @param segmentation what was found in the source
	 * @param source the image it was found in
	 * @param file a zip; without ROIs in it where nothing was found
	 * @throws ImageException if it could not be written, in which case nothing is left
	 */
	public static void save(final Segmentation segmentation, final ImagePlus source, final Path file)
			throws ImageException {
		final List<Roi> rois = of(segmentation, source);
		AtomicFile.write(file, 1, out -> {
			final ZipOutputStream zip = new ZipOutputStream(out);
			for (int i = 0; i < rois.size(); i++) {
				final ZipEntry entry = new ZipEntry(entry(rois.get(i).getName(), i));
				entry.setTime(0); // the same work gives the same bytes
				zip.putNextEntry(entry);
				zip.write(RoiEncoder.saveAsByteArray(rois.get(i)));
			}
			zip.finish();
		});
	}

	/** The number keeps classes apart whose names differ by letters that no file name may have. */
	private static String entry(final String name, final int index) {
		return (index + 1) + "-" + name.replaceAll("[^\\p{L}\\p{N} ._-]", "_") + ".roi";
	}
}
