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
package fovea.cli.model;

import fovea.model.AxisType;
import fovea.model.Processing;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Pre- and postprocessing steps in words. */
final class ProcessingText {

	private ProcessingText() {}

	/** @return name and parameters of a step, for example "clip 0 to 1" */
	static String of(final Processing step) {
		final String parameters = parameters(step);
		return parameters.isEmpty() ? step.label() : step.label() + " " + parameters;
	}

	private static String parameters(final Processing step) {
		if (step instanceof Processing.ScaleRange s)
			return "percentile " + number(s.minPercentile()) + " to 0, percentile " + number(s.maxPercentile())
					+ " to 1" + over(s.axes()) + of(s.reference());
		if (step instanceof Processing.ZeroMeanUnitVariance s)
			return "mean to 0, standard deviation to 1" + over(s.axes());
		if (step instanceof Processing.ScaleMeanVariance s)
			return "to mean and standard deviation" + over(s.axes()) + of(s.reference());
		if (step instanceof Processing.FixedZeroMeanUnitVariance s)
			return "(x - " + numbers(s.mean()) + ") / " + numbers(s.std());
		if (step instanceof Processing.ScaleLinear s) return "x * " + numbers(s.gain()) + " + " + numbers(s.offset());
		if (step instanceof Processing.Clip s) return number(s.min()) + " to " + number(s.max());
		if (step instanceof Processing.PercentileClip s) return end(s.min()) + " to " + end(s.max()) + over(s.axes());
		if (step instanceof Processing.Binarize s) return "above " + numbers(s.threshold());
		if (step instanceof Processing.EnsureDtype s) return s.type().label();
		if (step instanceof Processing.Unsupported) return "(unknown to Fovea: the model cannot be run)";
		return "";
	}

	private static String end(final Processing.PercentileClip.Bound bound) {
		return (bound.percentile() ? "percentile " : "") + number(bound.value());
	}

	private static String over(final Set<AxisType> axes) {
		return ", over "
				+ axes.stream()
						.sorted(Comparator.naturalOrder())
						.map(axis -> String.valueOf(axis.letter()))
						.collect(Collectors.joining(" "));
	}

	private static String of(final Optional<String> reference) {
		return reference.map(tensor -> ", of tensor '" + tensor + "'").orElse("");
	}

	private static String numbers(final List<Double> values) {
		return values.size() == 1
				? number(values.get(0))
				: values.stream().map(ProcessingText::number).collect(Collectors.joining(", ", "[", "]"));
	}

	/** @return the shortest way to write it, for example "1" and "99.8" */
	static String number(final double value) {
		if (!Double.isFinite(value)) return value > 0 ? "infinity" : value < 0 ? "-infinity" : "NaN";
		final double size = Math.abs(value);
		if (size != 0 && (size < 1e-4 || size >= 1e9)) return Double.toString(value);
		final String text = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
		// A fraction such as 1/255: six digits tell enough.
		return text.length() <= 9 ? text : String.format(Locale.ROOT, "%.6g", value);
	}
}
