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

import fovea.infer.Prediction;
import fovea.infer.network.InferenceException;
import fovea.model.ObjectTraits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides the classes of a prediction's pixels again and again, as a {@link PixelClassifier} does, at one threshold
 * after another: what does not depend on the threshold is computed once. Not thread-safe.
 */
final class KeptClassifier {

	private final PixelClassifier inside;
	private final PixelClassifier outside;
	private final Map<Reduction.Place, Scores> scores = new HashMap<>();

	/**
	 * @param prediction not changed, must stay as it is
	 * @param decision what it means
	 * @param traits of the model's objects
	 */
	KeptClassifier(final Prediction prediction, final ClassDecision decision, final ObjectTraits traits) {
		inside = new PixelClassifier(prediction, decision, Double.NEGATIVE_INFINITY, traits);
		outside = new PixelClassifier(prediction, decision, Double.POSITIVE_INFINITY, traits);
	}

	/**
	 * Of a plane.
	 *
	 * @param classes of pixels if they are in objects
	 * @param inside probability of that class
	 * @param outside probability of their class if they are in none
	 * @param depths of pixels; null where the model does not say
	 */
	private record Scores(byte[] classes, float[] inside, float[] outside, float[] depths) {}

	/** @return decides at this threshold */
	PlaneClassifier at(final double threshold) {
		return new At((float) threshold);
	}

	private Scores scores(final Reduction.Place place, final int length) throws InferenceException {
		final Scores known = scores.get(place);
		if (known != null) return known;
		final byte[] classes = new byte[length];
		final float[] in = new float[length];
		final float[] out = new float[length];
		outside.classify(place.run(), place.z(), place.t(), classes, out);
		inside.classify(place.run(), place.z(), place.t(), classes, in);
		final Scores made = new Scores(
				classes,
				in,
				out,
				inside.depths() == null ? null : inside.depths().clone());
		scores.put(place, made);
		return made;
	}

	private final class At implements PlaneClassifier {

		private final float threshold;
		private float[] depths;

		At(final float threshold) {
			this.threshold = threshold;
		}

		@Override
		public void classify(final int run, final int z, final int t, final byte[] classes, final float[] probability)
				throws InferenceException {
			final Scores plane = scores(new Reduction.Place(run, z, t), classes.length);
			depths = plane.depths;
			if (!inside.tellsForeground()) {
				System.arraycopy(plane.classes, 0, classes, 0, classes.length);
				if (probability != null) System.arraycopy(plane.inside, 0, probability, 0, classes.length);
				return;
			}
			for (int i = 0; i < classes.length; i++) {
				final boolean isIn = plane.inside[i] >= threshold; // false where it is not a number
				classes[i] = isIn ? plane.classes[i] : 0;
				if (probability != null) probability[i] = isIn ? plane.inside[i] : plane.outside[i];
			}
		}

		@Override
		public boolean tellsForeground() {
			return inside.tellsForeground();
		}

		@Override
		public float[] depths() {
			return depths;
		}

		@Override
		public int maxClass() {
			return inside.maxClass();
		}

		@Override
		public List<String> warnings() {
			return inside.warnings();
		}
	}
}
