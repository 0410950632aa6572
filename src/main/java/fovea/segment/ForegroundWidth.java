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
package fovea.segment;

import fovea.image.SquaredDistances;
import net.imglib2.Cursor;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.view.Views;

/**
 * How large objects are, told from the foreground without the lines between objects, since a network cuts objects in
 * pieces that are too large for it. A disk's pixels are on average a sixth of its diameter away from its outside; so
 * six times the mean distance of all foreground pixels is the diameter of objects, those of many pixels counting more.
 * Touching objects hardly change it. Beyond the image's edge objects go on.
 */
final class ForegroundWidth {

	/** Of a disk's diameter to the mean distance. */
	private static final double DISK = 6;

	/** Larger planes are looked at by every second, third... pixel. */
	private static final int MOST_PIXELS = 1 << 22;

	private final int width;
	private final int height;
	private final float[] squared;
	private double sum;
	private long count;

	private ForegroundWidth(final int width, final int height) {
		this.width = width;
		this.height = height;
		squared = new float[Math.multiplyExact(width, height)];
	}

	/**
	 * @param found of which only is looked at what is an object and what is not
	 * @return diameter in pixels of the image; 0 if there are no objects
	 */
	static double diameter(final Segmentation found) {
		final int fullWidth = Math.toIntExact(found.labels().dimension(0));
		final int fullHeight = Math.toIntExact(found.labels().dimension(1));
		final int step = step(fullWidth, fullHeight);
		final ForegroundWidth width =
				new ForegroundWidth((fullWidth + step - 1) / step, (fullHeight + step - 1) / step);
		final Cursor<IntType> labels = Views.flatIterable(found.labels()).cursor();
		while (labels.hasNext()) {
			width.readPlane(labels, fullWidth, fullHeight, step);
			width.addPlane();
		}
		return diameter(width.sum, width.count, step);
	}

	private static double diameter(final double sum, final long count, final int step) {
		return count == 0 ? 0 : DISK * step * sum / count;
	}

	/** @return of planes of that size every so-manieth row and column is looked at */
	static int step(final int width, final int height) {
		return (int) Math.ceil(Math.sqrt((double) width * height / MOST_PIXELS));
	}

	/**
	 * Of some planes.
	 *
	 * @param sum of the distances of all foreground pixels
	 * @param count of these pixels
	 */
	record Sum(double sum, long count) {

		/** @return diameter of planes that every step-th row and column was looked at */
		double diameter(final int step) {
			return ForegroundWidth.diameter(sum, count, step);
		}
	}

	/**
	 * @param foreground of a plane, of which every so-manieth row and column is there, row by row
	 * @param width of these rows
	 */
	static Sum of(final boolean[] foreground, final int width) {
		final ForegroundWidth plane = new ForegroundWidth(width, foreground.length / width);
		for (int i = 0; i < foreground.length; i++) plane.squared[i] = foreground[i] ? Float.POSITIVE_INFINITY : 0;
		plane.addPlane();
		return new Sum(plane.sum, plane.count);
	}

	private void readPlane(final Cursor<IntType> labels, final int fullWidth, final int fullHeight, final int step) {
		for (int y = 0; y < fullHeight; y++)
			for (int x = 0; x < fullWidth; x++) {
				final int label = labels.next().get();
				if (x % step == 0 && y % step == 0)
					squared[y / step * width + x / step] = label == 0 ? 0 : Float.POSITIVE_INFINITY;
			}
	}

	private void addPlane() {
		SquaredDistances.transform(squared, width, height);
		for (final float distance : squared)
			if (distance > 0 && distance < Float.POSITIVE_INFINITY) {
				sum += Math.sqrt(distance);
				count++;
			} else if (distance > 0) { // there is no background: one object, larger than the image
				sum += Math.max(width, height);
				count++;
			}
	}
}
