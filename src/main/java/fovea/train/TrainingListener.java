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

import fovea.data.SampleListener;
import fovea.image.Raster;
import fovea.train.checkpoint.EpochRecord;

/**
 * Hears how a training goes, and may end it. Called from the thread that trains only; what it does there, training
 * waits for.
 */
public interface TrainingListener extends SampleListener {

	/** Hears nothing, never cancels. */
	TrainingListener NONE = new TrainingListener() {};

	/**
	 * @param epoch from 1 on
	 * @param step that is done, from 1 on
	 * @param steps of an epoch
	 * @param loss of this step's batch, before the step
	 */
	default void step(final int epoch, final int step, final int steps, final double loss) {}

	/** @param record of the epoch that is done */
	default void epoch(final EpochRecord record) {}

	/**
	 * Asked once in each epoch, before its validation.
	 *
	 * @param count validation images (or patches) that there are; where there are none, patches (of noisy images alone,
	 *     images) that are learned from; at least 1
	 * @return which of them is to be seen in {@link #preview}, from 0 on; one that does not exist gives the nearest
	 *     that does
	 */
	default int previewIndex(final int count) {
		return 0;
	}

	/**
	 * What the network makes of an image (or patch), after each epoch: that of {@link #previewIndex}. Where noisy
	 * images alone are learned from, it is the middle of one of them, as it is.
	 *
	 * @param epoch from 1 on
	 * @param input as the network got it, with noise
	 * @param target what it should have made of it; the input itself where nobody knows
	 * @param output what it made of it
	 */
	default void preview(final int epoch, final Raster input, final Raster target, final Raster output) {}

	/** @return true to end the training before its next step; what was best so far is kept */
	@Override
	default boolean isCancelled() {
		return false;
	}

	/**
	 * Asked after the training, and again while its model is written.
	 *
	 * @return true if what was best so far is not wanted either
	 */
	default boolean isDiscarded() {
		return false;
	}
}
