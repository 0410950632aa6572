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
package fovea.noise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How the variance of an image's noise grows with its gray value, measured on the image itself. In blocks of 8 x 8
 * pixels the mean, and the variance of what is left by a filter that takes planes and straight edges away (Immerkaer,
 * "Fast Noise Variance Estimation", 1996); of blocks of like means a low quantile of the variances, which are those
 * where the image has no structure; a line through them, in which single ones that lie far off count little. Immutable.
 *
 * @param gain variance for each unit of the gray value
 * @param offset variance at the gray value 0
 * @param explained part of how the variances differ that the line explains, at most 1; relative to the variances
 * @param error median distance of the variances from the line, relative to them
 */
public record NoiseFit(double gain, double offset, double explained, double error) {

	private static final int BLOCK = 8;
	private static final double QUANTILE = 0.25;

	/** Of the variances of blocks of white noise of variance 1, that quantile. */
	private static final double WHITE = 0.7684;

	private static final int MOST_BINS = 20;
	private static final int LEAST_BINS = 4;
	private static final int BLOCKS_OF_A_BIN = 64;
	private static final int ROUNDS = 20;

	/** Of all planes together, evenly spread; more tell nothing new. */
	private static final int MOST_BLOCKS = 1 << 13;

	/** A block with more than this part of the least or the largest value of the image is clipped. */
	private static final double CLIPPED = 0.05;

	private static final double EXPLAINED = 0.9;
	private static final double ERROR = 0.1;

	/** What a block says. */
	private record Block(double mean, double variance) {}

	/**
	 * @param planes of one image, all of this width and of the same scale of gray values
	 * @param width in pixels
	 * @return the fit; empty where the planes are too small, hold no noise or one gray value only
	 */
	public static Optional<NoiseFit> of(final List<float[]> planes, final int width) {
		final Bins bins = bins(planes, width, LEAST_BINS);
		final int n = bins.means.length;
		if (n == 0 || Arrays.stream(bins.variances).anyMatch(v -> !(v > 0))) return Optional.empty();
		return bins.means[n - 1] > bins.means[0] ? Optional.of(line(bins.means, bins.variances)) : Optional.empty();
	}

	/** Mean and variance of the noise of blocks of like means, by the mean. */
	record Bins(double[] means, double[] variances) {}

	/** @return as many as there are blocks for; none for less than so many */
	static Bins bins(final List<float[]> planes, final int width, final int least) {
		final int step = step(planes, width);
		final List<Block> blocks = new ArrayList<>();
		for (final float[] plane : planes) collect(plane, width, step, blocks);
		final int bins = Math.min(MOST_BINS, Math.max(blocks.size() / BLOCKS_OF_A_BIN, Math.min(1, blocks.size())));
		if (bins < least) return new Bins(new double[0], new double[0]);
		blocks.sort(Comparator.comparingDouble(Block::mean));
		final double[] means = new double[bins];
		final double[] variances = new double[bins];
		for (int i = 0; i < bins; i++) {
			final List<Block> bin = blocks.subList(i * blocks.size() / bins, (i + 1) * blocks.size() / bins);
			means[i] = bin.get(bin.size() / 2).mean;
			variances[i] = quantile(bin) / WHITE;
		}
		return new Bins(means, variances);
	}

	/**
	 * @return the noise, where the line fits: it rises, and explains nine tenths of how the variances differ, from
	 *     which they are a tenth off at most; empty where the noise is the same everywhere, or of another kind
	 */
	public Optional<PhotonNoise> photons() {
		return gain > 0 && explained >= EXPLAINED && error <= ERROR
				? Optional.of(new PhotonNoise(gain, offset))
				: Optional.empty();
	}

	/** @return for example "variance of the noise = 12.3 x gray value - 45 (explains 99 %)" */
	@Override
	public String toString() {
		return String.format(
				Locale.ROOT,
				"variance of the noise = %.3g x gray value %s %.3g (explains %d %%)",
				gain,
				offset < 0 ? "-" : "+",
				Math.abs(offset),
				Math.round(100 * Math.max(0, explained)));
	}

