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
package fovea.latent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What there is to say of encodings in a few lines. Stateless. */
public final class EncodingReport {

	private EncodingReport() {}

	/**
	 * @param encodings any
	 * @param neighbors how many are asked for a label, 1 or more
	 * @param worst how many of those that are given back worst are named
	 * @return lines for people
	 */
	public static List<String> lines(final Encodings encodings, final int neighbors, final int worst) {
		final List<String> lines = new ArrayList<>();
		lines.add(encodings.size()
				+ (encodings.size() == 1 ? " encoding of " : " encodings of ")
				+ encodings.dimensions()
				+ (encodings.dimensions() == 1 ? " value" : " values")
				+ (encodings.labels().equals(List.of("")) ? "" : ", labels " + labels(encodings)));
		if (encodings.labels().stream().filter(label -> !label.isEmpty()).count() > 1) {
			final Neighbors.Score score = new Neighbors(encodings).leaveOneOut(neighbors);
			lines.add(String.format(
					Locale.ROOT,
					"the label of %.1f %% is told by its %d nearest neighbors (%d of %d)",
					100 * score.accuracy(),
					neighbors,
					score.correct(),
					score.all()));
		}
		final List<Encoding> first = encodings.worstFirst().stream()
				.filter(e -> !Double.isNaN(e.loss()))
				.limit(worst)
				.toList();
		if (!first.isEmpty()) lines.add("given back worst:");
		for (final Encoding encoding : first)
			lines.add(String.format(
					Locale.ROOT,
					"  %s%s: loss %.4g, mean squared error %.4g",
					encoding.id(),
					encoding.label().isEmpty() ? "" : " (" + encoding.label() + ")",
					encoding.loss(),
					encoding.error()));
		return lines;
	}

	private static String labels(final Encodings encodings) {
		final List<String> labels = encodings.labels();
		final int most = 10;
		final String named = String.join(
				", ",
				labels.subList(0, Math.min(most, labels.size())).stream()
						.map(label -> label.isEmpty() ? "none" : label)
						.toList());
		return labels.size() > most ? named + " and " + (labels.size() - most) + " more" : named;
	}
}
