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

import fovea.ij1.Host;
import fovea.job.TrainingLines;
import fovea.job.TrainingPlan;
import fovea.train.checkpoint.EpochRecord;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * A training in ImageJ's status and progress bar, its warnings in the log; without a screen also a line for each epoch
 * there. The Escape key ends it. Not thread-safe.
 */
final class StatusView implements TrainingView {

	private final String task;
	private final BooleanSupplier cancelled;
	private final Set<String> warned = new HashSet<>();
	private String result = "";
	private TrainingLines lines = new TrainingLines(1, "");

	/** Forgets an earlier Escape. */
	StatusView(final String task, final BooleanSupplier cancelled) {
		this.task = task;
		this.cancelled = cancelled;
		Host.resetEscape();
		Host.status(task + "...");
	}

	@Override
	public void start(final String model, final TrainingPlan plan) {
		lines = new TrainingLines(plan.config().epochs(), plan.samples().metric());
		tell(plan.toString());
	}

	@Override
	public void tell(final String line) {
		Host.log(task + ": " + line);
	}

	@Override
	public void step(final int epoch, final int step, final int steps, final double loss) {
		Host.progress(lines.done(epoch, step, steps));
		Host.status(task + " " + lines.brief(epoch, step, steps, loss) + ", Esc stops");
	}

	@Override
	public void epoch(final EpochRecord record) {
		final String line = lines.epoch(record);
		if (Host.isHeadless()) tell(line);
	}

	/** {@inheritDoc} A line that was said before is not repeated. */
	@Override
	public void warn(final String message) {
		if (warned.add(message)) tell(message);
	}

	@Override
	public boolean isCancelled() {
		return Host.isEscapePressed() || cancelled.getAsBoolean();
	}

	@Override
	public void kept(final String line) {
		result = line;
	}

	@Override
	public void end() {
		Host.progress(1);
		Host.status(result);
	}
}
