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

import fovea.image.Box;
import fovea.model.ClassSpec;
import fovea.segment.Outlines;
import fovea.teach.Plane;
import fovea.teach.Prediction;
import fovea.teach.Stroke;
import ij.gui.ShapeRoi;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Draws what lies over an image. Stateless; slow, so that no event should wait for it. */
final class LayerPainter {

	/** Of strokes, out of 255. */
	static final int OPACITY = 0x70;

	/** Of heat where nothing is known. */
	private static final int HOTTEST = 200;

	/** Less unsure than this is not shown, 0 to 1. */
	private static final double SURE = 0.15;

	/** A larger picture is not made: 4096 x 4096. */
	private static final int MOST_PIXELS = 1 << 24;

	/** Corners of outlines; more of them cannot be drawn while a mouse moves. The largest objects keep theirs. */
	private static final int MOST_CORNERS = 20_000;

	private LayerPainter() {}

	/**
	 * @param box part of a plane
	 * @return a picture of it, all transparent; of a part that is too large one pixel
	 */
	static BufferedImage nothing(final Box box) {
		final boolean isTooLarge = (long) box.width() * box.height() > MOST_PIXELS;
		return new BufferedImage(
				isTooLarge ? 1 : box.width(), isTooLarge ? 1 : box.height(), BufferedImage.TYPE_INT_ARGB);
	}

	/**
	 * @param strokes in the order they were drawn
	 * @param plane whose strokes are drawn
	 * @param classes with their colors
	 * @param box part of the plane
	 * @return the strokes in it, half transparent
	 */
	static BufferedImage strokes(
			final List<Stroke> strokes, final Plane plane, final List<ClassSpec> classes, final Box box) {
		final BufferedImage picture = nothing(box);
		for (final Stroke stroke : strokes) if (stroke.plane().equals(plane)) paint(stroke, classes, box, picture);
		return picture;
	}

	/** Paints one stroke over a picture. */
	static void paint(final Stroke stroke, final List<ClassSpec> classes, final Box box, final BufferedImage picture) {
		final int argb = stroke.erases() || stroke.classIndex() >= classes.size()
				? 0
				: OPACITY << 24 | classes.get(stroke.classIndex()).rgb();
		final int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
		final int width = picture.getWidth();
		final int height = picture.getHeight();
		final Box part = stroke.box();
		final BitSet mask = stroke.mask();
		for (int i = mask.nextSetBit(0); i >= 0; i = mask.nextSetBit(i + 1)) {
			final int x = part.x() + i % part.width() - box.x();
			final int y = part.y() + i / part.width() - box.y();
			if (x >= 0 && y >= 0 && x < width && y < height) pixels[y * width + x] = argb;
		}
	}

	/** @return where the network is unsure, the more the redder and the less transparent */
	static BufferedImage heat(final Prediction prediction) {
		final float[] unsure = prediction.uncertainty();
		final BufferedImage picture =
				new BufferedImage(prediction.width(), prediction.height(), BufferedImage.TYPE_INT_ARGB);
		final int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
		for (int i = 0; i < pixels.length; i++) {
			final double heat = Math.max(0, (unsure[i] - SURE) / (1 - SURE));
			pixels[i] = (int) Math.round(HOTTEST * heat) << 24 | 0xff0000 | (int) Math.round(0xd0 * (1 - heat)) << 8;
		}
		return picture;
	}

	/**
	 * @param prediction of a view
	 * @param classes with their colors
	 * @return one ROI for all outlines of a class, at their place in the plane
	 */
	static List<ShapeRoi> outlines(final Prediction prediction, final List<ClassSpec> classes) {
		final byte[] map = prediction.classMap();
		final BitSet border = prediction.border();
		final Box box = prediction.view().box();
		final List<ShapeRoi> rois = new ArrayList<>();
		for (int kind = 1; kind < classes.size(); kind++) {
			final boolean[] mask = new boolean[map.length];
			boolean isSeen = false;
			for (int i = 0; i < map.length; i++) {
				mask[i] = map[i] == kind && !border.get(i);
				isSeen |= mask[i];
			}
			if (!isSeen) continue;
			final ShapeRoi roi = new ShapeRoi(path(Outlines.of(mask, box.width()), box));
			roi.setStrokeColor(new Color(classes.get(kind).rgb()));
			rois.add(roi);
		}
		return rois;
	}

	private static Path2D path(final List<int[][]> polygons, final Box box) {
		final List<int[][]> largest = new ArrayList<>(polygons);
		largest.sort(Comparator.comparingInt(polygon -> -polygon[0].length));
		final Path2D.Float path = new Path2D.Float(Path2D.WIND_EVEN_ODD);
		int corners = 0;
		for (final int[][] polygon : largest) {
			corners += polygon[0].length;
			if (corners > MOST_CORNERS) break;
			path.moveTo(box.x() + polygon[0][0], box.y() + polygon[1][0]);
			for (int i = 1; i < polygon[0].length; i++) path.lineTo(box.x() + polygon[0][i], box.y() + polygon[1][i]);
			path.closePath();
		}
		return path;
	}
}
