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
package fovea.teach;

import fovea.model.ClassSpec;
import java.util.List;
import java.util.Optional;

/**
 * What a session is at one moment. Immutable.
 *
 * @param revision number of edits so far: strokes, undone and redone ones, images
 * @param images how many there are
 * @param strokes that count, in the order they were drawn
 * @param canUndo whether there is a stroke to take back
 * @param canRedo whether there is one to bring back
 * @param classes background first
 * @param learned revision whose strokes the network has been shown; all that were drawn by then
 * @param steps of the optimizer so far
 * @param loss of the last update, a mean over its steps; NaN before the first one
 * @param activity what is being done now
 * @param message in one line, why nothing is done, or what failed; may be empty
 * @param paused whether learning is held up by {@link TeachingSession#pause}
 * @param isSettled whether there is nothing left to do for what was drawn and what is in view
 * @param view what is looked at, if anything is
 * @param prediction the latest, of this view or of one before
 */
public record TeachingState(
		long revision,
		int images,
		List<Stroke> strokes,
		boolean canUndo,
		boolean canRedo,
		List<ClassSpec> classes,
		long learned,
		long steps,
		double loss,
		Activity activity,
		String message,
		boolean paused,
		boolean isSettled,
		Optional<View> view,
		Optional<Prediction> prediction) {

	/** What a session does. */
	public enum Activity {
		/** Nothing, until something is drawn or looked at. */
		IDLE,
		/** Making steps on what was drawn. */
		LEARNING,
		/** Looking at what is in view. */
		PREDICTING,
		/** Nothing, since something failed; the next edit tries anew. */
		FAILED
	}

	/** Copies the lists. */
	public TeachingState {
		strokes = List.copyOf(strokes);
		classes = List.copyOf(classes);
	}

	/**
	 * @param image index of an image
	 * @return the strokes on it, in the order they were drawn
	 */
	public List<Stroke> strokes(final int image) {
		return strokes.stream()
				.filter(stroke -> stroke.plane().image() == image)
				.toList();
	}

	/** @return the prediction, if it is of what is looked at now */
	public Optional<Prediction> predictionOfView() {
		return prediction.filter(made -> view.isPresent() && made.view().equals(view.get()));
	}
}
