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

import fovea.data.Samples;
import fovea.train.augment.Noise;
import fovea.train.augment.NoiseLevel;

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
