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
package fovea.selfscore;

import java.util.ArrayList;
import java.util.List;

/**
 * Squared errors of a denoiser at pixels that were hidden from it, more and more of them. Those of several denoisers
 * are at the same pixels, in the same order, as far as they go. Not thread-safe.
 */
public final class BlindErrors {

	private final List<float[]> parts = new ArrayList<>();
	private double sum;
	private long count;

	/** @param errors as from {@link BlindGrid#errors}; not changed any more */
	public void add(final float[] errors) {
		parts.add(errors);
		for (final float error : errors) sum += error;
		count += errors.length;
	}

	/** @return how many pixels there are */
	public long count() {
		return count;
	}

	/** @return how many times some were added */
	public int parts() {
		return parts.size();
	}

	/** @return the mean squared error; NaN where there are no pixels */
	public double mean() {
		return sum / count;
	}

	/**
	 * A difference between two denoisers.
	 *
	 * @param mean by how much the squared errors of the first are larger
	 * @param uncertainty the standard error of that mean
	 */
	public record Difference(double mean, double uncertainty) {

		/** @return whether it is there for sure: beyond so many standard errors from 0 */
		public boolean isBeyond(final double errors) {
			return !(Math.abs(mean) <= errors * uncertainty);
		}
	}

	/**
	 * Pixel by pixel, so that noise, which is most of both errors, does not count.
	 *
	 * @param other of the same pixels
	 * @return this less the other, over the pixels that both have
	 */
	public Difference less(final BlindErrors other) {
		double total = 0;
		double squares = 0;
		long n = 0;
		for (int p = 0; p < Math.min(parts.size(), other.parts.size()); p++) {
			final float[] own = parts.get(p);
			final float[] its = other.parts.get(p);
			if (own.length != its.length)
				throw new IllegalArgumentException(own.length + " and " + its.length + " pixels");
			for (int i = 0; i < own.length; i++) {
				final double difference = (double) own[i] - its[i];
				total += difference;
				squares += difference * difference;
			}
			n += own.length;
		}
		final double mean = total / n;
		return new Difference(mean, Math.sqrt(Math.max(0, squares / n - mean * mean) / n));
	}
}
