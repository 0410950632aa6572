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
package fovea.command;

import fovea.image.Raster;
import fovea.job.TrainingPlan;
import fovea.train.checkpoint.EpochRecord;
import fovea.ui.ShownTraining;
import fovea.ui.TrainingWindow;

/** A training in a window, and in the status bar for those who closed it. Not thread-safe. */
final class WindowView implements TrainingView {

	private final TrainingView status;
	private TrainingWindow window;

	/** @param status hears of everything as well */
	WindowView(final TrainingView status) {
		this.status = status;
	}

	@Override
	public void start(final String model, final TrainingPlan plan) {
		status.start(model, plan);
		window = TrainingWindow.open(ShownTraining.of(model, plan.config(), plan.samples()));
	}

	/** {@inheritDoc} Once there is a window, that has it too. */
	@Override
	public void tell(final String line) {
		status.tell(line);
		if (window != null) window.warn(line);
	}

	@Override
	public void step(final int epoch, final int step, final int steps, final double loss) {
		status.step(epoch, step, steps, loss);
		window.step(epoch, step, steps, loss);
	}

	@Override
	public void epoch(final EpochRecord record) {
		status.epoch(record);
		window.epoch(record);
	}

	@Override
	public int previewIndex(final int count) {
		return window.previewIndex(count);
	}

	@Override
	public void preview(final int epoch, final Raster input, final Raster target, final Raster output) {
		window.preview(epoch, input, target, output);
	}

	/** {@inheritDoc} Before there is a window, the log has it. */
	@Override
	public void warn(final String message) {
		status.warn(message);
		if (window != null) window.warn(message);
	}

	@Override
	public boolean isCancelled() {
		return status.isCancelled() || window != null && window.isCancelled();
	}

	@Override
	public boolean isDiscarded() {
		return window != null && window.isDiscarded();
	}

	@Override
	public void finished(final String line) {
		status.finished(line);
		if (window != null) window.finished(line);
	}

	@Override
	public void kept(final String line) {
		status.kept(line);
	}

	@Override
	public void failed(final String line) {
		status.failed(line);
		if (window != null) window.failed(line);
	}

	@Override
	public void end() {
		status.end();
	}
}
