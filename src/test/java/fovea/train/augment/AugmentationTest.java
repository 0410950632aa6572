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
package fovea.train.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.data.Sample;
import fovea.data.Seeds;
import fovea.image.Raster;
import fovea.train.Rasters;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AugmentationTest {

	@Property
	void fourTurnsAndTwoFlipsChangeNothing(
			@ForAll @IntRange(min = 1, max = 6) final int height,
			@ForAll @IntRange(min = 1, max = 6) final int width,
			@ForAll @IntRange(min = 1, max = 3) final int channels) {
		final Raster raster = Rasters.counting(height, width, channels);
		assertEquals(raster, raster.turned().turned().turned().turned());
		assertEquals(raster, raster.flippedX().flippedX());
		assertEquals(raster, raster.flippedY().flippedY());
		assertEquals(raster.turned().turned(), raster.flippedX().flippedY());
		assertEquals(raster.flippedX().turned(), raster.turned().flippedY());
	}

	@Test
	void turnsCounterClockwiseWithAllChannels() {
		final Raster raster = new Raster(2, 3, 2, new float[] {0, 10, 1, 11, 2, 12, 3, 13, 4, 14, 5, 15});
		// 0 1 2      2 5
		// 3 4 5  ->  1 4
		//            0 3
		assertEquals(new Raster(3, 2, 2, new float[] {2, 12, 5, 15, 1, 11, 4, 14, 0, 10, 3, 13}), raster.turned());
		assertEquals(new Raster(2, 3, 2, new float[] {2, 12, 1, 11, 0, 10, 5, 15, 4, 14, 3, 13}), raster.flippedX());
		assertEquals(new Raster(2, 3, 2, new float[] {3, 13, 4, 14, 5, 15, 0, 10, 1, 11, 2, 12}), raster.flippedY());
	}

	/** The target says of every pixel which one of the input it belongs to. */
	@Test
	void inputAndTargetMoveAlikeAndAllEightWaysAreEquallyOften() {
		final Raster input = Rasters.counting(4, 4, 1);
		final Sample sample = new Sample("s", "s", input, input.withData(doubled(input.data())));
		final Map<Raster, Integer> counts = new HashMap<>();
		final int n = 8000;
		for (int i = 0; i < n; i++) {
			final Sample moved =
					Augmentation.GEOMETRIC.apply(sample, false, Seeds.random(3, Seeds.Purpose.SAMPLE, 1, i));
			assertEquals(moved.input().withData(doubled(moved.input().data())), moved.target());
			counts.merge(moved.input(), 1, Integer::sum);
		}
		assertEquals(8, counts.size());
		// binomial, 6 sigma
		for (final int count : counts.values()) assertEquals(n / 8.0, count, 6 * Math.sqrt(n / 8.0 * 7 / 8));
	}

	private static float[] doubled(final float[] values) {
		final float[] doubled = values.clone();
		for (int i = 0; i < doubled.length; i++) doubled[i] *= 2;
		return doubled;
	}

	@Test
	void imagesThatAreNotSquareKeepTheirSize() {
		final Raster input = Rasters.counting(2, 3, 1);
		final Set<Raster> seen = new HashSet<>();
		for (int i = 0; i < 200; i++) {
			final Raster moved = Augmentation.GEOMETRIC
					.apply(Sample.itself("s", "s", input), true, new SplittableRandom(i))
					.input();
			assertTrue(moved.hasSizeOf(input));
			seen.add(moved);
		}
		assertEquals(4, seen.size());
	}

	@Test
	void intensityOfAnInputChangesNotThatOfItsClasses() {
		final Raster input = Rasters.counting(3, 3, 1);
		final Sample sample = new Sample("s", "s", input, Rasters.counting(3, 3, 2));
		final Augmentation augmentation =
				Augmentation.NONE.withIntensity(2, 0.5).withInversion(0.5);
		double leastGain = 2;
		double mostGain = -2;
		double leastMean = 100;
		double mostMean = -100;
		for (int i = 0; i < 3000; i++) {
			final Sample changed = augmentation.apply(sample, false, new SplittableRandom(i));
			assertSame(sample.target(), changed.target());
			final float[] v = changed.input().data();
			final double gain = (v[8] - v[0]) / 8;
			for (int k = 1; k < v.length; k++) assertEquals(gain, v[k] - v[k - 1], 1e-5);
			assertTrue(Math.abs(gain) >= 0.5 && Math.abs(gain) <= 1.5, "gain " + gain);
			assertTrue(
					Math.abs(v[4] - 4) <= 2.00001, "mean " + v[4]); // the mean of a symmetric image survives inversion
			leastGain = Math.min(leastGain, gain);
			mostGain = Math.max(mostGain, gain);
			leastMean = Math.min(leastMean, v[4]);
			mostMean = Math.max(mostMean, v[4]);
		}
		assertEquals(-1.5, leastGain, 0.02);
		assertEquals(1.5, mostGain, 0.02);
		assertEquals(2, leastMean, 0.02);
		assertEquals(6, mostMean, 0.02);
	}

	@Test
	void inversionExchangesBrightAndDarkWithinTheRange() {
		final Raster input = new Raster(1, 3, 1, new float[] {1, 2, 5});
		final Augmentation augmentation = Augmentation.NONE.withInversion(0.5);
		final Set<Raster> seen = new HashSet<>();
		for (int i = 0; i < 20; i++)
			seen.add(augmentation
					.apply(Sample.itself("s", "s", input), true, new SplittableRandom(i))
					.input());
		assertEquals(Set.of(input, new Raster(1, 3, 1, new float[] {5, 4, 1})), seen);
	}

	/** Else the network would be asked to guess the change. */
	@Test
	void imageTargetsChangeTheirIntensityWithTheInput() {
		final Raster input = Rasters.counting(3, 3, 1);
		final Augmentation augmentation = Augmentation.GEOMETRIC.withIntensity(1, 0.5);
		final Sample itself = augmentation.apply(Sample.itself("s", "s", input), true, new SplittableRandom(1));
		assertSame(itself.input(), itself.target());
		final Sample pair = augmentation.apply(
				new Sample("s", "s", input, input.withData(input.data().clone())), true, new SplittableRandom(1));
		assertEquals(pair.input(), pair.target());
		assertNotEquals(input, pair.input());
	}

	@Test
	void noneGivesTheSampleItself() {
		final Raster input = Rasters.counting(3, 3, 1);
		assertSame(
				input,
				Augmentation.NONE
						.apply(Sample.itself("s", "s", input), true, new SplittableRandom(1))
						.input());
		assertThrows(IllegalArgumentException.class, () -> Augmentation.NONE.withIntensity(0, 1));
	}

	@Property
	void gammaKeepsRangeAndOrderAndOneKeepsAll(
			@ForAll @DoubleRange(min = 0.2, max = 5) final double gamma,
			@ForAll @Size(min = 2, max = 20) final float[] draws) {
		final float[] values = new float[draws.length];
		for (int i = 0; i < values.length; i++) values[i] = (float) (3 * Math.sin(draws[i]) - 1);
		final Raster raster = new Raster(1, values.length, 1, values);
		final Raster changed = GammaCurve.of(gamma, raster).apply(raster);
		assertEquals(raster.range()[0], changed.range()[0], 1e-6);
		assertEquals(raster.range()[1], changed.range()[1], 1e-6);
		for (int i = 1; i < values.length; i++)
			if (values[i] > values[i - 1]) assertTrue(changed.data()[i] >= changed.data()[i - 1]);
		assertSame(raster, GammaCurve.of(1, raster).apply(raster));
	}

	@Test
	void gammaByHand() {
		final Raster raster = new Raster(1, 3, 1, new float[] {1, 2, 3});
		assertEquals(
				new Raster(1, 3, 1, new float[] {1, 1.5f, 3}),
				GammaCurve.of(2, raster).apply(raster));
		final Raster flat = Rasters.constant(2, 2, 5);
		assertSame(flat, GammaCurve.of(2, flat).apply(flat));
	}

	/**
	 * One curve for both: pixels of equal value stay equal, and none leaves the numbers where the target's range is
	 * larger.
	 */
	@Test
	void imageTargetsHaveTheGammaOfTheInputAndClassesNone() {
		final Raster input = new Raster(1, 4, 1, new float[] {1, 2, 3, 4});
		final Raster target = new Raster(1, 4, 1, new float[] {0, 2, 3, 5});
		final Augmentation augmentation = Augmentation.NONE.withGamma(new Span(2, 2));
		final Sample pair = augmentation.apply(new Sample("s", "s", input, target), true, new SplittableRandom(1));
		assertEquals(new Raster(1, 4, 1, new float[] {0, 0.8f, 1.8f, 5}), pair.target());
		assertEquals(new Raster(1, 4, 1, new float[] {0.2f, 0.8f, 1.8f, 3.2f}), pair.input());
		final Sample itself = augmentation.apply(Sample.itself("s", "s", input), true, new SplittableRandom(1));
		assertSame(itself.input(), itself.target());
		assertNotEquals(input, itself.input());
		assertSame(
				target,
				augmentation
						.apply(new Sample("s", "s", input, target), false, new SplittableRandom(1))
						.target());
	}

	@Test
	void blurIsOfTheInputAloneAndOfTheWholeSpan() {
		final float[] point = new float[21 * 21];
		point[10 * 21 + 10] = 1;
		final Sample sample = Sample.itself("s", "s", new Raster(21, 21, 1, point));
		final Augmentation augmentation = Augmentation.NONE.withBlur(new Span(1, 2));
		double least = 9;
		double most = 0;
		for (int i = 0; i < 2000; i++) {
			final Sample blurred = augmentation.apply(sample, false, new SplittableRandom(i));
			assertSame(sample.target(), blurred.target());
			double sum = 0;
			double squares = 0;
			for (int k = 0; k < point.length; k++) {
				sum += blurred.input().data()[k];
				squares += blurred.input().data()[k] * (k % 21 - 10) * (k % 21 - 10);
			}
			assertEquals(1, sum, 1e-5);
			least = Math.min(least, Math.sqrt(squares));
			most = Math.max(most, Math.sqrt(squares));
		}
		assertEquals(1, least, 0.02);
		assertEquals(2, most, 0.02);
	}

	/** What a seed gave before these changes could be made, it gives without them. */
	@Test
	void whatIsNotAskedForDrawsNothing() {
		final SplittableRandom random = new SplittableRandom(1);
		final SplittableRandom same = new SplittableRandom(1);
		Augmentation.GEOMETRIC.apply(Sample.itself("s", "s", Rasters.counting(3, 3, 1)), true, random);
		for (int i = 0; i < 2; i++) same.nextBoolean();
		same.nextInt(4);
		same.nextDouble();
		same.nextDouble();
		same.nextBoolean();
		assertEquals(same.nextLong(), random.nextLong());
	}

	@Test
	void spansAreChecked() {
		assertThrows(IllegalArgumentException.class, () -> new Span(2, 1));
		assertThrows(IllegalArgumentException.class, () -> new Span(0, Double.NaN));
		assertThrows(IllegalArgumentException.class, () -> Augmentation.NONE.withScale(new Span(0, 1)));
		assertThrows(IllegalArgumentException.class, () -> Augmentation.NONE.withGamma(new Span(0, 1)));
		assertThrows(IllegalArgumentException.class, () -> Augmentation.NONE.withBlur(new Span(-1, 1)));
		assertThrows(IllegalArgumentException.class, () -> Augmentation.NONE.withUntouched(1.1));
		assertThrows(IllegalArgumentException.class, () -> Augmentation.NONE.withUntouched(Double.NaN));
	}
}
