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

import fovea.train.checkpoint.EpochRecord;
import fovea.train.config.LearningRate;
import fovea.train.config.TrainingConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * What follows from the epochs so far: which was best (the last, where nothing was validated: the loss of what is
 * learned from tells how easy an epoch was, not how good the network is), whether to stop, how large the steps are.
 * Nothing else is remembered, so that records of epochs alone bring it back. Not thread-safe.
 */
final class Progress {

	/** A loss that is lower by less does not end a plateau. */
	private static final double NOTEWORTHY = 1e-4;

	private final TrainingConfig config;
	private final List<EpochRecord> history = new ArrayList<>();
	private int best;
	private int lowestEpoch;
	private double lowest = Double.POSITIVE_INFINITY;
	private double reference = Double.POSITIVE_INFINITY;
	private int flat;
	private double factor = 1;

	Progress(final TrainingConfig config) {
		this.config = config;
	}

	void add(final EpochRecord record) {
		history.add(record);
		final double monitored = record.monitored();
		if (monitored < lowest) {
			lowest = monitored;
			lowestEpoch = record.epoch();
		}
		best = record.validationLoss().isPresent() ? lowestEpoch : record.epoch();
		if (monitored < reference * (1 - NOTEWORTHY) || Double.isInfinite(reference)) {
			reference = monitored;
			flat = 0;
			return;
		}
		final LearningRate.Plateau plateau = config.learningRate().plateau();
		if (plateau.patience() > 0 && ++flat >= plateau.patience()) {
			factor *= plateau.factor();
			flat = 0;
		}
	}

	List<EpochRecord> history() {
		return List.copyOf(history);
	}

	/** @return epochs done */
	int epochs() {
		return history.size();
	}

	/**
	 * @return the epoch with the lowest validation loss, the first of these; without validation the last; 0 before the
	 *     first
	 */
	int best() {
		return best;
	}

	/** @return true if the last epoch was the best */
	boolean isBest() {
		return best == history.size() && best > 0;
	}

	/** @return true if training is to end before all epochs are done */
	boolean isHopeless() {
		return config.patience() > 0 && history.size() - lowestEpoch >= config.patience();
	}

	/**
	 * @param step steps done since the first epoch began
	 * @param total steps of all epochs
	 * @return the learning rate of the next
	 */
	double learningRate(final long step, final long total) {
		final LearningRate rate = config.learningRate();
		return Math.max(rate.at(step, total) * factor, Math.min(rate.plateau().minimum(), rate.initial()));
	}
}
