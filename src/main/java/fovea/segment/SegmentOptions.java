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

import fovea.model.ObjectTraits;
import java.util.OptionalDouble;

/**
 * How class probabilities become objects.
 *
 * @param threshold a pixel is foreground from this probability on, where there are two classes, or where objects are
 *     grown into the border between them; other classes: the most probable one wins and this is ignored
 * @param minSize objects of fewer pixels are left out. {@link #AUTO_MIN_SIZE}: as the model says, none where it does
 *     not
 * @param confidence objects of which no pixel is foreground with this probability are left out (hysteresis
 *     thresholding; Canny 1986): where a network is sure nowhere, there is seldom anything. Empty:
 *     {@link #confidence(boolean)}
 * @param splitting whether touching objects are taken apart
 * @param scale by how much the image is enlarged before the network sees it, {@value #LEAST_SCALE} to
 *     {@value #MOST_SCALE}; classes, objects and probabilities are those of the image as it is. {@link #AUTO_SCALE}:
 *     {@link WorkingScale}
 * @param keepProbabilities whether the probabilities of all classes are kept in the result
 * @param linking whether objects of neighboring slices become one
 */
public record SegmentOptions(
		double threshold,
		int minSize,
		OptionalDouble confidence,
		Splitting splitting,
		double scale,
		boolean keepProbabilities,
		Linking linking) {

	/** The model says what is too small. */
	public static final int AUTO_MIN_SIZE = 0;

	/** The scale is chosen by the objects that are found without one. */
	public static final double AUTO_SCALE = 0;
	/** The least other scale. */
	public static final double LEAST_SCALE = 0.1;
	/** The largest scale. */
	public static final double MOST_SCALE = 8;

	private static final double ABOVE_THRESHOLD = 0.4;
	private static final double MOST_CONFIDENCE = 0.95;

	/**
	 * Threshold 0.5, minimum size and confidence by the model, taken apart where the model knows their borders, scale
	 * chosen, no probabilities kept, nothing linked.
	 */
	public static final SegmentOptions DEFAULT =
			new SegmentOptions(0.5, AUTO_MIN_SIZE, OptionalDouble.empty(), Splitting.AUTO, AUTO_SCALE, false);

	/** Checks the ranges. */
	public SegmentOptions {
		if (!(threshold >= 0 && threshold <= 1))
			throw new IllegalArgumentException("threshold " + threshold + " is not within 0 to 1");
		if (minSize < AUTO_MIN_SIZE) throw new IllegalArgumentException("minSize " + minSize + " is below 0");
		if (!confidence.stream().allMatch(c -> c >= 0 && c <= 1))
			throw new IllegalArgumentException("confidence " + confidence.getAsDouble() + " is not within 0 to 1");
		if (scale != AUTO_SCALE && !(scale >= LEAST_SCALE && scale <= MOST_SCALE))
			throw new IllegalArgumentException(
					"scale " + scale + " is not within " + LEAST_SCALE + " to " + MOST_SCALE);
	}

	/** Without links. */
	public SegmentOptions(
			final double threshold,
			final int minSize,
			final OptionalDouble confidence,
			final Splitting splitting,
			final double scale,
			final boolean keepProbabilities) {
		this(threshold, minSize, confidence, splitting, scale, keepProbabilities, Linking.NONE);
	}

	/** @return the same with objects of neighboring slices linked or not */
	public SegmentOptions withLinking(final Linking value) {
		return new SegmentOptions(threshold, minSize, confidence, splitting, scale, keepProbabilities, value);
	}

	/** @return the same with another threshold */
	public SegmentOptions withThreshold(final double value) {
		return new SegmentOptions(value, minSize, confidence, splitting, scale, keepProbabilities, linking);
	}

	/** @return the same with another least size */
	public SegmentOptions withMinSize(final int value) {
		return new SegmentOptions(threshold, value, confidence, splitting, scale, keepProbabilities, linking);
	}

	/** @return the same with another confidence, or none given */
	public SegmentOptions withConfidence(final OptionalDouble value) {
		return new SegmentOptions(threshold, minSize, value, splitting, scale, keepProbabilities, linking);
	}

	/** @return the same with touching objects taken apart or not */
	public SegmentOptions withSplitting(final Splitting value) {
		return new SegmentOptions(threshold, minSize, confidence, value, scale, keepProbabilities, linking);
	}

	/** @return the same at another scale */
	public SegmentOptions withScale(final double value) {
		return new SegmentOptions(threshold, minSize, confidence, splitting, value, keepProbabilities, linking);
	}

	/** @return the same with or without probabilities kept */
	public SegmentOptions withProbabilities(final boolean value) {
		return new SegmentOptions(threshold, minSize, confidence, splitting, scale, value, linking);
	}

	/**
	 * @param traits what a model says of its objects
	 * @return how many pixels an object has at least, 1 or more
	 */
	public int minSize(final ObjectTraits traits) {
		return minSize == AUTO_MIN_SIZE ? traits.minPixels().orElse(1) : minSize;
	}

	/**
	 * @param bordered whether the model tells touching objects apart by a class of their own
	 * @return the probability that some pixel of an object has to have: where none is given, {@value #ABOVE_THRESHOLD}
	 *     above the threshold (found on the training images of the nuclei that are part of Fovea) if the model is such
	 *     a one, else 0
	 */
	double confidence(final boolean bordered) {
		return confidence.orElse(bordered ? Math.min(MOST_CONFIDENCE, threshold + ABOVE_THRESHOLD) : 0);
	}
}
