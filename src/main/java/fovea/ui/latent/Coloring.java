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

import fovea.chart.PointColors;
import fovea.latent.Encoding;
import fovea.latent.Encodings;
import java.util.ArrayList;
import java.util.List;

/**
 * What points are colored by.
 *
 * @param name for people
 * @param values of a column, one for each encoding; empty: the encodings' labels
 */
record Coloring(String name, List<String> values) {

	static final Coloring LABEL = new Coloring("label", List.of());

	/** Columns of numbers with more different ones, or where no two are the same, are colored from dark to light. */
	private static final int MOST_CLASSES = 12;

	Coloring {
		values = List.copyOf(values);
	}

	/** @return by how badly items are given back */
	static Coloring loss(final Encodings encodings) {
		return new Coloring(
				"loss",
				encodings.all().stream().map(e -> String.valueOf(e.loss())).toList());
	}

	/** @return of these encodings, as many as values */
	PointColors colors(final Encodings encodings) {
		if (values.isEmpty())
			return PointColors.ofLabels(
					encodings.all().stream().map(Encoding::label).toList(), encodings.labels());
		final double[] numbers = values.stream().mapToDouble(Coloring::number).toArray();
		final boolean numeric =
				values.stream().allMatch(v -> v.isBlank() || v.equals("NaN") || !Double.isNaN(number(v)));
		final long different = values.stream().distinct().count();
		if (numeric && (different > MOST_CLASSES || different == values.size() && different > 2))
			return PointColors.ofNumbers(numbers);
		final List<Encoding> named = new ArrayList<>();
		for (int i = 0; i < values.size(); i++) named.add(encodings.all().get(i).withLabel(values.get(i)));
		return PointColors.ofLabels(values, new Encodings(named).labels());
	}

	private static double number(final String text) {
		try {
			return Double.parseDouble(text.strip());
		} catch (final NumberFormatException e) {
			return Double.NaN;
		}
	}

	@Override
	public String toString() {
		return name;
	}
}
