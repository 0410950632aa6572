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
package fovea.noise;

import java.util.Arrays;
import java.util.List;

/**
 * The variance of an image's noise by the gray value, whatever its course: constant, a line, or bent as of few photons
 * whose noise was stabilized. Between the gray values that it was measured at it is interpolated; beyond them it stays.
 * Immutable.
 *
 * @param means gray values, rising
 * @param variances of the noise there, 0 or more
 */
public record NoiseCurve(List<Double> means, List<Double> variances) {

	/** Copies the lists. */
	public NoiseCurve {
		means = List.copyOf(means);
		variances = List.copyOf(variances);
		if (means.isEmpty() || means.size() != variances.size())
			throw new IllegalArgumentException(
					"expected a variance for each gray value, got " + variances.size() + " for " + means.size());
	}

	/**
	 * @param plane of an image
	 * @param width in pixels
	 * @return measured as {@link NoiseFit} does; where the image is small one variance for all gray values, 0 where
	 *     there is nothing to measure
	 */
	public static NoiseCurve of(final float[] plane, final int width) {
		final NoiseFit.Bins bins = NoiseFit.bins(List.of(plane), width, 1);
		return bins.means().length == 0
				? new NoiseCurve(List.of(0.0), List.of(0.0))
				: new NoiseCurve(
						Arrays.stream(bins.means()).boxed().toList(),
						Arrays.stream(bins.variances()).boxed().toList());
	}

	/** @return standard deviation of the noise at a gray value */
	public double deviation(final double value) {
		int above = 0;
		while (above < means.size() && means.get(above) < value) above++;
		if (above == 0) return Math.sqrt(variances.get(0));
		if (above == means.size()) return Math.sqrt(variances.get(above - 1));
		final double span = means.get(above) - means.get(above - 1);
		final double part = span > 0 ? (value - means.get(above - 1)) / span : 1;
		return Math.sqrt((1 - part) * variances.get(above - 1) + part * variances.get(above));
	}

	/** @return variance in the mean of the image, where the curve was measured on one */
	public double mean() {
		return variances.stream().mapToDouble(Double::doubleValue).average().orElse(0);
	}

	/** @return the least deviation that was measured */
	public double least() {
		return Math.sqrt(
				variances.stream().mapToDouble(Double::doubleValue).min().orElse(0));
	}

	/** @return the largest deviation that was measured */
	public double most() {
		return Math.sqrt(
				variances.stream().mapToDouble(Double::doubleValue).max().orElse(0));
	}
}
