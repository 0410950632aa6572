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

import fovea.train.checkpoint.EpochRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is to be seen of a training at one moment. Immutable: what happens next gives the next state.
 *
 * @param plan of the training
 * @param position what was done last
 * @param clock what the time that is left is estimated from
 * @param losses of the epoch that runs
 * @param history of the epochs that were done since there is somebody who listens
 * @param preview the latest
 * @param previews validation samples that there are; 0: not known yet, or none
 * @param messages warnings, in their order
 * @param choice of the person
 * @param ending once it is over
 */
record TrainingState(
		ShownTraining plan,
		Position position,
		Clock clock,
		StepLosses losses,
		List<EpochRecord> history,
		Optional<Preview> preview,
		int previews,
		List<String> messages,
		UserChoice choice,
		Optional<FinalMessage> ending) {

	/** Epochs that say how long the next will take. */
	private static final int RECENT = 3;

	/**
	 * The step that was done last.
	 *
	 * @param epoch from 1 on, 0 before the first step
	 * @param step of the epoch, from 1 on
	 * @param steps of an epoch
	 */
	record Position(int epoch, int step, int steps) {

		/** @return steps done since the first epoch began */
		long done() {
			return Math.max(0, epoch - 1L) * steps + step;
		}
	}

	/**
	 * Times of the first and of the last step that were heard of. The first takes longer than others: networks warm up.
	 *
	 * @param firstStep steps done when the first one was heard of, since the first epoch began
	 * @param firstNanos when
	 * @param lastNanos when the last was
	 */
	record Clock(long firstStep, long firstNanos, long lastNanos) {}

	/** What the person wants. */
	enum UserChoice {
		/** That it goes on. */
		GO_ON,
		/** That it ends, and the best weights are kept. */
		STOP,
		/** That it ends, and nothing is kept. */
		DISCARD
	}

	/**
	 * How it ended.
	 *
	 * @param failed or finished, in whatever way
	 * @param line for the person
	 */
	record FinalMessage(boolean failed, String line) {}

	/** @return before the first step */
	static TrainingState of(final ShownTraining plan) {
		return new TrainingState(
				plan,
				new Position(0, 0, 0),
				new Clock(0, 0, 0),
				StepLosses.NONE,
				List.of(),
				Optional.empty(),
				0,
				List.of(),
				UserChoice.GO_ON,
				Optional.empty());
	}

	TrainingState afterStep(final int epoch, final int step, final int steps, final double loss, final long nanos) {
		final Position now = new Position(epoch, step, steps);
		final Clock ticked = position.epoch() == 0
				? new Clock(now.done(), nanos, nanos)
				: new Clock(clock.firstStep(), clock.firstNanos(), nanos);
		final StepLosses before = epoch == position.epoch() ? losses : StepLosses.NONE;
		return new TrainingState(
				plan, now, ticked, before.and(loss), history, preview, previews, messages, choice, ending);
	}

	TrainingState afterEpoch(final EpochRecord record) {
		return new TrainingState(
				plan, position, clock, losses, and(history, record), preview, previews, messages, choice, ending);
	}

	TrainingState withPreview(final Preview latest) {
		return new TrainingState(
				plan, position, clock, losses, history, Optional.of(latest), previews, messages, choice, ending);
	}

	TrainingState withPreviews(final int count) {
		return new TrainingState(plan, position, clock, losses, history, preview, count, messages, choice, ending);
	}

	TrainingState withMessage(final String message) {
		return new TrainingState(
				plan, position, clock, losses, history, preview, previews, and(messages, message), choice, ending);
	}

	/** A choice to discard is not taken back by one to stop, and none is heard once it is over. */
	TrainingState choosing(final UserChoice next) {
		if (ending.isPresent() || next.compareTo(choice) <= 0) return this;
		return new TrainingState(plan, position, clock, losses, history, preview, previews, messages, next, ending);
	}

	/** The first ending counts. */
	TrainingState ended(final FinalMessage how) {
		if (ending.isPresent()) return this;
		return new TrainingState(
				plan, position, clock, losses, history, preview, previews, messages, choice, Optional.of(how));
	}

	private static <T> List<T> and(final List<T> list, final T more) {
		final List<T> longer = new ArrayList<>(list);
		longer.add(more);
		return List.copyOf(longer);
	}

	/** @return the epoch with the lowest monitored loss, the first of these; 0 before the first is done */
	int bestEpoch() {
		int best = 0;
		double lowest = Double.POSITIVE_INFINITY;
		for (final EpochRecord record : history)
			if (record.monitored() < lowest) {
				lowest = record.monitored();
				best = record.epoch();
			}
		return best;
	}

	/** @return true while an epoch's steps are done and it is not */
	boolean isValidating() {
		return position.epoch() > 0 && position.step() == position.steps() && !isDone(position.epoch());
	}

	/** @return true if all epochs are done; one that stops early is not known to have ended before it says so */
	boolean isComplete() {
		return isDone(plan.epochs());
	}

	private boolean isDone(final int epoch) {
		return !history.isEmpty() && history.get(history.size() - 1).epoch() >= epoch;
	}

	/** @return how much of all epochs' steps is done, 0 to 1 */
	double fraction() {
		return position.steps() == 0 ? 0 : Math.min(1, position.done() / ((double) plan.epochs() * position.steps()));
	}

	/**
	 * @return of an epoch: what the last ones took, before the first what its steps let expect; empty where nothing
	 *     does
	 */
	OptionalDouble secondsPerEpoch() {
		if (!history.isEmpty())
			return history.subList(Math.max(0, history.size() - RECENT), history.size()).stream()
					.mapToDouble(EpochRecord::seconds)
					.average();
		final long timed = position.done() - clock.firstStep();
		if (timed < 1) return OptionalDouble.empty();
		return OptionalDouble.of((clock.lastNanos() - clock.firstNanos()) * 1e-9 / timed * position.steps());
	}

	/** @return until all epochs are done, from the last step on; empty where nothing lets expect how long */
	OptionalDouble secondsLeft() {
		final OptionalDouble each = secondsPerEpoch();
		if (each.isEmpty() || position.steps() == 0) return OptionalDouble.empty();
		return OptionalDouble.of(each.getAsDouble() * (plan.epochs() - position.done() / (double) position.steps()));
	}
}
