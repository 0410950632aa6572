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
import static org.junit.jupiter.api.Assertions.assertThrows;

import fovea.base.FoveaException;
import fovea.base.ModelException;
import fovea.base.TrainingException;
import fovea.data.Samples;
import fovea.infer.network.FloatTensor;
import fovea.net.Architecture;
import fovea.net.Node;
import fovea.net.WeightMap;
import fovea.net.layer.Activation;
import fovea.net.layer.Conv2D;
import fovea.net.layer.Input;
import fovea.net.shape.Padding;
import fovea.net.shape.Shape;
import fovea.train.TrainingResult.EndReason;
import fovea.train.checkpoint.EpochRecord;
import fovea.train.config.LearningRate;
import fovea.train.config.StepOptions;
import fovea.train.config.TrainingConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training whose last layer learns first: 16 images in batches of 4, 4 steps in an epoch, 2 of 5 epochs frozen. */
class FrozenTrainingTest {

	private static final Samples DATA = Rasters.line(20, 8, 8);
	private static final int FROZEN_STEPS = 8;
	private static final int RISE = 3;
	private static final double RATE = 0.01;

	private static final TrainingConfig CONFIG = of(LineNetwork.architecture());

	private static TrainingConfig of(final Architecture architecture) {
		return TrainingConfig.of(architecture)
				.withBatch(4)
				.withEpochs(5)
				.withValidationFraction(0.2)
				.withLearningRate(LearningRate.constant(RATE).withRise(RISE))
				.withFrozenEpochs(2);
	}

	@Test
	void onlyTheLastLayerLearnsAtFirst() throws FoveaException {
		final Architecture two = new Architecture(
				"two",
				"",
				List.of(
						new Node("in", new Input(Shape.image(1))),
						new Node("first", conv(), "in"),
						new Node("line", conv(), "first")),
				"line",
				Optional.empty());
		final List<List<Boolean>> trainable = new ArrayList<>();
		Trainer.train(
				of(two),
				DATA,
				(architecture, weights, options) -> {
					trainable.add(
							architecture.nodes().stream().map(Node::trainable).toList());
					return new LineNetwork(architecture, weights);
				},
				TrainingListener.NONE);
		assertEquals(List.of(List.of(true, false, true), List.of(true, true, true)), trainable);
	}

	private static Conv2D conv() {
		return new Conv2D(1, 1, 1, Padding.SAME, Activation.LINEAR);
	}

	/** Each optimizer begins with small steps. */
	@Test
	void ratesRiseTwice() throws FoveaException {
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
		final double first = TrainingConfig.FROZEN_RATE * RATE;
		final List<Double> expected = new ArrayList<>();
		for (int step = 0; step < 20; step++) {
			final int since = step < FROZEN_STEPS ? step : step - FROZEN_STEPS;
			expected.add((step < FROZEN_STEPS ? first : RATE) * Math.min(1, (since + 1.0) / RISE));
		}
		assertEquals(expected.size(), rates.size());
		for (int step = 0; step < 20; step++) assertEquals(expected.get(step), rates.get(step), 1e-12, "step " + step);
	}

	/** Ended after each of its epochs, and gone on with. */
	@Test
	void resumedTrainingGivesTheWeightsOfAnUninterruptedOne(@TempDir final Path folder) throws FoveaException {
		final float[] whole = weights(Trainer.train(CONFIG, DATA, FrozenTrainingTest::make, TrainingListener.NONE));
		for (int epochs = 1; epochs < CONFIG.epochs(); epochs++) {
			final int last = epochs;
			final Path checkpoints = folder.resolve("after " + epochs);
			final int[] done = {0};
			final TrainingResult part = Trainer.train(
					CONFIG,
					DATA,
					FrozenTrainingTest::make,
					TrainingStart.NEW.withCheckpoints(checkpoints),
					new TrainingListener() {

						@Override
						public void epoch(final EpochRecord record) {
							done[0] = record.epoch();
						}

						@Override
						public boolean isCancelled() {
							return done[0] == last;
						}
					});
			assertEquals(EndReason.CANCELLED, part.ending());
			final TrainingResult rest = Trainer.train(
					CONFIG,
					DATA,
					FrozenTrainingTest::make,
					TrainingStart.NEW.resuming(checkpoints),
					TrainingListener.NONE);
			assertArrayEquals(whole, weights(rest), "after " + epochs);
			assertEquals(CONFIG.epochs(), rest.history().size());
		}
	}

	/**
	 * Where it is over, or was ended in between, and there are to be more epochs, of which more would be frozen. What
	 * learns already goes on learning; what is frozen stays so for as long as the new number says.
	 */
	@Test
	void moreEpochsGoOnWhereItWas(@TempDir final Path folder) throws FoveaException {
		final TrainingConfig longer = CONFIG.withEpochs(9).withFrozenEpochs(4);
		for (final int ended : new int[] {1, 2, 3, 5}) {
			final Path checkpoints = folder.resolve("after " + ended);
			Trainer.train(
					CONFIG.withEpochs(ended),
					DATA,
					FrozenTrainingTest::make,
					TrainingStart.NEW.withCheckpoints(checkpoints),
					TrainingListener.NONE);
			final TrainingResult rest = Trainer.train(
					longer,
					DATA,
					FrozenTrainingTest::make,
					TrainingStart.NEW.resuming(checkpoints),
					TrainingListener.NONE);
			final int frozen = ended <= 2 ? 4 : 2;
			final float[] whole = weights(Trainer.train(
					longer.withFrozenEpochs(frozen), DATA, FrozenTrainingTest::make, TrainingListener.NONE));
			assertArrayEquals(whole, weights(rest), "after " + ended);
			assertEquals(9, rest.history().size());
		}
	}

	/** One that began with a model is another one than one that did not. */
	@Test
	void aTrainingWithoutFrozenEpochsIsAnother(@TempDir final Path folder) throws FoveaException {
		Trainer.train(
				CONFIG,
				DATA,
				FrozenTrainingTest::make,
				TrainingStart.NEW.withCheckpoints(folder),
				TrainingListener.NONE);
		assertThrows(
				TrainingException.class,
				() -> Trainer.train(
						CONFIG.withFrozenEpochs(0),
						DATA,
						FrozenTrainingTest::make,
						TrainingStart.NEW.resuming(folder),
						TrainingListener.NONE));
	}

	private static TrainableNetwork make(
			final Architecture architecture, final WeightMap weights, final StepOptions options) throws ModelException {
		return new LineNetwork(architecture, weights);
	}

	private static float[] weights(final TrainingResult result) {
		return new float[] {
			result.weights().values().get("line/kernel")[0],
			result.weights().values().get("line/bias")[0]
		};
	}
}
