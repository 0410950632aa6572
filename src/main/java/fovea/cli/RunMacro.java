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

import fovea.base.FoveaException;
import fovea.cli.terminal.PathConverter;
import fovea.ij1.bridge.MacroProcess;
import fovea.io.InputFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** {@code fovea macro}. */
@Command(
		name = "macro",
		header = "Runs an ImageJ macro without a window, and tells whether it came to its end.",
		description =
				"%nFovea's commands are there as in the menu. What the macro prints is on standard output. The exit "
						+ "code is 1 if it was ended early: by an error, by exit, or since a command failed; the "
						+ "reason is on standard error. Some commands of ImageJ that make a dialog need a screen.",
		footerHeading = "%nExamples:%n",
		footer = {"  fovea macro measure.ijm", "  fovea macro measure.ijm samples/nuclei-touching.png"})
final class RunMacro implements Callable<Integer> {

	private static final int LARGEST = 1 << 24;

	@Parameters(
			paramLabel = "FILE",
			index = "0",
			converter = PathConverter.class,
			description = "A macro in ImageJ's language.")
	private Path file;

	@Parameters(
			paramLabel = "ARGUMENT",
			index = "1",
			arity = "0..1",
			defaultValue = "",
			description = "What getArgument() gives.")
	private String argument;

	@Override
	public Integer call() throws FoveaException {
		MacroProcess.run(text(), argument, System.out);
		return ExitCode.OK;
	}

	private String text() throws FoveaException {
		try {
			return InputFiles.text(file, LARGEST);
		} catch (final IOException e) {
			throw new FoveaException(file + ": " + InputFiles.reason(e), e);
		}
	}
}
