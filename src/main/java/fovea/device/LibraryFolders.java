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
package fovea.device;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where Linux looks for shared libraries (ld.so(8)): LD_LIBRARY_PATH, the folders of /etc/ld.so.conf, the usual ones.
 * What cannot be read is as good as not there.
 *
 * @param root of the file system
 * @param searched folders, in the order in which they are looked through
 */
record LibraryFolders(Path root, List<Path> searched) {

	private static final List<String> USUAL =
			List.of("/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib64", "/usr/lib64", "/lib", "/usr/lib");
	private static final int DEEPEST = 3;

	/**
	 * @param root of the file system
	 * @param environment of the process
	 */
	static LibraryFolders of(final Path root, final Map<String, String> environment) {
		final Set<Path> folders = new LinkedHashSet<>();
		for (final String folder :
				environment.getOrDefault("LD_LIBRARY_PATH", "").split(":"))
			if (!folder.isBlank()) in(root, folder).ifPresent(folders::add);
		configured(root, root.resolve("etc/ld.so.conf"), folders, 0);
		USUAL.forEach(folder -> in(root, folder).ifPresent(folders::add));
		return new LibraryFolders(root, List.copyOf(folders));
	}

	private static Optional<Path> in(final Path root, final String absolute) {
		try {
			return Optional.of(root.resolve(absolute.strip().replaceFirst("^/+", "")));
		} catch (final InvalidPathException e) {
			return Optional.empty();
		}
	}

	private static void configured(final Path root, final Path file, final Set<Path> folders, final int depth) {
		for (final String line : Lines.of(file)) {
			final String text = line.replaceFirst("#.*", "").strip();
			if (text.startsWith("include ") && depth < DEEPEST) {
				final Path pattern = root.resolve("etc")
						.resolve(text.substring("include ".length()).strip().replaceFirst("^/etc/", ""));
				matching(pattern.getParent(), pattern.getFileName().toString())
						.forEach(each -> configured(root, each, folders, depth + 1));
			} else if (text.startsWith("/")) in(root, text).ifPresent(folders::add);
		}
	}

	/** @return files and folders of these names, sorted; a pattern that means nothing has none */
	static List<Path> matching(final Path folder, final String glob) {
		final List<Path> found = new ArrayList<>();
		if (!Files.isDirectory(folder)) return found;
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, glob)) {
			files.forEach(found::add);
		} catch (final IOException | RuntimeException e) {
			return List.of();
		}
		found.sort(null);
		return found;
	}

	/** @return the library, where the system would find it */
	Optional<Path> find(final String name) {
		return searched.stream()
				.map(folder -> folder.resolve(name))
				.filter(Files::exists)
				.findFirst();
	}

	/** @return the library, where CUDA's installer puts it, which the system may not know of */
	Optional<Path> findBesides(final String name) {
		return matching(root.resolve("usr/local"), "cuda*").stream()
				.map(cuda -> cuda.resolve("lib64").resolve(name))
				.filter(Files::exists)
				.findFirst();
	}
}
