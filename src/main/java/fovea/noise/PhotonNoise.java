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

import fovea.check.Ranges;

/**
 * Noise of photons and of a camera: its variance is a line over the gray value, {@code gain * value + offset}. Brings
 * an image to values whose noise has a standard deviation of about 1 everywhere, and back. Immutable and thread-safe.
 *
 * <p>There: the generalized Anscombe transform, {@code f(x) = 2 / gain * sqrt(gain * x + 3/8 gain^2 + offset)}, 0 where
 * the root has no value. Back: not its algebraic inverse, which would be too dark where photons are few, but the closed
 * form of the exact unbiased inverse: Mäkitalo and Foi, "Optimal Inversion of the Generalized Anscombe Transformation
 * for Poisson-Gaussian Noise", 2013.
 *
 * <pre>{@code
 * PhotonNoise noise = new PhotonNoise(2.1, 30);
 * for (int i = 0; i < values.length; i++) values[i] = (float) noise.stabilized(values[i]);
 * // what removes Gaussian noise of standard deviation 1
 * for (int i = 0; i < values.length; i++) values[i] = (float) noise.restored(values[i]);
 * }</pre>
 *
 * @param gain variance for each unit of the gray value, above 0
 * @param offset variance at the gray value 0; below 0 where black has a gray value of its own
 */
public record PhotonNoise(double gain, double offset) {

	private static final double ROOT = Math.sqrt(1.5);

	/** What the transform gives for no photons and no noise of the camera; the inverse is not meant for less. */
	private static final double LEAST = 2 * Math.sqrt(3.0 / 8);

	/** Checks the ranges. */
	public PhotonNoise {
		Ranges.require(gain > 0 && gain < Double.POSITIVE_INFINITY, "gain", "above 0", gain);
		Ranges.require(Double.isFinite(offset), "offset", "a number", offset);
	}

	/**
	 * @param value gray value
	 * @return standard deviation of its noise, 0 where the line is below 0
	 */
	public double deviation(final double value) {
		return Math.sqrt(Math.max(0, gain * value + offset));
	}

	/**
	 * @param value gray value
	 * @return value with noise of a standard deviation of about 1; NaN stays
	 */
	public double stabilized(final double value) {
		final double root = gain * value + 3.0 / 8 * gain * gain + offset;
		return root > 0 ? 2 / gain * Math.sqrt(root) : root <= 0 ? 0 : Double.NaN;
	}

	/**
	 * @param value mean of stabilized ones
	 * @return gray value; NaN stays
	 */
	public double restored(final double value) {
		final double d = Math.max(LEAST, value);
		final double photons = d * d / 4 + ROOT / 4 / d - 11.0 / 8 / (d * d) + ROOT * 5 / 8 / (d * d * d) - 1.0 / 8;
		return gain * photons - offset / gain;
	}
}
