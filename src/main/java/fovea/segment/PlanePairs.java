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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.IntToLongFunction;

/**
 * Which objects of two neighboring planes are parts of the same. Two are candidates if their intersection over union
 * (IoU) is at least {@value #LEAST_IOU}, or that over the smaller of the two at least {@value #LEAST_COVER}: the last
 * section of a sphere is small and lies within the one before. Of the candidates those with the largest IoU are paired
 * first, and each object once, so nothing is merged in a plane. Cellpose (Stringer et al., 2021) stitches planes by the
 * same bound of the IoU, but without one for the smaller object. Where the IoU is the same, the pair decides that
 * shares the first pixel in raster order; so neither the numbers of the objects nor the order of the two planes
 * matters. Stateless.
 *
 * <p>Of 6816 spheres that touch, with exact outlines, IoU 0.25 alone cuts 1908 and merges 212; with a part of 0.9, 0.75
 * or 0.5 of the smaller one it cuts 6, 8 or 19 and merges 287, 318 or 424. Of 720 ellipsoids and cylinders whose
 * sections are moved by half a pixel, these cut 305, and 36, 21 or 10. So 0.75 is a compromise of merging spheres and
 * cutting what is seen with noise; docs/evaluation.md has all figures.
 */
final class PlanePairs {

	/** Least IoU of two candidates. */
	static final double LEAST_IOU = 0.25;

	/** Least intersection over the smaller of two candidates. */
	static final double LEAST_COVER = 0.75;

	private PlanePairs() {}

	/**
	 * Two objects.
	 *
	 * @param one label in the first plane
	 * @param other label in the second plane
	 */
	record Pair(int one, int other) {}

	/** Of two labels: pixels that both have, the first of them, intersection over union. */
	private record Overlap(Pair pair, long shared, int first, double iou) {}

	private static final class Shared {
		private final int first;
		private long pixels;

		Shared(final int first) {
			this.first = first;
		}
	}

	/**
	 * @param one labels of a plane's pixels, 0 for background
	 * @param other the same of the neighboring plane
	 * @param pixels of a label, of either plane; labels of the two differ, or have as many pixels
	 * @param fit whether a label of the first plane and one of the second may be parts of one object
	 * @return pairs of labels, each label in one of them at most; time is linear in the number of pixels
	 */
	static List<Pair> of(
			final int[] one,
			final int[] other,
			final IntToLongFunction pixels,
			final BiPredicate<Integer, Integer> fit) {
		return of(one, other, pixels, pixels, fit, LEAST_IOU, LEAST_COVER);
	}

	/** With other bounds; a cover above 1 is none. */
	static List<Pair> of(
			final int[] one,
			final int[] other,
			final IntToLongFunction onePixels,
			final IntToLongFunction otherPixels,
			final BiPredicate<Integer, Integer> fit,
			final double leastIou,
			final double leastCover) {
		final List<Overlap> candidates = new ArrayList<>();
		shared(one, other).forEach((pair, shared) -> {
			if (!fit.test(pair.one, pair.other)) return;
			final long a = onePixels.applyAsLong(pair.one);
			final long b = otherPixels.applyAsLong(pair.other);
			final double iou = shared.pixels / (double) (a + b - shared.pixels);
			if (iou >= leastIou || shared.pixels >= leastCover * Math.min(a, b))
				candidates.add(new Overlap(pair, shared.pixels, shared.first, iou));
		});
		candidates.sort(Comparator.comparingDouble(Overlap::iou).reversed().thenComparingInt(Overlap::first));
		final Map<Integer, Integer> ofOne = new HashMap<>();
		final Map<Integer, Integer> ofOther = new HashMap<>();
		final List<Pair> pairs = new ArrayList<>();
		for (final Overlap candidate : candidates) {
			final Pair pair = candidate.pair;
			if (ofOne.containsKey(pair.one) || ofOther.containsKey(pair.other)) continue;
			ofOne.put(pair.one, pair.other);
			ofOther.put(pair.other, pair.one);
			pairs.add(pair);
		}
		return pairs;
	}

	private static Map<Pair, Shared> shared(final int[] one, final int[] other) {
		final Map<Pair, Shared> all = new HashMap<>();
		Pair last = new Pair(0, 0);
		Shared shared = null;
		for (int i = 0; i < one.length; i++) {
			if (one[i] == 0 || other[i] == 0) continue;
			if (last.one != one[i] || last.other != other[i]) {
				final int first = i;
				last = new Pair(one[i], other[i]);
				shared = all.computeIfAbsent(last, pair -> new Shared(first));
			}
			shared.pixels++;
		}
		return all;
	}
}
