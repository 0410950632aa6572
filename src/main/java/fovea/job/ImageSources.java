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
package fovea.job;

import fovea.base.FoveaException;
import fovea.data.IdxFile;
import fovea.data.ImageSource;
import fovea.data.NpyImages;
import fovea.ij1.files.FolderImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Opens the images that a path names: a folder, one image or stack, or an idx file such as MNIST's. Stateless. */
public final class ImageSources {

	private ImageSources() {}

	/**
	 * @param path any
	 * @return whether it is called as files of MNIST are
	 */
	public static boolean isIdx(final Path path) {
		final String name = path.toAbsolutePath().getFileName().toString().toLowerCase(Locale.ROOT);
		return name.contains("-ubyte") || name.contains(".idx");
	}

	/**
	 * @param path a folder, an image file, a .npy array or an idx file
	 * @return its images
	 * @throws FoveaException if there is no such file or folder
	 */
	public static ImageSource of(final Path path) throws FoveaException {
		if (path.toString().toLowerCase(Locale.ROOT).endsWith(".npy") && Files.isRegularFile(path))
			return NpyImages.read(path);
		return isIdx(path) ? IdxFile.read(path).images() : FolderImages.of(path);
	}

	/**
	 * @param path an idx file, where there are labels
	 * @param labels idx file with a label for each image; null: all images are taken
	 * @param only labels of the images that are taken
	 * @return the images that are taken
	 * @throws FoveaException if there are no such files or labels, or they do not fit to each other
	 */
	public static ImageSource of(final Path path, final Path labels, final Set<Integer> only) throws FoveaException {
		return labels == null ? of(path) : IdxFile.read(path).images(IdxFile.read(labels), only);
	}
}
