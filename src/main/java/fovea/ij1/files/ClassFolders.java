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
package fovea.ij1.files;

import fovea.base.FoveaException;
import fovea.base.ImageException;
import fovea.data.ImageSource;
import fovea.data.LabeledImages;
import fovea.image.Image;
import fovea.io.FileNames;
import fovea.model.ClassSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder with one subfolder of images for each class, which has the class' name. */
public final class ClassFolders {

	private static final int LEAST_CLASSES = 2;

	private ClassFolders() {}

	/**
	 * @param folder of subfolders; those whose name begins with a dot are passed over
	 * @return the images directly in the subfolders, named like {@code class/image.png}; classes and images sorted by
	 *     name
	 * @throws FoveaException if there are fewer than two subfolders, or one has no images
	 */
	public static LabeledImages of(final Path folder) throws FoveaException {
		final List<String> classes = new ArrayList<>();
		final List<ImageSource> sources = new ArrayList<>();
		final List<String> names = new ArrayList<>();
		final List<Integer> labels = new ArrayList<>();
		final List<Integer> places = new ArrayList<>();
		for (final Path subfolder : subfolders(folder)) {
			final FolderImages images = FolderImages.of(subfolder);
			if (images.names().isEmpty())
				throw new ImageException(subfolder + ": expected images of a class, found none");
			final String name = subfolder.getFileName().toString();
			final List<String> own = images.names();
			for (int i = 0; i < own.size(); i++) {
				names.add(name + "/" + own.get(i));
				labels.add(classes.size());
				places.add(i);
			}
			sources.add(images);
			classes.add(name);
		}
		return new LabeledImages(
				new Joined(folder, sources, labels, places, List.copyOf(names)), ClassSpec.named(classes), labels);
	}

	private static List<Path> subfolders(final Path folder) throws ImageException {
		if (!ImagePaths.isFolder(folder))
			throw new ImageException(folder + ": expected a folder with a subfolder for each class, "
					+ (Files.exists(folder) ? "got a file" : "found nothing there"));
		try (Stream<Path> all = Files.list(folder)) {
			final List<Path> subfolders = all.filter(f -> ImagePaths.isFolder(f) && !ImagePaths.isHidden(f))
					.sorted()
					.toList();
			final Optional<String> refusal = FileNames.refusal(subfolders);
			if (refusal.isPresent()) throw new ImageException(refusal.get());
			if (subfolders.size() < LEAST_CLASSES)
				throw new ImageException(
						folder + ": expected a subfolder for each of two classes or more, found " + subfolders.size());
			return subfolders;
		} catch (final IOException exc) {
			throw new ImageException(folder + ": cannot be listed: " + exc, exc);
		}
	}

	/** The images of one subfolder after those of another. */
	private record Joined(
			Path folder, List<ImageSource> sources, List<Integer> labels, List<Integer> places, List<String> names)
			implements ImageSource {

		@Override
		public String name() {
			return folder.toString();
		}

		@Override
		public Image read(final int index) throws FoveaException {
			return sources.get(labels.get(index)).read(places.get(index));
		}
	}
}
