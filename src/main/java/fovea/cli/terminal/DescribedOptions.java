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

import fovea.base.FoveaException;
import fovea.io.FileNames;
import fovea.task.Option;
import fovea.task.Option.Trait;
import fovea.task.Values;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/**
 * Options that are described for all hosts, as options of a command. They come after {@link #FIRST} others in its help,
 * in their own order. Not thread-safe.
 */
public final class DescribedOptions {

	private static final int FIRST = 50;

	private record Group(String heading, int order, List<Option<?>> options) {}

	private final List<Option<?>> options;
	private final List<Group> groups = new ArrayList<>();
	private final Map<Option<?>, OptionSpec> specs = new LinkedHashMap<>();
	private CommandSpec command;

	/** A command that has such options. */
	public interface Owner {

		/** @return its options, the same at each call */
		DescribedOptions described();
	}

	/** @param options of which those with a name on the command line are meant; the others have their default */
	public DescribedOptions(final List<Option<?>> options) {
		this.options = List.copyOf(options);
	}

	/**
	 * Adds more of them, under a heading of their own.
	 *
	 * @param order of the heading among others
	 * @return this
	 */
	public DescribedOptions group(final String heading, final int order, final List<Option<?>> more) {
		groups.add(new Group(heading, order, List.copyOf(more)));
		return this;
	}

	/** Gives a command and its subcommands the options that they own. */
	public static void register(final CommandLine commandLine) {
		if (commandLine.getCommand() instanceof final Owner owner)
			owner.described().addTo(commandLine.getCommandSpec());
		commandLine.getSubcommands().values().forEach(DescribedOptions::register);
	}

	private void addTo(final CommandSpec spec) {
		command = spec;
		for (final OptionSpec option : specs(options)) spec.addOption(option);
		for (final Group group : groups) {
			final List<OptionSpec> own = specs(group.options);
			if (own.isEmpty()) continue;
			final ArgGroupSpec.Builder args = ArgGroupSpec.builder()
					.heading("%n" + group.heading + ":%n")
					.order(group.order)
					.validate(false);
			own.forEach(args::addArg);
			spec.addArgGroup(args.build());
		}
	}

	private List<OptionSpec> specs(final List<Option<?>> some) {
		final List<OptionSpec> made = new ArrayList<>();
		for (final Option<?> option : some)
			if (!option.name().isEmpty()) {
				specs.put(option, spec(option, FIRST + specs.size()));
				made.add(specs.get(option));
			}
		return made;
	}

	/**
	 * @param option of a whole program
	 * @param order in the help of each command
	 * @return the same for picocli, which reads it
	 */
	public static <T> OptionSpec ofAll(final Option<T> option, final int order) {
		final String text = option.text(option.inFiles());
		return OptionSpec.builder(option.names().toArray(String[]::new))
				.order(order)
				.scopeType(ScopeType.INHERIT)
				.paramLabel(option.parameter())
				.description(description(option, text))
				.type(option.inFiles().getClass())
				.converters(given -> {
					try {
						return option.readChosen(given);
					} catch (final FoveaException e) {
						throw new TypeConversionException(e.getMessage());
					}
				})
				.defaultValue(text)
				.build();
	}

	private static <T> OptionSpec spec(final Option<T> option, final int order) {
		final String text = option.text(option.inFiles());
		final OptionSpec.Builder spec = OptionSpec.builder(option.names().toArray(String[]::new))
				.order(order)
				.description(description(option, text));
		if (option.isFlag()) {
			final boolean isOn = Boolean.parseBoolean(text);
			return (isOn ? spec.negatable(true).fallbackValue("true") : spec)
					.type(boolean.class)
					.arity("0")
					.defaultValue(text)
					.build();
		}
		spec.paramLabel(option.parameter());
		if (option.is(Trait.BARE)) spec.arity("0..1").fallbackValue("");
		else spec.arity("1");
		if (option.is(Trait.REQUIRED))
			return spec.type(String.class).required(true).build();
		if (option.is(Trait.LIST))
			return spec.type(List.class)
					.auxiliaryTypes(String.class)
					.splitRegex(",")
					.build();
		final boolean isSilent = text.isEmpty() || option.is(Trait.AUTOMATIC);
		return spec.type(String.class).defaultValue(isSilent ? null : text).build();
	}

	private static String description(final Option<?> option, final String byDefault) {
		final String help = option.help().substring(0, 1).toUpperCase(Locale.ROOT)
				+ option.help().substring(1) + ".";
		if (option.is(Trait.REQUIRED)) return help;
		if (option.isFlag()) return byDefault.equals("true") ? help + " Default: yes." : help;
		final String value = option.otherwise().isEmpty() ? byDefault : option.otherwise();
		return value.isEmpty() ? help : help + " Default: " + value + ".";
	}

	/** @return whether somebody gave this one */
	public boolean isGiven(final Option<?> option) {
		return command.commandLine().getParseResult().hasMatchedOption(specs.get(option));
	}

	/**
	 * @param option one of these
	 * @return its value, empty where nobody gave it
	 * @throws ParameterException if it means nothing
	 */
	public <T> Optional<T> given(final Option<T> option) {
		return isGiven(option) ? Optional.of(values().get(option)) : Optional.empty();
	}

	/**
	 * @param option one of these
	 * @return the path that it names, empty where nobody gave it
	 * @throws ParameterException if there can be no such path
	 */
	public Optional<Path> path(final Option<String> option) {
		try {
			return given(option).map(Path::of);
		} catch (final InvalidPathException e) {
			throw refused(option, FileNames.refusal(e), e);
		}
	}

	/**
	 * @return the values of all
	 * @throws ParameterException if one means nothing
	 */
	public Values values() {
		Values values =
				Values.inFiles(Stream.concat(options.stream(), groups.stream().flatMap(group -> group.options.stream()))
						.toList());
		for (final Option<?> option : specs.keySet())
			if (option.isFlag() && specs.get(option).getValue() != null || isGiven(option))
				values = said(option, values);
		return values;
	}

	private <T> Values said(final Option<T> option, final Values values) {
		final String text = text(specs.get(option).getValue());
		try {
			final T value = option.readChosen(text);
			if (option.is(Trait.LIST) && text.isBlank()) throw new FoveaException("expected a value, got ''");
			return values.with(option, value);
		} catch (final FoveaException e) {
			throw refused(option, e.getMessage(), e);
		}
	}

	private ParameterException refused(final Option<?> option, final String reason, final Exception cause) {
		return new ParameterException(
				command.commandLine(),
				"Invalid value for option '" + specs.get(option).longestName() + "': " + reason,
				cause);
	}

	private static String text(final Object value) {
		return value instanceof final List<?> texts
				? String.join(",", texts.stream().map(String::valueOf).toList())
				: String.valueOf(value);
	}
}
