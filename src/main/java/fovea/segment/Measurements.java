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

import java.util.Arrays;
import java.util.List;

/** Sums over the pixels of a plane's objects, which are fed in raster order. Not thread-safe. */
final class Measurements {

	private final int imageWidth;
	private final int[] first;
	private final int[] last;
	private final int[] left;
	private final int[] right;
	private final int[] pixels;
	private final long[] sumX;
	private final long[] sumY;
	private final double[] sumProbability;

	/**
	 * @param count of objects
	 * @param imageWidth of the plane in pixels
	 */
	Measurements(final int count, final int imageWidth) {
		this.imageWidth = imageWidth;
		first = new int[count];
		last = new int[count];
		left = new int[count];
		Arrays.fill(left, Integer.MAX_VALUE);
		right = new int[count];
		pixels = new int[count];
		sumX = new long[count];
		sumY = new long[count];
		sumProbability = new double[count];
	}

	/**
	 * @param i 0-based object
	 * @param p index of a pixel within the plane, above all before
	 * @param probability of the object's class there
	 */
	void add(final int i, final int p, final float probability) {
		final int x = p % imageWidth;
		if (pixels[i]++ == 0) first[i] = p;
		last[i] = p;
		left[i] = Math.min(left[i], x);
		right[i] = Math.max(right[i], x);
		sumX[i] += x;
		sumY[i] += p / imageWidth;
		sumProbability[i] += probability;
	}

	/**
	 * @param objects takes the objects; labels go on from its size
	 * @param classes index of the class of each pixel
	 */
	void appendTo(
			final List<SegmentedObject> objects, final byte[] classes, final int channel, final int z, final int t) {
		for (int i = 0; i < first.length; i++) {
			final int top = first[i] / imageWidth;
			final int height = last[i] / imageWidth - top + 1;
			final double n = pixels[i];
			objects.add(new SegmentedObject(
					objects.size() + 1,
					classes[first[i]] & 0xff,
					channel,
					z,
					t,
					left[i],
					top,
					right[i] - left[i] + 1,
					height,
					pixels[i],
					sumX[i] / n + 0.5,
					sumY[i] / n + 0.5,
					sumProbability[i] / n));
		}
	}
}
