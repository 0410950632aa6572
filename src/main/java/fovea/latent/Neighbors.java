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
package fovea.latent;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Which encodings are near each other: k nearest neighbors (Cover and Hart 1967) by the Euclidean distance, every one
 * looked at. Immutable and thread-safe.
 *
 * @param encodings among which neighbors are looked for
 */
public record Neighbors(Encodings encodings) {

	/**
	 * How well labels can be told from where encodings lie.
	 *
	 * @param correct how many have the label that most of their neighbors have
	 * @param all how many have a label, those without are left out
	 * @param k neighbors that were asked
	 */
	public record Score(int correct, int all, int k) {

		/** @return part of them that is correct; NaN if there is none */
		public double accuracy() {
			return all == 0 ? Double.NaN : correct / (double) all;
		}
	}

	/**
	 * @param z a point of the same space
	 * @param k at least 1
	 * @param but index of an encoding that does not count, as the point itself; -1: all count
	 * @return indices of the k nearest ones, or of all if these are fewer, the nearest first, of two as near the
	 *     earlier one
	 */
	public List<Integer> nearest(final float[] z, final int k, final int but) {
		return nearest(z, k, but, false);
	}

	private List<Integer> nearest(final float[] z, final int k, final int but, final boolean labeled) {
		if (k < 1) throw new IllegalArgumentException("neighbors: expected 1 or more, got " + k);
		if (z.length != encodings.dimensions())
			throw new IllegalArgumentException("expected " + encodings.dimensions() + " values, got " + z.length);
		record Found(int index, double distance) {}
		final Comparator<Found> nearer =
				Comparator.comparingDouble(Found::distance).thenComparingInt(Found::index);
		final PriorityQueue<Found> found = new PriorityQueue<>(nearer.reversed());
		for (int i = 0; i < encodings.size(); i++) {
			if (i == but || labeled && encodings.all().get(i).label().isEmpty()) continue;
			found.add(new Found(i, squaredDistance(z, encodings.all().get(i).z())));
			if (found.size() > k) found.remove();
		}
		return found.stream().sorted(nearer).map(Found::index).toList();
	}

	private static double squaredDistance(final float[] a, final float[] b) {
		double sum = 0;
		for (int d = 0; d < a.length; d++) sum += ((double) a[d] - b[d]) * ((double) a[d] - b[d]);
		return sum;
	}

	/**
	 * @param k neighbors that are asked, at least 1
	 * @return how many encodings with a label have that of most of their k nearest others with a label; of labels as
	 *     frequent among these, that of the nearest counts
	 */
	public Score leaveOneOut(final int k) {
		int correct = 0;
		int all = 0;
		for (int i = 0; i < encodings.size(); i++) {
			final Encoding own = encodings.all().get(i);
			if (own.label().isEmpty()) continue;
			all++;
			if (own.label().equals(vote(nearest(own.z(), k, i, true)))) correct++;
		}
		return new Score(correct, all, k);
	}

	private String vote(final List<Integer> neighbors) {
		final Map<String, Integer> votes = new HashMap<>();
		for (final int neighbor : neighbors)
			votes.merge(encodings.all().get(neighbor).label(), 1, Integer::sum);
		String winner = "";
		for (final int neighbor : neighbors) {
			final String label = encodings.all().get(neighbor).label();
			if (votes.get(label) > votes.getOrDefault(winner, 0)) winner = label;
		}
		return winner;
	}
}
