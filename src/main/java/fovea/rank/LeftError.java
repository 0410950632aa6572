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
package fovea.rank;

import fovea.base.FoveaException;
import fovea.image.Box;
import fovea.image.Image;
import fovea.image.ImageNoise;
import fovea.image.Raster;
import fovea.infer.LoadedModel;
import fovea.noise.NoiseCurve;
import fovea.noise.NoiseFit;
import fovea.noise.PhotonNoise;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * How far a denoised image is off still, without a clean one: Stein's unbiased risk estimate. With a noisy image y of N
 * pixels, of each of which the variance v of its noise is known, and a denoiser f,
 *
 * <pre>{@code
 * error = sum ((f(y) - y)^2 - v + 2 v df/dy) / N
 * }</pre>
 *
 * <p>has the mean squared error of f(y) as its expectation, where noise is normally distributed and independent from
 * pixel to pixel. The derivatives are found by a second run, on the image with a little more noise of random signs:
 * Ramani, Blu and Unser, "Monte-Carlo Sure: A Black-Box Optimization of Regularization Parameters for General Denoising
 * Algorithms", 2008. The variance is measured on the image itself, and where little is left beside it, its own error
 * hides that: then an upper bound is all that can be said.
 *
 * @param rms root of the mean squared error, in gray values; an upper bound if {@code bound}
 * @param bound whether there is less than that
 * @param noise standard deviation of the noise of the image, in gray values
 */
public record LeftError(double rms, boolean bound, double noise) {

	/** Of the pixels that a run computes, as many are computed twice. */
	static final double SHARE = 0.15;

	/** Sights that are looked at, about. */
	static final int SIGHTS = 3;

	/** Of the noise; what is less cannot be told from an error of its variance: measured, see docs/evaluation.md. */
	private static final double LEAST = 0.15;

	/** Of the noise; so much it may be then. */
	private static final double BOUND = 0.25;

	/** Of the noise: so little that a network is straight over it. */
	private static final double PROBE = 0.05;

	/**
	 * @param model that can be ranked on this image
	 * @param scoring of it
	 * @return what is left of the noise and lost of the image; empty where the image has no noise that can be measured
	 * @throws FoveaException if the run failed or was cancelled
	 */
	static Optional<LeftError> of(final LoadedModel model, final Scoring scoring) throws FoveaException {
		final Image image = scoring.image();
		final NetworkDenoiser denoiser =
				new NetworkDenoiser(model, scoring.options(), image, scoring.listener()::isCancelled);
		final List<DoubleUnaryOperator> deviations = deviations(image, scoring.part());
		final SplittableRandom random = new SplittableRandom(1);
		final Sums sums = new Sums();
		for (final Sight sight : sights(image, scoring.part())) {
			final Raster noisy = sight.of(image);
			final Raster denoised = denoiser.denoise(noisy, sight);
			final float[] probed = noisy.data().clone();
			final double[] steps = new double[probed.length];
			for (int i = 0; i < probed.length; i++) {
				final double deviation = deviations.get(i % noisy.channels()).applyAsDouble(denoised.data()[i]);
				steps[i] = random.nextBoolean() ? deviation : -deviation;
				probed[i] += (float) (PROBE * steps[i]);
			}
			sums.add(noisy, denoised, denoiser.denoise(noisy.withData(probed), sight), steps, sight);
		}
		return sums.error();
	}

	/** As many as there is time for, each part of the image once. */
	private static List<Sight> sights(final Image image, final Box part) {
		final double all = (double) part.width() * part.height() * image.size(Image.Z) * image.size(Image.T);
		final List<Sight> taken = new ArrayList<>();
		long pixels = 0;
		for (final Sight sight : Sights.of(image, part, (long) (SHARE * all / SIGHTS))) {
			final boolean again = taken.stream()
					.anyMatch(t ->
							t.box().equals(sight.box()) && t.slice() == sight.slice() && t.frame() == sight.frame());
			if (again || taken.size() >= SIGHTS && pixels + sight.pixels() > SHARE * all) break;
			pixels += sight.pixels();
			taken.add(sight);
		}
		return taken;
	}

	/** @return of each channel the standard deviation of its noise by the gray value, as it is denoised by, too */
	private static List<DoubleUnaryOperator> deviations(final Image image, final Box part) {
		final Raster sample = NoiseSample.plane(image, part);
		final List<DoubleUnaryOperator> deviations = new ArrayList<>();
		for (int c = 0; c < image.size(Image.C); c++) {
			final RandomAccessibleInterval<? extends RealType<?>> channel =
					Views.hyperSlice(image.pixels(), Image.C, c);
			final Optional<PhotonNoise> photons =
					ImageNoise.of(List.of(channel)).get(0).flatMap(NoiseFit::photons);
			if (photons.isPresent()) deviations.add(photons.get()::deviation);
			else deviations.add(NoiseCurve.of(FilteredImage.channel(sample, c), sample.width())::deviation);
		}
		return deviations;
	}

	/** Over pixels and channels. */
	private static final class Sums {

		private double residual;
		private double variance;
		private double divergence;
		private long count;

		void add(
				final Raster noisy,
				final Raster denoised,
				final Raster probed,
				final double[] steps,
				final Sight sight) {
			final int n = noisy.channels();
			for (int i = 0; i < steps.length; i++) {
				final int x = sight.box().x() + i / n % noisy.width();
				final int y = sight.box().y() + i / n / noisy.width();
				final double left = (double) denoised.data()[i] - noisy.data()[i];
				final double change = ((double) probed.data()[i] - denoised.data()[i]) / PROBE;
				if (!sight.counted().contains(x, y) || !Double.isFinite(left) || !Double.isFinite(change)) continue;
				residual += left * left;
				variance += steps[i] * steps[i];
				divergence += steps[i] * change;
				count++;
			}
		}

		Optional<LeftError> error() {
			if (!(variance > 0)) return Optional.empty();
			final double noise = Math.sqrt(variance / count);
			final double error = (residual - variance + 2 * divergence) / count;
			final double least = LEAST * noise;
			return Optional.of(
					error > least * least
							? new LeftError(Math.sqrt(error), false, noise)
							: new LeftError(BOUND * noise, true, noise));
		}
	}

	/** @return one line, for example "Left in the result: about 5.4 gray values (RMS) of noise and lost detail ..." */
	public String line() {
		return "Left in the result: " + (bound ? "less than " : "about ") + text(rms)
				+ " gray values (RMS) of noise and lost detail; the image has noise of " + text(noise);
	}

	private static String text(final double value) {
		return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 1 ? "%.1f" : "%.2g", value);
	}
}
