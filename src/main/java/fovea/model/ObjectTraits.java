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
package fovea.model;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a segmentation model says of its objects, so that users need not. Immutable.
 *
 * @param diameter of objects, in pixels of what the network sees, below which it finds them worse, above 0; empty where
 *     the model does not say
 * @param maxDiameter of objects, likewise, above which it cuts them in pieces, above {@code diameter}; empty where the
 *     model does not say
 * @param minPixels of an object, in pixels of the image, 1 or more: what is smaller is none; empty where the model does
 *     not say
 * @param borderWeight how often a pixel of the class of borders counted in the training where one of background counted
 *     once, above 0; its probability is so many times too large against theirs (Elkan, IJCAI 2001). 1 where the model
 *     does not say
 * @param distance whether the last channel of the output is no class, but for each pixel how deep it lies in its
 *     object: the distance to the object's border over the largest one of the object, 0 outside of objects
 */
public record ObjectTraits(
		OptionalDouble diameter,
		OptionalDouble maxDiameter,
		OptionalInt minPixels,
		double borderWeight,
		boolean distance) {

	/** Of a model that says nothing. */
	public static final ObjectTraits UNKNOWN =
			new ObjectTraits(OptionalDouble.empty(), OptionalDouble.empty(), OptionalInt.empty(), 1);

	/** Without a channel of distances. */
	public ObjectTraits(
			final OptionalDouble diameter,
			final OptionalDouble maxDiameter,
			final OptionalInt minPixels,
			final double borderWeight) {
		this(diameter, maxDiameter, minPixels, borderWeight, false);
	}

	/** @return the same with or without a channel of distances */
	public ObjectTraits withDistance(final boolean value) {
		return new ObjectTraits(diameter, maxDiameter, minPixels, borderWeight, value);
	}

	/**
	 * @param channels of the output
	 * @return how many of them are classes: all but that of distances
	 */
	public int classChannels(final int channels) {
		return distance ? channels - 1 : channels;
	}

	/** Checks the ranges. */
	public ObjectTraits {
		if (!diameter.stream().allMatch(d -> d > 0 && Double.isFinite(d)))
			throw new IllegalArgumentException("diameter " + diameter.getAsDouble() + " is not above 0");
		if (!maxDiameter.stream().allMatch(d -> d > diameter.orElse(0) && Double.isFinite(d)))
			throw new IllegalArgumentException(
					"maxDiameter " + maxDiameter.getAsDouble() + " is not above " + diameter.orElse(0));
		if (!minPixels.stream().allMatch(n -> n >= 1))
			throw new IllegalArgumentException("minPixels " + minPixels.getAsInt() + " is below 1");
		if (!(borderWeight > 0 && Double.isFinite(borderWeight)))
			throw new IllegalArgumentException("borderWeight " + borderWeight + " is not above 0");
	}
}
