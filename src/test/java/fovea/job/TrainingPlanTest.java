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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import fovea.base.TrainingException;
import fovea.data.ImageSource;
import fovea.data.MaskReading;
import fovea.data.Neighbor;
import fovea.data.Sample;
import fovea.data.Samples;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.image.Raster;
import fovea.model.ClassSpec;
import fovea.model.Normalization;
import fovea.model.ObjectTraits;
import fovea.net.Architecture;
import fovea.net.Initializers;
import fovea.net.shape.Shape;
import fovea.net.zoo.Architectures;
import fovea.train.TrainingListener;
import fovea.train.augment.Augmentation;
import fovea.train.augment.BlindSpots;
import fovea.train.augment.Noise;
import fovea.train.augment.Recorrupted;
import fovea.train.config.LearningRate;
import fovea.train.config.Loss;
import fovea.train.config.Precision;
import fovea.train.config.TrainingConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is chosen for a user who chose nothing. */
class TrainingPlanTest {

	private static final String FREE = """
		name: own
		layers:
		  - {type: Input, name: image, shape: [SIDE, SIDE, 1]}
		  - {type: Conv2D, filters: 2, kernel_size: 3, strides: 2, padding: same}
		  - {type: Conv2DTranspose, filters: 1, kernel_size: 4, strides: 2, padding: same}
		""";

	@TempDir
	Path folder;

	private static ImageSource images(final int... sizes) {
		final List<Image> images = new ArrayList<>();
		for (int i = 0; i < sizes.length; i += 2)
			images.add(new Image(
					"image" + i, ArrayImgs.unsignedBytes(sizes[i], sizes[i + 1], 1, 1, 1), Calibration.PIXELS, false));
		return ImageSource.of("images", images);
	}

	private static TrainingChoices nothing(final NetworkChoice network) {
		return TrainingChoices.of(network, new NoiseChoice.Nothing())
				.withNormalization(Normalization.NONE)
				.withAugmentation(Augmentation.NONE)
				.withValidation(0)
				.withSeed(7);
	}

	private static TrainingPlan plan(final NetworkChoice network, final int... sizes) throws FoveaException {
		return TrainingPlan.of(nothing(network), new LearningTask.Reconstruction(images(sizes)), TrainingListener.NONE);
	}

	private static TrainingPlan segmentation(final String network, final int... sizes) throws FoveaException {
		return TrainingPlan.of(
				nothing(NetworkChoice.named(network)),
				new LearningTask.Segmentation(images(sizes), new MaskSource(images(sizes), new MaskReading.Binary())),
				TrainingListener.NONE);
	}

	private NetworkChoice own(final String side) throws Exception {
		return NetworkChoice.of(Files.writeString(folder.resolve("own.yaml"), FREE.replace("SIDE", side)));
	}

	@ParameterizedTest
	@CsvSource({"300, 200, 64", "50, 200, 48", "7, 9, 4"})
	void patchesOfImagesAreAsLargeAsTheSmallestAllows(final int width, final int height, final int patch)
			throws FoveaException {
		final TrainingConfig config = plan(NetworkChoice.named("cae-denoise"), 400, 500, width, height)
				.config();
		assertEquals(patch, config.patch());
		assertEquals(Shape.image(1), config.architecture().inputShape());
	}

	@ParameterizedTest
	@CsvSource({"fcn-small, 300, 200, 128", "fcn-small, 100, 200, 96", "fcn-deep, 100, 200, 96"})
	void patchesOfClassesMayBeLarger(final String network, final int width, final int height, final int patch)
			throws FoveaException {
		assertEquals(
				patch, segmentation(network, 400, 500, width, height).config().patch());
	}

	@Test
	void anImageThatIsTooSmallIsTold() {
		final String message = assertThrows(
						TrainingException.class, () -> plan(NetworkChoice.named("cae-denoise"), 40, 3))
				.getMessage();
		assertEquals("expected images of at least 4 x 4 pixels for this network, got one with a side of 3", message);
	}

	@Test
	void aNetworkOfOneSizeIsBuiltForTheImagesOrForPatches() throws FoveaException {
		final NetworkChoice strided = NetworkChoice.named("cae-strided");
		final TrainingConfig whole = plan(strided, 40, 32, 40, 32).config();
		assertEquals(0, whole.patch());
		assertEquals(Shape.image(32, 40, 1), whole.architecture().inputShape());
		final TrainingConfig cut = plan(strided, 40, 32, 64, 64).config();
		assertEquals(28, cut.patch());
		assertEquals(Shape.image(28, 28, 1), cut.architecture().inputShape());
		final TrainingConfig odd = plan(NetworkChoice.named("ae-dense"), 13, 17).config();
		assertEquals(Shape.image(17, 13, 1), odd.architecture().inputShape());
	}

