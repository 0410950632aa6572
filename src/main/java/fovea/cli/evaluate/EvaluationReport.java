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
package fovea.cli.evaluate;

import fovea.cli.terminal.TextTable;
import fovea.evaluate.Evaluation;
import fovea.evaluate.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Scores as people read them and as a table for other programs.
 *
 * @param <S> the kind of score
 */
abstract class EvaluationReport<S> {

	/** What follows the name of an image in a line of the table. */
	abstract List<String> headings();

	/** @return what the numbers mean, a line or more */
	abstract String legend(List<S> scores);

	/** @return the line of an image */
	abstract List<String> row(S score);

	/** @return the lines over all images, each beginning with what it is */
	abstract List<List<String>> totals(List<S> scores);

	/** @return by what the best setting of a method is chosen; higher is better */
	abstract double quality(List<S> scores);

	/** @return headings and a line for each image, with all digits */
	abstract List<List<String>> csv(List<S> scores);

	/**
	 * @param evaluation whose first method is in question; the others are there to be compared with
	 * @param outcome of it, not empty
	 * @param each whether there is a line for each image
	 * @return a table, the means last
	 */
	final String text(final Evaluation<S> evaluation, final EvaluationRun.Outcome<S> outcome, final boolean each) {
		final List<S> scores = outcome.scores().get(0);
		final TextTable table = new TextTable();
		table.row(line("image", headings()));
		if (each) scores.forEach(score -> table.row(row(score).toArray(String[]::new)));
		totals(scores).forEach(row -> table.row(row.toArray(String[]::new)));
		for (final Map.Entry<String, List<S>> other :
				best(evaluation.methods(), outcome.scores()).entrySet())
			for (final List<String> row : totals(other.getValue()))
				table.row(line(other.getKey() + ", " + row.get(0), row.subList(1, row.size())));
		return legend(scores) + "\n" + table.text("");
	}

	/** @return by method without a network, the scores of its best setting for these images */
	private Map<String, List<S>> best(final List<? extends Method<?>> methods, final List<List<S>> scores) {
		final Map<String, Integer> chosen = new LinkedHashMap<>();
		final ToDoubleFunction<Integer> quality = m -> quality(scores.get(m));
		for (int m = 1; m < methods.size(); m++)
			chosen.merge(
					methods.get(m).name(), m, (a, b) -> quality.applyAsDouble(b) > quality.applyAsDouble(a) ? b : a);
		final Map<String, List<S>> best = new LinkedHashMap<>();
		chosen.forEach((name, m) -> best.put(
				methods.get(m).setting().isEmpty()
						? name
						: name + " (" + methods.get(m).setting() + ")",
				scores.get(m)));
		return best;
	}

	static String number(final double value, final int digits) {
		return Double.isInfinite(value) ? "infinite" : String.format(Locale.ROOT, "%." + digits + "f", value);
	}

	/** @return nothing where there is no value */
	static String number(final OptionalDouble value, final int digits) {
		return value.isPresent() ? number(value.getAsDouble(), digits) : "";
	}

	private static String[] line(final String first, final List<String> cells) {
		final List<String> line = new ArrayList<>(List.of(first));
		line.addAll(cells);
		return line.toArray(String[]::new);
	}
}
