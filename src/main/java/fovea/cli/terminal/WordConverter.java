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
package fovea.cli.terminal;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * The words of an option that is an enum, told as users write them: in small letters, with hyphens.
 *
 * @param <E> the enum
 */
public final class WordConverter<E extends Enum<E>> implements ITypeConverter<E> {

	private final Class<E> words;

	private WordConverter(final Class<E> words) {
		this.words = words;
	}

	/** @param commandLine for whose options, and those of its subcommands, to use it */
	public static void register(final CommandLine commandLine) {
		commandLine.getCommandSpec().args().stream()
				.map(ArgSpec::type)
				.filter(Class::isEnum)
				.forEach(type -> register(commandLine, type));
		commandLine.getSubcommands().values().forEach(WordConverter::register);
	}

	@SuppressWarnings({"unchecked", "rawtypes"})
	private static void register(final CommandLine commandLine, final Class type) {
		commandLine.registerConverter(type, new WordConverter<>(type));
	}

	@Override
	public E convert(final String text) {
		for (final E value : words.getEnumConstants())
			if (word(value).equals(text.toLowerCase(Locale.ROOT).replace('_', '-'))) return value;
		throw new TypeConversionException("expected one of "
				+ Arrays.stream(words.getEnumConstants())
						.map(WordConverter::word)
						.collect(Collectors.joining(", ")) + ", got '" + text + "'");
	}

	private static String word(final Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}
}
