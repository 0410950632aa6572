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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Tells what cannot be meant by a command line.
 *
 * @param commandLine of the command whose help is pointed at
 */
public record Usage(CommandLine commandLine) {

	/** @return to be thrown */
	public ParameterException error(final String message) {
		return new ParameterException(commandLine, message);
	}

	/** @throws ParameterException if it does not hold */
	public void require(final boolean holds, final String message) {
		if (!holds) throw error(message);
	}

	/**
	 * @param option for messages
	 * @param file that is to be written; null: none
	 * @throws ParameterException if it is a folder, or in none
	 */
	public void requireFile(final String option, final Path file) {
		require(file == null || !Files.isDirectory(file), option + " " + file + " is a folder, expected a file");
		require(
				file == null || Files.isDirectory(file.toAbsolutePath().getParent()),
				option + " " + file + ": there is no such folder");
	}

	/**
	 * @param made of options, may throw IllegalArgumentException for one that is out of its range
	 * @return what was made
	 * @throws ParameterException instead of that, with its message
	 */
	public <T> T inRange(final Supplier<T> made) {
		try {
			return made.get();
		} catch (final IllegalArgumentException e) {
			throw new ParameterException(commandLine, e.getMessage(), e);
		}
	}
}
