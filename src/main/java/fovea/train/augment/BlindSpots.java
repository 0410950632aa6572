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
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Pixels that the network does not see and has to guess from those around them, so that it learns to denoise from noisy
 * images alone: what can be guessed is the image, noise that is independent from pixel to pixel cannot be. In each
 * square of {@code spacing} pixels one pixel of the input, drawn at random, gets another value in all channels; these
 * pixels alone count in the loss, the target of all others is NaN.
 *
 * <p>Noise2Void: Krull, Buchholz and Jug, "Noise2Void - Learning Denoising from Single Noisy Images", 2019; the median:
 * Höck et al., "N2V2 - Fixing Noise2Void Checkerboard Artifacts", 2022; hidden lines: Broaddus et al., "Removing
 * Structured Noise with Self-Supervised Blind-Spot Networks", 2020.
 *
 * @param spacing side of the squares in pixels, at least 2
 * @param radius of the neighborhood that values come from: a square of 2 radius + 1 pixels; at least 1
 * @param filling what is put in the place of the pixels
 * @param hidden pixels along which noise is correlated, hidden together with the spot
 */
public record BlindSpots(int spacing, int radius, Filling filling, Hidden hidden) implements Noise {

	/** What is put in the place of a hidden pixel. */
	public enum Filling {
		/** The value of a pixel of the neighborhood, drawn at random, never that of the pixel itself. */
		NEIGHBOR,

		/** The median of the neighborhood without the pixel itself. */
		MEDIAN
	}

	/**
	 * @param x pixels to the left and to the right of the spot, 0 or more
	 * @param y pixels above and below it, 0 or more
	 */
	public record Hidden(int x, int y) {

		/** The spot alone. */
		public static final Hidden SPOT = new Hidden(0, 0);

		/** Checks the ranges. */
		public Hidden {
			Ranges.require(x >= 0 && y >= 0, "hidden pixels", "0 or more", x + " x " + y);
		}
	}

	/** As measured, see docs/training.md. */
	public static final BlindSpots USUAL = new BlindSpots(8, 2, Filling.NEIGHBOR, Hidden.SPOT);

	/** Checks the ranges. */
	public BlindSpots {
		Ranges.require(spacing >= 2, "spacing of blind spots", "2 pixels or more", spacing);
		Ranges.require(radius >= 1, "radius of blind spots", "1 pixel or more", radius);
	}

	/** @return the same that hides other pixels with each spot */
	public BlindSpots with(final Hidden value) {
		return new BlindSpots(spacing, radius, filling, value);
	}

	/** @param sample whose target has the size of its input */
	@Override
	public Sample of(final Sample sample, final SplittableRandom random) {
		final Raster from = sample.input();
		final Raster wanted = sample.target();
		final float[] input = from.data().clone();
		final float[] target = new float[wanted.data().length];
		Arrays.fill(target, Float.NaN);
		for (int top = 0; top < from.height(); top += spacing)
			for (int left = 0; left < from.width(); left += spacing) {
				final int y = top + random.nextInt(spacing);
				final int x = left + random.nextInt(spacing);
				if (y >= from.height() || x >= from.width()) continue;
				hide(from, y, x, input, random);
				final int at = (y * wanted.width() + x) * wanted.channels();
				System.arraycopy(wanted.data(), at, target, at, wanted.channels());
			}
		return new Sample(sample.name(), sample.image(), from.withData(input), wanted.withData(target));
	}

	private void hide(final Raster from, final int y, final int x, final float[] input, final SplittableRandom random) {
		for (int row = Math.max(0, y - hidden.y); row <= Math.min(from.height() - 1, y + hidden.y); row++)
			for (int column = Math.max(0, x - hidden.x); column <= Math.min(from.width() - 1, x + hidden.x); column++)
				fill(from, row, column, input, random);
	}

	private void fill(final Raster from, final int y, final int x, final float[] input, final SplittableRandom random) {
		final int top = Math.max(0, y - radius);
		final int left = Math.max(0, x - radius);
		final int height = Math.min(from.height() - 1, y + radius) - top + 1;
		final int width = Math.min(from.width() - 1, x + radius) - left + 1;
		final int itself = (y - top) * width + x - left;
		final int others = height * width - 1;
		if (others == 0) return;
		final int drawn = random.nextInt(others);
		for (int c = 0; c < from.channels(); c++) {
			final int at = (y * from.width() + x) * from.channels() + c;
			if (filling == Filling.NEIGHBOR) {
				final int k = drawn < itself ? drawn : drawn + 1;
				input[at] = from.at(top + k / width, left + k % width, c);
			} else {
				final float[] values = new float[others];
				int n = 0;
				for (int k = 0; k <= others; k++)
					if (k != itself) values[n++] = from.at(top + k / width, left + k % width, c);
				Arrays.sort(values);
				input[at] = (values[(others - 1) / 2] + values[others / 2]) / 2;
			}
		}
	}
}
