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
package fovea;

/**
 * A closed polygon along the edges of an object's pixels, around it or around a hole in it. Its corners are whole
 * numbers: 0, 0 is the upper left corner of the image, and the first pixel reaches from there to 1, 1. Immutable.
 */
public final class Outline {

	private final int[] x;
	private final int[] y;

	Outline(final int[][] polygon, final int left, final int top) {
		x = polygon[0];
		y = polygon[1];
		for (int i = 0; i < x.length; i++) {
			x[i] += left;
			y[i] += top;
		}
	}

	/** @return how many corners it has; the last one is joined to the first */
	public int size() {
		return x.length;
	}

	/**
	 * @param corner from 0 on
	 * @return its x in pixels
	 */
	public int x(final int corner) {
		return x[corner];
	}

	/**
	 * @param corner from 0 on
	 * @return its y in pixels
	 */
	public int y(final int corner) {
		return y[corner];
	}

	/** @return the pixels within: above 0; below 0 for a hole, whose corners go counter-clockwise as one sees it */
	public long area() {
		long twice = 0;
		for (int i = 0; i < x.length; i++) {
			final int next = (i + 1) % x.length;
			twice += (long) x[i] * y[next] - (long) x[next] * y[i];
		}
		return twice / 2;
	}

	/** @return whether it goes around a hole */
	public boolean isHole() {
		return area() < 0;
	}
}
