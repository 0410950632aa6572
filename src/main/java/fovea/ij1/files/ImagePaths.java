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

import fovea.ij1.zarr.OmeZarr;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Which paths are images, asked by all who look through folders or are given paths. Stateless. */
public final class ImagePaths {

	/** What ImageJ reads without plugins and is taken from a folder; a file named directly may be called anything. */
	public static final Set<String> ENDINGS =
			Set.of("tif", "tiff", "png", "jpg", "jpeg", "gif", "bmp", "pgm", "ppm", "dcm", "fits");

	private ImagePaths() {}

	/**
	 * @param path any
	 * @return whether it is one image where it is named directly: a file, which may be called anything, or a folder of
	 *     Zarr
	 */
	public static boolean isOne(final Path path) {
		return Files.isRegularFile(path) || OmeZarr.isOne(path);
	}

	/**
	 * @param path any
	 * @return whether it is a folder that images are looked for in
	 */
	public static boolean isFolder(final Path path) {
		return Files.isDirectory(path) && !isOne(path);
	}

	/**
	 * @param path any, such as one in a folder
	 * @return whether it is one image that is called like one, and not hidden; where images are learned from, OME-Zarr
	 *     is named one by one
	 */
	public static boolean isImage(final Path path) {
		return Files.isRegularFile(path) && !isHidden(path) && ENDINGS.contains(ending(path));
	}

	/**
	 * @param path any, such as one in a folder that is worked on as a whole
	 * @return whether it is one image that is called like one, or OME-Zarr, and not hidden
	 */
	public static boolean isImageOrZarr(final Path path) {
		return isImage(path) || !isHidden(path) && OmeZarr.isOne(path);
	}

	/**
	 * @param path any
	 * @return whether its name begins with a point, as by macOS, which puts a ._name beside each name on foreign disks
	 */
	public static boolean isHidden(final Path path) {
		return path.getFileName().toString().startsWith(".");
	}

	/** @return what follows the last point, in lower case; without one the whole name */
	static String ending(final Path path) {
		final String name = path.getFileName().toString();
		return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
	}
}
