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
package fovea.ui;

import fovea.image.Raster;
import fovea.train.TrainingListener;
import fovea.train.checkpoint.EpochRecord;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * Hears a training and keeps its latest state, to be fetched at any pace: what was not fetched in time is in the next
 * state. Thread-safe; nobody waits for anybody.
 */
final class TrainingLog implements TrainingListener {

	private final AtomicReference<TrainingState> state;
	private final LongSupplier nanos;
	private volatile int wanted;
	private volatile int previewed;

	/**
	 * @param plan of the training
	 * @param nanos a clock such as {@link System#nanoTime}
	 */
	TrainingLog(final ShownTraining plan, final LongSupplier nanos) {
		state = new AtomicReference<>(TrainingState.of(plan));
		this.nanos = nanos;
	}

	/** @return the latest; the same object as before if nothing happened */
	TrainingState state() {
		return state.get();
	}

	@Override
	public void step(final int epoch, final int step, final int steps, final double loss) {
		final long now = nanos.getAsLong();
		state.updateAndGet(s -> s.afterStep(epoch, step, steps, loss, now));
	}

	@Override
	public void epoch(final EpochRecord record) {
		state.updateAndGet(s -> s.afterEpoch(record));
	}

	/** @param index of the validation sample to be seen from the next epoch on, from 0 on */
	void want(final int index) {
		wanted = index;
	}

	@Override
	public int previewIndex(final int count) {
		previewed = Math.max(0, Math.min(count - 1, wanted));
		state.updateAndGet(s -> s.previews() == count ? s : s.withPreviews(count));
		return previewed;
	}

	@Override
	public void preview(final int epoch, final Raster input, final Raster target, final Raster output) {
		final Preview preview = new Preview(epoch, previewed, input, target, output);
		state.updateAndGet(s -> s.withPreview(preview));
	}

	@Override
	public void warn(final String message) {
		state.updateAndGet(s -> s.withMessage(message));
	}

	/** @param choice of the person */
	void choice(final TrainingState.UserChoice choice) {
		state.updateAndGet(s -> s.choosing(choice));
	}

	/** @param ending once the training is over */
	void end(final TrainingState.FinalMessage ending) {
		state.updateAndGet(s -> s.ended(ending));
	}

	@Override
	public boolean isCancelled() {
		return state.get().choice() != TrainingState.UserChoice.GO_ON;
	}
}
