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
package fovea.cli.train;

import fovea.base.TrainingException;
import fovea.cli.terminal.Usage;
import fovea.job.TrainingFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a trained model goes, and its curves and samples beside it.
 *
 * @param model a zip
 */
record TrainingOutput(Path model) {

	TrainingFiles files() {
		return TrainingFiles.beside(model);
	}

	/**
	 * Tells before the training what would make it futile.
	 *
	 * @param read files and folders that must stay as they are
	 * @throws TrainingException if nothing can be written there
	 */
	void check(final List<Path> read, final Usage usage) throws TrainingException {
		usage.require(
				!Files.isDirectory(model),
				"--out " + model + " is a folder, expected a file such as " + model.resolve("model.zip"));
		files().requireWritable();
		try {
			for (final Path other : read)
				for (final Path written : files().all())
					usage.require(
							!Files.exists(written) || !Files.exists(other) || !Files.isSameFile(written, other),
							"--out " + model
									+ (written.equals(model) ? "" : " with " + written.getFileName() + " beside it")
									+ " would overwrite what is read");
		} catch (final IOException e) {
			throw new TrainingException(model + ": cannot be compared with what is read: " + e, e);
		}
	}
}