	@Test
	void aNetworkFromAFileIsWhatItSays() throws Exception {
		assertEquals(0, plan(own("32"), 32, 32).config().patch());
		assertEquals(32, plan(own("32"), 32, 32, 40, 64).config().patch());
		final TrainingConfig free = plan(own("null"), 31, 50).config();
		assertEquals(30, free.patch());
		assertEquals(10, free.epochs());
		assertTrue(free.loss() instanceof Loss.MeanSquaredError);
	}

	@Test
	void theRestIsTheNetworksOwn() throws FoveaException {
		final TrainingConfig deep = segmentation("fcn-deep", 64, 64).config();
		assertEquals(0.0025, deep.learningRate().initial());
		assertEquals(8, deep.batch());
		assertEquals(50, deep.epochs());
		assertTrue(deep.loss() instanceof Loss.CategoricalCrossEntropy);
		assertEquals(2, segmentation("fcn-small", 64, 64).samples().classes().size());
	}

	/**
	 * A model of one image goes on with it and three that were corrected: they are what there is to learn from, at the
	 * network's own rate. One that knows much goes slowly, and is validated.
	 */
	@Test
	void aModelOfFewImagesLearnsFromAllOfThem() throws FoveaException {
		final TrainingConfig few = further(1, 4);
		assertEquals(0, few.validationFraction());
		assertTrue(few.averaging() > 0);
		assertEquals(1e-3, few.learningRate().initial());
		assertEquals(20, few.epochs());
		assertEquals(0.1, further(1, 5).validationFraction());
		final TrainingConfig much = further(100, 4);
		assertEquals(0.1, much.validationFraction());
		assertEquals(0, much.averaging());
		assertEquals(1e-4, much.learningRate().initial());
	}

	private static TrainingConfig further(final int learned, final int images) throws FoveaException {
		final Architecture network = Architectures.named("fcn-small")
				.build(Architectures.named("fcn-small").defaults());
		final Pretrained model = new Pretrained(
				"own",
				network,
				Initializers.initialize(network, 1),
				List.of(),
				ClassSpec.named(List.of("background", "cell")),
				ObjectTraits.UNKNOWN,
				learned);
		final int[] sizes = new int[2 * images];
		Arrays.fill(sizes, 64);
		return TrainingPlan.of(
						nothing(NetworkChoice.of(model)).withValidation(TrainingChoices.USUAL.validation()),
						new LearningTask.Segmentation(
								images(sizes), new MaskSource(images(sizes), new MaskReading.Binary())),
						TrainingListener.NONE)
				.config();
	}

	/** The images' own noise is less than half of the usual, or as large. */
	@Test
	void noiseIsThatOfTheImagesAtLeast() throws FoveaException {
		assertEquals(new Noise.Gaussian(0, 0.2), new NoiseChoice.Automatic().of(noisy(0.05f)));
		final Noise.Gaussian much = (Noise.Gaussian) new NoiseChoice.Automatic().of(noisy(0.3f));
		assertEquals(0, much.minSigma());
		assertEquals(0.6, much.maxSigma(), 0.03);
	}

	/** Photons: without motion nothing is said; stabilized, noise is as much everywhere; none is put on. */
	@Test
	void planesAreLearnedFromTheirNeighbors() throws FoveaException {
		final List<String> warnings = new ArrayList<>();
		final TrainingPlan plan = neighbors(0, warnings);
		assertEquals(List.of(), warnings);
		assertEquals(new Noise.None(), plan.config().noise());
		assertTrue(
				plan.toString()
						.endsWith(", from noisy images alone: of each plane its neighbor is learned (Noise2Noise)"),
				plan.toString());
		final float[] values = plan.samples().samples().get(0).input().data();
		final float[] others = plan.samples().samples().get(0).target().data();
		assertEquals(1, deviation(values, others, 0, 32) / deviation(values, others, 96, 128), 0.1);
		neighbors(20, warnings);
		assertEquals(1, warnings.size());
		assertTrue(
				warnings.get(0).startsWith("photons: the frames differ by more than noise (")
						&& warnings.get(0).endsWith("): what moves will be blurred"),
				warnings.get(0));
	}

	/** Of the differences in some columns. */
	private static double deviation(final float[] values, final float[] others, final int from, final int to) {
		double sum = 0;
		for (int i = 0; i < values.length; i++)
			if (i % 128 >= from && i % 128 < to) sum += Math.pow((double) values[i] - others[i], 2);
		return Math.sqrt(sum / (to - from));
	}

