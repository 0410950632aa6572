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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.train.checkpoint.EpochRecord;
import fovea.ui.TrainingState.FinalMessage;
import fovea.ui.TrainingState.UserChoice;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingStateTest {

	private static final long SECOND = 1_000_000_000L;

	private static final TrainingState START = TrainingState.of(new ShownTraining("net", "psnr", 4, List.of()));

	private static EpochRecord record(final int epoch, final double loss, final double seconds) {
		return new EpochRecord(epoch, 9, OptionalDouble.of(loss), OptionalDouble.empty(), 1e-3, seconds);
	}

	@Test
	void nothingIsExpectedBeforeTheSecondStep() {
		assertEquals(OptionalDouble.empty(), START.secondsLeft());
		assertEquals(
				OptionalDouble.empty(), START.afterStep(1, 1, 10, 1, 7 * SECOND).secondsLeft());
		assertEquals(0, START.fraction());
		assertEquals(0, START.bestEpoch());
		assertEquals("Getting ready", StatusText.position(START));
		assertEquals("", StatusText.details(START));
	}

	/** The first step took 100 s, those after it 2 s each. */
	@Test
	void theFirstStepIsNotTakenForTheOthers() {
		final TrainingState state = START.afterStep(1, 1, 10, 1, 100 * SECOND)
				.afterStep(1, 2, 10, 1, 102 * SECOND)
				.afterStep(1, 3, 10, 4, 104 * SECOND);
		assertEquals(20, state.secondsPerEpoch().getAsDouble(), 1e-9);
		assertEquals(2 * 37, state.secondsLeft().getAsDouble(), 1e-9);
		assertEquals(3 / 40.0, state.fraction(), 1e-9);
		assertEquals("Epoch 1 of 4, step 3 of 10", StatusText.position(state));
		assertEquals("loss 2.000, about 20 s per epoch, about 1 min 14 s left", StatusText.details(state));
	}

	@Test
	void epochsThatAreDoneSayHowLongTheNextTake() {
		TrainingState state = START;
		for (int epoch = 1; epoch <= 3; epoch++)
			state = state.afterStep(epoch, 1, 2, 1, epoch)
					.afterStep(epoch, 2, 2, 1, epoch)
					.afterEpoch(record(epoch, 1, 10 * epoch));
		assertEquals(20, state.secondsPerEpoch().getAsDouble(), 1e-9);
		assertEquals(20, state.secondsLeft().getAsDouble(), 1e-9);
		assertEquals(10, state.afterStep(4, 1, 2, 1, 9).secondsLeft().getAsDouble(), 1e-9);
		assertEquals(
				0,
				state.afterStep(4, 2, 2, 1, 9)
						.afterEpoch(record(4, 1, 40))
						.secondsLeft()
						.getAsDouble(),
				1e-9);
		assertEquals(
				30,
				state.afterStep(4, 2, 2, 1, 9)
						.afterEpoch(record(4, 1, 40))
						.secondsPerEpoch()
						.getAsDouble(),
				1e-9);
	}

	/** It begins in epoch 3, and what was before is none of this run's time. */
	@Test
	void aResumedTrainingCountsFromWhereItGoesOn() {
		final TrainingState state = START.afterStep(3, 1, 10, 1, 50 * SECOND).afterStep(3, 2, 10, 1, 51 * SECOND);
		assertEquals(10, state.secondsPerEpoch().getAsDouble(), 1e-9);
		assertEquals(18, state.secondsLeft().getAsDouble(), 1e-9);
		assertEquals(22 / 40.0, state.fraction(), 1e-9);
	}

	@Test
	void theBestEpochIsTheFirstWithTheLowestMonitoredLoss() {
		final TrainingState state = START.afterEpoch(record(1, 0.5, 1))
				.afterEpoch(record(2, 0.3, 1))
				.afterEpoch(record(3, 0.3, 1))
				.afterEpoch(record(4, Double.NaN, 1));
		assertEquals(2, state.bestEpoch());
		final TrainingState alone = START.afterEpoch(
						new EpochRecord(1, 0.2, OptionalDouble.empty(), OptionalDouble.empty(), 1, 1))
				.afterEpoch(new EpochRecord(2, 0.1, OptionalDouble.empty(), OptionalDouble.empty(), 1, 1));
		assertEquals(2, alone.bestEpoch());
	}

	@Test
	void betweenTheLastStepAndTheEpochsRecordItValidates() {
		final TrainingState steps = START.afterStep(1, 1, 2, 1, 0).afterStep(1, 2, 2, 1, 0);
		assertTrue(steps.isValidating());
		assertEquals("Epoch 1 of 4, validation", StatusText.position(steps));
		assertFalse(steps.afterEpoch(record(1, 1, 1)).isValidating());
		assertFalse(START.isValidating());
		assertEquals(
				"All epochs are done; the best weights become the model",
				StatusText.position(steps.afterEpoch(record(4, 1, 1))));
	}

	@Test
	void lossesAreThoseOfTheEpochThatRuns() {
		final TrainingState state = START.afterStep(1, 1, 2, 8, 0).afterStep(1, 2, 2, 6, 0);
		assertEquals(7, state.losses().mean());
		assertEquals(3, state.afterStep(2, 1, 2, 3, 0).losses().mean());
	}

	@Test
	void whoDiscardsDoesNotStopAnyMoreAndTheFirstEndingCounts() {
		final TrainingState stopped = START.choosing(UserChoice.STOP);
		assertEquals(UserChoice.STOP, stopped.choice());
		assertEquals(
				UserChoice.DISCARD,
				stopped.choosing(UserChoice.DISCARD).choosing(UserChoice.STOP).choice());
		final TrainingState ended = START.ended(new FinalMessage(false, "done"));
		assertSame(ended, ended.choosing(UserChoice.DISCARD));
		assertSame(ended, ended.ended(new FinalMessage(true, "failed")));
		assertEquals("done", StatusText.position(ended));
	}

	@ParameterizedTest
	@CsvSource({
		"0.04, 0.0 s",
		"9.94, 9.9 s",
		"9.96, 10 s",
		"59.6, 1 min",
		"200, 3 min 20 s",
		"3599.7, 1 h",
		"7500, 2 h 5 min"
	})
	void timesAreForPeople(final double seconds, final String text) {
		assertEquals(text, StatusText.time(seconds));
	}
}
