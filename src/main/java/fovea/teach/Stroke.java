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
package fovea.teach;

import fovea.check.Ranges;
import fovea.image.Box;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Pixels of one plane that are said to be of one class, or of none any more. Where strokes lie over each other the last
 * one counts. Immutable.
 */
public final class Stroke {

	/** In the place of a class: what was drawn there before does not count any more. */
	public static final int ERASE = -1;

	/** More pixels on a side than any image has. */
	private static final int MOST_SIDE = 1 << 16;

	private final Plane plane;
	private final int classIndex;
	private final Box box;
	private final BitSet pixels;
	private final int count;

	private Stroke(final Plane plane, final int classIndex, final Box box, final BitSet pixels) {
		Ranges.require(classIndex >= ERASE, "class", "0 for background, 1 or more for others, or " + ERASE, classIndex);
		count = pixels.cardinality();
		Ranges.require(count > 0, "stroke", "at least one pixel", "none");
		this.plane = plane;
		this.classIndex = classIndex;
		this.box = box;
		this.pixels = pixels;
	}

	/** A place on a plane, in pixels: 0, 0 is the center of the first one. */
	public record Point(double x, double y) {}

	/**
	 * @param plane it lies on
	 * @param classIndex 0 for background, 1 or more for others, or {@link #ERASE}
	 * @param box rectangle that holds it; may reach beyond the image
	 * @param mask which pixels of the box are in it, row by row; is copied; at least one
	 * @return the stroke
	 */
	public static Stroke of(final Plane plane, final int classIndex, final Box box, final BitSet mask) {
		Ranges.require(
				box.width() > 0
						&& box.height() > 0
						&& box.width() <= MOST_SIDE
						&& box.height() <= MOST_SIDE
						&& (long) box.width() * box.height() <= Integer.MAX_VALUE,
				"box of a stroke",
				"sides of 1 to " + MOST_SIDE + " pixels",
				box);
		final BitSet pixels = (BitSet) mask.clone();
		Ranges.require(
				pixels.length() <= box.width() * box.height(), "mask of a stroke", "pixels of " + box, pixels.length());
		return new Stroke(plane, classIndex, box, pixels);
	}

	/**
	 * What a round brush leaves on its way.
	 *
	 * @param plane it lies on
	 * @param classIndex 0 for background, 1 or more for others, or {@link #ERASE}
	 * @param points that the brush passes, straight from each to the next; at least one
	 * @param radius of the brush in pixels, 0 or more: pixels are in it whose centers are not farther from the way
	 * @return the stroke
	 */
	public static Stroke line(final Plane plane, final int classIndex, final List<Point> points, final double radius) {
		Ranges.require(!points.isEmpty(), "points of a stroke", "at least one", "none");
		Ranges.require(radius >= 0 && radius < MOST_SIDE, "radius", "0 pixels or more", radius);
		// a brush between pixels still leaves the nearest ones
		final double reach = Math.max(radius, Math.sqrt(0.5));
		double left = Double.POSITIVE_INFINITY;
		double top = Double.POSITIVE_INFINITY;
		double right = Double.NEGATIVE_INFINITY;
		double bottom = Double.NEGATIVE_INFINITY;
		for (final Point point : points) {
			left = Math.min(left, point.x);
			top = Math.min(top, point.y);
			right = Math.max(right, point.x);
			bottom = Math.max(bottom, point.y);
		}
		Ranges.require(
				Math.max(Math.abs(left) + Math.abs(right), Math.abs(top) + Math.abs(bottom)) < MOST_SIDE,
				"points of a stroke",
				"places in an image",
				points.get(0));
		final int x = (int) Math.floor(left - reach);
		final int y = (int) Math.floor(top - reach);
		final Box box = new Box(x, y, (int) Math.ceil(right + reach) - x + 1, (int) Math.ceil(bottom + reach) - y + 1);
		final BitSet mask = new BitSet();
		for (int i = 0; i < points.size(); i++) paint(points.get(Math.max(0, i - 1)), points.get(i), reach, box, mask);
		return of(plane, classIndex, box, mask);
	}

