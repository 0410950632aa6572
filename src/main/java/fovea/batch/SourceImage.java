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

import fovea.ij1.files.ImagePlace;
import java.io.File;
import java.nio.file.Path;

/**
 * An image of a folder.
 *
 * @param root the folder
 * @param container what lies in it, maybe in folders in it: a file, or a folder of OME-Zarr
 * @param image that itself, or one of several images in it
 */
public record SourceImage(Path root, Path container, ImagePlace image) {

	/**
	 * @param root the folder
	 * @param file in it, maybe in folders in it, that is one image
	 */
	public SourceImage(final Path root, final Path file) {
		this(root, file, ImagePlace.of(file));
	}

	/** @return the image's file or folder */
	public Path file() {
		return image.path().orElseThrow();
	}

	/** @return path within the folder, with slashes */
	public String name() {
		return slashes(root.relativize(file()));
	}

	/** @return folder within the folder; empty if it is directly in it */
	Path place() {
		final Path parent = root.relativize(container).getParent();
		return parent == null ? Path.of("") : parent;
	}

	/** @return what names of results begin with, where {@link ImagePlace#stem()} is another image's, too */
	String longStem() {
		final String within = slashes(container.relativize(file()));
		return container.getFileName() + (within.isEmpty() ? "" : "_" + within.replace('/', '_'));
	}

	private static String slashes(final Path path) {
		return path.toString().replace(File.separatorChar, '/');
	}
}
