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

import fovea.model.ObjectTraits;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;

/**
 * By how much an image is enlarged or shrunk for a network whose objects are larger or smaller than those in the image.
 * A network that halves its image a few times loses what is few pixels across, above all the borders between; the same
 * objects, larger, it finds. What is larger than it sees at once it cuts in pieces.
 */
final class WorkingScale {

	/**
	 * Twice, not just as much as is wanted: in between, every pixel is blurred differently, and on the nuclei that this
	 * was tried on 1.5 times was worse than twice; beyond, interpolated pixels tell a network little more, and the time
	 * grows with the square.
	 */
	static final double ENLARGED = 2;

	/** Halves, for the same reasons: each pixel that the network sees is the mean of as many. */
	static final double SHRUNK = 0.5;

	/** Below, little is left of an outline. */
	static final double LEAST = 0.25;

	/** Specks of noise are not what the image is about. */
	private static final double LEAST_DIAMETER = 5;

	private WorkingScale() {}

	/**
	 * @param traits what the model says of its objects
	 * @param found in the image as it is
	 * @return {@value #ENLARGED} if the object in the middle, by size, has less than the least diameter;
	 *     {@value #SHRUNK} if foreground is wider than the largest one; else 1
	 */
	static double of(final ObjectTraits traits, final Segmentation found) {
		if (isSmall(traits.diameter(), found.objects())) return ENLARGED;
		return isLarge(traits, found, 1) ? SHRUNK : 1;
	}

	/**
	 * Of objects much too large a network may lose the inside, which makes them seem smaller; so whoever shrinks an
	 * image asks again.
	 *
	 * @param traits what the model says of its objects
	 * @param found in the image
	 * @param scale at which the network saw it
	 * @return whether the network saw foreground wider than the model's largest object
	 */
	static boolean isLarge(final ObjectTraits traits, final Segmentation found, final double scale) {
		return !found.objects().isEmpty() && isLarge(traits, () -> ForegroundWidth.diameter(found), scale);
	}

	/**
	 * @param width of the foreground, of an image that has objects; asked for where it counts
	 * @return the same
	 */
	static boolean isLarge(final ObjectTraits traits, final DoubleSupplier width, final double scale) {
		return traits.maxDiameter().isPresent()
				&& width.getAsDouble() * scale > traits.maxDiameter().getAsDouble();
	}

	/**
	 * @return whether the object in the middle, by size, has less than the diameter wanted; specks of noise left aside
	 */
	static boolean isSmall(final OptionalDouble wanted, final List<SegmentedObject> found) {
		final SortedMap<Long, Long> sizes = new TreeMap<>();
		for (final SegmentedObject object : found) sizes.merge(object.pixels(), 1L, Long::sum);
		return isSmall(wanted, sizes);
	}

	/**
	 * @param sizes how many objects of so many pixels there are
	 * @return the same
	 */
	static boolean isSmall(final OptionalDouble wanted, final SortedMap<Long, Long> sizes) {
		if (wanted.isEmpty()) return false;
		long left = sizes.entrySet().stream()
						.filter(size -> diameter(size.getKey()) >= LEAST_DIAMETER)
						.mapToLong(Map.Entry::getValue)
						.sum()
				/ 2;
		for (final Map.Entry<Long, Long> size : sizes.entrySet()) {
			if (diameter(size.getKey()) < LEAST_DIAMETER) continue;
			left -= size.getValue();
			if (left < 0) return diameter(size.getKey()) < wanted.getAsDouble();
		}
		return false;
	}

	/** @return of an axis of so many pixels, rescaled; at least 1 */
	static int length(final int pixels, final double scale) {
		return Math.max(1, Math.toIntExact(Math.round(pixels * scale)));
	}

	/** Of the circle of the same area. */
	private static double diameter(final long pixels) {
		return 2 * Math.sqrt(pixels / Math.PI);
	}
}
