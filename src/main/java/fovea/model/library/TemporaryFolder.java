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
package fovea.model.library;

import fovea.scratch.ScratchFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A private folder that is made when it is first needed and removed when this is closed, at the latest when the JVM
 * ends, or, where that was killed, by the next one that makes such a folder. Thread-safe.
 */
final class TemporaryFolder implements AutoCloseable {

	static final String PREFIX = "fovea-model-";

	private ScratchFolder root;
	private Thread hook;

	/**
	 * @param name of a folder
	 * @return that folder inside the temporary one, new and empty
	 * @throws IOException if it cannot be made, or exists
	 */
	synchronized Path create(final String name) throws IOException {
		if (root == null) {
			final ScratchFolder folder = ScratchFolder.in(ScratchFolder.place(), PREFIX);
			root = folder;
			hook = new Thread(folder::close, "remove " + folder.path());
			Runtime.getRuntime().addShutdownHook(hook);
		}
		return Files.createDirectory(root.path().resolve(name));
	}

	@Override
	public synchronized void close() {
		if (root == null) return;
		root.close();
		// files that are still in use (on Windows) stay, and with them the hook that tries again
		if (Files.exists(root.path())) return;
		root = null;
		try {
			Runtime.getRuntime().removeShutdownHook(hook);
		} catch (final IllegalStateException e) {
			// the JVM is ending: the hook runs, and finds nothing left to remove
			hook = null;
		}
	}
}
