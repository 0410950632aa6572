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
package fovea;

import fovea.job.TrainingOutcome;
import fovea.train.TrainingResult;
import fovea.train.checkpoint.EpochRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What came of a training.
 *
 * @param model zip of the trained model, to be opened with {@link Fovea#model(String)}: its best epoch
 * @param bestEpoch from 1 on
 * @param isComplete false: it was ended by {@link TrainingProgress#isCancelled()}
 * @param metric what validation is judged by: "psnr" (dB), "iou" (mean over classes, 0 to 1)
 * @param epochs that were done, in order
 * @param comparison the network's score beside those of methods without one, in one line; empty where nothing was
 *     validated
 */
public record TrainingReport(
		Path model, int bestEpoch, boolean isComplete, String metric, List<Epoch> epochs, String comparison) {

	/**
	 * One pass over the images.
	 *
	 * @param number from 1 on
	 * @param loss mean over the images or patches that were learned from
	 * @param validationLoss of those that are kept for validation; empty if there are none
	 * @param metric of the same, higher is better: {@link TrainingReport#metric()} says which
	 * @param seconds that it took
	 */
	public record Epoch(int number, double loss, OptionalDouble validationLoss, OptionalDouble metric, double seconds) {

		static Epoch of(final EpochRecord record) {
			return new Epoch(record.epoch(), record.loss(), record.validationLoss(), record.metric(), record.seconds());
		}
	}

	static TrainingReport of(final Path model, final TrainingOutcome outcome) {
		final TrainingResult result = outcome.result();
		return new TrainingReport(
				model,
				result.bestEpoch(),
				result.ending() != TrainingResult.EndReason.CANCELLED,
				result.metric(),
				result.history().stream().map(Epoch::of).toList(),
				outcome.comparison());
	}
}
