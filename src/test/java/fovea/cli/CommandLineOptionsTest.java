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
package fovea.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fovea.GoldenList;
import fovea.engine.Engine;
import fovea.model.library.ModelLibrary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The language of shell scripts: every command, every option and argument of it, with its default. */
class CommandLineOptionsTest {

	@Test
	void areAsTheyWere() throws IOException {
		final List<String> lines = new ArrayList<>();
		lines.add("# Commands; their options and arguments, with how many values, default.");
		add(Fovea.commandLine(new ModelLibrary(), Engine::of), lines);
		GoldenList.requireSame("command-line.txt", lines);
	}

	private static void add(final CommandLine command, final List<String> lines) {
		lines.add("");
		lines.add(command.getCommandSpec().qualifiedName());
		final List<String> options = new ArrayList<>();
		for (final OptionSpec option : command.getCommandSpec().options())
			if (!option.inherited())
				options.add("\t" + String.join(" ", option.names()) + (option.negatable() ? " (negatable)" : "")
						+ line(option));
		options.sort(Comparator.comparing(line -> line.substring(line.indexOf("--"))));
		lines.addAll(options);
		command.getCommandSpec().positionalParameters().forEach(each -> lines.add("\t" + line(each)));
		command.getSubcommands().values().forEach(each -> add(each, lines));
	}

	private static String line(final ArgSpec arg) {
		final String byDefault = Optional.ofNullable(arg.defaultValue()).orElseGet(() -> text(arg.initialValue()));
		return (arg.arity().max() == 0 ? "" : " " + arg.paramLabel() + " " + arg.arity())
				+ (arg.required() ? " | required" : "")
				+ (byDefault.isEmpty() ? "" : " | " + byDefault)
				+ (arg.splitRegex().isEmpty() ? "" : " | split at " + arg.splitRegex());
	}

	private static String text(final Object initial) {
		return initial == null || initial.equals(List.of()) ? "" : String.valueOf(initial);
	}

	@Test
	void whatComputesIsAskedWhereSomethingComputes() {
		final List<String> with = new ArrayList<>();
		addComputing(Fovea.commandLine(new ModelLibrary(), Engine::of), with);
		assertEquals(
				List.of(
						"fovea",
						"fovea classify",
						"fovea denoise",
						"fovea doctor",
						"fovea evaluate",
						"fovea latent",
						"fovea latent decode",
						"fovea latent encode",
						"fovea latent interpolate",
						"fovea macro",
						"fovea model inspect",
						"fovea model test",
						"fovea reconstruct",
						"fovea segment",
						"fovea train"),
				with.stream().sorted().toList());
		for (final String line : List.of("model list --device cpu", "--engine worker architectures"))
			assertEquals(2, CommandLineCalls.outcome(line.split(" ")).exitCode(), line);
	}

	private static void addComputing(final CommandLine command, final List<String> names) {
		final boolean device = command.getCommandSpec().findOption("--device") != null;
		assertEquals(device, command.getCommandSpec().findOption("--engine") != null);
		if (device) names.add(command.getCommandSpec().qualifiedName());
		command.getSubcommands().values().forEach(each -> addComputing(each, names));
	}
}
