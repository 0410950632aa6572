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
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import fovea.base.TrainingException;
import fovea.data.Sample;
import fovea.data.Samples;
import fovea.image.Raster;
import fovea.infer.network.FloatTensor;
import fovea.train.augment.Augmentation;
import fovea.train.augment.Noise;
import fovea.train.augment.Span;
import fovea.train.config.TrainingConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatchesTest {

	private static final Batch EMPTY =
			new Batch(new FloatTensor(new int[] {0}, new float[0]), new FloatTensor(new int[] {0}, new float[0]), 0);

	@Test
	void givesAllInTheirOrderThenNothing() throws FoveaException, InterruptedException {
		try (Batches batches = new Batches(5, i -> new Batch(EMPTY.input(), EMPTY.target(), i))) {
			for (int i = 0; i < 5; i++)
				assertEquals(i, batches.next().orElseThrow().size());
			assertTrue(batches.next().isEmpty());
		}
	}

	@Test
	void preparesAheadOfTimeButNotMoreThanThree() throws FoveaException, InterruptedException {
		final AtomicInteger made = new AtomicInteger();
		final CountDownLatch three = new CountDownLatch(3);
		try (Batches batches = new Batches(100, i -> {
			made.incrementAndGet();
			three.countDown();
			return EMPTY;
		})) {
			assertTrue(
					three.await(30, TimeUnit.SECONDS), "two that wait and one in the making, without anybody asking");
			Thread.sleep(50);
			assertEquals(3, made.get());
			batches.next();
		}
	}

	@Test
	void closingEndsTheOtherThreadWhetherItWaitsOrWorks() {
		final Batches full = new Batches(100, i -> EMPTY);
		full.close();
		assertFalse(full.isAlive());
		full.close();
		final Batches working = new Batches(100, i -> {
			for (long k = 0; !Thread.currentThread().isInterrupted(); k++) Thread.onSpinWait();
			return EMPTY;
		});
		working.close();
		assertFalse(working.isAlive());
	}

	@Test
	void failuresArriveAfterTheBatchesBeforeThem() throws FoveaException, InterruptedException {
		final TrainingException broken = new TrainingException("broken");
		try (Batches batches = new Batches(5, i -> {
			if (i == 2) throw broken;
			return EMPTY;
		})) {
			batches.next();
			batches.next();
			assertSame(broken, assertThrows(TrainingException.class, batches::next));
			assertTrue(batches.next().isEmpty());
		}
		try (Batches batches = new Batches(5, i -> {
			throw new IllegalStateException("bug");
		})) {
			assertThrows(IllegalStateException.class, batches::next);
		}
		try (Batches batches = new Batches(5, i -> {
			throw new OutOfMemoryError("for a test");
		})) {
			assertThrows(TrainingException.class, batches::next);
		}
	}

	private static final TrainingConfig CONFIG =
			TrainingConfig.of(LineNetwork.architecture()).withBatch(4).withSeed(9);

	private static BatchMaker maker(final TrainingConfig config, final int images, final int height, final int width)
			throws FoveaException {
		final List<Sample> samples = new ArrayList<>();
		for (int i = 0; i < images; i++)
			samples.add(Sample.itself("s" + i, "s" + i, Rasters.constant(height, width, i)));
		return new BatchMaker(config, new Samples.Split(samples, samples), true);
	}

	private static List<float[]> all(final Batches.Source source, final int steps) throws FoveaException {
		final List<float[]> data = new ArrayList<>();
		for (int i = 0; i < steps; i++) data.add(source.make(i).input().data());
		return data;
	}

	@Test
	void anEpochTakesEverySampleOnceInAnOrderOfItsOwn() throws FoveaException {
		final BatchMaker maker = maker(CONFIG, 10, 1, 1);
		assertEquals(3, maker.steps());
		final List<List<Float>> orders = new ArrayList<>();
		for (int epoch = 1; epoch <= 3; epoch++) {
			final List<Float> order = new ArrayList<>();
			for (final float[] data : all(maker.training(epoch), 3)) for (final float v : data) order.add(v);
			orders.add(order);
			assertEquals(
					List.of(0f, 1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f, 9f),
					order.stream().sorted().toList());
		}
		assertEquals(3, orders.stream().distinct().count());
	}

	@Test
	void stepsThatAreGivenTakeAllSamplesEvenlyOften() throws FoveaException {
		final BatchMaker maker = maker(CONFIG.withStepsPerEpoch(8), 10, 1, 1);
		assertEquals(8, maker.steps());
		final Map<Float, Integer> counts = new HashMap<>();
		for (final float[] data : all(maker.training(1), 8)) {
			assertEquals(4, data.length);
			for (final float v : data) counts.merge(v, 1, Integer::sum);
		}
		assertEquals(10, counts.size());
		assertTrue(counts.values().stream().allMatch(n -> n == 3 || n == 4), counts.toString());
	}

	@Test
	void anyEpochCanBeMadeWithoutThoseBefore() throws FoveaException {
		final TrainingConfig config = CONFIG.withPatch(3)
				.withNoise(new Noise.Gaussian(1))
				.withAugmentation(Augmentation.GEOMETRIC
						.withIntensity(1, 0.5)
						.withScale(new Span(0.7, 1.5))
						.withGamma(new Span(0.7, 1.4))
						.withBlur(new Span(0, 1)));
		final BatchMaker maker = maker(config, 5, 6, 7);
		for (int epoch = 1; epoch < 7; epoch++) all(maker.training(epoch), maker.steps());
		final List<float[]> later = all(maker.training(7), maker.steps());
		final List<float[]> fresh = all(maker(config, 5, 6, 7).training(7), maker.steps());
		assertEquals(later.size(), fresh.size());
		for (int i = 0; i < later.size(); i++) assertArrayEquals(later.get(i), fresh.get(i));
	}

	/** One image, so that only what is done with it can differ. */
	@Test
	void noiseIsAnotherInEachEpoch() throws FoveaException {
		final BatchMaker maker = maker(CONFIG.withNoise(new Noise.Gaussian(1)), 1, 2, 2);
		final Set<Float> seen = new HashSet<>();
		for (int epoch = 1; epoch <= 20; epoch++)
			seen.add(maker.training(epoch).make(0).input().data()[0]);
		assertEquals(20, seen.size());
	}

	/** Contrast, noise and scale change every value but 0, so that what is left as it was can be counted. */
	@Test
	void thePartThatIsNotToBeTouchedIsNot() throws FoveaException {
		final Augmentation strong =
				Augmentation.GEOMETRIC.withIntensity(0.5, 0.5).withScale(new Span(0.5, 2));
		assertEquals(0, untouched(strong, false), "none without being asked for");
		final int part = untouched(strong.withUntouched(0.3), false);
		assertTrue(part > 200 && part < 400, part + " of 1000");
		assertEquals(1000, untouched(strong.withUntouched(1), false));
		assertEquals(0, untouched(strong.withUntouched(1), true), "the noise of an image to be denoised stays");
	}

	private static int untouched(final Augmentation augmentation, final boolean imageTargets) throws FoveaException {
		final Raster input = Rasters.counting(6, 6, 1);
		final BatchMaker maker = new BatchMaker(
				CONFIG.withBatch(1)
						.withPatch(3)
						.withStepsPerEpoch(1000)
						.withNoise(new Noise.Gaussian(0.1))
						.withAugmentation(augmentation),
				new Samples.Split(List.of(new Sample("s", "s", input, Rasters.constant(6, 6, 1))), List.of()),
				imageTargets);
		int untouched = 0;
		for (int step = 0; step < 1000; step++) {
			boolean whole = true;
			for (final float v : maker.training(1).make(step).input().data()) whole &= v == Math.rint(v);
			if (whole) untouched++;
		}
		return untouched;
	}

	@Test
	void patchesAreInsideAndReachEveryPlace() throws FoveaException {
		final Sample sample = Sample.itself("s", "s", Rasters.counting(5, 7, 1));
		final BatchMaker maker = new BatchMaker(
				CONFIG.withPatch(3).withStepsPerEpoch(100), new Samples.Split(List.of(sample), List.of()), true);
		final Map<Float, Integer> corners = new HashMap<>();
		for (int step = 0; step < 100; step++) {
			final Batch batch = maker.training(1).make(step);
			assertArrayEquals(new int[] {4, 3, 3, 1}, batch.input().shape());
			for (int k = 0; k < 4; k++) {
				final float[] d = batch.input().data();
				final float corner = d[9 * k];
				for (int i = 0; i < 9; i++) assertEquals(corner + i / 3 * 7 + i % 3, d[9 * k + i]);
				corners.merge(corner, 1, Integer::sum);
			}
		}
		assertEquals(15, corners.size());
	}

	@Test
	void validationSeesEveryPixelAndIsAlwaysTheSame() throws FoveaException {
		final Sample sample = Sample.itself("s", "s", Rasters.counting(5, 7, 1));
		final TrainingConfig config =
				CONFIG.withPatch(3).withNoise(new Noise.Gaussian(0.1)).withAugmentation(Augmentation.GEOMETRIC);
		final BatchMaker maker = new BatchMaker(config, new Samples.Split(List.of(sample), List.of(sample)), true);
		assertEquals(2, maker.validationSteps()); // 2 x 3 patches, 4 in a batch
		final List<Float> seen = new ArrayList<>();
		for (int step = 0; step < 2; step++) {
			final Batch batch = maker.validation().make(step);
			assertArrayEquals(
					batch.input().data(), maker.validation().make(step).input().data());
			for (int i = 0; i < batch.target().size(); i++) {
				seen.add(batch.target().data()[i]);
				assertEquals(batch.target().data()[i], batch.input().data()[i], 1, "noise, but no augmentation");
			}
		}
		assertEquals(35, seen.stream().distinct().count());
	}

	/** Channels of images are no classes: dark ones are not left out. */
	@Test
	void imagesOfSeveralChannelsAreLearnedFromWhateverTheirValues() throws FoveaException {
		final Raster dark = new Raster(8, 8, 2, new float[128]);
		Arrays.fill(dark.data(), -1);
		final Samples samples =
				Samples.ofImages(List.of(new Sample("dark", "dark", new Raster(8, 8, 2, new float[128]), dark)));
		final Samples.Split split = samples.split(0, 1, TrainingListener.NONE);
		assertEquals(4, new BatchMaker(CONFIG.withPatch(4).withBatch(1), split, true).steps());
	}
}
