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

/**
 * How class probabilities become objects.
 *
 * @param threshold a pixel is foreground from this probability on, where there are two classes, or where objects are
 *            grown into the border between them; other classes: the most probable one wins and this is ignored
 * @param minSize objects of fewer pixels are left out
 * @param splitting whether touching objects are taken apart
 * @param keepProbabilities whether the probabilities of all classes are kept in the result
 */
public record SegmentOptions(double threshold, int minSize, Splitting splitting, boolean keepProbabilities) {

	/** Threshold 0.5, every object, taken apart where the model knows their borders, no probabilities kept. */
	public static final SegmentOptions DEFAULT = new SegmentOptions(0.5, 1, Splitting.AUTO, false);

	/** Checks the ranges. */
	public SegmentOptions {
		if (!(threshold >= 0 && threshold <= 1)) throw new IllegalArgumentException("threshold " + threshold + " is not within 0 to 1");
		if (minSize < 1) throw new IllegalArgumentException("minSize " + minSize + " is below 1");
	}

	/** @return the same with or without probabilities kept */
	public SegmentOptions withProbabilities(final boolean value) {
		return new SegmentOptions(threshold, minSize, splitting, value);
	}
}
