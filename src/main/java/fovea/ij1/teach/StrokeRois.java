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

import fovea.ij1.preview.View;
import fovea.image.Box;
import fovea.model.ClassSpec;
import fovea.teach.Plane;
import fovea.teach.Stroke;
import fovea.teach.Stroke.Point;
import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.FloatPolygon;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Strokes as ImageJ's ROIs, and ROIs as strokes. Stateless. */
public final class StrokeRois {

	/** Property of ROIs that are strokes; it is saved with them. */
	static final String STROKE = "fovea-stroke";

	/** Property of ROIs that Fovea's commands have found. */
	private static final String FOUND = "fovea";

	private static final int INSIDE = 255;

	private StrokeRois() {}

	/**
	 * @param strokes on one image, in the order they were drawn
	 * @param classes background first
	 * @param image that they are on
	 * @return a ROI for each stroke that is seen: the pixels of it that no later one has; named "class-n", in the color
	 *     of the class, at its place in the stack
	 */
	public static List<Roi> of(final List<Stroke> strokes, final List<ClassSpec> classes, final ImagePlus image) {
		final Map<Plane, BitSet> covered = new HashMap<>();
		final Roi[] rois = new Roi[strokes.size()];
		for (int i = rois.length - 1; i >= 0; i--) {
			final Stroke stroke = strokes.get(i);
			final Rectangle part = new Rectangle(
							stroke.box().x(),
							stroke.box().y(),
							stroke.box().width(),
							stroke.box().height())
					.intersection(new Rectangle(image.getWidth(), image.getHeight()));
			final BitSet later = covered.computeIfAbsent(stroke.plane(), plane -> new BitSet());
			final byte[] mask = new byte[Math.max(0, part.width) * Math.max(0, part.height)];
			boolean isSeen = false;
			for (int y = 0, at = 0; y < part.height; y++)
				for (int x = 0; x < part.width; x++, at++) {
					if (!stroke.contains(part.x + x, part.y + y)) continue;
					final int pixel = (part.y + y) * image.getWidth() + part.x + x;
					if (later.get(pixel)) continue;
					later.set(pixel);
					mask[at] = (byte) INSIDE;
					isSeen = true;
				}
			if (isSeen && !stroke.erases()) rois[i] = traced(mask, part);
		}
		return named(strokes, rois, classes, image);
	}

	private static List<Roi> named(
			final List<Stroke> strokes, final Roi[] rois, final List<ClassSpec> classes, final ImagePlus image) {
		final int[] counts = new int[classes.size()];
		final List<Roi> named = new ArrayList<>();
		for (int i = 0; i < rois.length; i++) {
			final Roi roi = rois[i];
			if (roi == null) continue;
			final Stroke stroke = strokes.get(i);
			final ClassSpec spec = classes.get(stroke.classIndex());
			roi.setName(spec.name() + "-" + ++counts[stroke.classIndex()]);
			roi.setStrokeColor(new Color(spec.rgb()));
			roi.setProperty(STROKE, "1");
			roi.setProperty("class", spec.name());
			place(roi, image, stroke.plane());
			named.add(roi);
		}
		return named;
	}

	private static Roi traced(final byte[] mask, final Rectangle part) {
		final ByteProcessor crop = new ByteProcessor(part.width, part.height, mask);
		crop.setThreshold(INSIDE, INSIDE, ImageProcessor.NO_LUT_UPDATE);
		final Roi roi = new ThresholdToSelection().convert(crop);
		final Rectangle bounds = roi.getBounds();
		roi.setLocation(part.x + bounds.x, part.y + bounds.y);
		return roi;
	}

