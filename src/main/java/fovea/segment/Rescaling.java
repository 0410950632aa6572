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

/** Brings back to the image's pixels what a network saw at another scale. Planes come one after the other. */
interface Rescaling {

	/**
	 * Where a plane of the image goes.
	 *
	 * @param classes index of each pixel's class
	 * @param probability of it; null for a map of classes
	 * @param labels number of its object
	 */
	record Target(byte[] classes, float[] probability, int[] labels) {}

	/**
	 * An axis of a plane, or a part of it.
	 *
	 * @param seen pixels that the network saw along all of it
	 * @param pixels of the image along all of it
	 * @param from first of those seen that are there
	 * @param there how many of those seen are there
	 * @param first of the image's pixels that are wanted
	 * @param wanted how many of the image's pixels are wanted; all those seen that have a part in them are there
	 */
	record Axis(int seen, int pixels, int from, int there, int first, int wanted) {

		/** All of it. */
		Axis(final int seen, final int pixels) {
			this(seen, pixels, 0, seen, 0, pixels);
		}
	}

	/**
	 * @param x columns
	 * @param y rows
	 * @param threshold of the probability of foreground
	 * @return pixels that are put together, or such that are interpolated
	 */
	static Rescaling of(final Axis x, final Axis y, final double threshold) {
		if (x.seen < x.pixels || y.seen < y.pixels) return new ShrunkPlane(x, y, threshold);
		return new RescaledPlane(x, y);
	}

	/**
	 * @param classifier decides the classes
	 * @param run of the network over the image's channels
	 * @param z 0-based slice
	 * @param t 0-based frame
	 * @param probability of the network's size, takes the class's; null for a map of classes
	 * @param labeling tells objects apart
	 * @param target planes of the image's size; its probability is null where that above is
	 * @return how many objects there were
	 * @throws InferenceException if a map of classes holds what is no class
	 */
	int reduce(PlaneClassifier classifier, int run, int z, int t, float[] probability, Labeling labeling, Target target)
			throws InferenceException;
}
