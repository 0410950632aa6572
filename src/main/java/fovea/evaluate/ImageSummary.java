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

import fovea.metric.Metrics;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How near a number of images are to the truth.
 *
 * @param images how many
 * @param meanPsnr mean over the images of their PSNR in dB; infinite if one is
 * @param meanSsim mean over the images; empty if one has none
 * @param pooledPsnr PSNR of the mean squared error of all pixels of all images, each in units of its peak
 */
public record ImageSummary(int images, double meanPsnr, OptionalDouble meanSsim, double pooledPsnr) {

	/**
	 * @param scores at least one
	 * @return them summed up
	 */
	public static ImageSummary of(final List<ImageScore> scores) {
		if (scores.isEmpty()) throw new IllegalArgumentException("expected scores, got none");
		double squares = 0;
		long values = 0;
		for (final ImageScore score : scores) {
			squares += score.meanSquaredError() * score.values() / (score.peak() * score.peak());
			values += score.values();
		}
		final boolean all = scores.stream().allMatch(s -> s.ssim().isPresent());
		return new ImageSummary(
				scores.size(),
				scores.stream().mapToDouble(ImageScore::psnr).average().orElseThrow(),
				all ? scores.stream().mapToDouble(s -> s.ssim().getAsDouble()).average() : OptionalDouble.empty(),
				Metrics.psnr(squares / values, 1));
	}
}
