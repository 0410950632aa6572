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

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * How often which value occurs among pixels: sorted values with counts. Immutable. For 8- and 16-bit images the counts
 * are a full histogram, for float images those of a sample; NaN and infinite values are left out.
 */
final class Distribution {

	private final double[] values;
	private final long[] counts;
	private final long total;

	/**
	 * @param values ascending, not copied
	 * @param counts of each value, not copied
	 */
	Distribution(final double[] values, final long[] counts) {
		this.values = values;
		this.counts = counts;
		this.total = Arrays.stream(counts).sum();
	}

	/**
	 * @param samples in any order, all finite; sorted in place
	 * @param n how many there are, from the first on
	 */
	static Distribution ofSamples(final float[] samples, final int n) {
		Arrays.sort(samples, 0, n);
		int different = 0;
		for (int i = 0; i < n; i++) if (i == 0 || samples[i] != samples[i - 1]) different++;
		final double[] values = new double[different];
		final long[] counts = new long[different];
		for (int i = 0, at = -1; i < n; i++) {
			if (i == 0 || samples[i] != samples[i - 1]) values[++at] = samples[i];
			counts[at]++;
		}
		return new Distribution(values, counts);
	}

	/** @param histogram counts of the values 0, 1, 2, ... */
	static Distribution ofHistogram(final long[] histogram) {
		final int n = (int) Arrays.stream(histogram).filter(c -> c > 0).count();
		final double[] values = new double[n];
		final long[] counts = new long[n];
		for (int v = 0, i = 0; v < histogram.length; v++)
			if (histogram[v] > 0) {
				values[i] = v;
				counts[i++] = histogram[v];
			}
		return new Distribution(values, counts);
	}

	/** @return whether there is no value at all: every pixel is NaN */
	boolean isEmpty() {
		return total == 0;
	}

	/**
	 * @param percent 0 to 100
	 * @return the percentile with linear interpolation between neighbors in order, as numpy.percentile; 0 if empty
	 */
	double percentile(final double percent) {
		if (isEmpty()) return 0;
		final double rank = percent / 100 * (total - 1);
		final long below = (long) Math.floor(rank);
		final double lower = valueAt(below);
		final double upper = valueAt(Math.min(below + 1, total - 1));
		return lower + (rank - below) * (upper - lower);
	}

	/**
	 * @param percent 0 to 100
	 * @return the least value that at least so many percent of all values do not exceed, as numpy.percentile with
	 *     method "inverted_cdf"; 0 if empty
	 */
	double observedPercentile(final double percent) {
		if (isEmpty()) return 0;
		return valueAt(Math.max(0, (long) Math.ceil(percent / 100 * total) - 1));
	}

	/** @return part of the values strictly between two numbers, 0 to 1; 1 if empty */
	double share(final double above, final double below) {
		if (isEmpty()) return 1;
		long inside = 0;
		for (int i = 0; i < values.length; i++) if (values[i] > above && values[i] < below) inside += counts[i];
		return (double) inside / total;
	}

	private double valueAt(final long rank) {
		long seen = 0;
		for (int i = 0; i < values.length; i++) {
			seen += counts[i];
			if (rank < seen) return values[i];
		}
		return values[values.length - 1];
	}

	/** @return arithmetic mean, 0 if empty */
	double mean() {
		if (isEmpty()) return 0;
		double sum = 0;
		for (int i = 0; i < values.length; i++) sum += values[i] * counts[i];
		return sum / total;
	}

	/** @return standard deviation of the population, 0 if empty */
	double standardDeviation() {
		if (isEmpty()) return 0;
		final double mean = mean();
		double sum = 0;
		for (int i = 0; i < values.length; i++) sum += (values[i] - mean) * (values[i] - mean) * counts[i];
		return Math.sqrt(sum / total);
	}

	/**
	 * @param function what happens to each value
	 * @return the distribution afterwards
	 */
	Distribution map(final DoubleUnaryOperator function) {
		final double[] mapped = Arrays.stream(values).map(function).toArray();
		return sorted(mapped, counts);
	}

	/**
	 * @param other more pixels
	 * @return both together
	 */
	Distribution plus(final Distribution other) {
		final double[] v = Arrays.copyOf(values, values.length + other.values.length);
		System.arraycopy(other.values, 0, v, values.length, other.values.length);
		final long[] c = Arrays.copyOf(counts, v.length);
		System.arraycopy(other.counts, 0, c, counts.length, other.counts.length);
		return sorted(v, c);
	}

	/**
	 * @param other more pixels
	 * @return both together, equal values counted in one place, so that the order of parts does not count
	 */
	Distribution merged(final Distribution other) {
		final double[] v = new double[values.length + other.values.length];
		final long[] c = new long[v.length];
		int n = 0;
		for (int i = 0, j = 0; i < values.length || j < other.values.length; n++) {
			final boolean mine = j == other.values.length || i < values.length && values[i] <= other.values[j];
			v[n] = mine ? values[i] : other.values[j];
			if (i < values.length && values[i] == v[n]) c[n] += counts[i++];
			if (j < other.values.length && other.values[j] == v[n]) c[n] += other.counts[j++];
		}
		return new Distribution(Arrays.copyOf(v, n), Arrays.copyOf(c, n));
	}

	void write(final DataOutput to) throws IOException {
		to.writeInt(values.length);
		for (int i = 0; i < values.length; i++) {
			to.writeDouble(values[i]);
			to.writeLong(counts[i]);
		}
	}

	static Distribution read(final DataInput from) throws IOException {
		final int length = from.readInt();
		final double[] values = new double[length];
		final long[] counts = new long[length];
		for (int i = 0; i < length; i++) {
			values[i] = from.readDouble();
			counts[i] = from.readLong();
		}
		return new Distribution(values, counts);
	}

	private static Distribution sorted(final double[] values, final long[] counts) {
		boolean ascending = true;
		for (int i = 1; i < values.length && ascending; i++) ascending = values[i - 1] <= values[i];
		if (ascending) return new Distribution(values, counts);
		final Integer[] order = new Integer[values.length];
		Arrays.setAll(order, i -> i);
		Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
		final double[] v = new double[values.length];
		final long[] c = new long[values.length];
		for (int i = 0; i < order.length; i++) {
			v[i] = values[order[i]];
			c[i] = counts[order[i]];
		}
		return new Distribution(v, c);
	}
}
