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
package fovea.evaluate;

import fovea.base.ImageException;
import fovea.image.Raster;
import fovea.metric.Metrics;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How near an image is to the truth.
 *
 * @param name of the image
 * @param peak the range of values that PSNR and SSIM refer to
 * @param values how many were compared: all pixels of all channels, slices and frames
 * @param meanSquaredError of them, in squared gray values
 * @param ssim see {@link Metrics#ssim}; the mean over slices and frames; empty below 11 x 11 pixels
 */
public record ImageScore(String name, double peak, long values, double meanSquaredError, OptionalDouble ssim) {

	/** Of the window of SSIM. */
	private static final int LEAST_SIDE = 11;

	/** @return peak signal-to-noise ratio in dB, infinite for equal images */
	public double psnr() {
		return Metrics.psnr(meanSquaredError, peak);
	}

	/** @throws ImageException if sizes differ, or there are pixels that are not a number */
	static ImageScore of(
			final String name,
			final String truthName,
			final List<Raster> truth,
			final List<Raster> result,
			final double peak)
			throws ImageException {
		PlaneSizes.of(truth).require(name, PlaneSizes.of(result), truthName);
		long values = 0;
		double squares = 0;
		double ssim = 0;
		for (int p = 0; p < truth.size(); p++) {
			final Raster wanted = truth.get(p);
			final Raster got = result.get(p);
			requireNumbers(wanted, truthName);
			requireNumbers(got, "what was made of " + name);
			values += wanted.data().length;
			squares += Metrics.meanSquaredError(wanted, got) * wanted.data().length;
			if (isLarge(wanted)) ssim += Metrics.ssim(wanted, got, peak);
		}
		return new ImageScore(
				name,
				peak,
				values,
				squares / values,
				truth.stream().allMatch(ImageScore::isLarge)
						? OptionalDouble.of(ssim / truth.size())
						: OptionalDouble.empty());
	}

	private static boolean isLarge(final Raster plane) {
		return plane.height() >= LEAST_SIDE && plane.width() >= LEAST_SIDE;
	}

	private static void requireNumbers(final Raster plane, final String name) throws ImageException {
		if (!plane.isFinite())
			throw new ImageException(name + ": expected numbers, got pixels that are not (NaN or infinite)");
	}
}
