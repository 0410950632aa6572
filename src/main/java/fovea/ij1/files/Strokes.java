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

import ij.gui.Arrow;
import ij.gui.Line;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.process.ByteProcessor;
import ij.process.FloatPolygon;
import java.awt.Rectangle;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines that were drawn as with a brush: straight lines, polylines, freehand lines, and what ImageJ's Overlay Brush
 * draws. A stroke is as wide as its line, and one pixel at least; its ends are round. Stateless.
 */
final class Strokes {

	/** How far a polygon may be from a curve, pixels. */
	private static final double FLATNESS = 0.1;

	/** In shapes a pixel's center is half a pixel beyond its place; in lines it is its place. */
	private static final double CENTER = 0.5;

	private Strokes() {}

	/** @return whether it is a line with a width, rather than an outline */
	static boolean isOne(final Roi roi) {
		if (roi instanceof Arrow || roi.getType() == Roi.ANGLE) return false;
		return roi.isLine() || roi instanceof ShapeRoi shape && isOpen(shape);
	}

	/** What the Overlay Brush draws says of itself that it is an area. */
	private static boolean isOpen(final ShapeRoi roi) {
		if (roi.getStrokeWidth() <= 0) return false;
		boolean open = false;
		final double[] numbers = new double[6];
		for (final PathIterator path = roi.getShape().getPathIterator(null); !path.isDone(); path.next())
			open = path.currentSegment(numbers) != PathIterator.SEG_CLOSE;
		return open;
	}

	/**
	 * @param roi a stroke
	 * @param within part of the image
	 * @return its pixels, as a mask of that part
	 */
	static ByteProcessor mask(final Roi roi, final Rectangle within) {
		final ByteProcessor mask = new ByteProcessor(within.width, within.height);
		final double radius = Math.max(1, roi.getStrokeWidth()) / 2;
		for (final double[] segment : segments(roi)) {
			final int left = (int) Math.floor(Math.min(segment[0], segment[2]) - radius);
			final int top = (int) Math.floor(Math.min(segment[1], segment[3]) - radius);
			final int right = (int) Math.ceil(Math.max(segment[0], segment[2]) + radius);
			final int bottom = (int) Math.ceil(Math.max(segment[1], segment[3]) + radius);
			final Rectangle box = within.intersection(new Rectangle(left, top, right - left + 1, bottom - top + 1));
			for (int y = box.y; y < box.y + box.height; y++)
				for (int x = box.x; x < box.x + box.width; x++)
					if (distance(segment, x, y) <= radius + 1e-6) mask.set(x - within.x, y - within.y, 255);
		}
		return mask;
	}

	private static double distance(final double[] segment, final double x, final double y) {
		final double dx = segment[2] - segment[0];
		final double dy = segment[3] - segment[1];
		final double square = dx * dx + dy * dy;
		final double along = square == 0 ? 0 : ((x - segment[0]) * dx + (y - segment[1]) * dy) / square;
		final double part = Math.max(0, Math.min(1, along));
		return Math.hypot(x - segment[0] - part * dx, y - segment[1] - part * dy);
	}

	/** @return two points each, x and y; integers are centers of pixels */
	private static List<double[]> segments(final Roi roi) {
		if (roi instanceof Line line) return List.of(new double[] {line.x1d, line.y1d, line.x2d, line.y2d});
		if (roi instanceof ShapeRoi shape) return segments(shape);
		final FloatPolygon points = roi.getFloatPolygon();
		final List<double[]> segments = new ArrayList<>();
		for (int i = 0; i < points.npoints; i++) {
			final int before = Math.max(0, i - 1);
			segments.add(
					new double[] {points.xpoints[before], points.ypoints[before], points.xpoints[i], points.ypoints[i]
					});
		}
		return segments;
	}

	private static List<double[]> segments(final ShapeRoi roi) {
		final List<double[]> segments = new ArrayList<>();
		final double left = roi.getXBase() - CENTER;
		final double top = roi.getYBase() - CENTER;
		final double[] numbers = new double[6];
		double x = 0;
		double y = 0;
		for (final PathIterator path = roi.getShape().getPathIterator(null, FLATNESS); !path.isDone(); path.next()) {
			final boolean moves = path.currentSegment(numbers) == PathIterator.SEG_MOVETO;
			final double nextX = numbers[0] + left;
			final double nextY = numbers[1] + top;
			segments.add(new double[] {moves ? nextX : x, moves ? nextY : y, nextX, nextY});
			x = nextX;
			y = nextY;
		}
		return segments;
	}
}