	/** Puts a ROI on a plane, in the way ImageJ shows ROIs on this image. */
	static void place(final Roi roi, final ImagePlus image, final Plane plane) {
		if (image.getStackSize() == 1) return;
		final boolean mixes = image.getType() == ImagePlus.COLOR_RGB && image.getNChannels() > 1;
		final int channel = mixes ? plane.z() % image.getNChannels() + 1 : 0;
		final int slice = (mixes ? plane.z() / image.getNChannels() : plane.z()) + 1;
		if (image.isHyperStack() || image.getNChannels() > 1) roi.setPosition(channel, slice, plane.t() + 1);
		else roi.setPosition(image.getStackIndex(1, slice, plane.t() + 1));
	}

	/**
	 * @param roi on an image
	 * @param image that it is on
	 * @param index of the image in the session
	 * @return the plane that it was drawn on; of one that is on all planes the one that is seen
	 */
	static Plane plane(final Roi roi, final ImagePlus image, final int index) {
		final View view = View.of(image);
		if (image.getStackSize() == 1) return Plane.of(index);
		final int[] place = {view.channel(), view.slice(), view.frame()};
		if (roi.hasHyperStackPosition()) {
			if (roi.getCPosition() > 0) place[0] = roi.getCPosition();
			if (roi.getZPosition() > 0) place[1] = roi.getZPosition();
			if (roi.getTPosition() > 0) place[2] = roi.getTPosition();
		} else if (roi.getPosition() > 0) {
			final int[] at = image.convertIndexToPosition(Math.min(roi.getPosition(), image.getStackSize()));
			System.arraycopy(at, 0, place, 0, place.length);
		}
		final View there = new View(view.box(), place[0], place[1], place[2]);
		return new Plane(index, there.z(image), there.t());
	}

	/**
	 * @param roi of any type
	 * @param image that it is on
	 * @param plane that the stroke is to be on
	 * @param classIndex of the stroke
	 * @param brush width in pixels of lines that have none of their own, and of points
	 * @return its pixels in the image; a line is as wide as it is drawn; empty where there are none
	 */
	static Optional<Stroke> stroke(
			final Roi roi, final ImagePlus image, final Plane plane, final int classIndex, final double brush) {
		if (roi instanceof ImageRoi || roi instanceof TextRoi) return Optional.empty();
		if (roi instanceof PointRoi || roi.isLine())
			return clipped(line(roi, plane, classIndex, brush), image.getWidth(), image.getHeight());
		if (!roi.isArea()) return Optional.empty();
		final Rectangle bounds = roi.getBounds();
		final Rectangle part = bounds.intersection(new Rectangle(image.getWidth(), image.getHeight()));
		if (part.isEmpty()) return Optional.empty();
		final ImageProcessor inside = roi.getMask();
		final BitSet mask = new BitSet();
		for (int y = 0; y < part.height; y++)
			for (int x = 0; x < part.width; x++)
				if (inside == null || inside.get(part.x + x - bounds.x, part.y + y - bounds.y) != 0)
					mask.set(y * part.width + x);
		return mask.isEmpty()
				? Optional.empty()
				: Optional.of(Stroke.of(plane, classIndex, new Box(part.x, part.y, part.width, part.height), mask));
	}

	/** ImageJ's pixels begin at their number, a stroke's have their center there. */
	private static Stroke line(final Roi roi, final Plane plane, final int classIndex, final double brush) {
		final double width = roi.getStrokeWidth() > 1 ? roi.getStrokeWidth() : brush;
		final FloatPolygon polygon = roi.getFloatPolygon();
		final double shift = roi.subPixelResolution() ? 0.5 : 0;
		final List<Point> points = new ArrayList<>();
		for (int i = 0; i < polygon.npoints; i++)
			points.add(new Point(polygon.xpoints[i] - shift, polygon.ypoints[i] - shift));
		if (!(roi instanceof PointRoi)) return Stroke.line(plane, classIndex, points, width / 2);
		// each point by itself
		final BitSet mask = new BitSet();
		final Rectangle box = new Rectangle(-1, -1);
		final List<Stroke> discs = new ArrayList<>();
		for (final Point point : points) {
			final Stroke disc = Stroke.disc(plane, classIndex, point.x(), point.y(), width / 2);
			discs.add(disc);
			box.add(new Rectangle(
					disc.box().x(),
					disc.box().y(),
					disc.box().width(),
					disc.box().height()));
		}
		for (int y = 0; y < box.height; y++)
			for (int x = 0; x < box.width; x++)
				for (final Stroke disc : discs) if (disc.contains(box.x + x, box.y + y)) mask.set(y * box.width + x);
		return Stroke.of(plane, classIndex, new Box(box.x, box.y, box.width, box.height), mask);
	}

