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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The axes of tensors as description format 0.4 writes them: a string of letters, a shape and a halo, each with one
 * entry per axis. Inputs are to be read first: outputs may refer to them.
 */
final class RdfV04Axes {

	private final Map<String, List<AxisSpec>> inputs = new LinkedHashMap<>();

	/**
	 * @param tensor an element of inputs
	 * @param name of the tensor
	 * @return its axes
	 */
	List<AxisSpec> input(final YamlNode tensor, final String name) throws ModelException {
		final List<AxisType> types = types(tensor.get("axes"));
		final YamlNode shape = tensor.get("shape");
		final List<AxisSpec> axes = new ArrayList<>();
		if (shape.isMapping()) {
			final List<YamlNode> min = perAxis(shape.get("min"), types);
			final List<YamlNode> step = perAxis(shape.get("step"), types);
			for (int i = 0; i < types.size(); i++)
				axes.add(AxisSpec.of(
						types.get(i),
						steps(types.get(i), min.get(i).length(1), step.get(i).length(0))));
		} else axes.addAll(fixed(shape, types, "a list of lengths, or a mapping with min and step"));
		inputs.put(name, axes);
		return axes;
	}

	/**
	 * @param tensor an element of outputs
	 * @return its axes
	 */
	List<AxisSpec> output(final YamlNode tensor) throws ModelException {
		final List<AxisType> types = types(tensor.get("axes"));
		final YamlNode shape = tensor.get("shape");
		final List<AxisSpec> axes = shape.isMapping()
				? implicit(shape, types)
				: fixed(shape, types, "a list of lengths, or a mapping with reference_tensor, scale and offset");
		final YamlNode halo = tensor.get("halo");
		if (halo.optionalItems("a list of integers").isEmpty()) return axes;
		final List<YamlNode> halos = perAxis(halo, types);
		final List<AxisSpec> result = new ArrayList<>();
		for (int i = 0; i < types.size(); i++)
			result.add(new AxisSpec(
					types.get(i),
					axes.get(i).id(),
					axes.get(i).size(),
					OptionalInt.of(halos.get(i).length(0)),
					List.of()));
		return result;
	}

	private List<AxisSpec> implicit(final YamlNode shape, final List<AxisType> types) throws ModelException {
		final YamlNode tensor = shape.get("reference_tensor");
		final String expected = "the name of an input, one of " + String.join(", ", inputs.keySet());
		final String reference = tensor.text(expected);
		final List<AxisSpec> referenceAxes = inputs.get(reference);
		if (referenceAxes == null) throw tensor.error(expected);
		final List<YamlNode> scales = perAxis(shape.get("scale"), types);
		final List<YamlNode> offsets = perAxis(shape.get("offset"), types);
		final List<AxisSpec> axes = new ArrayList<>();
		int added = 0;
		for (int i = 0; i < types.size(); i++) {
			final double scale = scales.get(i).isMissing() ? 0 : scales.get(i).number("a number or null");
			final double offset = 2 * offsets.get(i).number("a multiple of 0.5");
			if (!(scale >= 0 && scale < Double.POSITIVE_INFINITY))
				throw scales.get(i).error("a number above 0, or null");
			if (offset != Math.rint(offset) || Math.abs(offset) > 2.0 * AxisSize.LONGEST)
				throw offsets.get(i).error("a multiple of 0.5");
			if (scale == 0) {
				// null: an axis that the reference lacks; 0: one of another length. Either is twice the offset
				if (offset < 1) throw offsets.get(i).error("at least 0.5 where the scale is null");
				axes.add(AxisSpec.of(types.get(i), new AxisSize.Fixed((int) offset)));
				if (scales.get(i).isMissing()) added++;
			} else
				axes.add(AxisSpec.of(
						types.get(i),
						scaled(
								reference,
								axisOf(referenceAxes, types.get(i), i - added, shape),
								scale,
								offset,
								offsets.get(i))));
		}
		return axes;
	}

	/** The axis of the same letter; without one, the axis at the same place. */
	private static AxisSpec axisOf(
			final List<AxisSpec> axes, final AxisType type, final int place, final YamlNode shape)
			throws ModelException {
		for (final AxisSpec axis : axes) if (axis.type() == type) return axis;
		if (place >= axes.size()) throw shape.get("scale").error("null for each axis that reference_tensor lacks");
		return axes.get(place);
	}

	private static AxisSize scaled(
			final String tensor, final AxisSpec axis, final double scale, final double offset, final YamlNode node)
			throws ModelException {
		// the batch is free, and channels do not grow with the tile: say their number outright
		if (axis.type() == AxisType.BATCH && scale == 1 && offset == 0) return axis.size();
		if (!axis.type().isTiled() && axis.size() instanceof AxisSize.Fixed fixed) {
			final double length = Math.floor(fixed.length() * scale + offset);
			if (!(length >= 1 && length <= AxisSize.LONGEST))
				throw node.error("an offset that leaves 1 to " + AxisSize.LONGEST + " elements");
			return new AxisSize.Fixed((int) length);
		}
		return new AxisSize.Reference(tensor, axis.id(), scale, offset);
	}

	private static List<AxisSpec> fixed(final YamlNode shape, final List<AxisType> types, final String expected)
			throws ModelException {
		if (!shape.isList()) throw shape.error(expected);
		final List<YamlNode> lengths = perAxis(shape, types);
		final List<AxisSpec> axes = new ArrayList<>();
		for (int i = 0; i < types.size(); i++)
			axes.add(
					AxisSpec.of(types.get(i), steps(types.get(i), lengths.get(i).length(1), 0)));
		return axes;
	}

	/** In 0.4 the batch has length 1 and step 0 by rule, and may be longer all the same. */
	private static AxisSize steps(final AxisType type, final int min, final int step) {
		if (type == AxisType.BATCH && min == 1) return new AxisSize.Steps(1, 1);
		return step == 0 ? new AxisSize.Fixed(min) : new AxisSize.Steps(min, step);
	}

	private static List<AxisType> types(final YamlNode node) throws ModelException {
		final String expected = "different letters of b, i, t, c, z, y, x";
		final List<AxisType> types = new ArrayList<>();
		for (final char letter : node.text(expected).toCharArray()) {
			if ("bitczyx".indexOf(letter) < 0) throw node.error(expected);
			final AxisType type = AxisType.ofLetter(letter);
			if (types.contains(type)) throw node.error(expected);
			types.add(type);
		}
		return types;
	}

	private static List<YamlNode> perAxis(final YamlNode list, final List<AxisType> types) throws ModelException {
		final String expected = "a list of " + types.size() + ", one entry for each of the axes";
		final List<YamlNode> items = list.items(expected);
		if (items.size() != types.size()) throw list.error(expected);
		return items;
	}
}
