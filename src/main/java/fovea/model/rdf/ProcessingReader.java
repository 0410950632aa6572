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
package fovea.model.rdf;

import fovea.base.ModelException;
import fovea.io.YamlNode;
import fovea.model.AxisSize;
import fovea.model.AxisSpec;
import fovea.model.AxisType;
import fovea.model.Processing;
import fovea.model.Processing.PercentileClip.Bound;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the pre- and postprocessing of one tensor, with the defaults of the bioimage.io specification. A step that is
 * well described but beyond {@link Processing} becomes {@link Processing.Unsupported}.
 */
final class ProcessingReader {

	private static final String PERCENTILE = "a percentile from 0 to 100";

	private final List<AxisSpec> axes;
	private final boolean v04;
	private final String own;
	private final List<String> references;

	/**
	 * @param axes of the tensor
	 * @param v04 whether the description is of format 0.4: axes are letters, a fixed normalization is a mode
	 * @param own id of the tensor, where it is an output; an input may follow itself as it was before all steps
	 * @param references ids of the tensors to which a step may refer: the model's inputs, for an output its outputs,
	 *     too
	 */
	ProcessingReader(final List<AxisSpec> axes, final boolean v04, final String own, final List<String> references) {
		this.axes = axes;
		this.v04 = v04;
		this.own = own;
		this.references = references;
	}

	/**
	 * @param steps the list of steps, may be missing
	 * @return the steps in order
	 */
	List<Processing> read(final YamlNode steps) throws ModelException {
		final List<Processing> result = new ArrayList<>();
		for (final YamlNode step : steps.optionalItems("a list of processing steps"))
			result.add(step(step.get(v04 ? "name" : "id").text("the name of a processing step"), step.get("kwargs")));
		return result;
	}

	private Processing step(final String label, final YamlNode kwargs) throws ModelException {
		return switch (label) {
			case "binarize" -> perChannel(label, kwargs, "threshold");
			case "clip" -> clip(kwargs);
			case "ensure_dtype" -> new Processing.EnsureDtype(RdfReader.dataType(kwargs.get("dtype")));
			case "fixed_zero_mean_unit_variance" -> perChannel(label, kwargs, "mean", "std");
			case "scale_linear" -> perChannel(label, kwargs, "gain", "offset");
			case "scale_mean_variance" ->
				new Processing.ScaleMeanVariance(
						eps(kwargs), statisticsAxes(kwargs, false), reference(kwargs.get("reference_tensor")));
			case "scale_range" -> scaleRange(kwargs);
			case "sigmoid" -> new Processing.Sigmoid();
			case "softmax" -> softmax(kwargs);
			case "zero_mean_unit_variance" ->
				v04 && isFixed(kwargs)
						? perChannel("fixed_zero_mean_unit_variance", kwargs, "mean", "std")
						: new Processing.ZeroMeanUnitVariance(eps(kwargs), statisticsAxes(kwargs, v04));
			default -> new Processing.Unsupported(label);
		};
	}

	private static boolean isFixed(final YamlNode kwargs) throws ModelException {
		return mode(kwargs, "fixed").equals("fixed");
	}

	private static String mode(final YamlNode kwargs, final String fallback) throws ModelException {
		final String expected = "fixed, per_dataset or per_sample";
		final String mode = kwargs.get("mode").text(expected, fallback);
		if (!List.of("fixed", "per_dataset", "per_sample").contains(mode))
			throw kwargs.get("mode").error(expected);
		return mode;
	}

	private Processing scaleRange(final YamlNode kwargs) throws ModelException {
		if (v04 && mode(kwargs, "per_sample").equals("fixed"))
			throw kwargs.get("mode").error("per_dataset or per_sample");
		final double min = number(kwargs.get("min_percentile"), 0, PERCENTILE);
		final double max = number(kwargs.get("max_percentile"), 100, PERCENTILE);
		if (!(min >= 0 && min < 100)) throw kwargs.get("min_percentile").error(PERCENTILE);
		if (!(max > min && max <= 100)) throw kwargs.get("max_percentile").error(PERCENTILE + " above min_percentile");
		final YamlNode reference = kwargs.get("reference_tensor");
		return new Processing.ScaleRange(
				min,
				max,
				eps(kwargs),
				statisticsAxes(kwargs, v04),
				reference.isMissing() ? Optional.empty() : reference(reference));
	}

