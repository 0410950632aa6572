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
package fovea.cli.model;

import fovea.base.ModelException;
import fovea.cli.terminal.Console;
import fovea.cli.terminal.Program;
import fovea.net.Architecture;
import fovea.net.MultiplyAdds;
import fovea.net.ParameterCount;
import fovea.net.ReceptiveField;
import fovea.net.Summary;
import fovea.net.file.ArchitectureFile;
import fovea.net.zoo.ArchitectureOptions;
import fovea.net.zoo.Architectures;
import fovea.net.zoo.NamedArchitecture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fovea architectures}: lists the named networks, or shows the layers of one. */
@Command(
		name = "architectures",
		header = "Lists the networks that can be built, or shows one.",
		description =
				"%nWithout NAME: the named networks. With NAME, or the path of a file that describes one: its layers, "
						+ "parameters, receptive field and cost.",
		footerHeading = "%nExamples:%n",
		footer = {
			"  fovea architectures",
			"  fovea architectures cae-strided",
			"  fovea architectures fcn-small --channels 3 --classes 2",
			"  fovea architectures --yaml cae-pooling > my-network.yaml"
		})
public final class ArchitectureList implements Callable<Integer> {

	@Spec
	private CommandSpec spec;

	@Parameters(paramLabel = "NAME", arity = "0..1", description = "Name of a network, or path of a YAML or JSON file.")
	private String name;

	@Option(names = "--channels", paramLabel = "N", description = "Channels of the input. Default: as published.")
	private Integer channels;

	@Option(
			names = "--size",
			paramLabel = "N",
			description = "Height and width of the input, 0 for any. Default: as published.")
	private Integer size;

	@Option(names = "--width", paramLabel = "X", description = "Multiplies the number of filters. Default: 1.")
	private Double width;

	@Option(names = "--classes", paramLabel = "N", description = "Classes told apart. Default: as published.")
	private Integer classes;

	@Option(names = "--latent", paramLabel = "N", description = "Length of the encoding. Default: as published.")
	private Integer latent;

	@Option(names = "--yaml", description = "Prints the network as a file that can be changed and read again.")
	private boolean yaml;

	@Override
	public Integer call() throws ModelException {
		final Console console = Program.of(spec).console();
		if (name == null) console.printAll(list());
		else {
			final Architecture architecture = architecture();
			console.printAll(yaml ? ArchitectureFile.toYaml(architecture) : report(architecture));
		}
		return ExitCode.OK;
	}

	private Architecture architecture() throws ModelException {
		final boolean published =
				channels == null && size == null && width == null && classes == null && latent == null;
		if (!Architectures.names().contains(name) && Files.isRegularFile(Path.of(name))) {
			if (!published)
				throw new ParameterException(
						spec.commandLine(), "A network from a file is what the file says: change it there");
			return ArchitectureFile.read(Path.of(name));
		}
		final NamedArchitecture named = Architectures.named(name);
		try {
			return named.build(options(named.defaults()));
		} catch (final IllegalArgumentException e) {
			throw new ParameterException(spec.commandLine(), e.getMessage(), e);
		}
	}

	private ArchitectureOptions options(final ArchitectureOptions published) {
		ArchitectureOptions options = published;
		if (channels != null) options = options.withChannels(channels);
		if (size != null) options = options.withSize(size, size);
		if (width != null) options = options.withWidthMultiplier(width);
		if (classes != null) options = options.withClasses(classes);
		if (latent != null) options = options.withLatent(latent);
		return options;
	}

	private static String list() throws ModelException {
		final StringBuilder text = new StringBuilder();
		for (final NamedArchitecture named : Architectures.all()) {
			final Architecture built = named.build();
			text.append(String.format(
					Locale.ROOT,
					"%s%n  %s%n  input %s, %,d parameters; trained with %s%n%n",
					named.name(),
					named.description(),
					built.inputShape(),
					ParameterCount.of(built).total(),
					named.training()));
		}
		return text.toString().stripTrailing();
	}

	private static String report(final Architecture architecture) throws ModelException {
		final StringBuilder text = new StringBuilder(Summary.of(architecture)).append('\n');
		final Optional<ReceptiveField> field = ReceptiveField.of(architecture);
		text.append("Receptive field: ")
				.append(field.map(f -> f.height() + " x " + f.width() + " pixels")
						.orElse("the whole image"))
				.append('\n');
		text.append(String.format(
				Locale.ROOT, "Multiply-adds per input pixel: %,.0f%n", MultiplyAdds.perInputPixel(architecture)));
		return text.toString();
	}
}
