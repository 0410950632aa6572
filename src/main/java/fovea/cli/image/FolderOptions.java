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

import fovea.batch.Selection;
import fovea.cli.terminal.Usage;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options for folders of images. */
final class FolderOptions {

	@Option(
			names = {"-r", "--recursive"},
			order = 3,
			description =
					"Folders: also the images in folders in them, at any depth. Results are put into folders of the "
							+ "same names.")
	private boolean recursive;

	@Option(
			names = "--pattern",
			paramLabel = "GLOB",
			order = 4,
			description = "Folders: the files whose names are like this, such as '*_c1.tif' (with a slash: whose paths "
					+ "within the folder "
					+ "are, such as 'plate-?/*.png'). Default: files that are called like images.")
	private String pattern;

	@Option(
			names = "--resume",
			negatable = true,
			defaultValue = "true",
			fallbackValue = "true",
			order = 5,
			description = "Folders: whether images that were done before are left out, if neither they, the model, the "
					+ "options nor the "
					+ "results have changed. Default: yes.")
	private boolean resume;

	@Option(names = "--overwrite", order = 6, description = "Folders: the same as --no-resume.")
	private boolean overwrite;

	boolean resume() {
		return resume && !overwrite;
	}

	/** @return whether anything was said that means folders only */
	boolean isUsed() {
		return recursive || pattern != null || !resume();
	}

	/** @return which files of a folder are meant; usage errors for a pattern that means nothing */
	Selection selection(final Usage usage) {
		try {
			return new Selection(recursive, Optional.ofNullable(pattern));
		} catch (final IllegalArgumentException e) {
			throw usage.error("Invalid value for option '--pattern': " + e.getMessage());
		}
	}
}
