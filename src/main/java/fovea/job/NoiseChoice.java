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
import fovea.selfscore.NoiseShape;
import fovea.train.augment.BlindSpots;
import fovea.train.augment.Noise;
import fovea.train.augment.NoiseLevel;
import fovea.train.augment.Recorrupted;
import java.util.List;
import java.util.function.Predicate;
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
	 * The images are noisy, and there are no clean ones. Where the noise is independent from pixel to pixel, each image
	 * in which it is as much everywhere or symmetric becomes two that are noisier; else pixels are hidden, and with
	 * them those to which their noise is alike.
	 */
	record Noisy() implements NoiseChoice {

		/** Pixels to either side of a spot of which the whole line is hidden: more than patches have. */
		static final int LINE = 64;

		/** Where noise is alike in rows and columns: hidden to either side at most. */
		private static final int CLOSE = 4;

		private static final int MOST_IMAGES = 16;

		@Override
		public Noise of(final Samples samples) {
			final List<Raster> images = looked(samples);
			final NoiseShape shape = shape(images);
			if (shape.hasImpulses()) return BlindSpots.USUAL;
			if (most(images, image -> NoiseCorrelation.of(image).isCorrelated()))
				return BlindSpots.USUAL.with(hidden(shape));
			return images.stream().anyMatch(Recorrupted::isSuited) ? Recorrupted.USUAL : BlindSpots.USUAL;
		}

		/**
		 * @param samples noisy images
		 * @return whether single pixels are far off, so that what is in the middle is nearer to the truth than the mean
		 */
		static boolean hasImpulses(final Samples samples) {
			return shape(looked(samples)).hasImpulses();
		}

		/**
		 * @param samples noisy images
		 * @return whether each of them can become two with more noise
		 */
		static boolean areSuited(final Samples samples) {
			return looked(samples).stream().allMatch(Recorrupted::isSuited);
		}

		private static NoiseShape shape(final List<Raster> images) {
			return NoiseShape.middle(images.stream().map(NoiseShape::of).toList());
		}

		private static List<Raster> looked(final Samples samples) {
			final List<Sample> all = samples.samples();
			final int looked = Math.min(MOST_IMAGES, all.size());
			return IntStream.range(0, looked)
					.mapToObj(
							i -> all.get((int) ((long) i * all.size() / looked)).input())
					.toList();
		}

		private static boolean most(final List<Raster> images, final Predicate<Raster> are) {
			return images.stream().filter(are).count() > images.size() / 2;
		}

		private static BlindSpots.Hidden hidden(final NoiseShape shape) {
			if (shape.across() == 0 && shape.down() == 0) return new BlindSpots.Hidden(1, 1); // alike diagonally
			return shape.across() > 0 && shape.down() > 0
					? new BlindSpots.Hidden(Math.min(CLOSE, shape.across()), Math.min(CLOSE, shape.down()))
					: new BlindSpots.Hidden(line(shape.across()), line(shape.down()));
		}

		private static int line(final int alike) {
			return alike == NoiseShape.MOST ? LINE : alike;
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
