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
 * Brings objects of a shrunk plane back to the image's pixels. Whether a pixel is in an object is decided by the
 * probability of foreground between the four nearest pixels that the network saw, and by the objects of these in which;
 * so outlines are no stairs, and objects neither grow nor shrink.
 */
final class ShrunkPlane implements Rescaling {

	private static final float HALF = 0.5f;

	private final int width;
	private final Nearest columns;
	private final Nearest rows;
	private final float threshold;
	private final byte[] classes;
	private final int[] labels;
	private final int[] near = new int[4];
	private final float[] weights = new float[4];

	/**
	 * @param x columns
	 * @param y rows
	 * @param threshold of the probability of foreground
	 */
	ShrunkPlane(final Axis x, final Axis y, final double threshold) {
		width = x.there();
		this.threshold = (float) threshold;
		columns = Nearest.of(x);
		rows = Nearest.of(y);
		classes = new byte[Math.multiplyExact(width, y.there())];
		labels = new int[classes.length];
	}

	/**
	 * For each place of the image along an axis.
	 *
	 * @param first of the two nearest pixels seen
	 * @param second the other, the same at the edges
	 * @param weight of the second
	 */
	private record Nearest(int[] first, int[] second, float[] weight) {

		static Nearest of(final Axis of) {
			final int wanted = of.wanted();
			final Nearest nearest = new Nearest(new int[wanted], new int[wanted], new float[wanted]);
			for (int i = 0; i < wanted; i++) {
				final double at = (of.first() + i + 0.5) * of.seen() / of.pixels() - 0.5;
				final int floor = (int) Math.floor(at);
				nearest.first[i] = Math.max(0, Math.min(of.seen() - 1, floor)) - of.from();
				nearest.second[i] = Math.max(0, Math.min(of.seen() - 1, floor + 1)) - of.from();
				nearest.weight[i] = (float) (at - floor);
			}
			return nearest;
		}
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
		final boolean isProbability = probability != null && classifier.tellsForeground();
		int to = 0;
		for (int y = 0; y < rows.first.length; y++)
			for (int x = 0; x < columns.first.length; x++) take(x, y, probability, isProbability, target, to++);
		return found;
	}

	private void take(
			final int x,
			final int y,
			final float[] probability,
			final boolean isProbability,
			final Target target,
			final int to) {
		locate(x, y);
		float foreground = 0;
		for (int k = 0; k < near.length; k++)
			foreground += weights[k] * foreground(near[k], probability, isProbability);
		final int best = foreground >= (isProbability ? threshold : HALF) ? nearest(true) : -1;
		final int from = best >= 0 ? best : nearest(false);
		target.labels()[to] = best >= 0 ? labels[from] : 0;
		target.classes()[to] = best >= 0 ? classes[from] : 0;
		if (probability != null) target.probability()[to] = from >= 0 ? probability[from] : 1 - foreground;
	}

	private void locate(final int x, final int y) {
		for (int k = 0; k < near.length; k++) {
			final boolean right = (k & 1) != 0;
			final boolean below = (k & 2) != 0;
			near[k] = (below ? rows.second[y] : rows.first[y]) * width + (right ? columns.second[x] : columns.first[x]);
			weights[k] =
					(right ? columns.weight[x] : 1 - columns.weight[x]) * (below ? rows.weight[y] : 1 - rows.weight[y]);
		}
	}

	/** The probability is that of the class; what is not a number is none. */
	private float foreground(final int i, final float[] probability, final boolean isProbability) {
		if (!isProbability) return labels[i] == 0 ? 0 : 1;
		final float value = classes[i] == 0 ? 1 - probability[i] : probability[i];
		return Float.isNaN(value) ? 0 : value;
	}

	/**
	 * @return the nearest pixel seen of the object that has most of the weight, or of background; -1 if there is none
	 */
	private int nearest(final boolean inObject) {
		int best = -1;
		float most = 0;
		float own = 0;
		for (int k = 0; k < near.length; k++) {
			if (labels[near[k]] != 0 != inObject) continue;
			float sum = 0;
			for (int other = 0; other < near.length; other++)
				if (labels[near[other]] == labels[near[k]]) sum += weights[other];
			if (sum > most || sum == most && weights[k] > own) {
				best = near[k];
				most = sum;
				own = weights[k];
			}
		}
		return best;
	}
}
