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
import fovea.model.ModelSpec;
import fovea.model.library.ModelArchive;
import fovea.model.library.ModelLibrary;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fovea model list}. */
@Command(
		name = "list",
		header = "Lists the models that come with Fovea and those that are installed.",
		footerHeading = "%nExample:%n",
		footer = "  fovea model list")
public final class ModelList implements Callable<Integer> {

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() {
		final Program fovea = Program.of(spec);
		final Console console = fovea.console();
		final List<String> names = fovea.library().names();
		final int width = names.stream().mapToInt(String::length).max().orElse(0);
		boolean allWell = true;
		for (final String name : names) {
			try {
				console.print(String.format(Locale.ROOT, "%-" + width + "s  %s", name, summary(fovea.library(), name)));
			} catch (final ModelException e) {
				console.error(e);
				allWell = false;
			}
		}
		return allWell ? ExitCode.OK : ExitCode.SOFTWARE;
	}

	/** @return the first sentence of the description */
	private static String summary(final ModelLibrary library, final String name) throws ModelException {
		try (ModelArchive archive = library.open(name)) {
			return archive.spec()
					.map(ModelSpec::description)
					.orElse("SavedModel without a description")
					.strip()
					.split("(?<=\\.)\\s|\\R", 2)[0];
		}
	}
}