	/**
	 * @param plane it lies on
	 * @param classIndex 0 for background, 1 or more for others, or {@link #ERASE}
	 * @param x of its center
	 * @param y of its center
	 * @param radius in pixels, 0 or more
	 * @return a round stroke
	 */
	public static Stroke disc(
			final Plane plane, final int classIndex, final double x, final double y, final double radius) {
		return line(plane, classIndex, List.of(new Point(x, y)), radius);
	}

	private static void paint(final Point from, final Point to, final double reach, final Box box, final BitSet mask) {
		final int top = Math.max(box.y(), (int) Math.floor(Math.min(from.y, to.y) - reach));
		final int bottom = Math.min(box.endY() - 1, (int) Math.ceil(Math.max(from.y, to.y) + reach));
		final int left = Math.max(box.x(), (int) Math.floor(Math.min(from.x, to.x) - reach));
		final int right = Math.min(box.endX() - 1, (int) Math.ceil(Math.max(from.x, to.x) + reach));
		for (int y = top; y <= bottom; y++)
			for (int x = left; x <= right; x++)
				if (squaredDistance(from, to, x, y) <= reach * reach)
					mask.set((y - box.y()) * box.width() + x - box.x());
	}

	private static double squaredDistance(final Point from, final Point to, final int x, final int y) {
		final double dx = to.x - from.x;
		final double dy = to.y - from.y;
		final double length = dx * dx + dy * dy;
		final double along =
				length == 0 ? 0 : Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / length));
		final double offX = from.x + along * dx - x;
		final double offY = from.y + along * dy - y;
		return offX * offX + offY * offY;
	}

	/** @return the plane it lies on */
	public Plane plane() {
		return plane;
	}

	/** @return 0 for background, 1 or more for others, or {@link #ERASE} */
	public int classIndex() {
		return classIndex;
	}

	/** @return whether it takes annotation away */
	public boolean erases() {
		return classIndex == ERASE;
	}

	/** @return rectangle that holds it; may reach beyond the image */
	public Box box() {
		return box;
	}

	/** @return number of its pixels, those beyond the image too */
	public int count() {
		return count;
	}

	/** @return which pixels of the box are in it, row by row, a copy */
	public BitSet mask() {
		return (BitSet) pixels.clone();
	}

	/** @return whether a pixel of the plane is in it */
	public boolean contains(final int x, final int y) {
		return box.contains(x, y) && pixels.get((y - box.y()) * box.width() + x - box.x());
	}

	/**
	 * @param width of the image
	 * @param height of the image
	 * @return what of it lies in the image, empty if nothing does
	 */
	Optional<Stroke> within(final int width, final int height) {
		if (box.x() >= 0 && box.y() >= 0 && box.endX() <= width && box.endY() <= height) return Optional.of(this);
		final int x = Math.max(0, box.x());
		final int y = Math.max(0, box.y());
		final int endX = Math.min(width, box.endX());
		final int endY = Math.min(height, box.endY());
		if (x >= endX || y >= endY) return Optional.empty();
		final Box part = new Box(x, y, endX - x, endY - y);
		final BitSet mask = new BitSet();
		forEach((px, py) -> {
			if (part.contains(px, py)) mask.set((py - y) * part.width() + px - x);
		});
		return mask.isEmpty() ? Optional.empty() : Optional.of(new Stroke(plane, classIndex, part, mask));
	}

	/** Hears of pixels. */
	@FunctionalInterface
	interface PixelVisitor {

		/** A pixel of the plane. */
		void visit(int x, int y);
	}

	/** Row by row; those beyond the image too. */
	void forEach(final PixelVisitor visitor) {
		for (int i = pixels.nextSetBit(0); i >= 0; i = pixels.nextSetBit(i + 1))
			visitor.visit(box.x() + i % box.width(), box.y() + i / box.width());
	}

	@Override
	public String toString() {
		return (erases() ? "eraser" : "class " + classIndex) + " on " + plane + ", " + count + " pixels of " + box;
	}
}
