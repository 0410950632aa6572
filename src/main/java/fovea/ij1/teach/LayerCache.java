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

import fovea.image.Box;
import fovea.model.ClassSpec;
import fovea.teach.Plane;
import fovea.teach.Prediction;
import fovea.teach.Stroke;
import fovea.ui.teach.Choices;
import ij.gui.ImageRoi;
import ij.gui.Roi;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes what lies over an image of a session's state, and only what has changed. For one thread. */
final class LayerCache {

	private Prediction predicted;
	private List<ClassSpec> colors = List.of();
	private List<Roi> outlines = List.of();
	private ImageRoi heat;
	private List<Stroke> strokes = List.of();
	private List<ClassSpec> strokeColors = List.of();
	private Plane plane;
	private Box box;
	private BufferedImage drawn;
	private Layers.Picture last = Layers.Picture.NOTHING;

	/**
	 * @param all strokes, in the order they were drawn
	 * @param prediction the latest, if there is one
	 * @param choices of the person
	 * @param plane that is seen
	 * @param box part of it that strokes are drawn in
	 * @return the same object as before if nothing has changed
	 */
	Layers.Picture picture(
			final List<Stroke> all,
			final Optional<Prediction> prediction,
			final Choices choices,
			final Plane now,
			final Box part) {
		predict(prediction, choices, now);
		draw(all, choices, now, part);
		final List<Roi> below = new ArrayList<>();
		final List<Roi> above = new ArrayList<>();
		if (predicted != null && choices.unsure()) below.add(heat());
		if (predicted != null && choices.outlines()) above.addAll(outlines(choices));
		final BufferedImage shown = choices.strokes() ? drawn : null;
		final boolean isSame = last.plane().equals(now)
				&& last.box().equals(part)
				&& last.strokes() == shown
				&& areSame(last.below(), below)
				&& areSame(last.above(), above);
		if (!isSame) last = new Layers.Picture(now, part, shown, below, above);
		return last;
	}

	/** ROIs of one box and length are equal for ImageJ, whatever they show. */
	private static boolean areSame(final List<Roi> some, final List<Roi> others) {
		if (some.size() != others.size()) return false;
		for (int i = 0; i < some.size(); i++) if (some.get(i) != others.get(i)) return false;
		return true;
	}

	/** The next picture is a new one, whatever has changed. */
	void forget() {
		drawn = null;
		last = Layers.Picture.NOTHING;
	}

	private void predict(final Optional<Prediction> prediction, final Choices choices, final Plane now) {
		final Prediction next =
				prediction.filter(made -> made.view().plane().equals(now)).orElse(null);
		if (next == predicted && choices.classes().equals(colors)) return;
		predicted = next;
		colors = choices.classes();
		heat = null;
		outlines = null;
	}

	private ImageRoi heat() {
		if (heat == null) {
			final Box seen = predicted.view().box();
			heat = new ImageRoi(seen.x(), seen.y(), LayerPainter.heat(predicted));
		}
		return heat;
	}

	private List<Roi> outlines(final Choices choices) {
		if (outlines == null) outlines = List.copyOf(LayerPainter.outlines(predicted, choices.classes()));
		return outlines;
	}

	private void draw(final List<Stroke> all, final Choices choices, final Plane now, final Box part) {
		if (drawn != null
				&& strokes.equals(all)
				&& strokeColors.equals(choices.classes())
				&& now.equals(plane)
				&& part.equals(box)) return;
		strokes = all;
		strokeColors = choices.classes();
		plane = now;
		box = part;
		drawn = LayerPainter.strokes(strokes, now, strokeColors, part);
	}
}
