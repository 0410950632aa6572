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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The axes of tensors as description format 0.5 writes them: a list of objects. An axis may take its length from
 * another one, so all tensors are announced before any is read.
 */
final class RdfV05Axes {

	private static final String SIZE = "an integer of at least 1, {min, step} or {tensor_id, axis_id}";
	private static final Map<String, String> LONG_IDS = Map.of("b", "batch", "t", "time", "i", "index", "c", "channel");

	/** What another axis may want to know. */
	private record Target(boolean input, double scale, OptionalInt fixed) {}

	private final Map<String, Map<String, Target>> targets = new LinkedHashMap<>();

	/**
	 * @param tensor an element of inputs or outputs
	 * @param id of the tensor
	 * @param input whether it is an input
	 */
	void announce(final YamlNode tensor, final String id, final boolean input) throws ModelException {
		final Map<String, Target> axes = new LinkedHashMap<>();
		for (final YamlNode axis : tensor.get("axes").items("a list of axes")) {
			final YamlNode size = axis.get("size");
			final OptionalInt fixed =
					size.isInteger() ? OptionalInt.of(size.integer(1, AxisSize.LONGEST, SIZE)) : OptionalInt.empty();
			if (axes.put(id(axis), new Target(input, scale(axis), fixed)) != null)
				throw axis.get("id").error("an id of its own");
		}
		targets.put(id, axes);
	}

	/**
	 * @param tensor an element of inputs or outputs
	 * @param input whether it is an input
	 * @return its axes
	 */
	List<AxisSpec> read(final YamlNode tensor, final boolean input) throws ModelException {
		final List<AxisSpec> axes = new ArrayList<>();
		final Set<AxisType> seen = new HashSet<>();
		for (final YamlNode axis : tensor.get("axes").items("a list of axes")) {
			final AxisType type = type(axis);
			if (!seen.add(type) && type != AxisType.INDEX)
				throw axis.error(
						"one axis of a kind, and not a second " + type.name().toLowerCase(Locale.ROOT));
			final List<String> names = type == AxisType.CHANNEL ? channelNames(axis.get("channel_names")) : List.of();
			final YamlNode halo = axis.get("halo");
			axes.add(new AxisSpec(
					type,
					id(axis),
					size(axis, type, input, names),
					halo.isMissing() ? OptionalInt.empty() : OptionalInt.of(halo.length(0)),
					names));
		}
		return axes;
	}

	/**
	 * @param id of an axis
	 * @return the same in long form, as the specification wants it: "channel" for "c"
	 */
	static String normalize(final String id) {
		return LONG_IDS.getOrDefault(id, id);
	}

	private static String kind(final YamlNode axis) throws ModelException {
		final String expected = "batch, channel, index, time or space";
		final String kind = axis.get("type").text(expected);
		if (!List.of(expected.split(", | or ")).contains(kind))
			throw axis.get("type").error(expected);
		return kind;
	}

	private static String id(final YamlNode axis) throws ModelException {
		final String kind = kind(axis);
		return normalize(
				axis.get("id").text("an id", kind.equals("space") ? "x" : kind).toLowerCase(Locale.ROOT));
	}

	private static AxisType type(final YamlNode axis) throws ModelException {
		return switch (kind(axis)) {
			case "batch" -> AxisType.BATCH;
			case "channel" -> AxisType.CHANNEL;
			case "index" -> AxisType.INDEX;
			case "time" -> AxisType.TIME;
			default ->
				switch (id(axis)) {
					case "x" -> AxisType.X;
					case "y" -> AxisType.Y;
					case "z" -> AxisType.Z;
					default -> throw axis.get("id").error("x, y or z for an axis in space");
				};
		};
	}

	private static double scale(final YamlNode axis) throws ModelException {
		final YamlNode node = axis.get("scale");
		final double scale = node.isMissing() ? 1 : node.number("a number above 0");
		if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) throw node.error("a number above 0");
		return scale;
	}

	private static List<String> channelNames(final YamlNode node) throws ModelException {
		final List<String> names = new ArrayList<>();
		for (final YamlNode name : node.items("a list of names")) names.add(name.text("the name of a channel"));
		return names;
	}

	private AxisSize size(final YamlNode axis, final AxisType type, final boolean input, final List<String> names)
			throws ModelException {
		final YamlNode size = axis.get("size");
		if (type == AxisType.CHANNEL) return new AxisSize.Fixed(names.size());
		if (type == AxisType.BATCH && size.isMissing()) return new AxisSize.Steps(1, 1);
		if (!size.isMapping()) return new AxisSize.Fixed(size.integer(1, AxisSize.LONGEST, SIZE));
		if (!size.get("tensor_id").isMissing()) return reference(axis, size, input);
		if (!size.get("step").isMissing())
			return new AxisSize.Steps(
					size.get("min").length(1), size.get("step").length(1));
		if (input) throw size.error(SIZE);
		return new AxisSize.Unknown();
	}

	private AxisSize reference(final YamlNode axis, final YamlNode size, final boolean input) throws ModelException {
		final String tensor = size.get("tensor_id").text("the id of a tensor");
		final Map<String, Target> axes = targets.getOrDefault(tensor, new HashMap<>());
		if (axes.isEmpty())
			throw size.get("tensor_id").error("the id of a tensor, one of " + String.join(", ", targets.keySet()));
		final String expected = "the id of an axis of " + tensor + ", one of " + String.join(", ", axes.keySet());
		final String id = normalize(size.get("axis_id").text(expected).toLowerCase(Locale.ROOT));
		final Target target = axes.get(id);
		if (target == null) throw size.get("axis_id").error(expected);
		final YamlNode node = size.get("offset");
		final double offset = node.isMissing()
				? 0
				: node.integer(
						-AxisSize.LONGEST,
						AxisSize.LONGEST,
						"an integer of -" + AxisSize.LONGEST + " to " + AxisSize.LONGEST);
		final double factor = target.scale / scale(axis);
		if (target.input && !input) return new AxisSize.Reference(tensor, id, factor, offset);
		// an input that follows another one, or an output that follows an output
		if (target.fixed.isPresent()) {
			final double length = Math.floor(target.fixed.getAsInt() * factor + offset);
			if (!(length >= 1 && length <= AxisSize.LONGEST))
				throw node.error("an offset that leaves 1 to " + AxisSize.LONGEST + " elements");
			return new AxisSize.Fixed((int) length);
		}
		return target.input ? new AxisSize.Reference(tensor, id, factor, offset) : new AxisSize.Unknown();
	}
}
