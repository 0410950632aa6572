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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import fovea.base.ModelException;
import fovea.base.TrainingException;
import fovea.data.Sample;
import fovea.data.Samples;
import fovea.image.Raster;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.InferenceException;
import fovea.net.Architecture;
import fovea.net.WeightMap;
import fovea.net.zoo.Architectures;
import fovea.train.TrainingResult.EndReason;
import fovea.train.augment.Augmentation;
import fovea.train.augment.Noise;
import fovea.train.augment.Recorrupted;
import fovea.train.checkpoint.EpochRecord;
import fovea.train.config.LearningRate;
import fovea.train.config.Precision;
import fovea.train.config.StepOptions;
import fovea.train.config.TrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {

	private static final Samples DATA = Rasters.line(20, 6, 6);

	private static final TrainingConfig CONFIG = TrainingConfig.of(LineNetwork.architecture())
			.withBatch(3)
			.withEpochs(8)
			.withPatch(4)
			.withAugmentation(Augmentation.GEOMETRIC)
			.withNoise(new Noise.Gaussian(0, 0.1))
			.withValidationFraction(0.2)
			.withLearningRate(LearningRate.constant(0.05))
			.withSeed(5);

	private final List<LineNetwork> made = new ArrayList<>();

	private TrainableNetwork make(final Architecture architecture, final WeightMap weights, final StepOptions options)
			throws ModelException {
		made.add(new LineNetwork(architecture, weights));
		return made.get(made.size() - 1);
	}

	private static WeightMap start() {
		return new WeightMap(Map.of("line/kernel", new float[] {0.25f}, "line/bias", new float[] {0}));
	}

	private static float[] line(final TrainingResult result) {
		return new float[] {
			result.weights().values().get("line/kernel")[0],
			result.weights().values().get("line/bias")[0]
		};
	}

	@Test
	void learnsALineAndClosesTheNetwork() throws FoveaException {
		final TrainingResult result = Trainer.train(
				CONFIG.withNoise(new Noise.None()).withEpochs(80), DATA, this::make, TrainingListener.NONE);
		assertArrayEquals(new float[] {2, 1}, line(result), 0.01f);
		assertEquals(EndReason.COMPLETED, result.ending());
		assertEquals(80, result.history().size());
		assertEquals("psnr", result.metric());
		assertTrue(
				result.history().get(79).metric().getAsDouble() > 40,
				result.history().get(79).toString());
		assertTrue(made.get(0).closed);
	}

	@Test
	void sameSeedSameWeightsOtherSeedOthers() throws FoveaException {
		final TrainingStart start = TrainingStart.NEW.withWeights(start());
		final TrainingResult one = Trainer.train(CONFIG, DATA, this::make, start, TrainingListener.NONE);
		final TrainingResult two = Trainer.train(CONFIG, DATA, this::make, start, TrainingListener.NONE);
		final TrainingResult other = Trainer.train(CONFIG.withSeed(6), DATA, this::make, start, TrainingListener.NONE);
		assertArrayEquals(line(one), line(two));
		assertNotEquals(line(one)[0], line(other)[0]);
	}

	/** Stopped at each of the epochs, and gone on with in a new network. */
	@Test
	void resumedTrainingGivesTheWeightsOfAnUninterruptedOne(@TempDir final Path folder) throws FoveaException {
		final TrainingConfig config = CONFIG.withLearningRate(
				LearningRate.constant(0.4).withDecay(0.01).withPlateau(new LearningRate.Plateau(0.5, 1, 0)));
		final TrainingResult whole = Trainer.train(config, DATA, this::make, TrainingListener.NONE);
		for (int epochs = 1; epochs < config.epochs(); epochs++) {
			final Path checkpoints = folder.resolve("after " + epochs);
			Trainer.train(
					config.withEpochs(epochs),
					DATA,
					this::make,
					TrainingStart.NEW.withCheckpoints(checkpoints),
					TrainingListener.NONE);
			final TrainingResult resumed = Trainer.train(
					config, DATA, this::make, TrainingStart.NEW.resuming(checkpoints), TrainingListener.NONE);
			assertArrayEquals(line(whole), line(resumed));
			assertEquals(whole.bestEpoch(), resumed.bestEpoch());
			assertEquals(
					whole.history().stream().map(TrainerTest::withoutTime).toList(),
					resumed.history().stream().map(TrainerTest::withoutTime).toList());
			assertEquals(
					made.get(0).optimizerState().get("steps")[0],
					made.get(made.size() - 1).optimizerState().get("steps")[0]);
			assertEquals(made.get(0).momentumA, made.get(made.size() - 1).momentumA);
		}
		assertTrue(
				whole.history().get(7).learningRate() < 0.2, "the plateau was never met, so its state was not tested");
	}

	private static EpochRecord withoutTime(final EpochRecord r) {
		return new EpochRecord(r.epoch(), r.loss(), r.validationLoss(), r.metric(), r.learningRate(), 0);
	}

	@Test
	void resumesAfterACancellationInTheMiddleOfAnEpoch(@TempDir final Path folder) throws FoveaException, IOException {
		final TrainingResult whole = Trainer.train(CONFIG, DATA, this::make, TrainingListener.NONE);
		final TrainingResult cancelled =
				Trainer.train(CONFIG, DATA, this::make, TrainingStart.NEW.withCheckpoints(folder), cancelAfter(12));
		assertEquals(EndReason.CANCELLED, cancelled.ending());
		assertEquals(2, cancelled.history().size());
		assertEquals(12, made.get(1).steps);
		assertTrue(made.get(1).closed);
		// as a process leaves it that is killed while it writes
		Files.createDirectories(folder.resolve(".epoch-000003.x.part"));
		Files.writeString(folder.resolve(".epoch-000003.x.part/weights-0000.npy"), "half");
		final TrainingResult resumed =
				Trainer.train(CONFIG, DATA, this::make, TrainingStart.NEW.resuming(folder), TrainingListener.NONE);
		assertArrayEquals(line(whole), line(resumed));
		try (Stream<Path> left = Files.list(folder)) {
			assertEquals(
					List.of("epoch-000008"),
					left.map(p -> p.getFileName().toString()).toList());
		}
	}

	/** There are 6 steps in an epoch: 16 images, batches of 3. */
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
				return done >= steps && done % 6 != 0 || done > steps;
			}

			@Override
			public void epoch(final EpochRecord record) {
				if (done == steps) done += 1; // cancelled before the next step
			}
		};
	}

	@Test
	void cancelledBeforeTheFirstEpochEndsKeepsTheLastWeights() throws FoveaException {
		final TrainingResult result = Trainer.train(CONFIG, DATA, this::make, cancelAfter(4));
		assertEquals(EndReason.CANCELLED, result.ending());
		assertEquals(0, result.bestEpoch());
		assertEquals(made.get(0).a, line(result)[0]);
		assertEquals(4, made.get(0).steps);
	}

	@Test
	void anInterruptCancels() throws FoveaException {
		Thread.currentThread().interrupt();
		final TrainingResult result = Trainer.train(CONFIG, DATA, this::make, TrainingListener.NONE);
		assertTrue(Thread.interrupted());
		assertEquals(EndReason.CANCELLED, result.ending());
	}

	/** Gets better until a certain step, then worse; its weights say how far it is. */
	private static final class TurningNetwork extends LineNetwork {

		private final double[] losses;
		private int validations;

		TurningNetwork(final WeightMap weights, final double... losses) throws ModelException {
			super(LineNetwork.architecture(), weights);
			this.losses = losses;
		}

		@Override
		public double step(final FloatTensor input, final FloatTensor target, final double learningRate) {
			a = ++steps;
			return 1;
		}

		@Override
		public double loss(final FloatTensor input, final FloatTensor target) {
			return losses[validations++];
		}
	}

	@Test
	void stopsEarlyWithTheBestWeights() throws FoveaException {
		final TrainingConfig config =
				CONFIG.withBatch(64).withPatch(0).withPatience(2).withEpochs(100);
		final List<Double> rates = new ArrayList<>();
		final TrainingResult result = Trainer.train(
				config.withLearningRate(LearningRate.constant(1).withPlateau(new LearningRate.Plateau(0.5, 1, 0))),
				DATA,
				(architecture, weights, options) -> new TurningNetwork(weights, 5, 4, 4.5, 3, 3, 6, 2),
				new TrainingListener() {

					@Override
					public void epoch(final EpochRecord record) {
						rates.add(record.learningRate());
					}
				});
		assertEquals(EndReason.STOPPED_EARLY, result.ending());
		assertEquals(4, result.bestEpoch());
		assertEquals(4, line(result)[0]);
		assertEquals(6, result.history().size());
		assertEquals(List.of(1.0, 1.0, 1.0, 0.5, 0.5, 0.25), rates);
	}

	@Test
	void aPlateauLowersTheRateEachTimeItsPatienceIsOverDownToAMinimum() {
		final Progress progress = new Progress(
				CONFIG.withLearningRate(LearningRate.constant(1).withPlateau(new LearningRate.Plateau(0.1, 2, 0.005))));
		final List<Double> rates = new ArrayList<>();
		// the third is lower, but by less than one part in 10000
		final double[] losses = {2, 1, 0.99999, 1, 0.5, 0.6, 0.7, 0.8, 0.9, 1};
		for (int i = 0; i < losses.length; i++) {
			progress.add(new EpochRecord(i + 1, losses[i], OptionalDouble.empty(), OptionalDouble.empty(), 1, 1));
			rates.add((double) (float) progress.learningRate(0, 100));
		}
		final double tenth = 0.1f;
		final double least = 0.005f;
		final double hundredth = 0.01f;
		assertEquals(List.of(1.0, 1.0, 1.0, tenth, tenth, tenth, hundredth, hundredth, least, least), rates);
		assertEquals(losses.length, progress.best()); // nothing was validated: the loss tells how easy an epoch was
	}

	@Test
	void theRateDecaysWithTheSteps() {
		final Progress progress =
				new Progress(CONFIG.withLearningRate(LearningRate.constant(0.5).withDecay(0.1)));
		assertEquals(0.5, progress.learningRate(0, 100));
		assertEquals(0.25, progress.learningRate(10, 100), 1e-12);
	}

	@Test
	void aLossThatIsNoNumberNamesEpochAndStepAndAHint(@TempDir final Path folder) {
		final TrainingException e = assertThrows(
				TrainingException.class,
				() -> Trainer.train(
						CONFIG,
						DATA,
						(architecture, weights, options) -> new LineNetwork(architecture, weights) {

							@Override
							public double step(
									final FloatTensor input, final FloatTensor target, final double learningRate) {
								return super.step(input, target, learningRate) + (steps == 9 ? Double.NaN : 0);
							}
						},
						TrainingStart.NEW.withCheckpoints(folder),
						TrainingListener.NONE));
		assertTrue(
				e.getMessage()
						.startsWith("Epoch 2, step 3: the loss is not a number: try a smaller learning rate than 0.05"),
				e.getMessage());
		assertTrue(Files.isRegularFile(folder.resolve("epoch-000001/checkpoint.json")));
	}

	@Test
	void failuresOfTheNetworkCloseIt() {
		assertThrows(
				InferenceException.class,
				() -> Trainer.train(
						CONFIG,
						DATA,
						(architecture, weights, options) -> {
							made.add(new LineNetwork(architecture, weights) {

								@Override
								public FloatTensor predict(final FloatTensor input) {
									return sneaky(new InferenceException("broken"));
								}
							});
							return made.get(0);
						},
						TrainingListener.NONE));
		assertTrue(made.get(0).closed);
	}

	@SuppressWarnings("unchecked")
	private static <E extends Exception> FloatTensor sneaky(final Exception e) throws E {
		throw (E) e;
	}

	@Test
	void checkpointsOfAnotherTrainingAreRefused(@TempDir final Path folder) throws FoveaException {
		Trainer.train(
				CONFIG.withEpochs(1),
				DATA,
				this::make,
				TrainingStart.NEW.withCheckpoints(folder),
				TrainingListener.NONE);
		final TrainingStart resume = TrainingStart.NEW.resuming(folder);
		assertTrue(message(CONFIG.withBatch(4), DATA, resume).contains("same settings"));
		assertTrue(message(CONFIG.withPrecision(Precision.MIXED_BFLOAT16), DATA, resume)
				.contains("same settings"));
		assertTrue(message(CONFIG, Rasters.line(21, 6, 6), resume).contains("same images"));
		assertTrue(message(CONFIG, DATA, TrainingStart.NEW.withCheckpoints(folder))
				.contains("expected a folder without checkpoints, found epoch-000001"));
	}

	@Test
	void anotherTrainingMayBeginWithTheWeightsOfACheckpoint(@TempDir final Path folder) throws FoveaException {
		final TrainingResult first = Trainer.train(
				CONFIG.withEpochs(1),
				DATA,
				this::make,
				TrainingStart.NEW.withCheckpoints(folder),
				TrainingListener.NONE);
		final TrainingStart start = TrainingStart.NEW.withWeightsOf(folder, CONFIG.architecture());
		assertArrayEquals(
				first.weights().values().get("line/kernel"),
				start.weights().orElseThrow().values().get("line/kernel"));
		final TrainingException none = assertThrows(
				TrainingException.class,
				() -> TrainingStart.NEW.withWeightsOf(folder.resolve("gone"), CONFIG.architecture()));
		assertTrue(none.getMessage().endsWith("expected a folder of checkpoints, found none"), none.getMessage());
		final FoveaException other = assertThrows(
				FoveaException.class,
				() -> TrainingStart.NEW.withWeightsOf(
						folder, Architectures.named("cae-denoise").build()));
		assertTrue(other.getMessage().startsWith("cae-denoise: expected"), other.getMessage());
	}

	@Test
	void aDamagedCheckpointIsToldAndNamed(@TempDir final Path folder) throws FoveaException, IOException {
		Trainer.train(
				CONFIG.withEpochs(1),
				DATA,
				this::make,
				TrainingStart.NEW.withCheckpoints(folder),
				TrainingListener.NONE);
		Files.delete(folder.resolve("epoch-000001/weights-0001.npy"));
		final FoveaException e = assertThrows(
				FoveaException.class,
				() -> Trainer.train(
						CONFIG, DATA, this::make, TrainingStart.NEW.resuming(folder), TrainingListener.NONE));
		assertTrue(e.getMessage().contains("weights-0001.npy"), e.getMessage());
	}

	private String message(final TrainingConfig config, final Samples data, final TrainingStart start) {
		return assertThrows(
						TrainingException.class,
						() -> Trainer.train(config, data, this::make, start, TrainingListener.NONE))
				.getMessage();
	}

	@Test
	void samplesThatDoNotFitAreToldByName() {
		assertTrue(message(CONFIG.withPatch(7), DATA, TrainingStart.NEW)
				.endsWith("expected an image of at least the patch size, 7 x 7, got 6 x 6"));
		final List<Sample> mixed = new ArrayList<>(DATA.samples());
		mixed.add(new Sample("big", "big", Rasters.counting(8, 7, 1), Rasters.counting(8, 7, 1)));
		assertTrue(message(CONFIG.withPatch(0).withValidationFraction(0), Samples.ofImages(mixed), TrainingStart.NEW)
				.startsWith("big: expected the size of image 0, 6 x 6, got 7 x 8"));
		assertTrue(message(
						CONFIG.withPatch(0),
						Samples.ofImages(List.of(Sample.itself("rgb", "rgb", Rasters.counting(6, 6, 3)))),
						TrainingStart.NEW)
				.startsWith("rgb: expected free x free x 1"));
		assertTrue(message(
						CONFIG.withPatch(0),
						Samples.ofImages(List.of(
								new Sample("small", "small", Rasters.counting(6, 6, 1), Rasters.counting(3, 3, 1)))),
						TrainingStart.NEW)
				.startsWith("small: expected a target of 6 x 6 x 1"));
		assertTrue(message(
						CONFIG.withPatch(0),
						Samples.ofImages(List.of(Sample.itself("nan", "nan", Rasters.constant(6, 6, Float.NaN)))),
						TrainingStart.NEW)
				.startsWith("nan: expected numbers"));
		assertTrue(
				message(CONFIG, Samples.ofImages(List.of()), TrainingStart.NEW).startsWith("No samples"));
	}

	@Test
	void listenersHearEveryStepAndSeeAPreview() throws FoveaException {
		final List<String> heard = new ArrayList<>();
		Trainer.train(CONFIG.withEpochs(2), DATA, this::make, new TrainingListener() {

			@Override
			public void step(final int epoch, final int step, final int steps, final double loss) {
				heard.add(epoch + "." + step);
			}

			@Override
			public void epoch(final EpochRecord record) {
				heard.add("epoch " + record.epoch());
			}

			@Override
			public void preview(final int epoch, final Raster input, final Raster target, final Raster output) {
				heard.add("preview " + input.dimensions() + " " + target.dimensions() + " " + output.dimensions());
				assertEquals(made.get(0).a * input.at(1, 2, 0) + made.get(0).b, output.at(1, 2, 0));
			}
		});
		final String preview = "preview 4 x 4 x 1 4 x 4 x 1 4 x 4 x 1";
		assertEquals(
				List.of(
						"1.1", "1.2", "1.3", "1.4", "1.5", "1.6", preview, "epoch 1", "2.1", "2.2", "2.3", "2.4", "2.5",
						"2.6", preview, "epoch 2"),
				heard);
	}

	/** Validation: 4 images of 6 x 6 in 4 patches each, in batches of 3. */
	@Test
	void theListenerChoosesWhatItSees() throws FoveaException {
		final Map<Integer, Raster> seen = new HashMap<>();
		for (final int index : new int[] {0, 3, 7, 15, 99, -1})
			Trainer.train(CONFIG.withEpochs(1), DATA, this::make, new TrainingListener() {

				@Override
				public int previewIndex(final int count) {
					assertEquals(16, count);
					return index;
				}

				@Override
				public void preview(final int epoch, final Raster input, final Raster target, final Raster output) {
					final LineNetwork network = made.get(made.size() - 1);
					assertEquals(network.a * input.at(1, 2, 0) + network.b, output.at(1, 2, 0));
					seen.put(index, target);
				}
			});
		assertEquals(seen.get(15), seen.get(99));
		assertEquals(seen.get(0), seen.get(-1));
		assertEquals(
				4, Set.of(seen.get(0), seen.get(3), seen.get(7), seen.get(15)).size());
		final Samples.Split split = DATA.split(CONFIG.validationFraction(), CONFIG.seed(), TrainingListener.NONE);
		assertEquals(split.validation().get(0).target().crop(2, 2, 4, 4), seen.get(3));
		assertEquals(split.validation().get(3).target().crop(2, 2, 4, 4), seen.get(15));
		assertEquals(split.validation().get(1).target().crop(2, 2, 4, 4), seen.get(7));
	}

	/** The last patch of what is learned from. */
	@Test
	void withoutValidationAListenerSeesWhatIsLearned() throws FoveaException {
		final TrainingConfig config = CONFIG.withEpochs(2).withValidationFraction(0);
		final List<Raster> targets = new ArrayList<>();
		final TrainingListener looking = new TrainingListener() {

			@Override
			public int previewIndex(final int count) {
				return count - 1;
			}

			@Override
			public void preview(final int epoch, final Raster input, final Raster target, final Raster output) {
				targets.add(target);
			}
		};
		Trainer.train(config.withAveraging(0.9), DATA, this::make, looking);
		final Raster last = DATA.samples().get(DATA.samples().size() - 1).target();
		assertEquals(Collections.nCopies(2, last.crop(2, 2, 4, 4)), targets);
	}

	/** Though nothing of it can be held out; its values are those of the image, nothing of them hidden. */
	@Test
	void ofANoisyImageAloneItsMiddleIsSeenAsItIs() throws FoveaException {
		final Raster counting = Rasters.counting(300, 20, 1);
		final float[] values = counting.data().clone();
		for (int i = 0; i < values.length; i++) values[i] /= values.length;
		final Sample image = Sample.itself("noisy", "noisy", counting.withData(values));
		final List<Integer> epochs = new ArrayList<>();
		final TrainingConfig config = CONFIG.withEpochs(2)
				.withStepsPerEpoch(3)
				.withNoise(Recorrupted.USUAL)
				.withPatch(16);
		final TrainingResult seen =
				Trainer.train(config, Samples.ofImages(List.of(image)), this::make, new TrainingListener() {

					@Override
					public int previewIndex(final int count) {
						return count;
					}

					@Override
					public void preview(final int epoch, final Raster input, final Raster target, final Raster output) {
						epochs.add(epoch);
						assertEquals(image.input().crop(22, 0, 256, 20), input);
						assertSame(input, target);
						assertEquals(made.get(0).a * input.at(1, 2, 0) + made.get(0).b, output.at(1, 2, 0));
					}
				});
		assertEquals(List.of(1, 2), epochs);
		assertTrue(seen.split().validation().isEmpty());
	}

	@Test
	void withoutValidationTheLossIsMonitored() throws FoveaException {
		final TrainingResult result =
				Trainer.train(CONFIG.withValidationFraction(0), DATA, this::make, TrainingListener.NONE);
		assertTrue(result.history().get(0).validationLoss().isEmpty());
		assertFalse(result.bestEpoch() == 0);
		assertEquals(Optional.empty(), result.split().validation().stream().findAny());
	}
}
