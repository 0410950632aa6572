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
package fovea.segment;

import fovea.infer.network.InferenceException;

/**
 * A plane that the network saw with more or fewer pixels than the image has. Objects are told apart where it saw them,
 * since the lines between them are one pixel wide there; then they come back to the image's pixels. A pixel of the
 * image is in an object if more than half of those that the network saw in it are in objects; most of these say in
 * which. Where the network saw fewer pixels than there are, each takes what was said of the one that its center lies
 * in. Not thread-safe.
 */
final class RescaledPlane implements Rescaling {

	private final int width;
	private final int[][] columns;
	private final int[][] rows;
	private final byte[] classes;
	private final int[] labels;

	/**
	 * @param x columns
	 * @param y rows
	 */
	RescaledPlane(final Axis x, final Axis y) {
		width = x.there();
		columns = spans(x);
		rows = spans(y);
		classes = new byte[Math.multiplyExact(width, y.there())];
		labels = new int[classes.length];
	}

	/**
	 * @return for each pixel of the image, first and last (not included) of those seen whose centers lie in it, or the
	 *     one it lies in
	 */
	private static int[][] spans(final Axis axis) {
		final int from = axis.seen();
		final int to = axis.pixels();
		final int[][] spans = new int[axis.wanted()][];
		for (int n = 0; n < spans.length; n++) {
			final int i = axis.first() + n;
			final int first = start(i, from, to) - axis.from();
			final int end = start(i + 1, from, to) - axis.from();
			final int nearest = (int) ((2L * i + 1) * from / (2L * to)) - axis.from();
			spans[n] = first < end ? new int[] {first, end} : new int[] {nearest, nearest + 1};
		}
		return spans;
	}

	/** Of the least j with {@code j + 0.5 >= i * from / to}. */
	private static int start(final int i, final int from, final int to) {
		return (int) -Math.floorDiv(to - 2L * i * from, 2L * to);
	}

	@Override
	public int reduce(
			final PlaneClassifier classifier,
			final int run,
			final int z,
			final int t,
			final float[] probability,
			final Labeling labeling,
			final Target target)
			throws InferenceException {
		classifier.classify(run, z, t, classes, probability);
		final int found = labeling.label(classes, width, labels);
		int to = 0;
		for (final int[] row : rows)
			for (final int[] column : columns) {
				final int label = winner(row, column);
				target.labels()[to] = label;
				take(row, column, label, probability, target, to++);
			}
		return found;
	}

	/**
	 * @return the label that most of the pixels in objects have, of equally many the first; 0 if no more than half are
	 *     in objects
	 */
	private int winner(final int[] row, final int[] column) {
		int covered = 0;
		int most = 0;
		int winner = 0;
		for (int y = row[0]; y < row[1]; y++)
			for (int x = column[0]; x < column[1]; x++) {
				final int label = labels[y * width + x];
				if (label == 0) continue;
				covered++;
				if (label == winner) continue;
				final int votes = votes(row, column, label);
				if (votes > most) {
					most = votes;
					winner = label;
				}
			}
		return 2 * covered > (row[1] - row[0]) * (column[1] - column[0]) ? winner : 0;
	}

	private int votes(final int[] row, final int[] column, final int label) {
		int votes = 0;
		for (int y = row[0]; y < row[1]; y++)
			for (int x = column[0]; x < column[1]; x++) if (labels[y * width + x] == label) votes++;
		return votes;
	}

	/** Class and mean probability of the pixels of a label. */
	private void take(
			final int[] row,
			final int[] column,
			final int label,
			final float[] probability,
			final Target target,
			final int to) {
		double sum = 0;
		int count = 0;
		for (int y = row[0]; y < row[1]; y++)
			for (int x = column[0]; x < column[1]; x++) {
				final int from = y * width + x;
				if (labels[from] != label) continue;
				if (count++ == 0) target.classes()[to] = classes[from];
				if (probability != null) sum += probability[from];
			}
		if (probability != null) target.probability()[to] = (float) (sum / count);
	}
}
