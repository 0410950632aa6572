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
	 * @param width of what the network saw, in pixels
	 * @param height of this
	 * @param toWidth of the image
	 * @param toHeight of this
	 * @param threshold of the probability of foreground
	 * @return pixels that are put together, or such that are interpolated
	 */
	static Rescaling of(
			final int width, final int height, final int toWidth, final int toHeight, final double threshold) {
		if (width < toWidth || height < toHeight) return new ShrunkPlane(width, height, toWidth, toHeight, threshold);
		return new RescaledPlane(width, height, toWidth, toHeight);
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
