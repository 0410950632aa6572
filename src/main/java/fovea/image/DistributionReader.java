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
package fovea.image;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.IntervalIndexer;

/**
 * Reads the distribution of values of an image, row by row. 8- and 16-bit images are counted in full up to
 * {@value #MAX_COUNTED} pixels; of larger ones, and of float images beyond {@value #MAX_SAMPLED} pixels, every k-th row
 * and every k-th pixel of it is taken, so that neither time nor memory grows with the largest images. NaN and infinite
 * values are left out.
 */
final class DistributionReader {

	/** Pixels of an integer image that are all counted. */
	static final long MAX_COUNTED = 1L << 29;
	/** Pixels of a float image that are all kept. */
	static final long MAX_SAMPLED = 1L << 22;

	/** Rows are counted by as many threads. */
	private static final int PARTS = 4;

	private DistributionReader() {}

	/**
	 * @param pixels any number of axes, zero-min
	 * @return the distribution of its values
	 */
	static Distribution read(final RandomAccessibleInterval<? extends RealType<?>> pixels) {
		return read(pixels, pixels);
	}

	/**
	 * @param pixels any number of axes, zero-min
	 * @param part of them
	 * @return the distribution of those values of the part that {@link #read(RandomAccessibleInterval)} looks at
	 */
	static Distribution read(final RandomAccessibleInterval<? extends RealType<?>> pixels, final Interval part) {
		final Object type = pixels.getType();
		if (type instanceof UnsignedByteType) return histogram(pixels, part, 1 << 8);
		if (type instanceof UnsignedShortType) return histogram(pixels, part, 1 << 16);
		return samples(pixels, part);
	}

	/**
	 * @param pixels any number of axes, zero-min; not read
	 * @param part of them, which is all of one value
	 * @param value of it
	 * @return what {@link #read(RandomAccessibleInterval, Interval)} would
	 */
	static Distribution constant(
			final RandomAccessibleInterval<? extends RealType<?>> pixels, final Interval part, final double value) {
		if (!Double.isFinite(value)) return new Distribution(new double[0], new long[0]);
		final boolean isCounted =
				pixels.getType() instanceof UnsignedByteType || pixels.getType() instanceof UnsignedShortType;
		final int step = step(pixels, isCounted ? MAX_COUNTED : MAX_SAMPLED);
		final long[] count = new long[1];
		forEachRow(pixels, part, step, position -> count[0]++);
		return new Distribution(new double[] {value}, new long[] {
			count[0] * ((part.dimension(0) - first(part, step) + step - 1) / step)
		});
	}

	/**
	 * @return bytes of memory that reading it and keeping the distribution while others are derived from it takes at
	 *     most
	 */
	static long bytes(final RandomAccessibleInterval<? extends RealType<?>> pixels) {
		if (pixels.getType() instanceof UnsignedByteType || pixels.getType() instanceof UnsignedShortType)
			return 1 << 23;
		return Math.min(size(pixels), MAX_SAMPLED) * (Float.BYTES + 3 * Long.BYTES);
	}

	private static Distribution histogram(
			final RandomAccessibleInterval<? extends RealType<?>> pixels, final Interval part, final int values) {
		final long[] counts = new long[values];
		IntStream.range(0, PARTS)
				.parallel()
				.mapToObj(turn -> count(pixels, part, values, turn))
				.forEachOrdered(turns -> {
					for (final int[] turn : turns) for (int v = 0; v < values; v++) counts[v] += turn[v];
				});
		return Distribution.ofHistogram(counts);
	}

	/**
	 * Neighbors are mostly alike; counting them in turn in separate tables keeps one addition from waiting for the
	 * last.
	 */
	private static int[][] count(
			final RandomAccessibleInterval<? extends RealType<?>> pixels,
			final Interval part,
			final int values,
			final int share) {
		final int[][] turns = new int[4][values];
		forEachRow(pixels, part, step(pixels, MAX_COUNTED), share, PARTS, (row, first, step) -> {
			for (int i = first, turn = 0; i < row.length; i += step, turn++) turns[turn & 3][(int) row[i]]++;
		});
		return turns;
	}

