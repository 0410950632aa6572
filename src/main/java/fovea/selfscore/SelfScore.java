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

import fovea.base.FoveaException;
import fovea.image.Raster;

/**
 * How far what a denoiser says of pixels that it has not seen is from what they are, noise included. With a noisy plane
 * y, the four grids G<sub>k</sub> of {@link BlindGrid}, and y<sub>k</sub>, which is y with the mean of its eight
 * neighbors in place of each pixel of G<sub>k</sub>, the score of a denoiser f is
 *
 * <pre>{@code
 * error = sum over k = 1..4, p in G_k of (f(y_k)(p) - y(p))^2  /  sum over k = 1..4 of |G_k|
 * }</pre>
 *
 * <p>Lower is better. Since f(y<sub>k</sub>) at p is a function of other pixels than p alone, its expectation, where
 * noise has the mean 0 and is independent from pixel to pixel, is the mean squared error from the clean image, of which
 * there is none, plus the variance of the noise, which is the same for all denoisers: Batson and Royer, Noise2Self:
 * Blind Denoising by Self-Supervision, ICML 2019, equation 1. What differs from it is that a denoiser is judged with
 * one pixel in sixteen interpolated, as in section 3 there.
 *
 * @param error mean squared difference in squared gray values
 * @param pixels that it was taken over
 */
public record SelfScore(double error, long pixels) {

	/**
	 * @param noisy a plane
	 * @param denoiser is run {@value BlindGrid#PHASES} times
	 * @return its score over the four grids
	 * @throws FoveaException if the denoiser failed or was cancelled
	 */
	public static SelfScore of(final Raster noisy, final Denoiser denoiser) throws FoveaException {
		final BlindErrors errors = new BlindErrors();
		for (int phase = 0; phase < BlindGrid.PHASES; phase++) {
			final BlindGrid spots = BlindGrid.of(noisy, phase);
			errors.add(spots.errors(denoiser.denoise(spots.hidden())));
		}
		return new SelfScore(errors.mean(), errors.count());
	}

	/**
	 * @param range of values, such as 255
	 * @return the score as peak signal-to-noise ratio in dB, {@code 10 log10(range^2 / error)}; higher is better. It is
	 *     against the noisy image, so that it is lower than PSNR against a clean one, and differences are smaller
	 */
	public double psnr(final double range) {
		return 10 * Math.log10(range * range / error);
	}
}
