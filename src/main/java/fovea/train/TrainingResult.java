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
package fovea.train;

import fovea.data.Samples;
import fovea.net.WeightMap;
import fovea.train.checkpoint.EpochRecord;
import java.util.List;

/**
 * What came of a training.
 *
 * @param weights of the best epoch; where none was finished, the last ones
 * @param history one record for each epoch that was finished, those before a resumption too
 * @param bestEpoch from 1 on; 0 if none was finished
 * @param ending why it ended
 * @param metric name of the records' metric: "psnr" (dB, of all validation pixels together, the peak is the range of
 *     the targets), "iou" (mean over classes) or "accuracy" (fraction of images, 0 to 1)
 * @param split which samples were trained with
 */
public record TrainingResult(
		WeightMap weights,
		List<EpochRecord> history,
		int bestEpoch,
		EndReason ending,
		String metric,
		Samples.Split split) {

	/** Why a training ended. */
	public enum EndReason {
		/** All epochs are done. */
		COMPLETED,
		/** The monitored loss did not fall any more. */
		STOPPED_EARLY,
		/** The listener asked for it, or the thread was interrupted. */
		CANCELLED
	}

	/** Copies the list. */
	public TrainingResult {
		history = List.copyOf(history);
	}
}
