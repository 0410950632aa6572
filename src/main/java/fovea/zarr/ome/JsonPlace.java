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
package fovea.zarr.ome;

import fovea.base.ImageException;
import fovea.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A place in attributes, whether something is there or not. Whoever reads it says what is expected; what else comes is
 * an error with the path of the place.
 *
 * @param label of the image, for messages
 * @param path of the place, for example {@code multiscales[0].axes}
 * @param value what is there: a map, a list, a text, a number or a boolean; null where nothing is
 */
record JsonPlace(String label, String path, Object value) {

	/** Axes, levels, channels: more than any image has. */
	private static final int MOST = 100_000;

	private static final int LONGEST = 40;

	JsonPlace get(final String key) {
		return new JsonPlace(
				label,
				path.isEmpty() ? key : path + "." + key,
				value instanceof final Map<?, ?> map ? map.get(key) : null);
	}

	boolean isThere() {
		return value != null;
	}

	/** @return the elements of a list; none where nothing is there */
	List<JsonPlace> elements() throws ImageException {
		if (!isThere()) return List.of();
		if (!(value instanceof final List<?> list)) throw unexpected("a list");
		if (list.size() > MOST) throw unexpected("at most " + MOST + " elements");
		final List<JsonPlace> elements = new ArrayList<>();
		for (int i = 0; i < list.size(); i++) elements.add(new JsonPlace(label, path + "[" + i + "]", list.get(i)));
		return elements;
	}

	/** @return the elements of a list that must be there and have some */
	List<JsonPlace> some() throws ImageException {
		final List<JsonPlace> elements = elements();
		if (elements.isEmpty()) throw unexpected("a list of at least one element");
		return elements;
	}

	boolean isText() {
		return value instanceof String;
	}

	String text() throws ImageException {
		if (value instanceof final String text) return text;
		throw unexpected("a text");
	}

	Optional<String> maybeText() throws ImageException {
		return isThere() ? Optional.of(text()) : Optional.empty();
	}

	double number() throws ImageException {
		if (value instanceof final Number number && Double.isFinite(number.doubleValue())) return number.doubleValue();
		throw unexpected("a number");
	}

	/** @return as many numbers as there must be */
	List<Double> numbers(final int count) throws ImageException {
		final List<JsonPlace> elements = elements();
		if (elements.size() != count) throw unexpected("a list of " + count + " numbers, one for each axis");
		final List<Double> numbers = new ArrayList<>();
		for (final JsonPlace each : elements) numbers.add(each.number());
		return numbers;
	}

	/** @return says what was expected here and what came */
	ImageException unexpected(final String expected) {
		final String all = isThere() ? String.valueOf(value) : "nothing";
		final String got = all.length() > LONGEST ? all.substring(0, LONGEST) + "..." : all;
		return new ImageException(label + ": " + (path.isEmpty() ? "its attributes" : path) + ": expected " + expected
				+ ", got " + Printable.line(got));
	}
}
