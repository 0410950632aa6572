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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the values of an option are, and how they are written as text. Immutable and thread-safe.
 *
 * @param type of the values in a dialog: String, boolean, int or double
 * @param reader of a text; its errors say what was expected and what came
 * @param writer of the text that the reader reads
 * @param choices all texts there are, empty where there are too many to list
 * @param least number, where there is one
 * @param most largest number, where there is one
 * @param <T> type of the values in the program
 */
public record Form<T>(
		Class<?> type,
		Reader<T> reader,
		Function<T, String> writer,
		List<String> choices,
		Optional<Double> least,
		Optional<Double> most) {

	/**
	 * Understands a text.
	 *
	 * @param <T> what it means
	 */
	@FunctionalInterface
	public interface Reader<T> {

		/**
		 * @param text without spaces around it
		 * @return what it means
		 * @throws FoveaException if it means nothing, with what was expected and what came
		 */
		T read(String text) throws FoveaException;
	}

	/** What stands for a choice that is made later. */
	public static final String AUTO = "auto";

	/** Any text. */
	public static final Form<String> TEXT = text(text -> text, text -> text);

	/** Yes or no: true or false. */
	public static final Form<Boolean> FLAG =
			of(boolean.class, words(List.of("true", "false"), Boolean::valueOf), String::valueOf);

	private static <T> Form<T> of(final Class<?> type, final Reader<T> reader, final Function<T, String> writer) {
		return new Form<>(type, reader, writer, List.of(), Optional.empty(), Optional.empty());
	}

	/** @return texts that the reader understands */
	public static <T> Form<T> text(final Reader<T> reader, final Function<T, String> writer) {
		return of(String.class, reader, writer);
	}

	/**
	 * @param expected what a text may be
	 * @param parser empty for a text that is none
	 * @return texts that the parser understands
	 */
	public static <T> Form<T> text(
			final String expected, final Function<String, Optional<T>> parser, final Function<T, String> writer) {
		return text(text -> parser.apply(text).orElseThrow(() -> refused(expected, text)), writer);
	}

	/** @return one of some words, in any case */
	public static <T> Form<T> word(
			final List<String> choices, final Function<String, T> meaning, final Function<T, String> writer) {
		return new Form<>(String.class, words(choices, meaning), writer, choices, Optional.empty(), Optional.empty());
	}

	/** @return one of an enum's values, in small letters */
	public static <E extends Enum<E>> Form<E> word(final Class<E> words) {
		return word(
				Stream.of(words.getEnumConstants()).map(Form::lower).toList(),
				text -> Enum.valueOf(words, text.toUpperCase(Locale.ROOT)),
				Form::lower);
	}

	/**
	 * @param number understands a text, or throws NumberFormatException
	 * @return a whole number; which ones there may be, is for others to say
	 */
	public static <T> Form<T> whole(final Function<String, T> number) {
		return of(int.class, number("a whole number", number), String::valueOf);
	}

	/** @return a whole number of at least so much */
	public static Form<Integer> whole(final int least) {
		final Form<Integer> any = whole(Integer::valueOf);
		return new Form<>(
				any.type,
				text -> {
					final int value = any.reader.read(text);
					if (value >= least) return value;
					throw refused(least + " or more", text);
				},
				any.writer,
				List.of(),
				Optional.of((double) least),
				Optional.empty());
	}

	/** @return a number; which ones there may be, is for others to say */
	public static Form<Double> decimal() {
		return of(double.class, number("a number", Double::valueOf), String::valueOf);
	}

	/** @return a number of at least so much */
	public static Form<Double> decimal(final double least) {
		return new Form<>(
				double.class,
				text -> {
					final double value = decimal().reader.read(text);
					if (value >= least) return value;
					throw refused(least + " or more", text);
				},
				String::valueOf,
				List.of(),
				Optional.of(least),
				Optional.empty());
	}

	/** @return a number, or an empty text for none; which ones there may be, is for others to say */
	public static <T> Form<Optional<T>> maybe(final Form<T> form) {
		return text(
				text -> text.isEmpty() ? Optional.empty() : Optional.of(form.reader.read(text)),
				value -> value.map(form.writer).orElse(""));
	}

	/** @return texts with commas between them; an empty text: none */
	public static <T> Form<List<T>> list(final Form<T> form) {
		return text(
				text -> {
					final List<T> values = new ArrayList<>();
					if (!text.isEmpty())
						for (final String part : text.split(",", -1)) values.add(form.reader.read(part));
					return List.copyOf(values);
				},
				values -> values.stream().map(form.writer).collect(Collectors.joining(",")));
	}

	private static <T> Reader<T> number(final String expected, final Function<String, T> number) {
		return text -> {
			try {
				return number.apply(text.strip());
			} catch (final NumberFormatException e) {
				throw refused(expected, text);
			}
		};
	}

	/** @return a number from one to another */
	public static Form<Double> decimal(final double least, final double most) {
		return new Form<>(
				double.class,
				text -> {
					try {
						final double value = Double.parseDouble(text);
						if (value >= least && value <= most) return value;
					} catch (final NumberFormatException e) {
						throw refused("a number", text);
					}
					throw refused(least + " to " + most, text);
				},
				String::valueOf,
				List.of(),
				Optional.of(least),
				Optional.of(most));
	}

	/** @return "auto", in any case, or a number in its range */
	public static <T> Form<T> orAuto(
			final String expected, final T auto, final Function<String, T> number, final Predicate<T> isInRange) {
		return text(
				text -> {
					if (text.equalsIgnoreCase(AUTO)) return auto;
					try {
						final T value = number.apply(text);
						if (isInRange.test(value)) return value;
					} catch (final NumberFormatException e) {
						throw refused(AUTO + " or " + expected, text);
					}
					throw refused(AUTO + " or " + expected, text);
				},
				value -> value.equals(auto) ? AUTO : String.valueOf(value));
	}

	/** @return the same, written in another way */
	public Form<T> written(final Function<T, String> newWriter) {
		return new Form<>(type, reader, newWriter, choices, least, most);
	}

	/** @return the same, read in another way */
	public Form<T> read(final Reader<T> newReader) {
		return new Form<>(type, newReader, writer, choices, least, most);
	}

	/** @return what a text that means nothing is answered with */
	public static FoveaException refused(final String expected, final String text) {
		return new FoveaException("expected " + expected + ", got '" + text + "'");
	}

	private static <T> Reader<T> words(final List<String> choices, final Function<String, T> meaning) {
		return text -> {
			for (final String choice : choices) if (choice.equalsIgnoreCase(text)) return meaning.apply(choice);
			throw new FoveaException("expected one of " + String.join(", ", choices) + "; got '" + text + "'");
		};
	}

	private static String lower(final Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}
}
