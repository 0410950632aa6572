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

/**
 * How much two sets of pixels have in common. Those of several images can be added up, for a measure over all pixels.
 *
 * @param both pixels that are in both
 * @param truth pixels of the truth
 * @param found pixels of what was found
 */
public record Overlap(long both, long truth, long found) {

	/** No pixels at all. */
	public static final Overlap NONE = new Overlap(0, 0, 0);

	/**
	 * @param truth whether a pixel belongs to it
	 * @param found likewise, as long
	 * @return their overlap
	 */
	public static Overlap of(final boolean[] truth, final boolean[] found) {
		if (truth.length != found.length)
			throw new IllegalArgumentException(
					"expected masks of one size, got " + truth.length + " and " + found.length + " pixels");
		long both = 0;
		long ofTruth = 0;
		long ofFound = 0;
		for (int i = 0; i < truth.length; i++) {
			if (truth[i] && found[i]) both++;
			if (truth[i]) ofTruth++;
			if (found[i]) ofFound++;
		}
		return new Overlap(both, ofTruth, ofFound);
	}

	/**
	 * @param other of other pixels
	 * @return that of all of them
	 */
	public Overlap plus(final Overlap other) {
		return new Overlap(both + other.both, truth + other.truth, found + other.found);
	}

	/** @return true if there is neither truth nor anything found */
	public boolean isEmpty() {
		return truth + found == 0;
	}

	/** @return intersection over union, the Jaccard index, 0 to 1; 1 if both are empty */
	public double iou() {
		return isEmpty() ? 1 : (double) both / (truth + found - both);
	}

	/** @return the Dice coefficient, F1 of pixels, 0 to 1; 1 if both are empty */
	public double dice() {
		return isEmpty() ? 1 : 2.0 * both / (truth + found);
	}
}