	private static Distribution samples(
			final RandomAccessibleInterval<? extends RealType<?>> pixels, final Interval part) {
		final int step = step(pixels, MAX_SAMPLED);
		final class Samples {

			private float[] values = new float[count(pixels, part, step)];
			private int n;

			void add(final float value) {
				if (!Float.isFinite(value)) return;
				values[n++] = value;
			}
		}
		final Samples samples = new Samples();
		forEachRow(pixels, part, step, 0, 1, (row, first, every) -> {
			for (int i = first; i < row.length; i += every) samples.add(row[i]);
		});
		return Distribution.ofSamples(samples.values, samples.n);
	}

	private static long size(final Interval pixels) {
		long size = 1;
		for (int d = 0; d < pixels.numDimensions(); d++) size *= pixels.dimension(d);
		return size;
	}

	/** @return how many pixels are visited at that step, at most */
	private static int count(final Interval pixels, final Interval part, final int step) {
		final long rows = size(part) / part.dimension(0);
		long parts = rows; // rows that follow one another in all pixels
		for (int d = 1; d < part.numDimensions() && parts > 0; d++) {
			parts /= part.dimension(d);
			if (part.dimension(d) < pixels.dimension(d)) break;
		}
		final long visited = Math.min(rows, rows / step + Math.max(1, parts));
		return Math.toIntExact(visited * ((part.dimension(0) + step - 1) / step));
	}

	/** The same step along rows and down them, so that a sample covers the plane evenly. */
	private static int step(final Interval pixels, final long most) {
		final long size = size(pixels);
		return size <= most ? 1 : (int) Math.ceil(Math.sqrt((double) size / most));
	}

	private interface RowVisitor {

		/** @param first of the row's pixels to look at, then every step-th */
		void visit(float[] row, int first, int step);
	}

	/**
	 * Visits every step-th row of all pixels, as far as they are in the part, of these every shares-th from share on.
	 */
	private static void forEachRow(
			final RandomAccessibleInterval<? extends RealType<?>> pixels,
			final Interval part,
			final int step,
			final int share,
			final int shares,
			final RowVisitor visitor) {
		final PrimitiveBlocks<FloatType> blocks = PixelBlocks.mirrored(pixels);
		final int[] size = new int[pixels.numDimensions()];
		Arrays.fill(size, 1);
		size[0] = Math.toIntExact(part.dimension(0));
		final float[] row = new float[size[0]];
		final int first = first(part, step);
		final long[] visited = new long[1];
		forEachRow(pixels, part, step, position -> {
			if (visited[0]++ % shares != share) return;
			blocks.copy(position, row, size);
			visitor.visit(row, first, step);
		});
	}

	/** @return the first column of a part that is looked at */
	private static int first(final Interval part, final int step) {
		return (int) Math.floorMod(-part.min(0), (long) step);
	}

	private static void forEachRow(
			final Interval pixels, final Interval part, final int step, final Consumer<long[]> visitor) {
		final int n = pixels.numDimensions();
		final long[] all = pixels.dimensionsAsLongArray();
		all[0] = 1;
		final long[] counts = part.dimensionsAsLongArray();
		counts[0] = 1;
		long rows = 1;
		for (final long count : counts) rows *= count;
		final long[] position = new long[n];
		for (long r = 0; r < rows; r++) {
			IntervalIndexer.indexToPosition(r, counts, position);
			for (int d = 1; d < n; d++) position[d] += part.min(d);
			position[0] = 0;
			if (IntervalIndexer.positionToIndex(position, all) % step != 0) continue;
			position[0] = part.min(0);
			visitor.accept(position);
		}
	}
}
