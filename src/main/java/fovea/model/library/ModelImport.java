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
package fovea.model.library;

import fovea.base.ModelException;
import fovea.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts models of others into a library. Stateless and thread-safe. */
public final class ModelImport {

	private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N} ._+()-]+");
	private static final int LONGEST = 80;

	private ModelImport() {}

	/**
	 * Copies a model, which must be one, into the library's first folder. The original stays.
	 *
	 * @param library that it is for
	 * @param source zip or folder
	 * @return the name that it is found by: that of the file, with a number if a model has it already
	 * @throws ModelException if it is no model, or cannot be copied
	 */
	public static String add(final ModelLibrary library, final Path source) throws ModelException {
		ModelArchive.open(source).close();
		final boolean zip = Files.isRegularFile(source);
		final String name = free(library, proposed(source, zip));
		final Path folder = library.folder();
		final Path target = folder.resolve(zip ? name + ".zip" : name);
		// A name that the library does not list, while it is copied.
		final Path copy = folder.resolve("." + name + ".adding");
		try {
			Files.createDirectories(folder);
			FolderRemoval.remove(copy);
			copy(source, copy);
			AtomicFile.move(copy, target);
		} catch (final IOException e) {
			throw new ModelException(source + " cannot be copied to " + target + ": " + e, e);
		}
		return name;
	}

	private static String proposed(final Path source, final boolean zip) {
		final Path file = source.toAbsolutePath().normalize().getFileName();
		final String whole = file == null ? "" : file.toString();
		final String name =
				zip && whole.toLowerCase(Locale.ROOT).endsWith(".zip") ? whole.substring(0, whole.length() - 4) : whole;
		final String plain = OTHER.matcher(name)
				.replaceAll("-")
				.replaceFirst("^[^\\p{L}\\p{N}]+", "")
				.replaceFirst("[ .(-]+$", "");
		return plain.isEmpty() ? "model" : plain.substring(0, Math.min(plain.length(), LONGEST));
	}

	private static String free(final ModelLibrary library, final String name) {
		final List<String> names = library.names();
		String free = name;
		for (int number = 2; names.contains(free); number++) free = name + "-" + number;
		return free;
	}

	private static void copy(final Path source, final Path copy) throws IOException {
		final List<Path> files;
		try (Stream<Path> all = Files.walk(source)) {
			files = all.toList();
		}
		for (final Path file : files) {
			final Path to = copy.resolve(source.relativize(file).toString());
			if (Files.isDirectory(file)) Files.createDirectories(to);
			else Files.copy(file, file.equals(source) ? copy : to, StandardCopyOption.REPLACE_EXISTING);
		}
	}
}
