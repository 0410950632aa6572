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
import java.util.List;

/** Decides the class of each pixel of a network's output, plane by plane. Not thread-safe. */
interface PlaneClassifier {

	/**
	 * @param run which of the independent runs over the image's channels
	 * @param z 0-based slice
	 * @param t 0-based frame
	 * @param classes takes the index of each pixel's class
	 * @param probability takes the probability of that class; null if nobody asks
	 * @throws InferenceException if a map of classes holds what is no class
	 */
	void classify(int run, int z, int t, byte[] classes, float[] probability) throws InferenceException;

	/** @return whether the probability of a pixel's class tells how probable it is that it is no background */
	boolean tellsForeground();

	/**
	 * @return how deep each pixel of the plane that was classified last lies in its object, 0 to 1; null where the
	 *     model does not say; to be read, not changed, before the next plane
	 */
	float[] depths();

	/** @return the largest index of a class met so far */
	int maxClass();

	/** @return what the user should know of the values met so far */
	List<String> warnings();
}