	private static Optional<Stroke> clipped(final Stroke stroke, final int width, final int height) {
		final Box box = stroke.box();
		final BitSet mask = stroke.mask();
		for (int y = 0, i = 0; y < box.height(); y++)
			for (int x = 0; x < box.width(); x++, i++)
				if (box.x() + x < 0 || box.y() + y < 0 || box.x() + x >= width || box.y() + y >= height) mask.clear(i);
		return mask.isEmpty()
				? Optional.empty()
				: Optional.of(Stroke.of(stroke.plane(), stroke.classIndex(), box, mask));
	}

	/**
	 * @param roi in an image's overlay
	 * @return whether it is a stroke of an earlier session: it says so, or it is named as one and nothing has found it
	 */
	static boolean isStroke(final Roi roi) {
		if (roi instanceof TextRoi || roi instanceof ImageRoi) return false;
		if (className(roi).filter(StrokeRois::isIgnored).isPresent()) return false;
		if (roi.getProperty(STROKE) != null) return true;
		return !isFound(roi) && className(roi).isPresent();
	}

	/** Macros leave it out, too. */
	private static boolean isIgnored(final String name) {
		return name.toLowerCase(Locale.ROOT).equals("ignore");
	}

	/** @return whether a command of Fovea's has found it */
	static boolean isFound(final Roi roi) {
		return roi.getProperty(FOUND) != null;
	}

	/**
	 * @param roi any
	 * @return name of its class, if its name is one with a number, such as nucleus-3
	 */
	static Optional<String> className(final Roi roi) {
		final String own = roi.getProperty("class");
		if (own != null && roi.getProperty(STROKE) != null) return Optional.of(own);
		final String name = roi.getName() == null ? "" : roi.getName();
		if (!name.matches(".*\\D-\\d+(-\\d+)*")) return Optional.empty();
		return Optional.of(name.replaceFirst("(-\\d+)+$", ""));
	}

	/**
	 * @param rois of overlays
	 * @param known classes, background first
	 * @return these, and classes of the ROIs' names that are not among them, in their order, in the ROIs' colors
	 */
	static List<ClassSpec> classes(final List<Roi> rois, final List<ClassSpec> known) {
		final List<ClassSpec> classes = new ArrayList<>(known);
		for (final Roi roi : rois) {
			final Optional<String> name = className(roi);
			if (name.isEmpty() || indexOf(name.get(), classes) >= 0) continue;
			final Color color = roi.getStrokeColor() != null ? roi.getStrokeColor() : roi.getFillColor();
			final List<String> names =
					new ArrayList<>(classes.stream().map(ClassSpec::name).toList());
			names.add(name.get());
			final ClassSpec plain = ClassSpec.named(names).get(names.size() - 1);
			classes.add(color == null ? plain : new ClassSpec(name.get(), color.getRGB() & 0xffffff));
		}
		return classes;
	}

	/**
	 * @param name of a class
	 * @param classes background first
	 * @return its index, -1 if there is none
	 */
	static int indexOf(final String name, final List<ClassSpec> classes) {
		for (int i = 0; i < classes.size(); i++) if (classes.get(i).name().equals(name)) return i;
		return name.equalsIgnoreCase(classes.get(0).name()) ? 0 : -1;
	}
}
