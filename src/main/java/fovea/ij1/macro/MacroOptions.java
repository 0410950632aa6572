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
package fovea.ij1.macro;

import fovea.base.FoveaException;
import ij.plugin.frame.Recorder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The second argument of a macro's {@code run("Label...", "key=value key=[value with spaces]")}. Stricter than ImageJ,
 * which passes over what it does not understand and takes a default instead.
 *
 * @param values by key, in the order written
 */
public record MacroOptions(Map<String, String> values) {

	/** Copies the map. */
	public MacroOptions {
		values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
	}

	/**
	 * @param text as ImageJ passes it; null: no options
	 * @return what it says
	 * @throws FoveaException if a word is no key=value, a key comes twice or a quote is not closed
	 */
	public static MacroOptions parse(final String text) throws FoveaException {
		final Map<String, String> values = new LinkedHashMap<>();
		final String options = text == null ? "" : text;
		int at = 0;
		while (at < options.length()) {
			if (options.charAt(at) == ' ') {
				at++;
				continue;
			}
			final int word = end(options, at, ' ');
			final int equals = options.indexOf('=', at);
			if (equals < 0 || equals > word)
				throw new FoveaException("expected key=value, got '" + options.substring(at, word) + "'");
			final String key = options.substring(at, equals);
			at = endOfValue(options, equals + 1, key);
			if (values.put(key, unquoted(options.substring(equals + 1, at))) != null)
				throw new FoveaException(key + ": expected once, got twice");
		}
		return new MacroOptions(values);
	}

	/** @return the place after the value that starts at a place */
	private static int endOfValue(final String options, final int start, final String key) throws FoveaException {
		final char first = start < options.length() ? options.charAt(start) : ' ';
		if (first != '[' && first != '\'') return end(options, start, ' ');
		final int close = first == '[' ? closingBracket(options, start) : options.indexOf('\'', start + 1);
		if (close < 0)
			throw new FoveaException(key + ": expected " + (first == '[' ? "]" : "'") + " at the end of "
					+ options.substring(start).strip());
		return close + 1;
	}

	private static int closingBracket(final String options, final int start) {
		int depth = 0;
		for (int i = start; i < options.length(); i++) {
			if (options.charAt(i) == '[') depth++;
			else if (options.charAt(i) == ']' && --depth == 0) return i;
		}
		return -1;
	}

	private static int end(final String options, final int start, final char delimiter) {
		final int end = options.indexOf(delimiter, start);
		return end < 0 ? options.length() : end;
	}

	private static String unquoted(final String value) {
		return value.startsWith("[") || value.startsWith("'") ? value.substring(1, value.length() - 1) : value;
	}

	/** @return why they cannot be written down as a macro, as one line for users; empty if they can */
	public Optional<String> refusal() {
		return values.entrySet().stream()
				.flatMap(entry -> MacroValue.refusal(entry.getKey(), entry.getValue()).stream())
				.findFirst();
	}

	/**
	 * Gives these options, and nothing else, to ImageJ's recorder.
	 *
	 * @return why nothing was given to it; empty if they were
	 */
	Optional<String> record() {
		Recorder.resetCommandOptions();
		final Optional<String> refusal = refusal();
		if (refusal.isEmpty()) values.forEach((key, value) -> Recorder.recordOption(key, MacroValue.inString(value)));
		return refusal;
	}
}
