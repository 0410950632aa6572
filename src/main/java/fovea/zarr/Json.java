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
package fovea.zarr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fovea.base.ImageException;
import fovea.text.Printable;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A value of metadata, which knows where it is from.
 *
 * @param node the value, null where there is none
 * @param where its file and its place therein, for messages
 */
record Json(JsonNode node, String where) {

	/** NaN as a word is no JSON, but in attributes that Python wrote. A key twice may be read as either. */
	private static final ObjectMapper MAPPER = JsonMapper.builder()
			.enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
			.build();

	static Json parse(final byte[] bytes, final String where) throws ImageException {
		try {
			final JsonNode node = MAPPER.readTree(bytes);
			if (node != null && node.isObject()) return new Json(node, where);
			throw new ImageException(where + ": expected an object of JSON");
		} catch (final IOException e) {
			final String reason = e instanceof final JsonProcessingException json ? json.getOriginalMessage() : "";
			throw new ImageException(
					where + ": expected JSON, got something else"
							+ (reason.isEmpty() ? "" : " (" + Printable.name(reason) + ")"),
					e);
		}
	}

	static byte[] bytes(final Map<String, ?> object) throws ImageException {
		try {
			return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(object);
		} catch (final JsonProcessingException e) {
			throw new ImageException("Expected attributes that JSON has, got others: " + e.getOriginalMessage(), e);
		}
	}

	Json get(final String name) {
		return new Json(node == null ? null : node.get(name), where + ", " + Printable.name(name));
	}

	/** @return whether there is something, and not null */
	boolean isThere() {
		return node != null && !node.isNull();
	}

	String text() throws ImageException {
		if (isThere() && node.isTextual()) return node.textValue();
		throw wrong("a text");
	}

	long integer() throws ImageException {
		if (isThere() && node.isIntegralNumber() && node.canConvertToLong()) return node.longValue();
		throw wrong("a whole number");
	}

	/** @return the number, or what is said otherwise where there is none */
	int integer(final int otherwise) throws ImageException {
		if (!isThere()) return otherwise;
		final long value = integer();
		if (value != (int) value) throw wrong("a small number");
		return (int) value;
	}

	/** @return numbers that are at least {@code least} and at most {@code most} */
	long[] integers(final long least, final long most) throws ImageException {
		final Json[] items = items();
		final long[] values = new long[items.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = items[i].integer();
			if (values[i] < least || values[i] > most)
				throw items[i].wrong("a whole number from " + least + " to " + most);
		}
		return values;
	}

	/** @return lengths, each at least 1 */
	int[] lengths() throws ImageException {
		final long[] values = integers(1, Integer.MAX_VALUE);
		final int[] lengths = new int[values.length];
		for (int i = 0; i < lengths.length; i++) lengths[i] = (int) values[i];
		return lengths;
	}

	Json[] items() throws ImageException {
		if (!isThere() || !node.isArray()) throw wrong("a list");
		final Json[] items = new Json[node.size()];
		for (int i = 0; i < items.length; i++) items[i] = new Json(node.get(i), where + "[" + i + "]");
		return items;
	}

	Iterable<String> names() {
		final Iterator<String> names = node.fieldNames();
		return () -> names;
	}

	/** @return the object; an empty one where there is nothing */
	Map<String, Object> object() throws ImageException {
		if (!isThere()) return Map.of();
		if (!node.isObject()) throw wrong("an object");
		return MAPPER.convertValue(node, new TypeReference<LinkedHashMap<String, Object>>() {});
	}

	ImageException wrong(final String expected) {
		final String text = node == null ? "nothing" : node.toString();
		return new ImageException(where + ": expected " + expected + ", got "
				+ (text.length() > 80 ? Printable.name(text.substring(0, 80)) + "..." : Printable.name(text)));
	}
}
