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
package fovea.ij1.teach;

import fovea.teach.Prediction;
import fovea.teach.TeachingState;
import fovea.ui.teach.Choices;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.swing.SwingUtilities;

/**
 * Keeps what lies over the images up to date: pictures are made on the worker's thread, and shown in Swing's. Of what
 * was asked for meanwhile only the latest is done. Thread-safe.
 */
final class LayerRefresh {

	private final SessionWorker worker;
	private final List<TeachImage> images;
	private final Supplier<Choices> choices;
	private final Runnable shown;
	private final AtomicBoolean isDue = new AtomicBoolean();

	/**
	 * @param worker has the session
	 * @param images as they are at any time
	 * @param choices of the person now
	 * @param shown is run in Swing's thread, after the images
	 */
	LayerRefresh(
			final SessionWorker worker,
			final List<TeachImage> images,
			final Supplier<Choices> choices,
			final Runnable shown) {
		this.worker = worker;
		this.images = images;
		this.choices = choices;
		this.shown = shown;
	}

	/** May be called as often as one likes. */
	void soon() {
		if (isDue.compareAndSet(false, true)) worker.draw(this::draw);
	}

	/** On the worker's thread: pictures of what is new. */
	private void draw() {
		isDue.set(false);
		final Choices now = choices.get();
		for (final TeachImage each : images) {
			final List<LivePath> done =
					each.live().stream().filter(LivePath::isDone).toList();
			final TeachImage.Place place = each.place();
			final Optional<Prediction> prediction = worker.state().flatMap(TeachingState::prediction);
			final Layers.Picture picture =
					each.cache().picture(worker.strokes(), prediction, now, place.plane(), place.drawn());
			SwingUtilities.invokeLater(() -> each.show(picture, done));
		}
		SwingUtilities.invokeLater(shown);
	}
}
