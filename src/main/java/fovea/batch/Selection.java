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
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * Which files of a folder are meant. Hidden ones never are.
 *
 * @param recursive whether those in folders in it are, too
 * @param pattern of {@link java.nio.file.FileSystem#getPathMatcher glob}, which the file's name is held against, or its
 *     path within the folder if the pattern has a slash; empty: files that are called like images, and OME-Zarr that is
 *     no labels, which are results
 */
public record Selection(boolean recursive, Optional<String> pattern) {

	/** Checks the pattern; throws IllegalArgumentException. */
	public Selection {
		try {
			pattern.ifPresent(Selection::matcher);
		} catch (final PatternSyntaxException e) {
			throw new IllegalArgumentException(
					"expected a pattern such as *.tif or plate-?/*.png, got '" + pattern.get() + "': "
							+ e.getDescription(),
					e);
		}
	}

	/** @return what decides of files whether they are meant, given the folder and a file in it */
	java.util.function.BiPredicate<Path, Path> test() {
		if (pattern.isEmpty()) return (root, file) -> ImagePaths.isImageOrZarr(file) && !ImagePlace.isLabels(file);
		final PathMatcher matcher = matcher(pattern.get());
		final boolean path = pattern.get().indexOf('/') >= 0;
		return (root, file) -> ImagePaths.isOne(file)
				&& !ImagePaths.isHidden(file)
				&& matcher.matches(path ? root.relativize(file) : file.getFileName());
	}

	private static PathMatcher matcher(final String glob) {
		return FileSystems.getDefault().getPathMatcher("glob:" + glob);
	}
}
