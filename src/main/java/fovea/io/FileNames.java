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
package fovea.io;

import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Names of files that a text cannot hold: in a shell without UTF-8 Java lists files whose names are not ASCII, but
 * cannot find them again by their names. Stateless and thread-safe.
 */
public final class FileNames {

	/** What Java puts for bytes that are no character. */
	private static final char UNKNOWN = '\uFFFD';

	private FileNames() {}

	/** @return whether the path that a file's name as text leads to is that file */
	public static boolean isText(final Path file) {
		try {
			return file.equals(file.getFileSystem().getPath(file.toString()));
		} catch (final InvalidPathException e) {
			return false;
		}
	}

	/**
	 * @param files in a folder
	 * @return why the first one that {@linkplain #isText is no text} is refused; empty if there is none
	 */
	public static Optional<String> refusal(final List<Path> files) {
		return files.stream().filter(file -> !isText(file)).findFirst().map(file -> refusal(file.toString()));
	}

	/**
	 * @param name as far as it could be read
	 * @return one line for users, with the way out
	 */
	public static String refusal(final String name) {
		final String encoding = encoding();
		final String shown = name.replace(UNKNOWN, '?');
		if (isUnicode(encoding))
			return shown + ": expected a file name in UTF-8, this one is in another encoding: rename the file";
		return shown + ": this Java cannot read the file's name, its encoding of names is " + encoding
				+ ": set LC_ALL=C.UTF-8 before it is started";
	}

	/**
	 * @param e why a text is no path
	 * @return one line for users
	 */
	public static String refusal(final InvalidPathException e) {
		final boolean ascii = e.getInput().chars().allMatch(c -> c < 128);
		return ascii ? "expected a path, got '" + e.getInput() + "'" : refusal(e.getInput());
	}

	/**
	 * @param argument of a command line
	 * @return a path that may be tried; of a name that Java could not read, one that leads nowhere
	 */
	public static Path lenient(final String argument) {
		try {
			return Path.of(argument);
		} catch (final InvalidPathException e) {
			return Path.of(argument.replaceAll("[^\\x01-\\x7f]", "?"));
		}
	}

	/**
	 * @param path that does not exist
	 * @return one line for users
	 */
	public static String missing(final Path path) {
		final boolean unread = path.toString().indexOf('?') >= 0 && !isUnicode(encoding());
		return unread ? refusal(path.toString()) : path + ": no such file or folder";
	}

	private static String encoding() {
		return System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name());
	}

	private static boolean isUnicode(final String encoding) {
		return encoding.toUpperCase(Locale.ROOT).startsWith("UTF");
	}
}
