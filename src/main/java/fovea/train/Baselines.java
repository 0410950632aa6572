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

import fovea.base.ModelException;
import fovea.data.Sample;
import fovea.data.Samples;
import fovea.image.Filters;
import fovea.image.Raster;
import fovea.metric.Metrics;
import fovea.train.augment.Noise;
import fovea.train.config.TrainingConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a person gets without a network, at its best: settings are chosen on the very samples that they are judged by,
 * which is more than a network is granted. Stateless and thread-safe.
 */
public final class Baselines {

	private static final int[] RADII = {1, 2, 3};
	private static final double[] SIGMAS = {0.5, 0.75, 1, 1.5, 2, 3};

	private Baselines() {}

	/**
	 * @param config of the training
	 * @param samples of the training
	 * @param split of the training
	 * @return where targets are images: median and Gaussian filter, on the very patches, with the very noise, that the
	 *     network was validated with; where each image is of one class: the class that most training images have; empty
	 *     where there is nothing to compare with: no validation samples, targets of another size, images that are to
	 *     come out as they are; and where pixels have classes, which {@code TrainingJudge} compares
	 * @throws ModelException if the network's layers do not fit
	 */
	public static List<Baseline> of(final TrainingConfig config, final Samples samples, final Samples.Split split)
			throws ModelException {
		final List<Sample> pairs = split.validation();
		if (samples.areLabels()) return pairs.isEmpty() ? List.of() : List.of(mostFrequent(samples, split));
		if (pairs.isEmpty() || !pairs.stream().allMatch(s -> s.input().hasSizeOf(s.target()))) return List.of();
		if (!samples.areImages()) return List.of();
		if (!pairs.stream().allMatch(s -> s.input().channels() == s.target().channels())) return List.of();
		// Nothing is nearer to an image than the image itself.
		if (config.noise() instanceof Noise.None && pairs.stream().allMatch(Sample::isItself)) return List.of();
		return denoise(new BatchMaker(config, split, true).validationSamples());
	}

	/** @return what is reached by saying the same of every image */
	private static Baseline mostFrequent(final Samples samples, final Samples.Split split) {
		final long[] training = counts(split.training(), samples.classes().size());
		int most = 0;
		for (int c = 1; c < training.length; c++) if (training[c] > training[most]) most = c;
		final double right = counts(split.validation(), training.length)[most];
		return new Baseline(
				"most frequent class",
				samples.classes().get(most).name(),
				Map.of("accuracy", right / split.validation().size()));
	}

	private static long[] counts(final List<Sample> labeled, final int classes) {
		final long[] counts = new long[classes];
		for (final Sample sample : labeled)
			for (int c = 0; c < classes; c++) if (sample.target().data()[c] > 0) counts[c]++;
		return counts;
	}

	/**
	 * @param pairs noisy inputs and clean targets, of the same sizes
	 * @return nothing done, median filter, Gaussian filter, with PSNR over all pixels (the peak is the range of the
	 *     targets) and, for images of 11 x 11 pixels or more, the mean SSIM
	 */
	public static List<Baseline> denoise(final List<Sample> pairs) {
		final double range = range(pairs);
		final Map<String, Baseline> best = new LinkedHashMap<>();
		for (final ClassicFilter filter : filters()) {
			final Baseline baseline =
					new Baseline(filter.method(), filter.setting(), scores(filter.function(), pairs, range));
			best.merge(
					filter.method(),
					baseline,
					(a, b) -> b.scores().get("psnr") > a.scores().get("psnr") ? b : a);
		}
		return List.copyOf(best.values());
	}

	/**
	 * What can be done to a noisy image without a network.
	 *
	 * @param method for people, for example "median filter"
	 * @param setting of the method, for example "5 x 5"; may be empty
	 * @param function gives an image of the same size and channels
	 */
	public record ClassicFilter(String method, String setting, UnaryOperator<Raster> function) {}

	/** @return nothing done, median filters, Gaussian filters, settings of one method side by side */
	public static List<ClassicFilter> filters() {
		final List<ClassicFilter> filters = new ArrayList<>();
		filters.add(new ClassicFilter("input as it is", "", UnaryOperator.identity()));
		for (final int radius : RADII)
			filters.add(new ClassicFilter(
					"median filter",
					(2 * radius + 1) + " x " + (2 * radius + 1),
					image -> Filters.median(image, radius)));
		for (final double sigma : SIGMAS)
			filters.add(
					new ClassicFilter("Gaussian filter", "sigma " + sigma, image -> Filters.gaussian(image, sigma)));
		return filters;
	}

	private static double range(final List<Sample> pairs) {
		float lo = Float.POSITIVE_INFINITY;
		float hi = Float.NEGATIVE_INFINITY;
		for (final Sample pair : pairs) {
			final float[] range = pair.target().range();
			lo = Math.min(lo, range[0]);
			hi = Math.max(hi, range[1]);
		}
		return hi > lo ? (double) hi - lo : 1;
	}

	private static Map<String, Double> scores(
			final UnaryOperator<Raster> filter, final List<Sample> pairs, final double range) {
		final ValidationMetric.Psnr psnr = new ValidationMetric.Psnr(range);
		double ssim = 0;
		boolean large = true;
		for (final Sample pair : pairs) {
			final Raster filtered = filter.apply(pair.input());
			psnr.add(pair.target(), filtered);
			large &= filtered.height() >= 11
					&& filtered.width() >= 11
					&& pair.target().isFinite();
			if (large) ssim += Metrics.ssim(pair.target(), filtered, range);
		}
		return large ? Map.of("psnr", psnr.value(), "ssim", ssim / pairs.size()) : Map.of("psnr", psnr.value());
	}

	/**
	 * @param image of any channels
	 * @return whether the mean of a pixel's channels is above Otsu's threshold for this image, row by row
	 */
	public static boolean[] aboveOtsu(final Raster image) {
		return above(image, otsuThreshold(image));
	}

	/**
	 * @param image of any channels
	 * @return Otsu's threshold for the mean of a pixel's channels
	 */
	public static double otsuThreshold(final Raster image) {
		return Filters.otsu(gray(image));
	}

	/**
	 * @param image of any channels
	 * @param threshold for the mean of a pixel's channels
	 * @return whether that is above the threshold, row by row
	 */
	public static boolean[] above(final Raster image, final double threshold) {
		final float[] gray = gray(image);
		final boolean[] above = new boolean[gray.length];
		for (int i = 0; i < gray.length; i++) above[i] = gray[i] > threshold;
		return above;
	}

	private static float[] gray(final Raster image) {
		final float[] gray = new float[image.height() * image.width()];
		for (int i = 0; i < image.data().length; i++) gray[i / image.channels()] += image.data()[i] / image.channels();
		return gray;
	}
}
