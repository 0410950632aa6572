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
package fovea.infer;

import fovea.infer.network.FloatTensor;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One of the eight ways to lay a picture down, told by its rows and columns: first mirrored, then perhaps exchanged.
 * Works on tensors in which the two axes are anywhere. Immutable.
 *
 * @param rows whether their order is turned round
 * @param columns the same
 * @param exchanged whether rows become columns
 */
record Orientation(boolean rows, boolean columns, boolean exchanged) {

	/**
	 * @param count 1: as it is; 2: and its rows turned round; 4: and its columns; 8: and all these exchanged
	 * @return so many, the picture as it is first
	 */
	static List<Orientation> first(final int count) {
		return IntStream.range(0, count)
				.mapToObj(i -> new Orientation((i & 1) != 0, (i & 2) != 0, (i & 4) != 0))
				.toList();
	}

	/**
	 * @param upright a tensor; not changed
	 * @param row axis of its rows
	 * @param column axis of its columns
	 * @param reuse array for the result, used if it is long enough; may be empty
	 * @return the picture laid down this way: the same tensor where that is upright, else one of its own
	 */
	FloatTensor lay(final FloatTensor upright, final int row, final int column, final float[] reuse) {
		if (!rows && !columns && !exchanged) return upright;
		final int[] shape = shape(upright.shape(), row, column);
		final float[] laid = reuse.length >= upright.size() ? reuse : new float[upright.size()];
		new Walk(upright.shape(), row, column)
				.go((from, to, length) -> System.arraycopy(upright.data(), from, laid, to, length));
		return new FloatTensor(shape, laid);
	}

	/**
	 * @param laid a tensor whose picture lies this way; not changed
	 * @param row axis of its rows
	 * @param column axis of its columns
	 * @param sum of an upright picture of the same size, to which it is added
	 */
	void addUpright(final FloatTensor laid, final int row, final int column, final float[] sum) {
		new Walk(shape(laid.shape(), row, column), row, column).go((from, to, length) -> {
			for (int i = 0; i < length; i++) sum[from + i] += laid.data()[to + i];
		});
	}

	/** @return that of a tensor after it was laid down this way, or before it was */
	int[] shape(final int[] other, final int row, final int column) {
		final int[] shape = other.clone();
		if (exchanged) {
			shape[row] = other[column];
			shape[column] = other[row];
		}
		return shape;
	}

	private interface Step {

		/** Values that stay together: where they begin upright, where laid down, how many there are. */
		void at(int upright, int laid, int length);
	}

	/** Through all that lies in a row and column of an upright tensor. */
	private final class Walk {

		private final int outer;
		private final int first;
		private final int between;
		private final int second;
		private final int inner;
		private final boolean firstTurned;
		private final boolean secondTurned;

		Walk(final int[] upright, final int row, final int column) {
			final int lower = Math.min(row, column);
			final int upper = Math.max(row, column);
			outer = product(upright, 0, lower);
			first = upright[lower];
			between = product(upright, lower + 1, upper);
			second = upright[upper];
			inner = product(upright, upper + 1, upright.length);
			firstTurned = row < column ? rows : columns;
			secondTurned = row < column ? columns : rows;
		}

		private static int product(final int[] shape, final int from, final int to) {
			return IntStream.range(from, to).map(i -> shape[i]).reduce(1, Math::multiplyExact);
		}

		void go(final Step step) {
			final int laidFirst = exchanged ? second : first;
			final int laidSecond = exchanged ? first : second;
			int upright = 0;
			for (int o = 0; o < outer; o++)
				for (int i = 0; i < first; i++)
					for (int b = 0; b < between; b++)
						for (int j = 0; j < second; j++) {
							final int turnedFirst = firstTurned ? first - 1 - i : i;
							final int turnedSecond = secondTurned ? second - 1 - j : j;
							final int p = exchanged ? turnedSecond : turnedFirst;
							final int q = exchanged ? turnedFirst : turnedSecond;
							step.at(upright, (((o * laidFirst + p) * between + b) * laidSecond + q) * inner, inner);
							upright += inner;
						}
		}
	}
}
