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

import fovea.base.FoveaException;
import fovea.image.Box;
import fovea.image.Image;
import fovea.infer.Prediction;
import fovea.infer.network.InferenceException;
import fovea.model.ObjectTraits;

/**
 * What a network said of an image, and what was made of it: asked for each time, or kept for the next. Whoever keeps it
 * does so for one image, one model and one way to run it. Not thread-safe, if it keeps anything.
 */
interface Sights {

	/** Keeps nothing. */
	Sights PASSING = new Sights() {};

	/**
	 * What the network was shown.
	 *
	 * @param box of the image
	 * @param scale at which
	 * @param mixed whether what it said of the image as it is was mixed in
	 */
	record Sight(Box box, double scale, boolean mixed) {}

	/**
	 * What decides where objects are, their size and confidence left aside.
	 *
	 * @param output of the network
	 * @param place the plane of it
	 * @param threshold of the probability
	 * @param splitting whether touching objects are taken apart
	 */
	record Decided(Image output, Reduction.Place place, double threshold, Splitting splitting) {}

	/** Runs the network. */
	@FunctionalInterface
	interface Run {

		/** @return what it says */
		Prediction see() throws FoveaException;
	}

	/** Tells objects apart. */
	@FunctionalInterface
	interface Labels {

		/** @return how many there are */
		int find() throws InferenceException;
	}

	/** @return what the network says, by a run if need be */
	default Prediction see(final Sight sight, final Run run) throws FoveaException {
		return run.see();
	}

	/** @return whether predictions must stay as they are */
	default boolean areKept() {
		return false;
	}

	/** @return decides the classes of a prediction's pixels */
	default PlaneClassifier classifier(
			final Prediction prediction,
			final ClassDecision decision,
			final double threshold,
			final ObjectTraits traits) {
		return new PixelClassifier(prediction, decision, threshold, traits);
	}

	/**
	 * @param decided what for
	 * @param target is filled
	 * @param labels fills it, if need be
	 * @return how many objects there are
	 */
	default int labels(final Decided decided, final Rescaling.Target target, final Labels labels)
			throws InferenceException {
		return labels.find();
	}
}
