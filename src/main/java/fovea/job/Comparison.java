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
package fovea.job;

import fovea.train.Baseline;
import fovea.train.result.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Whether a network was worth it: its score beside those of methods without one, on the same samples.
 *
 * @param metric of the network's score: "psnr", "iou" or "accuracy"
 * @param score of the network, of the epoch whose weights were kept; empty where nothing was validated
 * @param baselines methods without a network
 * @param judgement of a segmentation, whose network and other methods are scored by the same measures; then the rest
 *     does not count
 */
record Comparison(String metric, OptionalDouble score, List<Baseline> baselines, Optional<Judgement> judgement) {

	/**
	 * @return for example "psnr 28.1 with the network; without: median filter (3 x 3) 25.2, Gaussian filter (sigma 1.5)
	 *     25.9"; empty where nothing was validated. In models of earlier versions the IoU of the network is the mean
	 *     over all classes, that of a threshold the foreground's, and both are said to be that
	 */
	String line() {
		if (judgement.isPresent()) return judged(judgement.get());
		if (score.isEmpty()) return "";
		final List<String> others = new ArrayList<>();
		for (final Baseline baseline : baselines) {
			final Double value = baseline.scores().get(metric);
			if (value != null)
				others.add(baseline.label() + (metric.equals("iou") ? " (foreground) " : " ") + number(value));
		}
		return (metric.equals("iou") ? "mean iou of all classes " : metric + " ") + number(score.getAsDouble())
				+ " with the network" + (others.isEmpty() ? "" : "; without: " + String.join(", ", others));
	}

	/**
	 * For example "on what was held back: IoU 0.91, AP50 0.85 with the network; without: Otsu's threshold (bright
	 * objects) IoU 0.88, AP50 0.7".
	 */
	private static String judged(final Judgement judged) {
		return (judged.validated()
						? "on what was held back: "
						: "on what it learned from, since nothing was held back: ")
				+ scores(judged.network()) + " with the network; without: "
				+ judged.others().stream()
						.map(other -> other.label() + " " + scores(other.scores()))
						.collect(Collectors.joining("; "))
				+ judged.better()
						.map(other -> ". Better without a network: " + other.label())
						.orElse("");
	}

	private static String scores(final Map<String, Double> scores) {
		final List<String> parts = new ArrayList<>();
		if (scores.containsKey(Judgement.IOU)) parts.add("IoU " + number(scores.get(Judgement.IOU)));
		if (scores.containsKey(Judgement.AP50)) parts.add("AP50 " + number(scores.get(Judgement.AP50)));
		return String.join(", ", parts);
	}

	private static String number(final double value) {
		return String.format(Locale.ROOT, "%.4g", value);
	}
}
