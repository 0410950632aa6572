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
package fovea.worker;

import fovea.scratch.Removal;
import fovea.scratch.ScratchFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where a worker's files are: one folder in each place for temporary files. */
final class Folders implements AutoCloseable {

	static final String PREFIX = "fovea-worker-";

	private final List<ScratchFolder> folders;

	private Folders(final List<ScratchFolder> folders) {
		this.folders = folders;
	}

	/**
	 * @param places existing folders, the fastest first; one where nothing can be written is left out
	 * @return folders that the caller closes
	 * @throws IOException if nothing can be written anywhere
	 */
	static Folders in(final List<Path> places) throws IOException {
		final List<ScratchFolder> made = new ArrayList<>();
		IOException last = new IOException("no folder for temporary files");
		for (final Path place : places)
			try {
				made.add(ScratchFolder.in(place, PREFIX));
			} catch (final IOException e) {
				last = e;
			}
		if (made.isEmpty()) throw last;
		return new Folders(made);
	}

	/** @return the folders, the fastest first */
	List<Path> paths() {
		return folders.stream().map(ScratchFolder::path).toList();
	}

	/** Removes the folders and all in them. */
	@Override
	public void close() {
		for (final ScratchFolder folder : folders) {
			Removal.emptied(folder.path());
			folder.close();
		}
	}
}
