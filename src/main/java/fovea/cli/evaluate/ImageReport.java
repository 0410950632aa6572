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
package fovea.cli.evaluate;

import fovea.evaluate.ImageScore;
import fovea.evaluate.ImageSummary;
import java.util.ArrayList;
import java.util.List;

/** How near images are to the truth. */
final class ImageReport extends EvaluationReport<ImageScore> {

	@Override
	List<String> headings() {
		return List.of("PSNR", "SSIM");
	}

	@Override
	String legend(final List<ImageScore> scores) {
		final boolean same =
				scores.stream().mapToDouble(ImageScore::peak).distinct().count() == 1;
		return "PSNR in dB; peak of PSNR and SSIM: "
				+ (same
						? String.valueOf((float) scores.get(0).peak()).replaceFirst("\\.0$", "")
						: "one for each image, the range of its truth");
	}

	@Override
	List<String> row(final ImageScore score) {
		return List.of(score.name(), number(score.psnr(), 2), number(score.ssim(), 4));
	}

	@Override
	List<List<String>> totals(final List<ImageScore> scores) {
		final ImageSummary summary = ImageSummary.of(scores);
		return List.of(
				List.of("mean of images", number(summary.meanPsnr(), 2), number(summary.meanSsim(), 4)),
				List.of("all images as one", number(summary.pooledPsnr(), 2), ""));
	}

	@Override
	double quality(final List<ImageScore> scores) {
		return ImageSummary.of(scores).pooledPsnr();
	}

	@Override
	List<List<String>> csv(final List<ImageScore> scores) {
		final List<List<String>> lines = new ArrayList<>();
		lines.add(List.of("image", "peak", "mean_squared_error", "psnr", "ssim"));
		for (final ImageScore score : scores)
			lines.add(List.of(
					score.name(),
					String.valueOf(score.peak()),
					String.valueOf(score.meanSquaredError()),
					String.valueOf(score.psnr()),
					score.ssim().isPresent() ? String.valueOf(score.ssim().getAsDouble()) : ""));
		return lines;
	}
}
