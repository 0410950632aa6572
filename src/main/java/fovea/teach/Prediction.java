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
import java.util.BitSet;
import java.util.List;

/** What the network says of the pixels in view. Immutable and thread-safe. */
public final class Prediction {

	private final View view;
	private final long revision;
	private final long steps;
	private final List<ClassSpec> classes;
	private final float[][] probabilities;
	private final BitSet border;

	/**
	 * @param view of these pixels
	 * @param revision whose strokes the network had been shown
	 * @param steps it had made
	 * @param classes background first
	 * @param probabilities for each class one value for each pixel of the view, row by row; given away
	 * @param border pixels of the view that are foreground but lie between touching objects; given away
	 */
	Prediction(
			final View view,
			final long revision,
			final long steps,
			final List<ClassSpec> classes,
			final float[][] probabilities,
			final BitSet border) {
		this.view = view;
		this.revision = revision;
		this.steps = steps;
		this.classes = List.copyOf(classes);
		this.probabilities = probabilities;
		this.border = border;
	}

	/** @return the same of classes of other names or colors */
	Prediction named(final List<ClassSpec> others) {
		return others.equals(classes) ? this : new Prediction(view, revision, steps, others, probabilities, border);
	}

	/** @return of these pixels */
	public View view() {
		return view;
	}

	/** @return whose strokes the network had been shown */
	public long revision() {
		return revision;
	}

	/** @return that the network had made */
	public long steps() {
		return steps;
	}

	/** @return background first */
	public List<ClassSpec> classes() {
		return classes;
	}

	/** @return columns of the view */
	public int width() {
		return view.box().width();
	}

	/** @return rows of the view */
	public int height() {
		return view.box().height();
	}

	/**
	 * @param classIndex of the classes
	 * @return its probability for each pixel of the view, row by row, 0 to 1: a copy
	 */
	public float[] probabilities(final int classIndex) {
		return probabilities[classIndex].clone();
	}

	/**
	 * @param classIndex of the classes
	 * @param x column of the view, from 0 on
	 * @param y row of the view, from 0 on
	 * @return its probability there, 0 to 1
	 */
	public float probability(final int classIndex, final int x, final int y) {
		return probabilities[classIndex][y * width() + x];
	}

	/** @return index of the most probable class for each pixel of the view, row by row, a new array */
	public byte[] classMap() {
		final byte[] map = new byte[probabilities[0].length];
		for (int i = 0; i < map.length; i++) {
			int best = 0;
			for (int c = 1; c < probabilities.length; c++) if (probabilities[c][i] > probabilities[best][i]) best = c;
			map[i] = (byte) best;
		}
		return map;
	}

	/**
	 * @return pixels of the view, row by row, that are foreground in the class map but lie between touching objects;
	 *     empty where the network knows of no borders; a copy
	 */
	public BitSet border() {
		return (BitSet) border.clone();
	}

	/**
	 * @return the entropy of the classes' probabilities for each pixel of the view, row by row, from 0 where one class
	 *     is certain to 1 where all are equally probable; a new array
	 */
	public float[] uncertainty() {
		final float[] entropy = new float[probabilities[0].length];
		for (int i = 0; i < entropy.length; i++) {
			double sum = 0;
			for (final float[] plane : probabilities) if (plane[i] > 0) sum -= plane[i] * Math.log(plane[i]);
			entropy[i] = (float) Math.max(0, Math.min(1, sum / Math.log(probabilities.length)));
		}
		return entropy;
	}
}
