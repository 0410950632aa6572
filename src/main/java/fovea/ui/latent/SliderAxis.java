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

import fovea.latent.Encodings;
import fovea.latent.LatentProjection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One number of a point that can be moved: a dimension of the latent space or, of spaces with many, a principal
 * component. Immutable.
 *
 * @param projection of the latent space
 * @param own whether it is a dimension of the latent space
 * @param index 0-based, of the dimension or component
 * @param min the least that it can be moved to
 * @param max the largest, above that
 */
record SliderAxis(LatentProjection projection, boolean own, int index, double min, double max) {

	/** Beyond both ends of what encodings have, as a part of their span. */
	private static final double MARGIN = 0.15;

	/**
	 * @return one for each dimension, of spaces of more than {@value Places#MOST} one for each of the first components
	 */
	static List<SliderAxis> of(final Encodings encodings, final LatentProjection projection, final Places places) {
		final boolean own = encodings.dimensions() <= Places.MOST;
		return IntStream.range(0, own ? encodings.dimensions() : places.axes())
				.mapToObj(i -> {
					final double[] values = own
							? encodings.points().stream().mapToDouble(z -> z[i]).toArray()
							: places.along()[i];
					double min = Double.POSITIVE_INFINITY;
					double max = Double.NEGATIVE_INFINITY;
					for (final double value : values) {
						min = Math.min(min, value);
						max = Math.max(max, value);
					}
					final double margin = max > min ? MARGIN * (max - min) : 1;
					return new SliderAxis(projection, own, i, min - margin, max + margin);
				})
				.toList();
	}

	String name() {
		return own ? "z" + (index + 1) : projection.axisName(index);
	}

	double value(final float[] z) {
		return own ? z[index] : projection.project(z)[index];
	}

	/** @return the point with that value, which is otherwise where it was */
	float[] moved(final float[] z, final double value) {
		if (!own) return projection.moved(z, index, value, index, value);
		final float[] moved = z.clone();
		moved[index] = (float) value;
		return moved;
	}
}
