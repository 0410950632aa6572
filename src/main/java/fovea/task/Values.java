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
package fovea.task;

import fovea.base.FoveaException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Options with a value for each. Immutable and thread-safe. */
public final class Values {

	private final Map<Option<?>, Object> all;

	private Values(final Map<Option<?>, Object> all) {
		this.all = Collections.unmodifiableMap(all);
	}

	/** @return with the defaults for an open image */
	public static Values initial(final List<Option<?>> options) {
		return of(options, Option::initial);
	}

	/** @return with the defaults for files */
	public static Values inFiles(final List<Option<?>> options) {
		return of(options, Option::inFiles);
	}

	private static Values of(final List<Option<?>> options, final Function<Option<?>, Object> value) {
		final Map<Option<?>, Object> all = new LinkedHashMap<>();
		options.forEach(option -> all.put(option, value.apply(option)));
		return new Values(all);
	}

	/**
	 * @param option one of these
	 * @return its value
	 * @throws IllegalArgumentException if it is none of these
	 */
	@SuppressWarnings("unchecked") // with() takes nothing else
	public <T> T get(final Option<T> option) {
		if (!all.containsKey(option)) throw new IllegalArgumentException("there is no option " + option.key());
		return (T) all.get(option);
	}

	/** @return whether it is one of these */
	public boolean has(final Option<?> option) {
		return all.containsKey(option);
	}

	/**
	 * @param option one of these
	 * @param value its new one
	 * @return the same but for that
	 */
	public <T> Values with(final Option<T> option, final T value) {
		final Map<Option<?>, Object> changed = new LinkedHashMap<>(all);
		if (changed.put(option, value) == null)
			throw new IllegalArgumentException("there is no option " + option.key());
		return new Values(changed);
	}

	/**
	 * @param option one of these
	 * @param text its new value, as macros write it
	 * @return the same but for that
	 * @throws FoveaException if the text means nothing, in one line that begins with the key
	 */
	public <T> Values read(final Option<T> option, final String text) throws FoveaException {
		return with(option, option.read(text));
	}

	/**
	 * @param options some of these
	 * @return them alone
	 */
	public Values of(final List<Option<?>> options) {
		return of(options, this::get);
	}

	/** @return the values of those that have a key, as text, by key */
	public Map<String, String> texts() {
		final Map<String, String> texts = new LinkedHashMap<>();
		all.keySet().forEach(option -> texts.put(option.key(), text(option)));
		texts.remove("");
		return texts;
	}

	private <T> String text(final Option<T> option) {
		return option.text(get(option));
	}

	/** @return all that decides the results, by key; options that say nothing are left out */
	public Map<String, String> record() {
		final Map<String, String> record = new LinkedHashMap<>();
		all.forEach((option, value) -> put(option, record));
		return record;
	}

	/** @return what a macro for an open image says to have these values, by key: what differs from the defaults */
	public Map<String, String> macro() {
		final Map<String, String> macro = new LinkedHashMap<>();
		all.keySet().stream()
				.filter(option -> !option.key().isEmpty() && (option.is(Option.Trait.SAID) || differs(option)))
				.forEach(option -> macro.put(option.key(), text(option)));
		return macro;
	}

	private <T> boolean differs(final Option<T> option) {
		return !get(option).equals(option.initial());
	}

	private <T> void put(final Option<T> option, final Map<String, String> record) {
		final T value = get(option);
		final boolean isSaid = !option.is(Option.Trait.QUIET) || !value.equals(option.initial());
		if (!option.key().isEmpty() && isSaid && !option.text(value).isEmpty())
			record.put(option.key(), option.text(value));
	}
}
