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
package fovea.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import fovea.base.FoveaException;
import fovea.data.Sample;
import fovea.data.Samples;
import fovea.image.Filters;
import fovea.image.Raster;
import fovea.infer.network.FloatTensor;
import fovea.io.Npy;
import fovea.io.NpyArray;
import fovea.train.Baseline;
import fovea.train.Baselines;
import fovea.train.LineNetwork;
import fovea.train.Rasters;
import fovea.train.Trainer;
import fovea.train.TrainingListener;
import fovea.train.TrainingResult;
import fovea.train.ValidationMetric;
import fovea.train.augment.Noise;
import fovea.train.config.TrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Against scikit-image and scipy, see scripts/fixtures/make_metrics.py. */
class MetricsTest {

	private static Path file(final String name) {
		return Path.of("src/test/resources/fovea/metrics", name);
	}

	private static Raster raster(final String name) throws FoveaException {
		final NpyArray array = Npy.read(file(name + ".npy"));
		return new Raster(array.shape()[0], array.shape()[1], 1, array.data());
	}

	private static double expected(final String name) throws IOException {
		return new ObjectMapper()
				.readTree(Files.readString(file("values.json")))
				.required(name)
				.asDouble();
	}

	private static boolean[] mask(final String name) throws FoveaException {
		final float[] data = raster(name).data();
		final boolean[] mask = new boolean[data.length];
		for (int i = 0; i < mask.length; i++) mask[i] = data[i] > 0;
		return mask;
	}

	private static int[] labels(final String name) throws FoveaException {
		final float[] data = raster(name).data();
		final int[] labels = new int[data.length];
		for (int i = 0; i < labels.length; i++) labels[i] = (int) data[i];
		return labels;
	}

	@Test
	void psnrAndSsimOfAPairOfImages() throws FoveaException, IOException {
		assertEquals(expected("psnr"), Metrics.psnr(raster("truth"), raster("noisy"), 1), 1e-9);
		assertEquals(expected("ssim"), Metrics.ssim(raster("truth"), raster("noisy"), 1), 1e-9);
		assertEquals(1, Metrics.ssim(raster("truth"), raster("truth"), 1), 1e-12);
		assertEquals(Double.POSITIVE_INFINITY, Metrics.psnr(raster("truth"), raster("truth"), 1));
		assertThrows(
				IllegalArgumentException.class,
				() -> Metrics.ssim(Rasters.counting(10, 11, 1), Rasters.counting(10, 11, 1), 1));
		assertThrows(
				IllegalArgumentException.class, () -> Metrics.psnr(raster("truth"), Rasters.counting(10, 11, 1), 1));
	}

	@Test
	void ssimDoesNotDependOnTheUnitOfTheValues() throws FoveaException, IOException {
		// Times a power of two, so that the values stay exact.
		assertEquals(
				expected("ssim"), Metrics.ssim(times(raster("truth"), 256), times(raster("noisy"), 256), 256), 1e-9);
	}

	@Test
	void ssimOfSeveralChannelsIsTheirMean() throws FoveaException, IOException {
		final Raster truth = raster("truth");
		final Raster noisy = raster("noisy");
		assertEquals((1 + expected("ssim")) / 2, Metrics.ssim(channels(truth, truth), channels(truth, noisy), 1), 1e-9);
		assertEquals((1 + expected("ssim")) / 2, Metrics.ssim(channels(truth, truth), channels(noisy, truth), 1), 1e-9);
	}

	@Test
	void ssimTakesImagesOfOneSizeFromTheWindowOn() {
		final Raster window = Rasters.counting(11, 11, 1);
		assertEquals(1, Metrics.ssim(window, window, 1), 1e-12);
		for (final Raster other : List.of(
				Rasters.counting(10, 11, 1),
				Rasters.counting(11, 10, 1),
				Rasters.counting(12, 12, 1),
				Rasters.counting(11, 11, 2)))
			assertThrows(IllegalArgumentException.class, () -> Metrics.ssim(window, other, 1));
		for (final Raster small : List.of(Rasters.counting(10, 11, 1), Rasters.counting(11, 10, 1)))
			assertTrue(assertThrows(IllegalArgumentException.class, () -> Metrics.ssim(small, small, 1))
					.getMessage()
					.startsWith("SSIM: expected at least 11 x 11 pixels"));
	}

	private static Raster times(final Raster raster, final float factor) {
		final float[] data = raster.data().clone();
		for (int i = 0; i < data.length; i++) data[i] *= factor;
		return new Raster(raster.height(), raster.width(), 1, data);
	}

	private static Raster channels(final Raster a, final Raster b) {
		final float[] data = new float[2 * a.data().length];
		for (int i = 0; i < a.data().length; i++) {
			data[2 * i] = a.data()[i];
			data[2 * i + 1] = b.data()[i];
		}
		return new Raster(a.height(), a.width(), 2, data);
	}

	@Test
	void objectsOfSeveralPlanesAddUp() {
		final ObjectMatches sum = new ObjectMatches(1, 20, 300).plus(new ObjectMatches(4, 50, 600));
		assertEquals(new ObjectMatches(5, 70, 900), sum);
		assertEquals(905, sum.trueObjects());
		assertEquals(75, sum.foundObjects());
		assertEquals(5 / 975.0, sum.averagePrecision(), 1e-15);
		assertTrue(ObjectMatches.NONE.plus(ObjectMatches.NONE).isEmpty());
	}

