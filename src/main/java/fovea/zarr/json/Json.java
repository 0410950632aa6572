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
package fovea.zarr.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fovea.base.ImageException;
import fovea.text.Printable;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A place in JSON, whether something is there or not. Whoever reads it says what is expected; what else comes is an
 * {@link ImageException} of one line with the place. Immutable, if nobody changes the value.
 *
 * <pre>{@code
 * Json json = Json.parse(bytes, "'zarr.json' in 'cells.zarr'");
 * long[] shape = json.get("shape").integers(0, Long.MAX_VALUE);
 * }</pre>
 *
 * @param label of the whole, for messages
 * @param path of the place, for example {@code multiscales[0].axes}; "" for the whole
 * @param value what is there: a map, a list, a text, a number or a boolean; null where nothing is
 */
public record Json(String label, String path, Object value) {

	/** NaN as a word is no JSON, but in attributes that Python wrote. A key twice may be read as either. */
	private static final ObjectMapper MAPPER = JsonMapper.builder()
			.enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
			.build();

	/** Elements of a list: more than any image has axes, channels or fields of view. */
	private static final int MOST = 100_000;

	private static final int LONGEST = 80;

	/**
	 * @param bytes of a file
	 * @param label of it, for messages
	 * @return the object in it
	 * @throws ImageException if there is none
	 */
	public static Json parse(final byte[] bytes, final String label) throws ImageException {
		try {
			if (MAPPER.readValue(bytes, Object.class) instanceof final Map<?, ?> object)
				return new Json(label, "", object);
			throw new ImageException(label + ": expected an object of JSON");
		} catch (final IOException e) {
			final String reason = e instanceof final JsonProcessingException json ? json.getOriginalMessage() : "";
			throw new ImageException(
					label + ": expected JSON, got something else"
							+ (reason.isEmpty() ? "" : " (" + Printable.name(reason) + ")"),
					e);
		}
	}

	/**
	 * @param object texts, numbers, booleans, nulls, lists and maps of them
	 * @return a file of it
	 * @throws ImageException if there is anything else in it
	 */
	public static byte[] bytes(final Map<String, ?> object) throws ImageException {
		try {
			return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(object);
		} catch (final JsonProcessingException e) {
			throw new ImageException("Expected attributes that JSON has, got others: " + e.getOriginalMessage(), e);
		}
	}

	/**
	 * @param key in an object
	 * @return that place; nothing is there if this is no object
	 */
	public Json get(final String key) {
		final String name = Printable.name(key);
		return new Json(
				label,
				path.isEmpty() ? name : path + "." + name,
				value instanceof final Map<?, ?> map ? map.get(key) : null);
	}

	/** @return whether there is something, and not null */
	public boolean isThere() {
		return value != null;
	}

	/** @return whether there is a text */
	public boolean isText() {
		return value instanceof String;
	}

	/** @return the text that must be there */
	public String text() throws ImageException {
		if (value instanceof final String text) return text;
		throw unexpected("a text");
	}

	/** @return the text; empty where nothing is there */
	public Optional<String> maybeText() throws ImageException {
		return isThere() ? Optional.of(text()) : Optional.empty();
	}

	/** @return the finite number that must be there */
	public double number() throws ImageException {
		if (value instanceof final Number number && Double.isFinite(number.doubleValue())) return number.doubleValue();
		throw unexpected("a number");
	}

	/** @return the whole number that must be there */
	public long integer() throws ImageException {
		if (value instanceof final BigInteger number && number.bitLength() < Long.SIZE) return number.longValue();
		throw unexpected("a whole number");
	}

	/**
	 * @param otherwise where nothing is there
	 * @return the whole number
	 */
	public int integer(final int otherwise) throws ImageException {
		if (!isThere()) return otherwise;
		final long number = integer();
		if (number != (int) number) throw unexpected("a small number");
		return (int) number;
	}

	/** @return numbers that are at least {@code least} and at most {@code most} */
	public long[] integers(final long least, final long most) throws ImageException {
		final List<Json> items = list();
		final long[] values = new long[items.size()];
		for (int i = 0; i < values.length; i++) {
			values[i] = items.get(i).integer();
			if (values[i] < least || values[i] > most)
				throw items.get(i).unexpected("a whole number from " + least + " to " + most);
		}
		return values;
	}

	/** @return lengths, each at least 1 */
	public int[] lengths() throws ImageException {
		final long[] values = integers(1, Integer.MAX_VALUE);
		final int[] lengths = new int[values.length];
		for (int i = 0; i < lengths.length; i++) lengths[i] = (int) values[i];
		return lengths;
	}

	/**
	 * @param count how many there must be, one for each axis
	 * @return finite numbers
	 */
	public List<Double> numbers(final int count) throws ImageException {
		final List<Json> elements = elements();
		if (elements.size() != count) throw unexpected("a list of " + count + " numbers, one for each axis");
		final List<Double> numbers = new ArrayList<>();
		for (final Json each : elements) numbers.add(each.number());
		return numbers;
	}

	/** @return the elements of the list that must be there */
	public List<Json> list() throws ImageException {
		if (!(value instanceof final List<?> list)) throw unexpected("a list");
		if (list.size() > MOST) throw unexpected("at most " + MOST + " elements");
		final List<Json> elements = new ArrayList<>();
		for (int i = 0; i < list.size(); i++) elements.add(new Json(label, path + "[" + i + "]", list.get(i)));
		return elements;
	}

	/** @return the elements of a list; none where nothing is there */
	public List<Json> elements() throws ImageException {
		return isThere() ? list() : List.of();
	}

	/** @return the elements of a list that must be there and have some */
	public List<Json> some() throws ImageException {
		final List<Json> elements = elements();
		if (elements.isEmpty()) throw unexpected("a list of at least one element");
		return elements;
	}

	/** @return keys of an object, in the file's order; none where nothing is there */
	public Set<String> keys() throws ImageException {
		return object().keySet();
	}

	/** @return the object; an empty one where nothing is there */
	public Map<String, Object> object() throws ImageException {
		if (!isThere()) return Map.of();
		if (!(value instanceof final Map<?, ?> map)) throw unexpected("an object");
		final Map<String, Object> object = new LinkedHashMap<>();
		map.forEach((key, each) -> object.put(String.valueOf(key), each));
		return object;
	}

	/**
	 * @param expected here
	 * @return says so, and what came; to be thrown
	 */
	public ImageException unexpected(final String expected) {
		final String got = isThere() ? text(value) : "nothing";
		return new ImageException(where() + ": expected " + expected + ", got "
				+ (got.length() > LONGEST ? Printable.name(got.substring(0, LONGEST)) + "..." : Printable.name(got)));
	}

	/** @return the place, as messages begin with it */
	public String where() {
		return path.isEmpty() ? label : label + ": " + path;
	}

	private static String text(final Object value) {
		try {
			return MAPPER.writeValueAsString(value);
		} catch (final JsonProcessingException e) {
			return String.valueOf(value); // of no file
		}
	}
}
