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
package fovea.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A training's state in words. Stateless. */
final class StatusText {

	private StatusText() {}

	/** @return where it is, for example "Epoch 3 of 10, step 45 of 120"; once it is over how it ended */
	static String position(final TrainingState state) {
		if (state.ending().isPresent()) return state.ending().get().line();
		if (state.choice() == TrainingState.UserChoice.STOP)
			return "Stopping after this step; the best weights are kept";
		if (state.choice() == TrainingState.UserChoice.DISCARD) return "Cancelling after this step; nothing is kept";
		final TrainingState.Position at = state.position();
		if (at.epoch() == 0) return "Getting ready";
		final String epoch = "Epoch " + at.epoch() + " of " + state.plan().epochs();
		if (state.isComplete()) return "All epochs are done; the best weights become the model";
		return state.isValidating() ? epoch + ", validation" : epoch + ", step " + at.step() + " of " + at.steps();
	}

	/**
	 * @return what is known of loss, best epoch and time, for example "loss 0.0123, 2.5 s per epoch, about 20 s left"
	 */
	static String details(final TrainingState state) {
		final List<String> parts = new ArrayList<>();
		final boolean running = state.ending().isEmpty();
		if (running && Double.isFinite(state.losses().mean()))
			parts.add(String.format(Locale.ROOT, "loss %.4g", state.losses().mean()));
		if (state.bestEpoch() > 0) parts.add("best epoch " + state.bestEpoch());
		state.secondsPerEpoch()
				.ifPresent(s ->
						parts.add((running && state.history().isEmpty() ? "about " : "") + time(s) + " per epoch"));
		if (running && state.choice() == TrainingState.UserChoice.GO_ON)
			state.secondsLeft().ifPresent(s -> parts.add("about " + time(s) + " left"));
		return String.join(", ", parts);
	}

	/** @return for people, for example "0.4 s", "12 s", "3 min 20 s" or "2 h 5 min" */
	static String time(final double seconds) {
		if (seconds < 9.95) return String.format(Locale.ROOT, "%.1f s", seconds);
		final long whole = Math.round(seconds);
		if (whole < 60) return whole + " s";
		if (whole < 3600) return whole / 60 + " min" + (whole % 60 > 0 ? " " + whole % 60 + " s" : "");
		final long minutes = Math.round(seconds / 60);
		return minutes / 60 + " h" + (minutes % 60 > 0 ? " " + minutes % 60 + " min" : "");
	}
}
