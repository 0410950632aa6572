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

import fovea.data.Sample;
import fovea.image.Raster;
import fovea.image.Resampling;
import java.util.SplittableRandom;

/**
 * Squares cut from samples. Immutable and thread-safe.
 *
 * @param side in pixels
 * @param scale how much larger things become: the part that is cut has {@code side / scale} pixels (rounded), but not
 *     more than the image, and is resized to the side; {@link Span#ONE}: it is cut as it is
 * @param imageTargets whether targets are images, which are resized like the input, or classes, which are not mixed
 */
public record Patches(int side, Span scale, boolean imageTargets) {

	/**
	 * @param sample of at least the side; its target has the input's size
	 * @param places where its patches are cut
	 * @param random decides scale and place
	 * @return input and target of the same place; the same raster if they were
	 */
	public Sample draw(final Sample sample, final Places places, final SplittableRandom random) {
		final int height = sample.input().height();
		final int width = sample.input().width();
		final long wanted = Math.max(1, Math.round(side / scale.drawRatio(random)));
		final int part = (int) Math.min(wanted, Math.min(height, width));
		final int[] corner = places.draw(height, width, part, random);
		return resized(cut(sample, corner[0], corner[1], part, part));
	}

	/** As {@link #draw(Sample, Places, SplittableRandom)}, anywhere. */
	public Sample draw(final Sample sample, final SplittableRandom random) {
		return draw(sample, Places.ANYWHERE, random);
	}

	private Sample resized(final Sample sample) {
		final Raster input = Resampling.bilinear(sample.input(), side, side);
		if (sample.isItself()) return new Sample(sample.name(), sample.image(), input, input);
		return new Sample(
				sample.name(),
				sample.image(),
				input,
				imageTargets
						? Resampling.bilinear(sample.target(), side, side)
						: Resampling.nearest(sample.target(), side, side));
	}

	/** @return a part of the sample; the target as it is where that is the class of the whole image */
	public static Sample cut(final Sample sample, final int y, final int x, final int height, final int width) {
		final Raster input = sample.input().crop(y, x, height, width);
		return new Sample(
				sample.name(),
				sample.image(),
				input,
				sample.isItself()
						? input
						: sample.target().hasSizeOf(sample.input())
								? sample.target().crop(y, x, height, width)
								: sample.target());
	}
}