	private static TrainingPlan neighbors(final int shift, final List<String> warnings) throws FoveaException {
		final Random random = new Random(1);
		final float[] values = new float[128 * 128 * 4];
		for (int i = 0; i < values.length; i++) {
			final int x = i % 128 + i / (128 * 128) * shift;
			final double clean = 50 + 5 * (i % 128) + (x / 16 % 2 == 0 ? 0 : 200);
			values[i] = (float) (clean + Math.sqrt(2 * clean) * random.nextGaussian());
		}
		final Image image =
				new Image("photons", ArrayImgs.floats(values, 128, 128, 1, 1, 4), Calibration.PIXELS, false);
		return TrainingPlan.of(
				nothing(NetworkChoice.named("cae-denoise")),
				new LearningTask.Repetition(ImageSource.of("photons", List.of(image)), Neighbor.FRAME),
				new TrainingListener() {

					@Override
					public void warn(final String message) {
						warnings.add(message);
					}
				});
	}

	/**
	 * White noise is doubled, noise that is alike along rows is hidden as far as it is, uneven and skewed noise in
	 * spots.
	 */
	@Test
	void noisyImagesAloneAreLearnedFromByTheirNoise() {
		assertEquals(Recorrupted.USUAL, new NoiseChoice.Noisy().of(noisy(0.1f)));
		final BlindSpots rows = (BlindSpots) new NoiseChoice.Noisy().of(blurred(0.1f));
		assertEquals(new BlindSpots.Hidden(1, 0), rows.hidden());
		assertEquals(BlindSpots.USUAL, new NoiseChoice.Noisy().of(speckled()));
	}

	/** Many small steps on the average; with black and white pixels by the absolute error. What was said stays. */
	@Test
	void noisyImagesAloneHaveARecipe() throws FoveaException {
		final TrainingChoices choices = TrainingChoices.of(own(), new NoiseChoice.Noisy());
		final TrainingConfig config = TrainingConfig.of(own().build(1, 0, false, 0, 0))
				.withPatch(64)
				.withBatch(16)
				.withLearningRate(LearningRate.constant(1e-3));
		final TrainingConfig recipe = NoisyRecipe.of(choices, config, noisy(0.1f));
		assertEquals(
				List.of(8, 30, 100, 0.98, 2e-3, 0.3),
				List.of(
						recipe.batch(),
						recipe.epochs(),
						recipe.stepsPerEpoch(),
						recipe.averaging(),
						recipe.learningRate().initial(),
						recipe.learningRate().flat()));
		assertTrue(recipe.loss() instanceof Loss.MeanSquaredError);
		final TrainingConfig further = TrainingPlan.of(
						TrainingChoices.of(NetworkChoice.of(denoiser(1)), new NoiseChoice.Noisy()),
						new LearningTask.Reconstruction(images(640, 640, 640, 640)),
						TrainingListener.NONE)
				.config();
		assertEquals(List.of(3, 20), List.of(further.epochs(), further.stepsPerEpoch()));
		assertEquals(
				List.of(0.98, 1e-4),
				List.of(further.averaging(), further.learningRate().initial()));
		final Samples impulses = noisy(0.01f);
		for (final Sample sample : impulses.samples())
			for (int i = 0; i < 64 * 64; i += 23) sample.input().data()[i] = i % 2 * 3 - 1;
		assertTrue(NoisyRecipe.of(choices, config, impulses).loss() instanceof Loss.MeanAbsoluteError);
		assertEquals(BlindSpots.USUAL, new NoiseChoice.Noisy().of(impulses));
		final TrainingConfig said =
				NoisyRecipe.of(choices.withBatch(3).withEpochs(2), config.withEpochs(2), noisy(0.1f));
		assertEquals(List.of(3, 2, 0), List.of(said.batch(), said.epochs(), said.stepsPerEpoch()));
	}

	private static Pretrained denoiser(final int learned) throws FoveaException {
		final Architecture network = own().build(1, 0, false, 0, 0);
		return new Pretrained(
				"own",
				network,
				Initializers.initialize(network, 1),
				List.of(),
				List.of(),
				ObjectTraits.UNKNOWN,
				learned);
	}

	/** Ten times as much noise where it is bright. */
	private static Samples speckled() {
		final Random random = new Random(1);
		final float[] values = new float[256 * 256];
		for (int i = 0; i < values.length; i++) {
			final float clean = 0.1f + i % 256 / 256f;
			values[i] = clean * (1 - 0.1f * (float) (1 + Math.log(1 - random.nextDouble())));
		}
		final Raster raster = new Raster(256, 256, 1, values);
		return new Samples(List.of(Sample.itself("s", "s", raster)), List.of(), List.of());
	}

