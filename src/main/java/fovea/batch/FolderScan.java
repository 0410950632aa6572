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
package fovea.batch;

import fovea.ij1.files.ImagePaths;
import fovea.ij1.files.ImagePlace;
import fovea.io.FileNames;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * The images that are there when a run begins.
 *
 * @param images of each folder in the order of their paths; each once
 * @param problems one line for each folder or file that cannot be read or means no image
 * @param unread of these, the files whose names cannot be read
 */
public record FolderScan(List<SourceImage> images, List<String> problems, List<UnreadName> unread) {

	/** Copies the lists. */
	public FolderScan {
		images = List.copyOf(images);
		problems = List.copyOf(problems);
		unread = List.copyOf(unread);
	}

	/**
	 * @param arguments folders, and image files and OME-Zarr, which are taken as they are
	 * @param selection which files of folders are meant
	 * @param out folder for results, which need not exist; where it is inside a folder, it is left out
	 * @return their images
	 * @throws PlanException if a folder of images is that for results: results would be taken for images next time
	 */
	public static FolderScan of(final List<Path> arguments, final Selection selection, final Path out)
			throws PlanException {
		// Keyed by what the path really is: a file named twice is one image.
		final Map<Path, SourceImage> images = new LinkedHashMap<>();
		final List<String> problems = new ArrayList<>();
		final List<UnreadName> unread = new ArrayList<>();
		for (final Path argument : arguments) {
			if (!Files.exists(argument)) {
				problems.add(FileNames.missing(argument));
				continue;
			}
			final boolean folder = ImagePaths.isFolder(argument);
			if (folder && real(argument).equals(real(out)))
				throw new PlanException(argument
						+ ": expected another folder for results than that of the images, which would hold both");
			final List<Path> files = folder ? walk(argument, selection, out, problems) : List.of(argument);
			if (files.isEmpty())
				problems.add(argument + ": this folder holds no image files"
						+ selection.pattern().map(glob -> " like " + glob).orElse(""));
			final Path root = folder ? argument : argument.toAbsolutePath().getParent();
			for (final Path file : files)
				if (!FileNames.isText(file)) unread.add(UnreadName.of(root, folder ? file : file.toAbsolutePath()));
				else add(root, folder ? file : file.toAbsolutePath(), images, problems);
		}
		unread.forEach(name -> problems.add(name.reason()));
		return new FolderScan(List.copyOf(images.values()), problems, unread);
	}

	/** Each field of a plate is an image. */
	private static void add(
			final Path root, final Path file, final Map<Path, SourceImage> images, final List<String> problems) {
		final ImagePlace.All all = ImagePlace.all(file);
		problems.addAll(all.problems());
		for (final ImagePlace image : all.images())
			images.putIfAbsent(real(image.path().orElseThrow()), new SourceImage(root, file, image));
	}

	private static List<Path> walk(
			final Path root, final Selection selection, final Path out, final List<String> problems) {
		final List<Path> files = new ArrayList<>();
		final BiPredicate<Path, Path> meant = selection.test();
		final Path results = real(out);
		final Set<FileVisitOption> links = EnumSet.of(FileVisitOption.FOLLOW_LINKS);
		try {
			Files.walkFileTree(root, links, selection.recursive() ? Integer.MAX_VALUE : 1, new SimpleFileVisitor<>() {

				@Override
				public FileVisitResult preVisitDirectory(final Path folder, final BasicFileAttributes attributes) {
					if (folder.equals(root)) return FileVisitResult.CONTINUE;
					if (ImagePaths.isHidden(folder) || real(folder).equals(results))
						return FileVisitResult.SKIP_SUBTREE;
					if (!ImagePaths.isOne(folder)) return FileVisitResult.CONTINUE;
					take(folder);
					return FileVisitResult.SKIP_SUBTREE;
				}

				@Override
				public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) {
					take(file);
					return FileVisitResult.CONTINUE;
				}

				private void take(final Path path) {
					if (ImagePaths.isOne(path) && meant.test(root, path)) files.add(path);
				}

				@Override
				public FileVisitResult visitFileFailed(final Path file, final IOException e) {
					// A link to a folder that it is in leads nowhere new.
					if (!(e instanceof FileSystemLoopException))
						problems.add(file + ": cannot be read: " + Reason.of(e));
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult postVisitDirectory(final Path folder, final IOException e) {
					if (e != null) problems.add(folder + ": cannot be read to its end: " + Reason.of(e));
					return FileVisitResult.CONTINUE;
				}
			});
		} catch (final IOException e) {
			problems.add(root + ": cannot be read: " + Reason.of(e));
		}
		files.sort(Comparator.naturalOrder());
		return files;
	}

	/** @return the path behind all links; of what does not exist, as it is */
	static Path real(final Path path) {
		try {
			return path.toRealPath();
		} catch (final IOException e) {
			return path.toAbsolutePath().normalize();
		}
	}
}
