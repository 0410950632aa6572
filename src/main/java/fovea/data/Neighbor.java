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
package fovea.data;

import fovea.base.TrainingException;
import fovea.image.Image;
import fovea.image.Raster;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which plane of a stack shows the same as another, with noise of its own, so that a network learns to denoise by
 * telling one from the other: what they have in common is the image, their noise is not.
 *
 * <p>Noise2Noise: Lehtinen et al., "Noise2Noise: Learning Image Restoration without Clean Data", 2018.
 */
public enum Neighbor {

	/** The next one in time, of the same slice. */
	FRAME("frame", Image.T),

	/** The next one in depth, of the same frame. */
	SLICE("slice", Image.Z);

	private final String kind;
	private final int axis;

	Neighbor(final String kind, final int axis) {
		this.kind = kind;
		this.axis = axis;
	}

	/** @return what users write for it, for example "next-frame" */
	public String word() {
		return "next-" + kind;
	}

	/** @return for people, for example "frame" */
	public String kind() {
		return kind;
	}

	/**
	 * @param word any
	 * @return that which is written so, if there is one
	 */
	public static Optional<Neighbor> named(final String word) {
		for (final Neighbor each : values()) if (each.word().equals(word)) return Optional.of(each);
		return Optional.empty();
	}

	/** @throws TrainingException if the image has no two such planes */
	void requireSeveral(final Image image, final String name) throws TrainingException {
		if (image.size(axis) > 1) return;
		final Neighbor other = this == FRAME ? SLICE : FRAME;
		final int others = image.size(other.axis);
		throw new TrainingException(name + ": expected several " + kind + "s for " + word() + ", got one"
				+ (others > 1 ? " with " + others + " " + other.kind + "s, for which there is " + other.word() : ""));
	}

	/**
	 * @param name of the image
	 * @param planes of it, slices fastest
	 * @param slices how many it has
	 * @return each plane with its neighbor as the target and the other way round, where the two differ
	 */
	List<Sample> pairs(final String name, final List<Raster> planes, final int slices) {
		final List<Sample> samples = new ArrayList<>();
		final int step = this == FRAME ? slices : 1;
		for (int i = 0; i + step < planes.size(); i++) {
			final boolean isLast = this == SLICE && i % slices == slices - 1;
			if (isLast || planes.get(i).equals(planes.get(i + step))) continue;
			samples.add(pair(name, planes, i, i + step));
			samples.add(pair(name, planes, i + step, i));
		}
		return samples;
	}

	/** @return how many pairs an image of so many planes has */
	int count(final int planes, final int slices) {
		return this == FRAME ? planes - slices : planes - planes / slices;
	}

	private static Sample pair(final String name, final List<Raster> planes, final int from, final int to) {
		return new Sample(
				SampleReader.planeName(name, from, planes.size()) + " to " + (to + 1),
				name,
				planes.get(from),
				planes.get(to));
	}
}
