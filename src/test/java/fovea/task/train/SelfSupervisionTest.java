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
package fovea.task.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fovea.base.FoveaException;
import fovea.job.NetworkChoice;
import fovea.job.NoiseChoice;
import fovea.job.SelfTraining;
import fovea.job.TrainingChoices;
import fovea.task.Values;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelfSupervisionTest {

	private static final Values USUAL = Values.initial(SelfSupervision.OPTIONS);

	private static TrainingChoices choices(final Values said) throws FoveaException {
		return SelfSupervision.choices(said, Optional.empty());
	}

	/** As Train Denoising (CAE) with clean=none. */
	@Test
	void whoSaysNothingGetsTheUsualTraining() throws FoveaException {
		final TrainingChoices choices = choices(USUAL);
		final Values dialog = Values.initial(TrainingTask.AUTOENCODER.options());
		final NetworkChoice network = choices.network();
		assertEquals(TrainingTask.choices(network, new NoiseChoice.Noisy(), dialog), choices);
		assertEquals(NetworkChoice.named("cae-denoise").training(), network.training());
	}

	@ParameterizedTest
	@CsvSource({"1, 1, 1", "7, 1, 7", "20, 1, 20", "21, 2, 11", "100, 5, 20", "101, 6, 17", "200, 10, 20"})
	void stepsAreRoundsOfTwentyAtMost(final int steps, final int rounds, final int ofEach) throws FoveaException {
		final TrainingChoices.Schedule schedule =
				choices(USUAL.with(SelfSupervision.STEPS, steps)).schedule();
		assertEquals(new TrainingChoices.Schedule(rounds, 0, OptionalInt.empty(), ofEach, 0), schedule);
	}

	@Test
	void whatItBeginsWithIsAWordOrAModel() throws FoveaException {
		assertEquals(new SelfTraining.Start(true, Optional.empty()), SelfSupervision.start(USUAL));
		assertEquals(
				new SelfTraining.Start(false, Optional.empty()),
				SelfSupervision.start(USUAL.with(SelfSupervision.START, "none")));
		assertEquals(
				new SelfTraining.Start(false, Optional.of("own")),
				SelfSupervision.start(USUAL.with(SelfSupervision.START, "own")));
	}

	@Test
	void whatIsKeptDecidesOnNothing() {
		final Values said = USUAL.with(SelfSupervision.KEEP, "own").with(SelfSupervision.STEPS, 5);
		assertEquals("{steps=5}", SelfSupervision.deciding(said).macro().toString());
	}
}