	private Processing clip(final YamlNode kwargs) throws ModelException {
		if (!kwargs.get("min_percentile").isMissing()
				|| !kwargs.get("max_percentile").isMissing()) return percentileClip(kwargs);
		final double min = number(kwargs.get("min"), Double.NEGATIVE_INFINITY, "a number");
		final double max = number(kwargs.get("max"), Double.POSITIVE_INFINITY, "a number");
		if (kwargs.get("min").isMissing() && kwargs.get("max").isMissing()) throw kwargs.error("min or max");
		if (min > max) throw kwargs.get("max").error("a number not below min");
		return new Processing.Clip(min, max);
	}

	private Processing percentileClip(final YamlNode kwargs) throws ModelException {
		final Bound min = bound(kwargs, "min", Double.NEGATIVE_INFINITY);
		final Bound max = bound(kwargs, "max", Double.POSITIVE_INFINITY);
		if (min.percentile() == max.percentile() && min.value() >= max.value())
			throw kwargs.get(max.percentile() ? "max_percentile" : "max")
					.error("a number above " + (min.percentile() ? "min_percentile" : "min"));
		final Set<AxisType> joint = statisticsAxes(kwargs, false);
		return new Processing.PercentileClip(
				min, max, !kwargs.get("axes").isMissing() && !joint.contains(AxisType.BATCH), joint);
	}

	private static Bound bound(final YamlNode kwargs, final String name, final double fallback) throws ModelException {
		final YamlNode percentile = kwargs.get(name + "_percentile");
		if (percentile.isMissing()) return new Bound(number(kwargs.get(name), fallback, "a number"), false);
		if (!kwargs.get(name).isMissing()) throw percentile.error("either " + name + " or " + name + "_percentile");
		final double value = percentile.number(PERCENTILE);
		if (!(value >= 0 && value <= 100)) throw percentile.error(PERCENTILE);
		return new Bound(value, true);
	}

	private Processing softmax(final YamlNode kwargs) throws ModelException {
		final YamlNode axis = kwargs.get("axis");
		if (axis.isMissing() || axisOfId(axis).type() == AxisType.CHANNEL) return new Processing.Softmax();
		return new Processing.Unsupported("softmax along " + axisOfId(axis).id());
	}

	/** Steps whose parameters are one number for all, or a list along an axis. */
	private Processing perChannel(final String label, final YamlNode kwargs, final String... names)
			throws ModelException {
		final List<List<Double>> values = new ArrayList<>();
		int n = 1;
		boolean along = false;
		for (final String name : names) {
			final YamlNode value = kwargs.get(name);
			final boolean optional = label.equals("scale_linear") && value.isMissing();
			values.add(optional ? List.of(name.equals("gain") ? 1.0 : 0.0) : numbers(value));
			along |= value.isList();
			n = Math.max(n, values.get(values.size() - 1).size());
		}
		for (int i = 0; i < names.length; i++) {
			if (values.get(i).size() == 1)
				values.set(i, Collections.nCopies(n, values.get(i).get(0)));
			if (values.get(i).size() != n) throw kwargs.get(names[i]).error("a list of " + n);
		}
		if (along && n > 1) {
			final Optional<AxisSpec> axis = axisOfList(kwargs);
			if (axis.isEmpty() || axis.get().type() != AxisType.CHANNEL)
				return new Processing.Unsupported(
						label + " along " + axis.map(AxisSpec::id).orElse("several axes"));
			if (axis.get().size() instanceof AxisSize.Fixed fixed && fixed.length() != n)
				throw kwargs.get(names[0]).error("one number for each of " + fixed.length() + " channels");
		}
		return switch (label) {
			case "binarize" -> new Processing.Binarize(values.get(0));
			case "scale_linear" -> new Processing.ScaleLinear(values.get(0), values.get(1));
			default ->
				new Processing.FixedZeroMeanUnitVariance(values.get(0), positive(values.get(1), kwargs.get("std")));
		};
	}

