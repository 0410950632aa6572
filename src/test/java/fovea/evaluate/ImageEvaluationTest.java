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
package fovea.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.data.ImageSource;
import fovea.image.Image;
import fovea.image.Raster;
import fovea.infer.ProgressListener;
import fovea.metric.Metrics;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ImageEvaluationTest {

	private static ImageScore score(final Image image, final Image truth, final Peak peak) throws FoveaException {
		return new ImageEvaluation(
						Pictures.pairs(List.of(image), List.of(truth)),
						peak,
						AddedNoise.NONE,
						OptionalInt.empty(),
						List.of(ImageMethods.asItIs()))
				.score(0, ProgressListener.NONE)
				.get(0);
	}

	@Test
	void psnrOfAConstantDifference() throws FoveaException {
		final ImageScore score = score(Pictures.constant("a", 16, 110), Pictures.constant("a", 16, 100), Peak.BY_TYPE);
		assertEquals(List.of(255.0, 100.0), List.of(score.peak(), score.meanSquaredError()));
		assertEquals(256, score.values());
		assertEquals(20 * Math.log10(25.5), score.psnr(), 1e-12);
		assertEquals(Metrics.ssim(raster(100), raster(110), 255), score.ssim().getAsDouble());
	}

	private static Raster raster(final int value) {
		return Raster.planesOf(Pictures.constant("a", 16, value)).get(0);
	}

	@Test
	void thePeakIsThatOfTheTypeOrTheTruthOrANumber() throws FoveaException {
		final Image eight = Pictures.bytes("a", "10 60");
		final Image floats = Pictures.floats("a", 2, 0.5f, 2.5f);
		assertEquals(255, score(eight, eight, Peak.BY_TYPE).peak());
		assertEquals(50, score(eight, eight, Peak.OF_TRUTH).peak());
		assertEquals(2, score(floats, floats, Peak.BY_TYPE).peak());
		assertEquals(4095, score(floats, floats, Peak.fixed(4095)).peak());
		assertThrows(IllegalArgumentException.class, () -> Peak.fixed(0));
		final Image flat = Pictures.floats("flat.tif", 2, 3, 3);
		assertTrue(assertThrows(ImageException.class, () -> score(flat, flat, Peak.BY_TYPE))
				.getMessage()
				.contains("flat.tif"));
	}

	@Test
	void smallImagesHaveNoSsim() throws FoveaException {
		assertEquals(
				OptionalDouble.empty(),
				score(Pictures.constant("a", 10, 1), Pictures.constant("a", 10, 2), Peak.BY_TYPE)
						.ssim());
	}

	@Test
	void theMeanIsOverImagesAndThePooledOneOverPixels() throws FoveaException {
		// errors of 1 and 4 on 100 and 300 pixels, with peaks of 10 and 100
		final List<ImageScore> scores = List.of(
				new ImageScore("a", 10, 100, 1, OptionalDouble.of(0.5)),
				new ImageScore("b", 100, 300, 4, OptionalDouble.of(0.9)));
		final ImageSummary summary = ImageSummary.of(scores);
		assertEquals((20 + 10 * Math.log10(2500)) / 2, summary.meanPsnr(), 1e-12);
		assertEquals(0.7, summary.meanSsim().getAsDouble(), 1e-15);
		assertEquals(-10 * Math.log10((100 * 0.01 + 300 * 0.0004) / 400), summary.pooledPsnr(), 1e-12);
		assertEquals(
				OptionalDouble.empty(),
				ImageSummary.of(List.of(scores.get(0), new ImageScore("c", 1, 1, 1, OptionalDouble.empty())))
						.meanSsim());
	}

	@Test
	void noiseIsAPartOfThePeakAndDependsOnTheSeedAndTheImageOnly() throws FoveaException {
		final Image image = Pictures.constant("a", 100, 50);
		final Image other = Pictures.constant("b", 100, 50);
		final TruthPairs pairs = TruthPairs.ofThemselves(ImageSource.of("images", List.of(image, other)));
		final double first = noisy(pairs, 0.1, 1, 0);
		assertEquals(25.5, Math.sqrt(first), 0.5);
		assertEquals(first, noisy(pairs, 0.1, 1, 0));
		assertNotEquals(first, noisy(pairs, 0.1, 1, 1));
		assertNotEquals(first, noisy(pairs, 0.1, 2, 0));
		assertNotEquals(noisy(pairs, 0.1, 1, 1), noisy(pairs, 0.1, 2, 0));
		assertEquals(0, noisy(pairs, 0, 1, 0));
		assertThrows(IllegalArgumentException.class, () -> new AddedNoise(-1, 1));
	}

	/** @return mean squared error of the noisy image */
	private static double noisy(final TruthPairs pairs, final double sigma, final long seed, final int index)
			throws FoveaException {
		return new ImageEvaluation(
						pairs,
						Peak.BY_TYPE,
						new AddedNoise(sigma, seed),
						OptionalInt.empty(),
						List.of(ImageMethods.asItIs()))
				.score(index, ProgressListener.NONE)
				.get(0)
				.meanSquaredError();
	}

	@Test
	void filtersGetTheSameNoise() throws FoveaException {
		final TruthPairs pairs =
				TruthPairs.ofThemselves(ImageSource.of("images", List.of(Pictures.constant("a", 40, 100))));
		final ImageEvaluation evaluation = new ImageEvaluation(
				pairs, Peak.BY_TYPE, new AddedNoise(0.1, 1), OptionalInt.empty(), ImageMethods.filters());
		final List<ImageScore> scores = evaluation.score(0, ProgressListener.NONE);
		assertEquals("input as it is", evaluation.methods().get(0).name());
		assertEquals(noisy(pairs, 0.1, 1, 0), scores.get(0).meanSquaredError());
		for (final ImageScore filtered : scores.subList(1, scores.size()))
			assertTrue(filtered.psnr() > scores.get(0).psnr() + 3, filtered.toString());
	}

	@Test
	void whatCannotBeComparedIsTold() {
		final ImageException size = assertThrows(
				ImageException.class,
				() -> score(
						Pictures.constant("result.tif", 12, 1), Pictures.constant("truth.tif", 13, 1), Peak.BY_TYPE));
		assertTrue(
				size.getMessage().contains("12 x 12")
						&& size.getMessage().contains("13 x 13")
						&& size.getMessage().contains("truth.tif"),
				size.getMessage());
		final ImageException nan = assertThrows(
				ImageException.class,
				() -> score(
						Pictures.floats("result.tif", 1, 1, Float.NaN),
						Pictures.floats("truth.tif", 1, 1, 2),
						Peak.BY_TYPE));
		assertTrue(nan.getMessage().contains("result.tif"), nan.getMessage());
		assertThrows(ImageException.class, () -> TruthPairs.ofThemselves(ImageSource.of("none", List.of())));
	}
}
