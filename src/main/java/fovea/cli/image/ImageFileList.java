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
package fovea.cli.image;

import fovea.ij1.files.ImagePaths;
import fovea.ij1.files.ImagePlace;
import fovea.io.FileNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The images that a command line means.
 *
 * @param images existing files, and addresses, in the order given, each once
 * @param problems one line for each argument that means no image, and for each well that cannot be looked into
 */
record ImageFileList(List<ImagePlace> images, List<String> problems) {

	/** Copies the lists. */
	ImageFileList {
		images = List.copyOf(images);
		problems = List.copyOf(problems);
	}

	/** @param arguments paths and addresses */
	static ImageFileList of(final List<String> arguments) {
		// Keyed by what the path really is: a file named twice is one image.
		final Map<String, ImagePlace> images = new LinkedHashMap<>();
		final List<String> problems = new ArrayList<>();
		for (final String argument : arguments) {
			if (ImagePlace.isAddress(argument)) add(ImagePlace.all(argument), images, problems);
			else add(FileNames.lenient(argument), images, problems);
		}
		return new ImageFileList(List.copyOf(images.values()), problems);
	}

	private static void add(
			final ImagePlace.All all, final Map<String, ImagePlace> images, final List<String> problems) {
		all.images().forEach(image -> images.putIfAbsent(image.text(), image));
		problems.addAll(all.problems());
	}

	private static void add(final Path argument, final Map<String, ImagePlace> images, final List<String> problems) {
		try {
			for (final Path file : expand(argument, problems))
				images.putIfAbsent(file.toRealPath().toString(), ImagePlace.of(file));
		} catch (final IOException e) {
			problems.add(argument + ": cannot be read: " + e);
		}
	}

	private static List<Path> expand(final Path argument, final List<String> problems) throws IOException {
		if (!Files.exists(argument)) {
			problems.add(FileNames.missing(argument));
			return List.of();
		}
		if (!ImagePaths.isFolder(argument)) return List.of(argument);
		try (Stream<Path> files = Files.list(argument)) {
			final List<Path> images =
					new ArrayList<>(files.filter(ImagePaths::isImage).sorted().toList());
			if (images.isEmpty())
				problems.add(argument + ": this folder holds no image files ("
						+ String.join(", ", ImagePaths.ENDINGS.stream().sorted().toList()) + ")");
			images.stream()
					.filter(image -> !FileNames.isText(image))
					.forEach(image -> problems.add(FileNames.refusal(image.toString())));
			images.removeIf(image -> !FileNames.isText(image));
			return images;
		}
	}
}
