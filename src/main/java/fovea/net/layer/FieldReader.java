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
package fovea.net.layer;

import fovea.base.ModelException;
import fovea.io.YamlNode;
import fovea.net.shape.Padding;
import fovea.net.shape.Shape;
import fovea.net.shape.Size;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the fields of one mapping, and knows which it has been asked for. Not thread-safe. */
public final class FieldReader {

	private static final int IMAGE_RANK = 3;

	private static final int LONGEST_NAME = 500;

	private final YamlNode mapping;
	private final Set<String> known = new LinkedHashSet<>();

	public FieldReader(final YamlNode mapping) {
		this.mapping = mapping;
	}

	public YamlNode at(final String key) throws ModelException {
		known.add(key);
		return mapping.get(key);
	}

	/** @throws ModelException if there is a key that nobody has asked for */
	public void requireNothingElse() throws ModelException {
		for (final String key : mapping.keys())
			if (!known.contains(key))
				throw mapping.problem("expected no keys but " + String.join(", ", known) + ", got '" + key + "'");
	}

	int count(final String key) throws ModelException {
		return at(key).integer(1, "a whole number of at least 1");
	}

	int count(final String key, final int fallback) throws ModelException {
		return at(key).isMissing() ? fallback : count(key);
	}

	double number(final String key, final double fallback) throws ModelException {
		return at(key).isMissing() ? fallback : at(key).number("a number");
	}

	public boolean flag(final String key, final boolean fallback) throws ModelException {
		final String text = at(key).text("true or false", Boolean.toString(fallback));
		if (!text.equals("true") && !text.equals("false")) throw at(key).error("true or false");
		return text.equals("true");
	}

	double l2() throws ModelException {
		return number("l2", 0);
	}

	boolean useBias() throws ModelException {
		return flag("use_bias", true);
	}

	Padding padding() throws ModelException {
		return choice("padding", Padding.VALID);
	}

	/** @return one number for both sides, or a list of two */
	Size requiredSize(final String key) throws ModelException {
		final YamlNode node = at(key);
		final String expected = "a whole number of at least 1, or [height, width]";
		if (!node.isList()) return Size.of(node.integer(1, expected));
		final List<YamlNode> items = node.items(expected);
		if (items.size() != 2) throw node.error(expected);
		return new Size(items.get(0).integer(1, expected), items.get(1).integer(1, expected));
	}

	Size size(final String key, final Size fallback) throws ModelException {
		return at(key).isMissing() ? fallback : requiredSize(key);
	}

	/** @return [height, width, channels] with null for a free length, or [length] */
	Shape shape(final String key) throws ModelException {
		final String expected = "[height, width, channels] (null for any height or width) or [length]";
		final List<YamlNode> items = at(key).items(expected);
		if (items.size() == 1) return Shape.vector(items.get(0).integer(1, expected));
		if (items.size() != IMAGE_RANK) throw at(key).error(expected);
		final List<Integer> lengths = new ArrayList<>();
		for (final YamlNode item : items.subList(0, 2))
			lengths.add(item.isMissing() ? Shape.FREE : item.integer(1, expected));
		return Shape.image(lengths.get(0), lengths.get(1), items.get(2).integer(1, expected));
	}

	Activation activation() throws ModelException {
		final String expected = "one of " + Activation.choices() + " or, with a slope, leaky_relu(0.3)";
		final Optional<Activation> activation =
				Activation.parse(at("activation").text(expected, Activation.LINEAR.toString()));
		if (activation.isEmpty()) throw at("activation").error(expected);
		return activation.get();
	}

	/** @return the constant whose name this is in any case */
	<E extends Enum<E>> E choice(final String key, final E fallback) throws ModelException {
		final E[] values = fallback.getDeclaringClass().getEnumConstants();
		final String expected = Stream.of(values).map(FieldReader::text).collect(Collectors.joining(" or "));
		final String text = at(key).text(expected, fallback.name());
		for (final E value : values) if (value.name().equalsIgnoreCase(text)) return value;
		throw at(key).error(expected);
	}

	/** @throws ModelException if it is none, or longer than any that Keras makes */
	public static String layerName(final YamlNode node, final String expected) throws ModelException {
		final String name = node.text(expected);
		if (name.length() > LONGEST_NAME)
			throw node.problem(
					"expected " + expected + " of at most " + LONGEST_NAME + " letters, got " + name.length());
		return name;
	}

	/** @return a constant's name in files and in Keras */
	public static String text(final Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}
}
