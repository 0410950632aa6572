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
package fovea.data;

import fovea.image.Raster;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * How a part of a single annotated image is held out to validate on: squares, and around each a gap in which pixels do
 * not count, so that no pixel that is learned from sees a pixel that is validated on. Immutable and thread-safe.
 *
 * @param side of the squares in pixels, at least 1
 * @param gap in pixels, at least 0: the radius of the network's receptive field
 */
public record HeldOutBlocks(int side, int gap) {

	/** Between the name of a sample and the number of a square of it. */
	private static final String BLOCK = " block ";

	/** Places that are tried for each square. */
	private static final int TRIES = 200;

	/** Of each class at least this part stays to learn from. */
	private static final double LEFT = 0.7;

	/** Of a square at least this part counts, so that there is something to validate on. */
	private static final double COUNTING = 0.5;

	/**
	 * @param sample whose target has a class for each pixel
	 * @param fraction of the image to be held out, above 0 and below 1
	 * @param seed of the places
	 * @return the sample with squares and gaps that do not count, and the squares; empty where too little would be left
	 *     to learn from, or no square has both background and something else
	 */
	public Optional<Samples.Split> split(final Sample sample, final double fraction, final long seed) {
		return split(sample, sample.target().channels(), fraction, seed);
	}

	/**
	 * As {@link #split(Sample, double, long)}.
	 *
	 * @param classes how many of the target's channels, the first ones, are classes
	 */
	public Optional<Samples.Split> split(
			final Sample sample, final int classes, final double fraction, final long seed) {
		final Raster target = sample.target();
		if (sample.isItself() || !target.hasSizeOf(sample.input()) || classes < 2) return Optional.empty();
		if (side > Math.min(target.height(), target.width())) return Optional.empty();
		final double area = (double) target.height() * target.width();
		final int wanted = Math.max(1, (int) Math.round(fraction * area / ((double) side * side)));
		final SplittableRandom random = Seeds.random(seed, Seeds.Purpose.SPLIT);
		final long[] all = counts(target, classes, 0, 0, target.height(), target.width());
		final long[] now = all.clone();
		final float[] left = target.data().clone();
		final List<Sample> squares = new ArrayList<>();
		final Raster remaining = target.withData(left);
		for (int tries = 0; tries < TRIES * wanted && squares.size() < wanted; tries++) {
			final int y = random.nextInt(target.height() - side + 1);
			final int x = random.nextInt(target.width() - side + 1);
			if (!isTelling(counts(remaining, classes, y, x, y + side, x + side))) continue;
			final long[] lost = counts(remaining, classes, y - gap, x - gap, y + side + gap, x + side + gap);
			if (!leavesEnough(all, now, lost)) continue;
			squares.add(square(sample, y, x, squares.size() + 1));
			clear(remaining, y, x);
			for (int c = 0; c < now.length; c++) now[c] -= lost[c];
		}
		if (squares.isEmpty()) return Optional.empty();
		return Optional.of(new Samples.Split(
				List.of(new Sample(sample.name(), sample.image(), sample.input(), remaining)), squares));
	}

	private boolean isTelling(final long[] counts) {
		long counting = 0;
		for (final long count : counts) counting += count;
		return counts[0] > 0 && counting > counts[0] && counting >= COUNTING * side * side;
	}

	private static boolean leavesEnough(final long[] all, final long[] now, final long[] lost) {
		for (int c = 0; c < all.length; c++) if (now[c] - lost[c] < LEFT * all[c]) return false;
		return true;
	}

	private Sample square(final Sample sample, final int y, final int x, final int number) {
		return new Sample(
				sample.name() + BLOCK + number,
				sample.image(),
				sample.input().crop(y, x, side, side),
				sample.target().crop(y, x, side, side),
				sample.input());
	}

	private void clear(final Raster target, final int y, final int x) {
		final int channels = target.channels();
		for (int row = Math.max(0, y - gap); row < Math.min(target.height(), y + side + gap); row++)
			for (int i = (row * target.width() + Math.max(0, x - gap)) * channels;
					i < (row * target.width() + Math.min(target.width(), x + side + gap)) * channels;
					i++) target.data()[i] = 0;
	}

	/** @return pixels of each class in a part, which may reach beyond the image */
	private static long[] counts(
			final Raster target, final int classes, final int top, final int left, final int bottom, final int right) {
		final long[] counts = new long[classes];
		for (int y = Math.max(0, top); y < Math.min(target.height(), bottom); y++)
			for (int x = Math.max(0, left); x < Math.min(target.width(), right); x++)
				for (int c = 0; c < counts.length; c++) if (target.at(y, x, c) > 0) counts[c]++;
		return counts;
	}
}
