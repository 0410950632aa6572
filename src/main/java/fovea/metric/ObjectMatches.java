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
package fovea.metric;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Which objects were found, as the 2018 Data Science Bowl defines it (Caicedo et al., Nucleus segmentation across
 * imaging experiments, Nature Methods 16, 2019): an object is found if one of the found ones has an IoU above 0.5 with
 * it, which only one can have. Those of several images can be added up, for a measure over all objects.
 *
 * @param truePositives objects of the truth that were found
 * @param falsePositives found objects that match none of the truth
 * @param falseNegatives objects of the truth that were not found
 */
public record ObjectMatches(int truePositives, int falsePositives, int falseNegatives) {

	/** No objects at all. */
	public static final ObjectMatches NONE = new ObjectMatches(0, 0, 0);

	/**
	 * @param truth number of the object of each pixel, 0 for background; any numbers
	 * @param found likewise, as long
	 * @param mayMatch whether an object of the truth and a found one, by their numbers, are of the same kind
	 * @return what matches
	 */
	public static ObjectMatches of(final int[] truth, final int[] found, final BiPredicate<Integer, Integer> mayMatch) {
		if (truth.length != found.length)
			throw new IllegalArgumentException(
					"expected label images of one size, got " + truth.length + " and " + found.length + " pixels");
		final Map<Integer, Integer> trueAreas = new HashMap<>();
		final Map<Integer, Integer> foundAreas = new HashMap<>();
		final Map<Long, Integer> overlaps = new HashMap<>();
		for (int i = 0; i < truth.length; i++) {
			if (truth[i] != 0) trueAreas.merge(truth[i], 1, Integer::sum);
			if (found[i] != 0) foundAreas.merge(found[i], 1, Integer::sum);
			if (truth[i] != 0 && found[i] != 0)
				overlaps.merge((long) truth[i] << 32 | found[i] & 0xFFFFFFFFL, 1, Integer::sum);
		}
		int matched = 0;
		for (final Map.Entry<Long, Integer> pair : overlaps.entrySet()) {
			final int both = pair.getValue();
			final int ofTruth = (int) (pair.getKey() >> 32);
			final int ofFound = pair.getKey().intValue();
			final int union = trueAreas.get(ofTruth) + foundAreas.get(ofFound) - both;
			if (2L * both > union && mayMatch.test(ofTruth, ofFound)) matched++;
		}
		return new ObjectMatches(matched, foundAreas.size() - matched, trueAreas.size() - matched);
	}

	/**
	 * @param other of another plane or image
	 * @return that of both
	 */
	public ObjectMatches plus(final ObjectMatches other) {
		return new ObjectMatches(
				truePositives + other.truePositives,
				falsePositives + other.falsePositives,
				falseNegatives + other.falseNegatives);
	}

	/** @return how many objects there are in the truth */
	public int trueObjects() {
		return truePositives + falseNegatives;
	}

	/** @return how many objects were found, right or wrong */
	public int foundObjects() {
		return truePositives + falsePositives;
	}

	/** @return true if there are objects neither in the truth nor found */
	public boolean isEmpty() {
		return trueObjects() + foundObjects() == 0;
	}

	/** @return {@code TP / (TP + FP + FN)}, 0 to 1; 1 if there are no objects in both */
	public double averagePrecision() {
		return isEmpty() ? 1 : (double) truePositives / (truePositives + falsePositives + falseNegatives);
	}
}
