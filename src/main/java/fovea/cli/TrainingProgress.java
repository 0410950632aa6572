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
package fovea.cli;

import java.util.Locale;
import java.util.function.BooleanSupplier;

import fovea.train.EpochRecord;
import fovea.train.TrainingConfig;
import fovea.train.TrainingListener;

/** Tells how a training goes: a line for each epoch, and where somebody watches, the steps and the time that is left. */
final class TrainingProgress implements TrainingListener {

	private final Console console;
	private final BooleanSupplier cancelled;
	private boolean cancelling;
	private String metric = "";
	private int epochs;
	private long began;
	private int firstEpoch;
	private int shown;

	/**
	 * @param console where to tell
	 * @param cancelled whether to end after this step
	 */
	TrainingProgress(final Console console, final BooleanSupplier cancelled) {
		this.console = console;
		this.cancelled = cancelled;
	}

	void start(final TrainingConfig config, final String nameOfMetric) {
		metric = nameOfMetric;
		epochs = config.epochs();
		began = System.nanoTime();
	}

	@Override
	public void step(final int epoch, final int step, final int steps, final double loss) {
		if (firstEpoch == 0) begin(epoch);
		if (!console.terminal()) return;
		final double done = epoch - firstEpoch + (double) step / steps;
		final double left = (System.nanoTime() - began) / 1e9 / done * (epochs - firstEpoch + 1 - done);
		final String line = String.format(Locale.ROOT, "epoch %d of %d, step %d of %d, loss %.4g, %s left", epoch, epochs,
			step, steps, loss, time(left));
		console.err().print('\r' + line + " ".repeat(Math.max(0, shown - line.length())));
		console.err().flush();
		shown = line.length();
	}

	private void begin(final int epoch) {
		firstEpoch = epoch;
		if (epoch > 1) console.print("goes on from the checkpoint after epoch " + (epoch - 1));
	}

	@Override
	public void epoch(final EpochRecord record) {
		end();
		final StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "epoch %d of %d: loss %.5g", record.epoch(),
			epochs, record.loss()));
		record.validationLoss().ifPresent(v -> line.append(String.format(Locale.ROOT, ", validation %.5g", v)));
		record.metric().ifPresent(v -> line.append(String.format(Locale.ROOT, ", %s %.4g", metric, v)));
		console.print(line.append(String.format(Locale.ROOT, ", %s", time(record.seconds()))).toString());
	}

	@Override
	public void warn(final String message) {
		end();
		console.error("warning: " + message);
	}

	@Override
	public boolean isCancelled() {
		if (!cancelled.getAsBoolean()) return false;
		if (!cancelling) {
			end();
			console.error("told to end: no further step, what was best so far is kept");
		}
		cancelling = true;
		return true;
	}

	/** Wipes the line of the steps. */
	void end() {
		if (shown > 0) console.err().print('\r' + " ".repeat(shown) + '\r');
		console.err().flush();
		shown = 0;
	}

	private static String time(final double seconds) {
		return seconds < 120 ? String.format(Locale.ROOT, "%.1f s", seconds) : String.format(Locale.ROOT, "%.0f min", seconds /
			60);
	}
}
