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

import fovea.JavaProcess;
import fovea.engine.Engine;
import fovea.model.library.ModelLibrary;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * The command line in this JVM, also for a macro: {@code call("fovea.cli.CommandLineCalls.run",
 * "segment\n--labels\nblobs.tif")}.
 */
public final class CommandLineCalls {

	private CommandLineCalls() {}

	/**
	 * @param arguments one on a line
	 * @return the exit code
	 */
	public static String run(final String arguments) {
		return String.valueOf(Fovea.commandLine(new ModelLibrary(), Engine::of).execute(arguments.split("\n")));
	}

	/**
	 * In a process of their own, several command lines one after the other.
	 *
	 * @param lines each with its arguments one on a line
	 */
	public static void main(final String... lines) {
		for (final String line : lines) {
			final int exitCode = Fovea.run(line.split("\n"));
			if (exitCode != 0) System.exit(exitCode);
		}
		System.exit(0);
	}

	/**
	 * @param arguments of the command line
	 * @return what a process of its own would have done
	 */
	public static JavaProcess.Outcome outcome(final String... arguments) {
		final StringWriter out = new StringWriter();
		final StringWriter err = new StringWriter();
		final int exitCode = Fovea.commandLine(new ModelLibrary(), Engine::of)
				.setOut(new PrintWriter(out))
				.setErr(new PrintWriter(err))
				.execute(arguments);
		return new JavaProcess.Outcome(
				exitCode,
				out.toString().lines().toList(),
				err.toString().lines().toList());
	}
}
