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

import fovea.base.TrainingException;
import fovea.scratch.ScratchFolder;
import java.io.IOException;
import java.nio.file.Path;

/** Where a network goes that is trained to be used at once: to a model that is kept, or to files that go on closing. */
public final class TrainedFiles implements AutoCloseable {

	private static final String PREFIX = "fovea-training-";

	/** Done at the end. */
	@FunctionalInterface
	private interface Closing {

		void close() throws TrainingException;
	}

	private final TrainingFiles files;
	private final boolean kept;
	private final Closing closing;

	private TrainedFiles(final TrainingFiles files, final boolean kept, final Closing closing) {
		this.files = files;
		this.kept = kept;
		this.closing = closing;
	}

	/**
	 * @param entry prepared; a folder of it with nothing in it goes on closing
	 * @return the files of a model in the library
	 */
	public static TrainedFiles of(final LibraryEntry entry) {
		return new TrainedFiles(entry.files(), true, entry::tidy);
	}

	/**
	 * @param model a zip
	 * @return this, with its curves and pictures beside it
	 * @throws TrainingException if nothing can be written there
	 */
	public static TrainedFiles of(final Path model) throws TrainingException {
		final TrainingFiles files = TrainingFiles.beside(model);
		files.requireWritable();
		return new TrainedFiles(files, true, () -> {});
	}

	/**
	 * @return files in a private folder that goes on closing or, where the process ends before, when another one makes
	 *     such a folder
	 * @throws TrainingException if there is no place for temporary files
	 */
	public static TrainedFiles temporary() throws TrainingException {
		try {
			final ScratchFolder folder = ScratchFolder.in(ScratchFolder.place(), PREFIX);
			return new TrainedFiles(TrainingFiles.beside(folder.path().resolve("trained.zip")), false, folder::close);
		} catch (final IOException e) {
			throw new TrainingException("no folder for the trained network can be made: " + e, e);
		}
	}

	/** @return the model's files */
	public TrainingFiles files() {
		return files;
	}

	/** @return whether the model stays */
	public boolean areKept() {
		return kept;
	}

	@Override
	public void close() throws TrainingException {
		closing.close();
	}
}
