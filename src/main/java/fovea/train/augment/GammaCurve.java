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
package fovea.train.augment;

import fovea.image.Raster;

/**
 * Makes dark values darker or brighter, and leaves the ends of a range as they are: with 0 for the lower end and 1 for
 * the upper one a value v becomes v to the power of an exponent.
 *
 * @param exponent above 0; above 1 darkens
 * @param lo the lower end
 * @param hi the upper end, not below it
 */
record GammaCurve(double exponent, float lo, float hi) {

	/** @return the curve between the least and the largest value of all these images */
	static GammaCurve of(final double exponent, final Raster... images) {
		float lo = Float.POSITIVE_INFINITY;
		float hi = Float.NEGATIVE_INFINITY;
		for (final Raster image : images) {
			final float[] range = image.range();
			lo = Math.min(lo, range[0]);
			hi = Math.max(hi, range[1]);
		}
		return new GammaCurve(exponent, lo, hi);
	}

	/** @return a raster with other values; the given one where all its values are the same or nothing changes */
	Raster apply(final Raster image) {
		if (exponent == 1 || lo == hi) return image;
		final double width = (double) hi - lo;
		final float[] from = image.data();
		final float[] to = new float[from.length];
		for (int i = 0; i < to.length; i++)
			to[i] = (float) (lo + width * StrictMath.pow((from[i] - (double) lo) / width, exponent));
		return image.withData(to);
	}
}
