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

import fovea.base.ModelException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * The files of a SavedModel that TensorFlow reads: no symbolic links, which may lead anywhere, and no pipes or devices,
 * which may have no end.
 */
final class SavedModelFiles {

	static final String GRAPH = "saved_model.pb";
	static final String VARIABLES = "variables";

	/** What TensorFlow looks for; other files beside these are not its business. */
	private static final List<String> READ = List.of(GRAPH, "fingerprint.pb", VARIABLES, "assets");
	/** Another form of the graph, in pieces, that is not looked through. */
	private static final String CHUNKED = "saved_model.cpb";

	private SavedModelFiles() {}

	/**
	 * @param folder that holds saved_model.pb
	 * @param label its name in messages
	 * @throws ModelException if one of its files is none, or not its own
	 */
	static void require(final Path folder, final String label) throws ModelException {
		if (Files.exists(folder.resolve(CHUNKED), LinkOption.NOFOLLOW_LINKS))
			throw new ModelException(label + ": expected one graph, got " + GRAPH + " and " + CHUNKED);
		for (final String name : READ) requireOwn(folder, folder.resolve(name), label);
	}

	private static void requireOwn(final Path folder, final Path top, final String label) throws ModelException {
		if (!Files.exists(top, LinkOption.NOFOLLOW_LINKS)) return;
		try {
			Files.walkFileTree(top, new SimpleFileVisitor<>() {

				@Override
				public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes)
						throws IOException {
					if (!attributes.isRegularFile())
						throw new IOException("expected files and folders of its own, got the "
								+ (attributes.isSymbolicLink() ? "symbolic link" : "device or pipe") + " '"
								+ folder.relativize(file) + "'");
					return FileVisitResult.CONTINUE;
				}
			});
		} catch (final IOException e) {
			throw new ModelException(label + ": " + e.getMessage(), e);
		}
	}
}