	private static int step(final List<float[]> planes, final int width) {
		final long blocks = planes.stream()
				.mapToLong(plane -> (long) (width / BLOCK) * (plane.length / width / BLOCK))
				.sum();
		return (int) Math.max(1, (blocks + MOST_BLOCKS - 1) / MOST_BLOCKS);
	}

	/** Every step-th block. */
	private static void collect(final float[] plane, final int width, final int step, final List<Block> blocks) {
		final int height = plane.length / width;
		float lo = Float.POSITIVE_INFINITY;
		float hi = Float.NEGATIVE_INFINITY;
		for (final float value : plane) {
			if (value < lo) lo = value; // never for NaN
			if (value > hi) hi = value;
		}
		final float least = lo;
		final float most = hi;
		final int columns = Math.max(0, (width - 2) / BLOCK);
		final int rows = Math.max(0, (height - 2) / BLOCK);
		IntStream.range(0, (rows * columns + step - 1) / step)
				.parallel()
				.map(i -> i * step)
				.mapToObj(i -> block(plane, width, 1 + i / columns * BLOCK, 1 + i % columns * BLOCK, least, most))
				.filter(Objects::nonNull)
				.forEachOrdered(blocks::add);
	}

	/** @return null where it is clipped, or holds what is no number */
	private static Block block(
			final float[] plane, final int width, final int top, final int left, final float lo, final float hi) {
		double sum = 0;
		double squares = 0;
		int clipped = 0;
		for (int y = top; y < top + BLOCK; y++)
			for (int x = left; x < left + BLOCK; x++) {
				final float value = plane[y * width + x];
				if (value == lo || value == hi) clipped++;
				sum += value;
				final double rest = second(plane, (y - 1) * width + x)
						- 2 * second(plane, y * width + x)
						+ second(plane, (y + 1) * width + x);
				squares += rest * rest / 36;
			}
		final double n = BLOCK * BLOCK;
		return clipped > CLIPPED * n || !Double.isFinite(squares) ? null : new Block(sum / n, squares / n);
	}

	private static double second(final float[] plane, final int at) {
		return plane[at - 1] - 2.0 * plane[at] + plane[at + 1];
	}

	private static double quantile(final List<Block> bin) {
		final double[] all = bin.stream().mapToDouble(Block::variance).sorted().toArray();
		return all[(int) (QUANTILE * (all.length - 1))];
	}

	/** Least squares of the relative distances, again and again with less weight for those that are far off. */
	private static NoiseFit line(final double[] means, final double[] variances) {
		final int n = means.length;
		final double[] weights = new double[n];
		Arrays.fill(weights, 1);
		final double[] distances = new double[n];
		double gain = 0;
		double offset = 0;
		for (int round = 0; round < ROUNDS; round++) {
			double s = 0;
			double sx = 0;
			double sy = 0;
			double sxx = 0;
			double sxy = 0;
			for (int i = 0; i < n; i++) {
				final double w = weights[i] / (variances[i] * variances[i]);
				s += w;
				sx += w * means[i];
				sy += w * variances[i];
				sxx += w * means[i] * means[i];
				sxy += w * means[i] * variances[i];
			}
			gain = (s * sxy - sx * sy) / (s * sxx - sx * sx);
			offset = (sy - gain * sx) / s;
			for (int i = 0; i < n; i++) distances[i] = Math.abs(gain * means[i] + offset - variances[i]) / variances[i];
			final double typical = median(distances) + 1e-9;
			for (int i = 0; i < n; i++) weights[i] = 1 / Math.max(1, distances[i] / (2 * typical));
		}
		return new NoiseFit(gain, offset, explained(variances, distances), median(distances));
	}

	/** Against the geometric mean of the variances. */
	private static double explained(final double[] variances, final double[] distances) {
		double logs = 0;
		for (final double variance : variances) logs += Math.log(variance) / variances.length;
		double left = 0;
		double all = 0;
		for (int i = 0; i < variances.length; i++) {
			final double distance = (variances[i] - Math.exp(logs)) / variances[i];
			left += distances[i] * distances[i];
			all += distance * distance;
		}
		return all == 0 ? 0 : 1 - left / all;
	}

	private static double median(final double[] values) {
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}
}