	/** In 0.5 the axis is named. In 0.4 the axes are named that the list does not run along. */
	private Optional<AxisSpec> axisOfList(final YamlNode kwargs) throws ModelException {
		if (!v04) return Optional.of(axisOfId(kwargs.get("axis")));
		final Set<AxisType> joint = kwargs.get("axes").isMissing()
				? EnumSet.of(AxisType.X, AxisType.Y, AxisType.Z)
				: letters(kwargs.get("axes"));
		final List<AxisSpec> others = axes.stream()
				.filter(a -> a.type() != AxisType.BATCH && !joint.contains(a.type()))
				.toList();
		return others.size() == 1 ? Optional.of(others.get(0)) : Optional.empty();
	}

	private static List<Double> positive(final List<Double> values, final YamlNode node) throws ModelException {
		for (final double value : values) if (!(value > 0)) throw node.error("numbers above 0");
		return values;
	}

	/**
	 * The axes over which statistics are taken together; missing: all but the batch, since samples are run one by one.
	 */
	private Set<AxisType> statisticsAxes(final YamlNode kwargs, final boolean required) throws ModelException {
		final YamlNode node = kwargs.get("axes");
		final Set<AxisType> result = EnumSet.noneOf(AxisType.class);
		if (node.isMissing() && !required) {
			axes.forEach(a -> result.add(a.type()));
			result.remove(AxisType.BATCH);
		} else if (v04) result.addAll(letters(node));
		else
			for (final YamlNode id : node.items("a list of axis ids"))
				result.add(axisOfId(id).type());
		if (v04 && mode(kwargs, "per_sample").equals("per_dataset")) result.add(AxisType.BATCH);
		return Collections.unmodifiableSet(result);
	}

	private Set<AxisType> letters(final YamlNode node) throws ModelException {
		final String all = axes.stream().map(AxisSpec::id).reduce("", String::concat);
		final String expected = "letters of '" + all + "'";
		final Set<AxisType> result = EnumSet.noneOf(AxisType.class);
		for (final char letter : node.text(expected).toCharArray()) {
			if (all.indexOf(letter) < 0) throw node.error(expected);
			result.add(AxisType.ofLetter(letter));
		}
		return result;
	}

	private AxisSpec axisOfId(final YamlNode node) throws ModelException {
		final List<String> ids = axes.stream().map(AxisSpec::id).toList();
		final String expected = "one of the axes " + String.join(", ", ids);
		final int i = ids.indexOf(RdfV05Axes.normalize(node.text(expected).toLowerCase(Locale.ROOT)));
		if (i < 0) throw node.error(expected);
		return axes.get(i);
	}

	/** @return the tensor that is referred to; empty where it is the step's own */
	private Optional<String> reference(final YamlNode node) throws ModelException {
		final String expected = "the id of a tensor, one of " + String.join(", ", references);
		final String id = node.text(expected);
		if (!references.contains(id)) throw node.error(expected);
		return Optional.of(id).filter(other -> !other.equals(own));
	}

	private static double eps(final YamlNode kwargs) throws ModelException {
		final String expected = "a number above 0, at most 0.1";
		final double eps = number(kwargs.get("eps"), 1e-6, expected);
		if (!(eps > 0 && eps <= 0.1)) throw kwargs.get("eps").error(expected);
		return eps;
	}

	private static double number(final YamlNode node, final double fallback, final String expected)
			throws ModelException {
		return node.isMissing() ? fallback : node.number(expected);
	}

	private static List<Double> numbers(final YamlNode node) throws ModelException {
		final String expected = "a number or a list of numbers";
		if (!node.isList()) return List.of(finite(node, expected));
		final List<Double> values = new ArrayList<>();
		for (final YamlNode item : node.items(expected)) values.add(finite(item, "a number"));
		return values;
	}

	private static double finite(final YamlNode node, final String expected) throws ModelException {
		final double value = node.number(expected);
		if (Double.isInfinite(value)) throw node.error("a finite number");
		return value;
	}
}
