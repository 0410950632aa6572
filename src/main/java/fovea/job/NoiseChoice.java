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

import fovea.data.Sample;
import fovea.data.Samples;
import fovea.image.Raster;
import fovea.selfscore.NoiseCorrelation;
import fovea.train.augment.BlindSpots;
import fovea.train.augment.Noise;
import fovea.train.augment.NoiseLevel;
import fovea.train.augment.Recorrupted;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What a user chose of the noise that is put on images. */
public sealed interface NoiseChoice {

	/** @return the noise for images */
	Noise of(Samples samples);

	/** None is put on. */
	record Nothing() implements NoiseChoice {

		@Override
		public Noise of(final Samples samples) {
			return new Noise.None();
		}
	}

	/**
	 * The images are noisy, and there are no clean ones. Where the noise is independent from pixel to pixel, and as
	 * much everywhere, each image becomes two that are noisier; else pixels are hidden, and with them those in whose
	 * direction the noise is alike.
	 */
	record Noisy() implements NoiseChoice {

		/** Pixels at either side along which noise is hidden that is alike there. */
		private static final int ALONG = 8;

		private static final int MOST_IMAGES = 16;

		@Override
		public Noise of(final Samples samples) {
			final List<Sample> all = samples.samples();
			final int looked = Math.min(MOST_IMAGES, all.size());
			final List<Raster> images = IntStream.range(0, looked)
					.mapToObj(
							i -> all.get((int) ((long) i * all.size() / looked)).input())
					.toList();
			final List<NoiseCorrelation> correlations =
					images.stream().map(NoiseCorrelation::of).toList();
			final boolean correlated =
					correlations.stream().filter(NoiseCorrelation::isCorrelated).count() > looked / 2;
			if (!correlated) {
				final boolean even = images.stream().filter(Recorrupted::isEven).count() > looked / 2;
				return even ? Recorrupted.USUAL : BlindSpots.USUAL;
			}
			final double across = middle(correlations.stream().mapToDouble(NoiseCorrelation::across));
			final double down = middle(correlations.stream().mapToDouble(NoiseCorrelation::down));
			final BlindSpots.Hidden hidden = Math.abs(across) > Math.abs(down)
					? new BlindSpots.Hidden(ALONG, 0)
					: new BlindSpots.Hidden(0, ALONG);
			return new BlindSpots(
					BlindSpots.USUAL.spacing(), BlindSpots.USUAL.radius(), BlindSpots.USUAL.filling(), hidden);
		}

		private static double middle(final DoubleStream values) {
			final double[] sorted = values.sorted().toArray();
			return sorted[sorted.length / 2];
		}
	}

	/** @param noise that was named */
	record Given(Noise noise) implements NoiseChoice {

		@Override
		public Noise of(final Samples samples) {
			return noise;
		}
	}

	/**
	 * Gaussian noise, from none, so that the network learns to leave alone what is clean, to much; where the images
	 * have much of their own, to twice that.
	 */
	record Automatic() implements NoiseChoice {

		/** A fifth of the range between the percentiles that images are normalized by. */
		static final double USUAL = 0.2;

		@Override
		public Noise of(final Samples samples) {
			return new Noise.Gaussian(0, Math.max(USUAL, 2 * NoiseLevel.of(samples.samples())));
		}
	}
}
