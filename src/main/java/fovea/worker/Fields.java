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
package fovea.worker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a message says, by name. Missing or ill-typed values are errors of the program.
 *
 * @param values numbers, texts, lists and maps
 */
public record Fields(Map<String, Object> values) {

	/** No values. */
	public static final Fields NONE = new Fields(Map.of());

	/** Takes null for none. */
	public Fields {
		values = values == null ? Map.of() : Map.copyOf(values);
	}

	/** @return fields of alternating names and values */
	public static Fields of(final Object... namesAndValues) {
		final Map<String, Object> map = new HashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) map.put((String) namesAndValues[i], namesAndValues[i + 1]);
		return new Fields(map);
	}

	/** @return these and others, which win */
	public Fields with(final Fields others) {
		final Map<String, Object> map = new HashMap<>(values);
		map.putAll(others.values);
		return new Fields(map);
	}

	/** @return whether there is a value of this name */
	public boolean has(final String name) {
		return values.containsKey(name);
	}

	/** @return a text */
	public String text(final String name) {
		return (String) required(name);
	}

	/** @return yes or no */
	public boolean flag(final String name) {
		return (Boolean) required(name);
	}

	/** @return a whole number */
	public long number(final String name) {
		return ((Number) required(name)).longValue();
	}

	/** @return a number, NaN and infinity too, which are texts on their way */
	public double real(final String name) {
		final Object value = required(name);
		return value instanceof Number n ? n.doubleValue() : Double.parseDouble((String) value);
	}

	/** @return texts */
	public List<String> texts(final String name) {
		return list(name).stream().map(String.class::cast).toList();
	}

	/** @return what a map says */
	@SuppressWarnings("unchecked")
	public Fields map(final String name) {
		return new Fields((Map<String, Object>) required(name));
	}

	/** @return a list of maps */
	@SuppressWarnings("unchecked")
	public List<Fields> maps(final String name) {
		return list(name).stream().map(m -> new Fields((Map<String, Object>) m)).toList();
	}

	/** @return lists of whole numbers: shapes */
	public List<int[]> shapes(final String name) {
		return list(name).stream()
				.map(s -> ((List<?>) s)
						.stream().mapToInt(n -> ((Number) n).intValue()).toArray())
				.toList();
	}

	/** @return a list of anything */
	public List<?> list(final String name) {
		return (List<?>) required(name);
	}

	private Object required(final String name) {
		final Object value = values.get(name);
		if (value == null) throw new IllegalArgumentException("a message lacks '" + name + "': " + values);
		return value;
	}
}
