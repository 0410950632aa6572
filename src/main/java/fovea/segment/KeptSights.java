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
import fovea.infer.Prediction;
import fovea.infer.network.InferenceException;
import fovea.model.ObjectTraits;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** Keeps what a network said of one part of an image at each scale, and the last labels. Not thread-safe. */
final class KeptSights implements Sights {

	private final Map<Sight, Prediction> seen = new HashMap<>();
	private final Map<Prediction, KeptClassifier> classifiers = new IdentityHashMap<>();
	private Kept last;

	/**
	 * The last plane.
	 *
	 * @param decided what led to it
	 * @param planes of it
	 * @param found how many objects
	 */
	private record Kept(Decided decided, Rescaling.Target planes, int found) {

		boolean isOf(final Decided other) {
			return decided.output() == other.output()
					&& decided.place().equals(other.place())
					&& decided.threshold() == other.threshold()
					&& decided.splitting() == other.splitting();
		}
	}

	@Override
	public Prediction see(final Sight sight, final Run run) throws FoveaException {
		final Prediction known = seen.get(sight);
		if (known != null) return known;
		final Prediction prediction = run.see();
		seen.put(sight, prediction);
		return prediction;
	}

	@Override
	public boolean areKept() {
		return true;
	}

	@Override
	public PlaneClassifier classifier(
			final Prediction prediction,
			final ClassDecision decision,
			final double threshold,
			final ObjectTraits traits) {
		return classifiers
				.computeIfAbsent(prediction, output -> new KeptClassifier(output, decision, traits))
				.at(threshold);
	}

	@Override
	public int labels(final Decided decided, final Rescaling.Target target, final Labels labels)
			throws InferenceException {
		if (last != null && last.isOf(decided)) {
			copy(last.planes, target);
			return last.found;
		}
		final int found = labels.find();
		final Rescaling.Target copy = new Rescaling.Target(
				new byte[target.classes().length],
				target.probability() == null ? null : new float[target.classes().length],
				new int[target.labels().length]);
		copy(target, copy);
		last = new Kept(decided, copy, found);
		return found;
	}

	private static void copy(final Rescaling.Target from, final Rescaling.Target to) {
		final int length = from.classes().length;
		System.arraycopy(from.classes(), 0, to.classes(), 0, length);
		System.arraycopy(from.labels(), 0, to.labels(), 0, length);
		if (from.probability() != null) System.arraycopy(from.probability(), 0, to.probability(), 0, length);
	}
}
