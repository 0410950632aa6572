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

import fovea.check.Ranges;
import fovea.data.Sample;
import fovea.image.Raster;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What keeps a network from giving back its input as it is, so that it learns to denoise. Immutable and thread-safe.
 */
public sealed interface Noise permits Noise.Added, BlindSpots, Recorrupted {

	/**
	 * @param sample is not changed
	 * @param random decides
	 * @return the sample as the network learns from it
	 */
	Sample of(Sample sample, SplittableRandom random);

	/**
	 * @param whole image that samples are cut from
	 * @return what is right for those
	 */
	default Noise on(final Sample whole) {
		return this;
	}

	/** @return whether a network learns to take away noise that is the same at all gray values */
	default boolean isEven() {
		return true;
	}

	/**
	 * What a network learns to take away: put on the input, never on the target. Amounts are in units of the network's
	 * input, that is after its preprocessing; nothing is clipped unless it says so.
	 */
	sealed interface Added extends Noise {

		/**
		 * @param values are changed
		 * @param random decides
		 */
		void apply(float[] values, SplittableRandom random);

		/**
		 * @param raster is not changed
		 * @param random decides
		 * @return a noisy copy; without noise the raster itself
		 */
		default Raster applied(final Raster raster, final SplittableRandom random) {
			if (this instanceof None) return raster;
			final float[] values = raster.data().clone();
			apply(values, random);
			return raster.withData(values);
		}

		@Override
		default Sample of(final Sample sample, final SplittableRandom random) {
			return new Sample(sample.name(), sample.image(), applied(sample.input(), random), sample.target());
		}
	}

	/** Leaves the input as it is. */
	record None() implements Added {

		@Override
		public boolean isEven() {
			return false;
		}

		@Override
		public void apply(final float[] values, final SplittableRandom random) {
			// as it is
		}
	}

	/**
	 * Adds normally distributed numbers of mean 0. The standard deviation is drawn for each image, evenly from a range,
	 * so that a network learns to clean images of different quality.
	 *
	 * @param minSigma 0 or more
	 * @param maxSigma the same for a fixed one
	 */
	record Gaussian(double minSigma, double maxSigma) implements Added {

		public Gaussian {
			Ranges.require(
					minSigma >= 0 && maxSigma >= minSigma && maxSigma < Double.POSITIVE_INFINITY,
					"sigma of noise",
					"0 or more, and no maximum below the minimum",
					minSigma + " to " + maxSigma);
		}

		/** A fixed standard deviation. */
		public Gaussian(final double sigma) {
			this(sigma, sigma);
		}

		@Override
		public void apply(final float[] values, final SplittableRandom random) {
			final double sigma = minSigma + random.nextDouble() * (maxSigma - minSigma);
			for (int i = 0; i < values.length; i++) values[i] += (float) (sigma * random.nextGaussian());
		}
	}

	/**
	 * The noise of counting photons: a value v becomes a Poisson distributed number of mean {@code v * photons},
	 * divided by photons. Values of 0 and below stay as they are: the least of a normalized image is seldom 0 exactly,
	 * and cutting it off would move the mean of dark places. The number of photons is drawn for each image, evenly on a
	 * logarithmic scale, so that a tenth as many are as likely at each end of the range.
	 *
	 * @param minPhotons counted where the input is 1; above 0
	 * @param maxPhotons the same for a fixed number
	 */
	record Poisson(double minPhotons, double maxPhotons) implements Added {

		public Poisson {
			Ranges.require(
					minPhotons > 0 && maxPhotons >= minPhotons && maxPhotons < Double.POSITIVE_INFINITY,
					"photons",
					"a number above 0, and no maximum below the minimum",
					minPhotons + " to " + maxPhotons);
		}

		/** A fixed number of photons. */
		public Poisson(final double photons) {
			this(photons, photons);
		}

		@Override
		public boolean isEven() {
			return false;
		}

		@Override
		public void apply(final float[] values, final SplittableRandom random) {
			final double photons = minPhotons == maxPhotons
					? minPhotons
					: minPhotons * Math.pow(maxPhotons / minPhotons, random.nextDouble());
			for (int i = 0; i < values.length; i++)
				if (values[i] > 0) values[i] = (float) (PoissonNumbers.next(values[i] * photons, random) / photons);
		}
	}

	/**
	 * Some pixels become black or white, with even chances; channels one by one.
	 *
	 * @param fraction of the values, 0 to 1
	 * @param black what dead pixels have
	 * @param white what hot pixels have
	 */
	record SaltAndPepper(double fraction, double black, double white) implements Added {

		public SaltAndPepper {
			Ranges.require(fraction >= 0 && fraction <= 1, "fraction of salt and pepper", "0 to 1", fraction);
		}

		/** Between 0 and 1. */
		public SaltAndPepper(final double fraction) {
			this(fraction, 0, 1);
		}

		@Override
		public void apply(final float[] values, final SplittableRandom random) {
			for (int i = 0; i < values.length; i++) {
				final double chance = random.nextDouble();
				if (chance < fraction) values[i] = (float) (chance < fraction / 2 ? black : white);
			}
		}
	}

	/**
	 * One kind after another, for example photons, then the camera's own noise.
	 *
	 * @param parts in order
	 */
	record Mixed(List<Added> parts) implements Added {

		/** Copies the list. */
		public Mixed {
			parts = List.copyOf(parts);
		}

		@Override
		public boolean isEven() {
			return parts.stream().allMatch(Noise::isEven);
		}

		@Override
		public void apply(final float[] values, final SplittableRandom random) {
			for (final Added part : parts) part.apply(values, random);
		}
	}

	/**
	 * One of several, drawn anew for each image: for a network that meets images of different origin.
	 *
	 * @param choices equally likely; one that is named twice is twice as likely
	 */
	record OneOf(List<Added> choices) implements Added {

		/** Copies the list. */
		public OneOf {
			Ranges.require(!choices.isEmpty(), "kinds of noise", "1 or more", choices.size());
			choices = List.copyOf(choices);
		}

		/** @return whether one of them is: the network knows that, too */
		@Override
		public boolean isEven() {
			return choices.stream().anyMatch(Noise::isEven);
		}

		@Override
		public void apply(final float[] values, final SplittableRandom random) {
			choices.get(random.nextInt(choices.size())).apply(values, random);
		}
	}
}
