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

import fovea.base.FoveaException;
import fovea.data.ImageSource;
import fovea.data.SampleReader;
import fovea.data.Samples;
import fovea.image.Image;
import fovea.model.Normalization;
import fovea.train.TrainingListener;
import fovea.train.augment.NoiseLevel;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How noisy images are as they come, and what follows for a training to denoise where nobody said whether they are
 * clean.
 *
 * @param level standard deviation of the noise, as a part of the range between the percentiles 1 and 99.8, in the image
 *     in the middle
 */
public record OwnNoise(double level) {

	/**
	 * From this on images are noisy. Measured: means of 400 exposures have 0.003 to 0.023, photographs 0.008 to 0.038
	 * (fine texture counts), single exposures of few photons 0.042 to 0.147.
	 */
	static final double NOISY = 0.04;

	private static final int MOST_IMAGES = 16;

	/**
	 * @param images at least one; up to 16 of them are read
	 * @return the noise of the slices and frames in their middle
	 * @throws FoveaException if there are none, or one cannot be read
	 */
	public static OwnNoise of(final ImageSource images) throws FoveaException {
		final SampleReader reader =
				new SampleReader(Normalization.PERCENTILE.steps(), OptionalInt.empty(), TrainingListener.NONE);
		final Samples samples = reader.images(new Some(images, images.names()));
		return new OwnNoise(NoiseLevel.of(samples.samples()));
	}

	/** @return whether there is something to learn from these images as they are */
	public boolean isMuch() {
		return level >= NOISY;
	}

	/** @return the images as they are where they are noisy, else with noise put on */
	public NoiseChoice choice() {
		return isMuch() ? new NoiseChoice.Noisy() : new NoiseChoice.Automatic();
	}

	/** @return for example "noise of 8 % of the range of gray values" */
	@Override
	public String toString() {
		return String.format(Locale.ROOT, "noise of %.2g %% of the range of gray values", 100 * level);
	}

	/** Planes in the middle of images that are spread over all. */
	private record Some(ImageSource all, List<String> known) implements ImageSource {

		@Override
		public String name() {
			return all.name();
		}

		@Override
		public List<String> names() {
			return IntStream.range(0, Math.min(MOST_IMAGES, known.size()))
					.mapToObj(i -> known.get(place(i)))
					.toList();
		}

		@Override
		public Image read(final int index) throws FoveaException {
			final Image image = all.read(place(index));
			return image.at(image.size(Image.Z) / 2, image.size(Image.T) / 2);
		}

		private int place(final int index) {
			return (int) ((long) index * known.size() / Math.min(MOST_IMAGES, known.size()));
		}
	}
}
