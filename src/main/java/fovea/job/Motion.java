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

import fovea.data.Neighbor;
import fovea.data.Sample;
import fovea.image.Raster;
import fovea.noise.NoiseCurve;
import fovea.selfscore.NoiseCorrelation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Planes that are to show the same differ by more than their noise, since something moved or changed its brightness.
 * The variance of the difference of two planes is compared with that of the noise that each of them has; where the
 * noise of neighboring pixels is alike, which hides it in a single plane, with the difference in the calmest quarter of
 * the plane.
 *
 * @param excess how many times the variance of the noise the difference has, above {@value #MOST}
 * @param between the two planes, for people
 * @param image that they are of
 * @param neighbor which planes are compared
 */
record Motion(double excess, String between, String image, Neighbor neighbor) {

	/** Less is nothing that could be seen in the result: noise alone has 1. */
	static final double MOST = 1.5;

	private static final int MOST_PAIRS = 32;
	private static final int BLOCK = 8;

	/** Of the mean squares of noise in blocks, white or as alike as in three pixels of a row, that quantile. */
	private static final double QUARTER = 0.85;

	/**
	 * @param samples of which each two are a pair in both directions
	 * @param neighbor which planes are pairs
	 * @return the pair that differs most, of up to {@value #MOST_PAIRS}, evenly over all; empty where none differs by
	 *     more than noise, or the planes are too small to tell
	 */
	static Optional<Motion> of(final List<Sample> samples, final Neighbor neighbor) {
		final int pairs = samples.size() / 2;
		final int looked = Math.min(MOST_PAIRS, pairs);
		Motion most = null;
		for (int i = 0; i < looked; i++) {
			final Sample pair = samples.get(2 * (int) ((long) i * pairs / looked));
			final double excess = excess(pair.input(), pair.target());
			if (excess > (most == null ? MOST : most.excess))
				most = new Motion(excess, pair.name(), pair.image(), neighbor);
		}
		return Optional.ofNullable(most);
	}

	/** Of the channel in which it is most; 0 where it cannot be told. */
	private static double excess(final Raster first, final Raster second) {
		final boolean correlated = NoiseCorrelation.of(first).isCorrelated();
		double most = 0;
		for (int c = 0; c < first.channels(); c++) {
			final float[] one = channel(first, c);
			final float[] other = channel(second, c);
			final double[] blocks = differences(one, other, first.width());
			final double noise = correlated
					? calm(blocks)
					: NoiseCurve.of(one, first.width()).mean()
							+ NoiseCurve.of(other, first.width()).mean();
			if (noise > 0) most = Math.max(most, Arrays.stream(blocks).average().orElse(0) / noise);
		}
		return most;
	}

	private static float[] channel(final Raster raster, final int c) {
		final float[] values = new float[raster.height() * raster.width()];
		for (int i = 0; i < values.length; i++) values[i] = raster.data()[i * raster.channels() + c];
		return values;
	}

	/** @return mean squares of the difference, less its mean over the plane, in blocks that lie in the plane whole */
	private static double[] differences(final float[] one, final float[] other, final int width) {
		final int columns = width / BLOCK;
		final int rows = one.length / width / BLOCK;
		double mean = 0;
		for (int i = 0; i < one.length; i++) mean += ((double) one[i] - other[i]) / one.length;
		final double[] blocks = new double[rows * columns];
		for (int y = 0; y < rows * BLOCK; y++)
			for (int x = 0; x < columns * BLOCK; x++) {
				final double difference = (double) one[y * width + x] - other[y * width + x] - mean;
				blocks[y / BLOCK * columns + x / BLOCK] += difference * difference / (BLOCK * BLOCK);
			}
		return blocks;
	}

	/**
	 * @return of blocks of noise alone their mean: such are a quarter of a plane at least, where not all of it moved
	 */
	private static double calm(final double[] blocks) {
		final double[] sorted = blocks.clone();
		Arrays.sort(sorted);
		return sorted.length == 0 ? 0 : sorted[sorted.length / 4] / QUARTER;
	}

	/** @return one line: what was found, and what it does to the result */
	@Override
	public String toString() {
		return String.format(
				Locale.ROOT,
				"%s: the %ss differ by more than noise (%.1f times its variance in %s): what moves will be blurred",
				image,
				neighbor.kind(),
				excess,
				between);
	}
}
