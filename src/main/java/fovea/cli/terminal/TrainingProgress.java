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
package fovea.cli.terminal;

import fovea.job.TrainingLines;
import fovea.train.TrainingListener;
import fovea.train.checkpoint.EpochRecord;
import fovea.train.config.TrainingConfig;
import java.util.function.BooleanSupplier;

/**
 * Tells how a training goes: a line for each epoch, and where somebody watches, the steps and the time that is left.
 */
public final class TrainingProgress implements TrainingListener {

	private final Console console;
	private final BooleanSupplier cancelled;
	private final String atTheEnd;
	private TrainingLines lines = new TrainingLines(1, "");
	private boolean cancelling;
	private int shown;

	/**
	 * @param console where to tell
	 * @param cancelled whether to end after this step
	 */
	public TrainingProgress(final Console console, final BooleanSupplier cancelled) {
		this(console, cancelled, "what was best so far is kept");
	}

	/**
	 * @param console where to tell
	 * @param cancelled whether to end after this step
	 * @param atTheEnd what becomes of the network then
	 */
	public TrainingProgress(final Console console, final BooleanSupplier cancelled, final String atTheEnd) {
		this.console = console;
		this.cancelled = cancelled;
		this.atTheEnd = atTheEnd;
	}

	public void start(final TrainingConfig config, final String nameOfMetric) {
		lines = new TrainingLines(config.epochs(), nameOfMetric);
	}

	@Override
	public void step(final int epoch, final int step, final int steps, final double loss) {
		if (lines.isFirst(epoch) && epoch > 1) console.print("goes on from the checkpoint after epoch " + (epoch - 1));
		if (!console.terminal()) return;
		shown = console.show(lines.step(epoch, step, steps, loss), shown);
	}

	@Override
	public void epoch(final EpochRecord record) {
		end();
		console.print(lines.epoch(record));
	}

	@Override
	public void warn(final String message) {
		end();
		console.error("warning: " + message);
	}

	@Override
	public void tell(final String line) {
		end();
		console.print(line);
	}

	@Override
	public boolean isCancelled() {
		if (!cancelled.getAsBoolean()) return false;
		if (!cancelling) {
			end();
			console.error("told to end: no further step, " + atTheEnd);
		}
		cancelling = true;
		return true;
	}

	/** Wipes the line of the steps. */
	public void end() {
		console.wipe(shown);
		shown = 0;
	}
}
