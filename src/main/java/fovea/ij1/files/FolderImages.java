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

import fovea.base.ImageException;
import fovea.data.ImageSource;
import fovea.ij1.ImageFiles;
import fovea.ij1.ImagePlusImages;
import fovea.image.Image;
import fovea.io.FileNames;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The image files directly in a folder, sorted by name, or some image files. Each is read when it is asked for. */
public final class FolderImages implements ImageSource {

	private final Path path;
	private final List<Path> files;
	/** Of the images that were read so far. */
	private final Set<String> warnings = Collections.synchronizedSet(new LinkedHashSet<>());

	private FolderImages(final Path path, final List<Path> files) {
		this.path = path;
		this.files = files;
	}

	/**
	 * @param path a folder or an image file
	 * @return its images, maybe none
	 * @throws ImageException if there is no such file or folder
	 */
	public static FolderImages of(final Path path) throws ImageException {
		if (ImagePaths.isOne(path)) return new FolderImages(path, List.of(path));
		if (!ImagePaths.isFolder(path)) throw new ImageException(path + ": no such file or folder");
		try (Stream<Path> all = Files.list(path)) {
			final List<Path> files = all.filter(ImagePaths::isImage).sorted().toList();
			final Optional<String> refusal = FileNames.refusal(files);
			if (refusal.isPresent()) throw new ImageException(refusal.get());
			return new FolderImages(path, files);
		} catch (final IOException exc) {
			throw new ImageException(path + ": cannot be listed: " + exc, exc);
		}
	}

	/**
	 * @param files images, at least one
	 * @return these, in that order
	 */
	public static FolderImages of(final List<Path> files) {
		final Path first = files.get(0);
		return new FolderImages(
				files.size() == 1 ? first : first.toAbsolutePath().getParent(), List.copyOf(files));
	}

	@Override
	public String name() {
		return path.toString();
	}

	@Override
	public List<String> names() {
		return files.stream().map(f -> f.getFileName().toString()).toList();
	}

	@Override
	public Image read(final int index) throws ImageException {
		return ImagePlusImages.wrap(open(index));
	}

	/** @return the folder or file these are of */
	Path path() {
		return path;
	}

	/** @return the image with all that its file says, its overlay too */
	ImagePlus open(final int index) throws ImageException {
		final ImagePlus image = ImageFiles.open(files.get(index));
		for (final String warning : ImageFiles.warnings(image)) warnings.add(names().get(index) + ": " + warning);
		return image;
	}

	@Override
	public List<String> warnings() {
		synchronized (warnings) {
			return List.copyOf(warnings);
		}
	}
}
