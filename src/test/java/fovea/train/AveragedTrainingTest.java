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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import fovea.base.ModelException;
import fovea.base.TrainingException;
import fovea.data.Samples;
import fovea.infer.network.FloatTensor;
import fovea.net.Architecture;
import fovea.net.WeightMap;
import fovea.train.TrainingResult.EndReason;
import fovea.train.augment.Augmentation;
import fovea.train.augment.Noise;
import fovea.train.augment.Span;
import fovea.train.checkpoint.EpochRecord;
import fovea.train.config.LearningRate;
import fovea.train.config.StepOptions;
import fovea.train.config.TrainingConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Averaged weights and a falling rate in a training: 16 images in batches of 3, 6 steps in an epoch. */
class AveragedTrainingTest {

	private static final Samples DATA = Rasters.line(20, 8, 8);

	private static final TrainingConfig CONFIG = TrainingConfig.of(LineNetwork.architecture())
			.withBatch(3)
			.withEpochs(6)
			.withPatch(5)
			.withAugmentation(
					Augmentation.GEOMETRIC.withScale(new Span(0.7, 1.5)).withGamma(new Span(0.7, 1.4)))
			.withNoise(new Noise.Gaussian(0, 0.1))
			.withValidationFraction(0.2)
			.withLearningRate(LearningRate.constant(0.05).withCosine(0.4))
			.withAveraging(0.95)
			.withSeed(5);

	private final List<LineNetwork> made = new ArrayList<>();

	private TrainableNetwork make(final Architecture architecture, final WeightMap weights, final StepOptions options)
			throws ModelException {
		made.add(new LineNetwork(architecture, weights));
		return made.get(made.size() - 1);
	}

	private static float[] line(final TrainingResult result) {
		return new float[] {
			result.weights().values().get("line/kernel")[0],
			result.weights().values().get("line/bias")[0]
		};
	}

	/** Cancelled in each of the epochs but the first, and gone on with in a new network. */
	@Test
	void resumedTrainingGivesTheWeightsOfAnUninterruptedOne(@TempDir final Path folder) throws FoveaException {
		final TrainingResult whole = Trainer.train(CONFIG, DATA, this::make, TrainingListener.NONE);
		for (int epochs = 1; epochs < CONFIG.epochs(); epochs++) {
			final Path checkpoints = folder.resolve("after " + epochs);
			final TrainingResult part = Trainer.train(
					CONFIG,
					DATA,
					this::make,
					TrainingStart.NEW.withCheckpoints(checkpoints),
					cancelAfter(6 * epochs + 2));
			assertEquals(EndReason.CANCELLED, part.ending());
			assertEquals(epochs, part.history().size());
			final TrainingResult resumed = Trainer.train(
					CONFIG, DATA, this::make, TrainingStart.NEW.resuming(checkpoints), TrainingListener.NONE);
			assertArrayEquals(line(whole), line(resumed));
			assertEquals(told(whole), told(resumed));
			assertEquals(made.get(0).a, made.get(made.size() - 1).a);
			assertEquals(made.get(0).momentumA, made.get(made.size() - 1).momentumA);
		}
	}

	private static List<EpochRecord> told(final TrainingResult result) {
		return result.history().stream()
				.map(r -> new EpochRecord(r.epoch(), r.loss(), r.validationLoss(), r.metric(), r.learningRate(), 0))
				.toList();
	}

	private static TrainingListener cancelAfter(final int steps) {
		return new TrainingListener() {

			private int done;

			@Override
			public void step(final int epoch, final int step, final int of, final double loss) {
				assertEquals(6, of);
				done++;
			}

			@Override
			public boolean isCancelled() {
				return done >= steps;
			}
		};
	}

	@Test
	void theRateIsThatOfTheStepAmongAll() throws FoveaException {
		final List<Double> rates = new ArrayList<>();
		Trainer.train(
				CONFIG,
				DATA,
				(architecture, weights, options) -> new LineNetwork(architecture, weights) {

					@Override
					public double step(final FloatTensor input, final FloatTensor target, final double learningRate) {
						rates.add(learningRate);
						return super.step(input, target, learningRate);
					}
				},
				TrainingListener.NONE);
		assertEquals(36, rates.size());
		for (int step = 0; step < 36; step++) assertEquals(CONFIG.learningRate().at(step, 36), rates.get(step));
		assertEquals(0.05, rates.get(14));
		assertTrue(rates.get(15) < 0.05 && rates.get(35) < 0.0005 && rates.get(35) > 0, rates.toString());
	}

