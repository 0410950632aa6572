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

import fovea.train.checkpoint.EpochRecord;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How far a training is, in lines for people. The time that is left is told by that of the steps so far. Not
 * thread-safe.
 */
public final class TrainingLines {

	private static final double LONG = 120;
	private static final double MINUTE = 60;

	private final int epochs;
	private final String metric;
	private final long began = System.nanoTime();
	private OptionalDouble validation = OptionalDouble.empty();
	private int firstEpoch;

	/**
	 * The clock starts now.
	 *
	 * @param epochs of the whole training
	 * @param metric its name
	 */
	public TrainingLines(final int epochs, final String metric) {
		this.epochs = epochs;
		this.metric = metric;
	}

	/**
	 * @param epoch that a step was done in, from 1 on
	 * @return true the first time: that epoch is the first of this run, which may go on from a checkpoint
	 */
	public boolean isFirst(final int epoch) {
		if (firstEpoch > 0) return false;
		firstEpoch = epoch;
		return true;
	}

	/**
	 * @param epoch from 1 on
	 * @param step that is done, from 1 on
	 * @param steps of an epoch
	 * @return part of the whole training that is done, 0 to 1
	 */
	public double done(final int epoch, final int step, final int steps) {
		return (epoch - 1 + (double) step / steps) / epochs;
	}

	/**
	 * @param epoch from 1 on
	 * @param step that is done, from 1 on
	 * @param steps of an epoch
	 * @param loss of the step
	 * @return for example "epoch 2 of 10, step 3 of 40, loss 0.012, validation 0.014, 5 min left"
	 */
	public String step(final int epoch, final int step, final int steps, final double loss) {
		final String validated =
				validation.isPresent() ? String.format(Locale.ROOT, ", validation %.4g", validation.getAsDouble()) : "";
		return String.format(
				Locale.ROOT,
				"epoch %d of %d, step %d of %d, loss %.4g%s, %s left",
				epoch,
				epochs,
				step,
				steps,
				loss,
				validated,
				time(left(epoch, step, steps)));
	}

	/**
	 * As {@link #step}, for a line that has place for some sixty characters, such as ImageJ's status bar.
	 *
	 * @param epoch from 1 on
	 * @param step that is done, from 1 on
	 * @param steps of an epoch
	 * @param loss of the step
	 * @return for example "2/10 (3/40): loss 0.012, 5 min left": epochs, in brackets the steps of this one
	 */
	public String brief(final int epoch, final int step, final int steps, final double loss) {
		return String.format(
				Locale.ROOT,
				"%d/%d (%d/%d): loss %.3g, %s left",
				epoch,
				epochs,
				step,
				steps,
				loss,
				time(left(epoch, step, steps)));
	}

	private double left(final int epoch, final int step, final int steps) {
		isFirst(epoch);
		final double here = epoch - firstEpoch + (double) step / steps;
		return (System.nanoTime() - began) / 1e9 / here * (epochs - firstEpoch + 1 - here);
	}

	/**
	 * @param record of the epoch that is done
	 * @return for example "epoch 2 of 10: loss 0.012, validation 0.014, psnr 22.1, 31.2 s"
	 */
	public String epoch(final EpochRecord record) {
		validation = record.validationLoss();
		final StringBuilder line = new StringBuilder(
				String.format(Locale.ROOT, "epoch %d of %d: loss %.5g", record.epoch(), epochs, record.loss()));
		record.validationLoss().ifPresent(v -> line.append(String.format(Locale.ROOT, ", validation %.5g", v)));
		record.metric().ifPresent(v -> line.append(String.format(Locale.ROOT, ", %s %.4g", metric, v)));
		return line.append(String.format(Locale.ROOT, ", %s", time(record.seconds())))
				.toString();
	}

	private static String time(final double seconds) {
		return seconds < LONG
				? String.format(Locale.ROOT, "%.1f s", seconds)
				: String.format(Locale.ROOT, "%.0f min", seconds / MINUTE);
	}
}
