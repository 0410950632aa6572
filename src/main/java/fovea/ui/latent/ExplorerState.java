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
package fovea.ui.latent;

import fovea.chart.ScatterChart.View;
import fovea.latent.Encoding;
import fovea.latent.Encodings;
import fovea.latent.LatentProjection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * What the explorer shows. Immutable.
 *
 * @param encodings the points, with the labels they have by now
 * @param projection what they are seen by
 * @param across 0-based axis from left to right
 * @param up 0-based axis upwards; the same where there is only one
 * @param view what is seen of these; empty: all
 * @param coloring of the points
 * @param current the item that is looked at
 * @param selected items that something is to be done with, in order
 * @param point the place in the latent space that is decoded; not changed
 * @param from the item where an interpolation begins
 * @param to the item where it ends
 */
record ExplorerState(
		Encodings encodings,
		LatentProjection projection,
		int across,
		int up,
		Optional<View> view,
		Coloring coloring,
		OptionalInt current,
		List<Integer> selected,
		Optional<float[]> point,
		OptionalInt from,
		OptionalInt to) {

	ExplorerState {
		selected = List.copyOf(selected);
	}

	/** @return all points along the first two axes, nothing selected */
	static ExplorerState of(final Encodings encodings, final LatentProjection projection) {
		return new ExplorerState(
				encodings,
				projection,
				0,
				Math.min(1, projection.components() - 1),
				Optional.empty(),
				Coloring.LABEL,
				OptionalInt.empty(),
				List.of(),
				Optional.empty(),
				OptionalInt.empty(),
				OptionalInt.empty());
	}

	/** @return along other axes, all points are seen */
	ExplorerState withAxes(final int first, final int second) {
		return new ExplorerState(
				encodings, projection, first, second, Optional.empty(), coloring, current, selected, point, from, to);
	}

	/** @param part empty: all */
	ExplorerState withView(final Optional<View> part) {
		return new ExplorerState(encodings, projection, across, up, part, coloring, current, selected, point, from, to);
	}

	ExplorerState withColoring(final Coloring other) {
		return new ExplorerState(encodings, projection, across, up, view, other, current, selected, point, from, to);
	}

	/** @return with an item that is looked at; it is also the point that is decoded */
	ExplorerState withCurrent(final int index) {
		return new ExplorerState(
				encodings,
				projection,
				across,
				up,
				view,
				coloring,
				OptionalInt.of(index),
				selected,
				Optional.of(encodings.all().get(index).z()),
				from,
				to);
	}

	/** @return with another point that is decoded; the item that is looked at stays */
	ExplorerState withPoint(final float[] z) {
		return new ExplorerState(
				encodings, projection, across, up, view, coloring, current, selected, Optional.of(z), from, to);
	}

	/**
	 * @return the decoded point moved to a place of the plot; along all other axes it stays where it was, at first in
	 *     the middle
	 */
	ExplorerState movedTo(final double x, final double y) {
		return withPoint(projection.moved(point.orElseGet(projection::middle), across, x, up, y));
	}

	/** @param indices replace those before, or with {@code more} come to them */
	ExplorerState withSelected(final List<Integer> indices, final boolean more) {
		final TreeSet<Integer> all = new TreeSet<>(indices);
		if (more) all.addAll(selected);
		return new ExplorerState(
				encodings, projection, across, up, view, coloring, current, new ArrayList<>(all), point, from, to);
	}

	/** @return the selected items called that, which is also what they are colored by */
	ExplorerState withLabel(final String label) {
		final List<Encoding> named = new ArrayList<>(encodings.all());
		for (final int index : selected) named.set(index, named.get(index).withLabel(label));
		return new ExplorerState(
				new Encodings(named), projection, across, up, view, Coloring.LABEL, current, selected, point, from, to);
	}

	ExplorerState withEnds(final OptionalInt first, final OptionalInt last) {
		return new ExplorerState(
				encodings, projection, across, up, view, coloring, current, selected, point, first, last);
	}
}