	/** Trained weights are 1, 2, 3, ... after these steps; what is validated and kept is their average. */
	private static final class CountingNetwork extends LineNetwork {

		private final List<Float> validated = new ArrayList<>();
		private final List<Float> trained = new ArrayList<>();

		CountingNetwork(final WeightMap weights) throws ModelException {
			super(LineNetwork.architecture(), weights);
		}

		@Override
		public double step(final FloatTensor input, final FloatTensor target, final double learningRate) {
			trained.add(a);
			a += 1;
			return 1;
		}

		@Override
		public double loss(final FloatTensor input, final FloatTensor target) {
			validated.add(a);
			return 1 / a;
		}
	}

	@Test
	void theAverageIsValidatedAndKeptAndDoesNotDisturbTheTraining() throws FoveaException {
		final CountingNetwork[] network = new CountingNetwork[1];
		final TrainingConfig config = CONFIG.withEpochs(4).withBatch(4).withStepsPerEpoch(6);
		final TrainingStart zero = TrainingStart.NEW.withWeights(
				new WeightMap(Map.of("line/kernel", new float[1], "line/bias", new float[1])));
		final TrainingResult result = Trainer.train(
				config,
				DATA,
				(architecture, weights, options) -> {
					network[0] = new CountingNetwork(weights);
					return network[0];
				},
				zero,
				TrainingListener.NONE);
		for (int i = 0; i < 24; i++) assertEquals(i, network[0].trained.get(i));
		final WeightAverage expected = new WeightAverage(0.95);
		final List<Float> means = new ArrayList<>();
		for (int step = 1; step <= 24; step++) {
			if (step % WeightAverage.EVERY == 0) expected.add(step, new WeightMap(Map.of("k", new float[] {step})));
			if (step % 6 == 0) means.add(expected.value().values().get("k")[0]);
		}
		assertEquals(means, network[0].validated.stream().distinct().toList());
		assertEquals(4, result.bestEpoch());
		assertEquals(means.get(3), line(result)[0]);
	}

	@Test
	void beforeAnyStepCountsTheWeightsThemselvesAreKept() throws FoveaException {
		final TrainingConfig config = CONFIG.withEpochs(2).withStepsPerEpoch(WeightAverage.EVERY / 2);
		final TrainingResult result = Trainer.train(config, DATA, this::make, TrainingListener.NONE);
		final TrainingResult without = Trainer.train(config.withAveraging(0), DATA, this::make, TrainingListener.NONE);
		assertArrayEquals(line(without), line(result));
		final TrainingConfig longer = CONFIG.withEpochs(2).withStepsPerEpoch(3 * WeightAverage.EVERY);
		assertNotEquals(
				line(Trainer.train(longer, DATA, this::make, TrainingListener.NONE))[0],
				line(Trainer.train(longer.withAveraging(0), DATA, this::make, TrainingListener.NONE))[0]);
	}

	/** Else the steps before would have had other rates. */
	@Test
	void aFallingRateIsNotProlonged(@TempDir final Path folder) throws FoveaException {
		Trainer.train(
				CONFIG.withEpochs(2),
				DATA,
				this::make,
				TrainingStart.NEW.withCheckpoints(folder),
				TrainingListener.NONE);
		final TrainingException e = assertThrows(
				TrainingException.class,
				() -> Trainer.train(
						CONFIG.withEpochs(3),
						DATA,
						this::make,
						TrainingStart.NEW.resuming(folder),
						TrainingListener.NONE));
		assertTrue(e.getMessage().contains("same settings"), e.getMessage());
	}

	@Test
	void changesThatCannotBeMadeAreRefused() {
		final Augmentation scaled = Augmentation.NONE.withScale(new Span(0.5, 1));
		final Augmentation blurred = Augmentation.NONE.withBlur(new Span(0, 1));
		assertTrue(
				message(CONFIG.withPatch(0).withAugmentation(scaled)).startsWith("Scale 0.5 to 1.0: expected patches"));
		assertTrue(message(CONFIG.withAugmentation(blurred)).startsWith("Blur 0.0 to 1.0: expected classes"));
		assertThrows(IllegalArgumentException.class, () -> CONFIG.withAveraging(1));
		assertThrows(IllegalArgumentException.class, () -> CONFIG.withAveraging(-0.1));
	}

	private String message(final TrainingConfig config) {
		return assertThrows(
						TrainingException.class, () -> Trainer.train(config, DATA, this::make, TrainingListener.NONE))
				.getMessage();
	}
}