	/** Each pixel has half of the noise of that to its left. */
	private static Samples blurred(final float sigma) {
		final List<Sample> samples = new ArrayList<>();
		for (final Sample sample : noisy(sigma).samples()) {
			final float[] from = sample.input().data();
			final float[] values = from.clone();
			for (int i = 1; i < values.length; i++)
				if (i % 64 > 0)
					values[i] = i % 64 / 64f + (from[i] - i % 64 / 64f + from[i - 1] - (i - 1) % 64 / 64f) / 2;
			samples.add(Sample.itself("rows", "rows", new Raster(64, 64, 1, values)));
		}
		return new Samples(samples, List.of(), List.of());
	}

	private static Samples noisy(final float sigma) {
		final Random random = new Random(1);
		final List<Sample> samples = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			final float[] values = new float[64 * 64];
			for (int p = 0; p < values.length; p++) values[p] = p % 64 / 64f + sigma * (float) random.nextGaussian();
			final Raster raster = new Raster(64, 64, 1, values);
			samples.add(new Sample("noisy", "noisy", raster, raster));
		}
		return new Samples(samples, List.of(), List.of());
	}

	@Test
	void whatWasChosenIsTaken() throws FoveaException {
		final Noise noise = new Noise.Gaussian(0.3);
		final TrainingConfig config = TrainingPlan.of(
						new TrainingChoices(
								NetworkChoice.named("cae-denoise"),
								Normalization.DIV255,
								new NoiseChoice.Given(noise),
								Augmentation.GEOMETRIC,
								new TrainingChoices.Schedule(3, 5, OptionalInt.of(12), 7, 2),
								new TrainingChoices.Optimizer(
										"mae", List.of(), 0.1, 0, new LearningRate.Plateau(0.3, 4, 0), 1, 0.9),
								0.4,
								9,
								Precision.MIXED_BFLOAT16,
								6),
						new LearningTask.Reconstruction(images(20, 20)),
						TrainingListener.NONE)
				.config();
		assertEquals(
				List.of(
						3,
						5,
						12,
						0.4,
						9L,
						Precision.MIXED_BFLOAT16,
						noise,
						Augmentation.GEOMETRIC,
						LearningRate.constant(0.1).withPlateau(new LearningRate.Plateau(0.3, 4, 0)),
						new Loss.MeanAbsoluteError(),
						0.9,
						7,
						2,
						6),
				List.of(
						config.epochs(),
						config.batch(),
						config.patch(),
						config.validationFraction(),
						config.seed(),
						config.precision(),
						config.noise(),
						config.augmentation(),
						config.learningRate(),
						config.loss(),
						config.averaging(),
						config.stepsPerEpoch(),
						config.patience(),
						config.checkpointEvery()));
	}

	@Test
	void networksForImagesAndForClassesAreNotTakenForEachOther() {
		assertTrue(assertThrows(TrainingException.class, () -> plan(NetworkChoice.named("fcn-small"), 64, 64))
				.getMessage()
				.contains("tells classes apart"));
		assertTrue(assertThrows(TrainingException.class, () -> segmentation("cae-denoise", 64, 64))
				.getMessage()
				.contains("makes images"));
		assertEquals(List.of("fcn8-vgg16", "fcn-small", "fcn-deep"), NetworkChoice.segmenters());
	}

	/**
	 * By hand: 2 filters of 3 x 3 and a bias each; 1 of 4 x 4 x 2 and a bias; values of 32 x 32, 16 x 16 x 2 and 32 x
	 * 32.
	 */
	@Test
	void costFollowsFromTheShapes() throws Exception {
		final TrainingCost cost = plan(own("32"), 96, 64).cost();
		final int parameters = 9 * 2 + 2 + 16 * 2 + 1;
		assertEquals(parameters, cost.parameters());
		assertEquals(4.0 * (4 * parameters + 2 * 32 * (1024 + 512 + 1024)), cost.bytes());
		assertEquals(20, cost.steps()); // of so little data, else it would be one
	}

	@Test
	void whatDoesNotFitIntoMemoryIsRefused() {
		final TrainingChoices choices = nothing(own()).withEpochs(1).withBatch(1 << 30);
		final String message = assertThrows(
						TrainingException.class,
						() -> TrainingPlan.of(
								choices, new LearningTask.Reconstruction(images(64, 64)), TrainingListener.NONE))
				.getMessage();
		assertTrue(
				message.contains("GB of memory on this machine") && message.contains("smaller batch or patch"),
				message);
	}

	private static NetworkChoice own() {
		try {
			return NetworkChoice.named("cae-denoise");
		} catch (final FoveaException e) {
			throw new AssertionError(e);
		}
	}
}
