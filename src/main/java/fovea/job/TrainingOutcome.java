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
import fovea.train.TrainingResult;
import fovea.train.checkpoint.EpochRecord;
import fovea.train.result.TrainingRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What came of a training.
 *
 * @param result weights and history
 * @param record of what was written; empty where it ended before its first epoch was done, or was discarded, and
 *     nothing was
 * @param pictures that were drawn
 */
public record TrainingOutcome(TrainingResult result, Optional<TrainingRecord> record, List<Path> pictures) {

	/** Copies the list. */
	public TrainingOutcome {
		pictures = List.copyOf(pictures);
	}

	/**
	 * @return for example "best epoch 3 of 10, stopped early"; where nothing was validated "epoch 10 of 10", which is
	 *     the last
	 */
	public String summary() {
		return (result.split().validation().isEmpty() ? "epoch " : "best epoch ") + result.bestEpoch() + " of "
				+ result.history().size() + ", "
				+ switch (result.ending()) {
					case COMPLETED -> "completed";
					case STOPPED_EARLY -> "stopped early";
					case CANCELLED -> "stopped by hand"; // not cancelled: its model is kept
				};
	}

	/**
	 * @return the network's score beside those of methods without one, for example "psnr 28.1 with the network;
	 *     without: median filter (3 x 3) 25.2"; empty where nothing was validated, unless it is a segmentation, which
	 *     is judged on what it learned from then
	 */
	public String comparison() {
		final OptionalDouble own = result.history().stream()
				.filter(epoch -> epoch.epoch() == result.bestEpoch())
				.findFirst()
				.map(EpochRecord::metric)
				.orElse(OptionalDouble.empty());
		return new Comparison(
						result.metric(),
						own,
						record.map(TrainingRecord::baselines).orElse(List.of()),
						record.flatMap(TrainingRecord::judgement))
				.line();
	}

	/**
	 * @return a line for each method without a network, for example "without a network: median filter (3 x 3), psnr
	 *     21.3"
	 */
	public List<String> baselines() {
		return record.map(TrainingRecord::baselines).orElse(List.of()).stream()
				.map(TrainingOutcome::line)
				.toList();
	}

	private static String line(final Baseline baseline) {
		final StringBuilder line = new StringBuilder("without a network: " + baseline.method());
		if (!baseline.setting().isEmpty())
			line.append(" (").append(baseline.setting()).append(')');
		new TreeMap<>(baseline.scores())
				.forEach((metric, score) -> line.append(String.format(Locale.ROOT, ", %s %.4g", metric, score)));
		return line.toString();
	}
}
