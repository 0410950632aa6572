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
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Finds descriptions and SavedModels in folders. */
final class ModelFinder {

	/** Names of a description, the usual one first; with something and a dot before them they are names, too. */
	static final List<String> DESCRIPTIONS = List.of("rdf.yaml", "bioimageio.yaml", "model.yaml");

	static final String SAVED_MODEL = "saved_model.pb";

	/** How many folders down a SavedModel may lie. */
	private static final int DEPTH = 4;

	private final Path folder;
	private final String label;

	/**
	 * @param folder where to look
	 * @param label its name in messages
	 */
	ModelFinder(final Path folder, final String label) {
		this.folder = folder;
		this.label = label;
	}

	/**
	 * @return the description in the folder itself, else in a folder right inside; empty if there is none
	 * @throws ModelException if there are several
	 */
	Optional<Path> description() throws ModelException {
		final List<Path> plain = find(2, DESCRIPTIONS, String::equals);
		final List<Path> named =
				find(2, DESCRIPTIONS, (name, ending) -> name.endsWith("." + ending) && !name.startsWith("."));
		if (!plain.isEmpty() && (named.isEmpty() || depth(plain.get(0)) <= depth(named.get(0)))) {
			final Path first = plain.get(0);
			// two names in one folder are no conflict: the usual one is taken
			return Optional.of(single(
					plain.stream()
							.filter(f -> depth(f) == depth(first)
									&& (f.equals(first) || !f.getParent().equals(first.getParent())))
							.toList(),
					"model"));
		}
		if (named.isEmpty()) return Optional.empty();
		final int depth = depth(named.get(0));
		final List<Path> files = named.stream().filter(f -> depth(f) == depth).toList();
		if (files.size() > 1)
			throw new ModelException(
					label + ": expected one model, got " + files.size() + " descriptions; name the one you mean: "
							+ files.stream()
									.limit(5)
									.map(f -> folder.relativize(f).toString())
									.collect(Collectors.joining(", ")));
		return Optional.of(files.get(0));
	}

	/**
	 * @return the folder that holds saved_model.pb, the least deep one; empty if there is none
	 * @throws ModelException if there are several, or only one in text form
	 */
	Optional<Path> savedModel() throws ModelException {
		final List<Path> files = find(DEPTH + 1, List.of(SAVED_MODEL));
		if (!files.isEmpty()) {
			final int depth = depth(files.get(0));
			return Optional.of(single(
							files.stream().filter(f -> depth(f) == depth).toList(), "SavedModel")
					.getParent());
		}
		final List<Path> texts = find(DEPTH + 1, List.of(SAVED_MODEL + "txt"));
		if (!texts.isEmpty())
			throw new ModelException(label + ": expected " + SAVED_MODEL + ", got its text form " + SAVED_MODEL
					+ "txt; save the model in binary form");
		return Optional.empty();
	}

	private Path single(final List<Path> files, final String what) throws ModelException {
		if (files.size() > 1)
			throw new ModelException(label + ": expected one " + what + ", got " + files.size() + ", in "
					+ files.stream()
							.limit(5)
							.map(f -> folder.relativize(f.getParent()).toString())
							.collect(Collectors.joining(", ")));
		return files.get(0);
	}

	private int depth(final Path file) {
		return folder.relativize(file).getNameCount();
	}

	/** @return files of these names, the least deep first, then by the order of names, then by path */
	private List<Path> find(final int depth, final List<String> names) throws ModelException {
		return find(depth, names, String::equals);
	}

	/** @param fits whether a file of the first name counts as one of the second */
	private List<Path> find(final int depth, final List<String> names, final BiPredicate<String, String> fits)
			throws ModelException {
		final List<Path> found = new ArrayList<>();
		try {
			Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, new SimpleFileVisitor<>() {

				@Override
				public FileVisitResult preVisitDirectory(final Path dir, final BasicFileAttributes attributes) {
					// what macOS puts beside the files in a zip
					return dir.endsWith("__MACOSX") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) {
					if (attributes.isRegularFile() && rankOf(file, names, fits) < names.size()) found.add(file);
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult visitFileFailed(final Path file, final IOException e) throws IOException {
					// a folder nearby that may not be read holds no model for us
					if (file.equals(folder)) throw e;
					return FileVisitResult.CONTINUE;
				}
			});
		} catch (final IOException e) {
			throw new ModelException(label + ": cannot be read: " + e, e);
		}
		found.sort(Comparator.comparingInt(this::depth)
				.thenComparingInt(f -> rankOf(f, names, fits))
				.thenComparing(Comparator.naturalOrder()));
		return Collections.unmodifiableList(found);
	}

	private static int rankOf(final Path file, final List<String> names, final BiPredicate<String, String> fits) {
		final String name = file.getFileName().toString();
		int rank = 0;
		while (rank < names.size() && !fits.test(name, names.get(rank))) rank++;
		return rank;
	}
}