	@Test
	void iouAndDiceOfAPairOfMasks() throws FoveaException, IOException {
		assertEquals(expected("iou"), Metrics.iou(mask("mask"), mask("other-mask")), 1e-12);
		assertEquals(expected("dice"), Metrics.dice(mask("mask"), mask("other-mask")), 1e-12);
		assertEquals(1, Metrics.iou(new boolean[3], new boolean[3]));
		assertEquals(1, Metrics.dice(new boolean[3], new boolean[3]));
		assertEquals(0, Metrics.iou(new boolean[] {true, false}, new boolean[] {false, true}));
	}

	@Test
	void averagePrecisionOfObjects() throws FoveaException, IOException {
		assertEquals(expected("ap50"), Metrics.averagePrecision50(labels("labels"), labels("found")), 1e-12);
		assertEquals(1, Metrics.averagePrecision50(labels("labels"), labels("labels")));
		assertEquals(1, Metrics.averagePrecision50(new int[4], new int[4]));
		assertEquals(0, Metrics.averagePrecision50(new int[4], new int[] {1, 0, 0, 0}));
		// IoU of 0.5 sharp is no match: two such could be there
		assertEquals(0, Metrics.averagePrecision50(new int[] {1, 1}, new int[] {1, 0}));
	}

	@Test
	void filtersAndThresholdAreScipys() throws FoveaException, IOException {
		final Raster noisy = raster("noisy");
		assertArrayEquals(raster("median-1").data(), Filters.median(noisy, 1).data(), 0);
		assertArrayEquals(raster("median-2").data(), Filters.median(noisy, 2).data(), 0);
		assertArrayEquals(
				raster("gaussian-1.5").data(), Filters.gaussian(noisy, 1.5).data(), 1e-6f);
		// scikit-image gives the middle of the bin whose upper end is between the classes
		final float[] range = noisy.range();
		assertEquals(expected("otsu") + (range[1] - range[0]) / 512, Filters.otsu(noisy.data()), 1e-6);
		assertEquals(3, Filters.otsu(new float[] {3, 3}));
	}

	@Test
	void validationMetricsPoolBatches() {
		final ValidationMetric.MeanIou iou = new ValidationMetric.MeanIou(3);
		// truth 0 1 1 ignored, found 0 0 1 1; class 2 does not occur
		iou.add(
				new FloatTensor(new int[] {1, 2, 1, 3}, new float[] {1, 0, 0, 0, 1, 0}),
				new FloatTensor(new int[] {1, 2, 1, 3}, new float[] {0.9f, 0.1f, 0, 0.5f, 0.4f, 0.1f}));
		iou.add(
				new FloatTensor(new int[] {1, 2, 1, 3}, new float[] {0, 1, 0, 0, 0, 0}),
				new FloatTensor(new int[] {1, 2, 1, 3}, new float[] {0, 1, 0, 0, 1, 0}));
		assertEquals(0.5, iou.value(), 1e-12);
		final ValidationMetric.Psnr psnr = new ValidationMetric.Psnr(2);
		psnr.add(new FloatTensor(new int[] {1}, new float[] {1, 99}), new FloatTensor(new int[] {1}, new float[] {1, 0
		}));
		psnr.add(new FloatTensor(new int[] {1}, new float[] {1}), new FloatTensor(new int[] {1}, new float[] {0}));
		assertEquals(10 * Math.log10(4 / 0.5), psnr.value(), 1e-12);
	}

	@Test
	void baselinesDenoiseAtTheirBestSetting() {
		final SplittableRandom random = new SplittableRandom(1);
		final List<Sample> pairs = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			final Raster clean =
					Filters.gaussian(new Noise.Gaussian(1).applied(Rasters.constant(32, 32, 0), random), 3);
			pairs.add(new Sample("s" + i, "s" + i, new Noise.Gaussian(0.1).applied(clean, random), clean));
		}
		final List<Baseline> baselines = Baselines.denoise(pairs);
		assertEquals(
				List.of("input as it is", "median filter", "Gaussian filter"),
				baselines.stream().map(Baseline::method).toList());
		assertEquals("sigma 1.5", baselines.get(2).setting());
		assertTrue(baselines.get(2).scores().get("psnr")
				> baselines.get(1).scores().get("psnr"));
		assertTrue(baselines.get(1).scores().get("psnr")
				> baselines.get(0).scores().get("psnr") + 3);
		assertTrue(baselines.get(2).scores().get("ssim")
				> baselines.get(0).scores().get("ssim"));
	}

	/** A network that gives its input back scores what the untouched input does: the same patches, the same noise. */
	@Test
	void baselinesAndNetworkAreJudgedByTheSamePixels() throws FoveaException {
		final TrainingConfig config = TrainingConfig.of(LineNetwork.architecture())
				.withPatch(12)
				.withBatch(3)
				.withEpochs(1)
				.withNoise(new Noise.Gaussian(0.01, 0.5))
				.withValidationFraction(0.3);
		final Samples samples = Samples.ofImages(Rasters.line(6, 20, 30).samples().stream()
				.map(s -> Sample.itself(s.name(), s.image(), s.input()))
				.toList());
		final TrainingResult result = Trainer.train(
				config,
				samples,
				(architecture, weights, options) -> new LineNetwork(architecture, weights) {

					@Override
					public FloatTensor predict(final FloatTensor input) {
						return input;
					}
				},
				TrainingListener.NONE);
		assertEquals(
				result.history().get(0).metric().getAsDouble(),
				Baselines.of(config, samples, result.split()).get(0).scores().get("psnr"),
				1e-9);
	}
}
