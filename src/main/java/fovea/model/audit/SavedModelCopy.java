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
package fovea.model.audit;

import fovea.io.InputFiles;
import fovea.model.graph.Encoded;
import fovea.scratch.ScratchFolder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A SavedModel in a folder of its own, that only this user can read: a graph that was written anew, beside the
 * variables of the model that it was made of, which are linked and not copied where the system can. Lives until it is
 * closed.
 */
public final class SavedModelCopy implements AutoCloseable {

	private static final String PREFIX = "fovea-graph-";

	private final ScratchFolder folder;

	private SavedModelCopy(final ScratchFolder folder) {
		this.folder = folder;
	}

	/**
	 * @param model folder of the SavedModel that was read
	 * @param graph contents of the new saved_model.pb
	 * @return the copy, to be closed by the caller
	 * @throws IOException if it cannot be written
	 */
	static SavedModelCopy of(final Path model, final Encoded graph) throws IOException {
		final ScratchFolder folder = ScratchFolder.in(ScratchFolder.place(), PREFIX);
		boolean done = false;
		try {
			write(graph, model.resolve(SavedModelFiles.GRAPH), folder.path().resolve(SavedModelFiles.GRAPH));
			final Path variables = model.resolve(SavedModelFiles.VARIABLES);
			if (Files.isDirectory(variables))
				link(variables.toRealPath(), folder.path().resolve(SavedModelFiles.VARIABLES));
			done = true;
		} finally {
			if (!done) folder.close();
		}
		return new SavedModelCopy(folder);
	}

	private static void write(final Encoded graph, final Path from, final Path to) throws IOException {
		try (FileChannel source = InputFiles.channel(from);
				OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
			graph.writeTo(out, source);
		}
	}

	/**
	 * By a link to the folder; where the user may make none (Windows), by a second name for each file; else by copies.
	 */
	private static void link(final Path from, final Path to) throws IOException {
		try {
			Files.createSymbolicLink(to, from);
		} catch (final IOException | UnsupportedOperationException e) {
			Files.createDirectory(to);
			try (DirectoryStream<Path> files = Files.newDirectoryStream(from)) {
				for (final Path file : files)
					if (Files.isRegularFile(file)) linkFile(file, to.resolve(file.getFileName()));
			}
		}
	}

	private static void linkFile(final Path from, final Path to) throws IOException {
		try {
			Files.createLink(to, from);
		} catch (final IOException | UnsupportedOperationException e) {
			Files.copy(from, to);
		}
	}

	/** @return the folder that holds saved_model.pb */
	public Path folder() {
		return folder.path();
	}

	/** Removes the folder; the variables stay. */
	@Override
	public void close() {
		folder.close();
	}
}
