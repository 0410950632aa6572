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

import fovea.task.Output;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Where the results of one image go.
 *
 * @param folder an existing folder
 * @param stem what the names of the files start with, usually the image's name without its extension
 */
public record Destination(Path folder, String stem) {

	private static final Pattern EXTENSION = Pattern.compile("(?i)(\\.ome)?\\.[^. ]*$");

	/**
	 * @param output a kind of result
	 * @return its file, for example out/blobs-mask.tif
	 */
	public Path file(final Output output) {
		return folder.resolve(stem + output.suffix());
	}

	/**
	 * @param image an image file
	 * @return its name without its extension, for example cell for cell.ome.tif
	 */
	public static String stem(final Path image) {
		return stem(image.getFileName().toString());
	}

	/** @return the same of a file's name */
	static String stem(final String name) {
		final String stem = EXTENSION.matcher(name).replaceFirst("");
		return stem.isEmpty() ? name : stem;
	}
}
