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

import fovea.base.FoveaException;
import fovea.base.TrainingException;
import fovea.ij1.Annotator;
import fovea.ij1.ImagePlusImages;
import fovea.image.Image;
import fovea.model.ClassSpec;
import fovea.teach.Plane;
import fovea.teach.Stroke;
import ij.ImagePlus;
import ij.gui.Roi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Strokes that are ROIs in the overlay of an open image. Immutable.
 *
 * @param images that they are on
 * @param classes background first
 * @param strokes in the order of the overlay
 */
public record OverlayStrokes(List<Image> images, List<ClassSpec> classes, List<Stroke> strokes) {

	private static final String BACKGROUND = "background";
	private static final String OBJECT = "object";

	/** What is drawn to be left out. */
	private static final String IGNORE = "ignore";

	/** Pixels of a line that has no width of its own, and of points. */
	private static final double BRUSH = 3;

	/** Copies the lists. */
	public OverlayStrokes {
		images = List.copyOf(images);
		classes = List.copyOf(classes);
		strokes = List.copyOf(strokes);
	}

	/**
	 * @param image with strokes of each class and of the background; what Fovea's commands have found there does not
	 *     count
	 * @param names of the classes, with or without the background; none: those that the ROIs are named after
	 * @param known classes of the model that is begun with, background first; none: there is no model
	 * @return the strokes. A ROI is of the class that its name begins with, else of that of its group, else of the only
	 *     one
	 * @throws FoveaException if there is none, or one of no class
	 */
	public static OverlayStrokes of(final ImagePlus image, final List<String> names, final List<ClassSpec> known)
			throws FoveaException {
		final List<Roi> rois = Annotator.rois(image).stream()
				.filter(roi -> !StrokeRois.isFound(roi))
				.toList();
		if (rois.isEmpty())
			throw new TrainingException("'" + image.getTitle() + "': expected strokes in its overlay, ROIs named after "
					+ "their classes such as nucleus-1 and background-1, found none");
		final List<ClassSpec> classes = classes(rois, names, drawable(known));
		final List<Stroke> strokes = new ArrayList<>();
		for (final Roi roi : rois) {
			if (isOf(name(roi), IGNORE)) continue;
			final int index = indexOf(roi, classes, image);
			final Plane plane = StrokeRois.plane(roi, image, 0);
			final Optional<Stroke> stroke = StrokeRois.stroke(roi, image, plane, index, BRUSH);
			if (stroke.isEmpty())
				throw new TrainingException("'" + image.getTitle() + "': ROI '" + name(roi)
						+ "': expected an area, a line or points on the image, got '" + roi.getTypeAsString() + "'");
			strokes.add(stroke.get());
		}
		return new OverlayStrokes(List.of(ImagePlusImages.wrap(image)), classes, strokes);
	}

	private static List<ClassSpec> drawable(final List<ClassSpec> known) {
		return ClassSpec.endWithBorder(known) ? known.subList(0, known.size() - 1) : known;
	}

	private static List<ClassSpec> classes(
			final List<Roi> rois, final List<String> names, final List<ClassSpec> known) {
		if (!names.isEmpty()) {
			final List<String> all = new ArrayList<>(List.of(BACKGROUND));
			names.stream()
					.map(name -> name.replaceFirst("=#?\\w+$", ""))
					.filter(name -> !all.contains(name))
					.forEach(all::add);
			return ClassSpec.named(all);
		}
		if (known.size() > 1) return known;
		final List<ClassSpec> found = StrokeRois.classes(
				rois.stream().filter(roi -> !isOf(name(roi), IGNORE)).toList(), ClassSpec.named(List.of(BACKGROUND)));
		return found.size() > 1 ? found : ClassSpec.named(List.of(BACKGROUND, OBJECT));
	}

	private static String name(final Roi roi) {
		return roi.getName() == null ? "" : roi.getName();
	}

	private static boolean isOf(final String roi, final String name) {
		if (!roi.startsWith(name)) return false;
		return roi.length() == name.length() || "-_ 0123456789".indexOf(roi.charAt(name.length())) >= 0;
	}

	private static int indexOf(final Roi roi, final List<ClassSpec> classes, final ImagePlus image)
			throws TrainingException {
		int best = -1;
		for (int i = 0; i < classes.size(); i++)
			if (isOf(name(roi), classes.get(i).name())
					&& (best < 0
							|| classes.get(i).name().length()
									> classes.get(best).name().length())) best = i;
		if (best >= 0) return best;
		if (roi.getGroup() > 0 && roi.getGroup() < classes.size()) return roi.getGroup();
		if (classes.size() == 2 && roi.getGroup() == 0) return 1;
		throw new TrainingException("'" + image.getTitle() + "': ROI '" + name(roi)
				+ "': expected a name that begins with one of "
				+ classes.stream().map(ClassSpec::name).collect(Collectors.joining(", ")));
	}
}
