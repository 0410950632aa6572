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

import fovea.segment.split.ObjectSplitter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds and measures the objects of one plane after the other, and numbers them throughout. Not thread-safe. */
public final class ObjectFinder {

	private final int width;
	private final int minSize;
	private final float confidence;
	private final Labeling labeling;
	private final List<SegmentedObject> objects = new ArrayList<>();

	/**
	 * Pixels of one class that touch by an edge or a corner are an object.
	 *
	 * @param width of the planes in pixels
	 * @param minSize objects of fewer pixels are left out
	 */
	public ObjectFinder(final int width, final int minSize) {
		this(width, minSize, 0, Labeling.TOUCHING);
	}

	/**
	 * Touching objects are taken apart by their shapes.
	 *
	 * @param width of the planes in pixels
	 * @param minSize objects of fewer pixels are left out
	 * @param splitter takes them apart
	 */
	public ObjectFinder(final int width, final int minSize, final ObjectSplitter splitter) {
		this(width, minSize, 0, Labeling.split(splitter, Labeling.NO_BORDER));
	}

	/**
	 * What masks say that have the border between touching objects as a class: pixels of another class that touch by an
	 * edge or a corner are an object, with the border beside them.
	 *
	 * @param width of the planes in pixels
	 * @param border index of that class
	 * @return leaves out no object
	 */
	public static ObjectFinder bordered(final int width, final int border) {
		return bordered(width, border, 1);
	}

	/**
	 * As {@link #bordered(int, int)}.
	 *
	 * @param minSize objects of fewer pixels are left out
	 */
	public static ObjectFinder bordered(final int width, final int border, final int minSize) {
		return new ObjectFinder(width, minSize, 0, Labeling.grown(border));
	}

	/**
	 * @param width of the planes in pixels
	 * @param minSize objects of fewer pixels are left out
	 * @param confidence objects of which no pixel has this probability are left out
	 * @param labeling tells objects apart
	 */
	ObjectFinder(final int width, final int minSize, final double confidence, final Labeling labeling) {
		this.width = width;
		this.minSize = minSize;
		this.confidence = (float) confidence;
		this.labeling = labeling;
	}

	/**
	 * @param channel for the objects' {@link SegmentedObject#channel()}
	 * @param z 0-based slice
	 * @param t 0-based frame
	 * @param classes index of the class of each pixel of the plane (unsigned, 0 is background), row by row; where
	 *     touching objects are taken apart, becomes that of its object
	 * @param probability of the class of each pixel; null: 1 everywhere
	 * @param labels of the same length, takes the label of each pixel's object
	 */
	public void find(
			final int channel,
			final int z,
			final int t,
			final byte[] classes,
			final float[] probability,
			final int[] labels) {
		measure(channel, z, t, labeling.label(classes, width, labels), classes, probability, labels);
	}

	/**
	 * What is told apart already: as {@link #find}, but {@code labels} holds the objects of this plane, numbered from 1
	 * to {@code found}; numbers that do not occur are no objects.
	 */
	void measure(
			final int channel,
			final int z,
			final int t,
			final int found,
			final byte[] classes,
			final float[] probability,
			final int[] labels) {
		final int[] renumbered = kept(labels, found, probability);
		final Measurements measured = new Measurements(renumbered[0], width);
		renumbered[0] = 0;
		for (int p = 0; p < labels.length; p++) {
			final int object = renumbered[labels[p]];
			if (object > 0) {
				measured.add(object - 1, p, probability == null ? 1 : probability[p]);
				labels[p] = Math.addExact(objects.size(), object);
			} else labels[p] = 0;
		}
		measured.appendTo(objects, classes, channel, z, t);
	}

	/** @return new numbers of the components, 0 for those left out; at index 0 how many are left */
	private int[] kept(final int[] labels, final int found, final float[] probability) {
		final boolean[] sure = sure(labels, found, probability);
		final int[] sizes = new int[found + 1];
		for (final int label : labels) sizes[label]++;
		int kept = 0;
		for (int i = 1; i <= found; i++) sizes[i] = sizes[i] >= minSize && sure[i] ? ++kept : 0;
		sizes[0] = kept;
		return sizes;
	}

	/** @return for each component, whether one of its pixels has the probability asked for */
	private boolean[] sure(final int[] labels, final int found, final float[] probability) {
		final boolean[] sure = new boolean[found + 1];
		for (int p = 0; p < labels.length; p++)
			if (probability == null || probability[p] >= confidence) sure[labels[p]] = true;
		return sure;
	}

	/** @return the objects of all planes so far, ordered by label; not a copy */
	public List<SegmentedObject> objects() {
		return Collections.unmodifiableList(objects);
	}
}
