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

import fovea.base.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes models of a library as zips, to be passed on. Stateless and thread-safe. */
public final class ModelExport {

	private ModelExport() {}

	/**
	 * A zip is copied as it is, a folder is packed. The file appears when it is complete.
	 *
	 * @param library that the model is of
	 * @param model of it
	 * @param target file, or folder that gets NAME.zip
	 * @param overwrite whether a file may be replaced
	 * @return the file
	 * @throws ModelException if there is one that may not be replaced, or it cannot be written; nothing is left then
	 */
	public static Path write(
			final ModelLibrary library, final LibraryModel model, final Path target, final boolean overwrite)
			throws ModelException {
		final Path file = (Files.isDirectory(target) ? target.resolve(model.name() + ".zip") : target).toAbsolutePath();
		if (Files.exists(file) && !overwrite)
			throw new ModelException(file + " exists: expected another file; overwrite=true (--overwrite) replaces it");
		if (Files.isDirectory(file)) throw new ModelException(file + " is a folder: expected a file");
		if (!Files.isDirectory(file.getParent()))
			throw new ModelException(file + ": expected a folder to write into, there is no " + file.getParent());
		final Path part = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
		try {
			try {
				write(library, model, part);
				Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
				return file;
			} finally {
				Files.deleteIfExists(part);
			}
		} catch (final IOException e) {
			throw new ModelException(model.name() + " cannot be written as " + file + ": " + e, e);
		}
	}

	private static void write(final ModelLibrary library, final LibraryModel model, final Path part)
			throws IOException {
		if (model.file().isPresent() && Files.isDirectory(model.file().get())) {
			pack(model.file().get(), part);
			return;
		}
		try (InputStream in = library.zip(model)) {
			Files.copy(in, part);
		}
	}

	private static void pack(final Path folder, final Path zip) throws IOException {
		final List<Path> files;
		try (Stream<Path> all = Files.walk(folder)) {
			files = all.filter(Files::isRegularFile).sorted().toList();
		}
		try (OutputStream out = Files.newOutputStream(zip);
				ZipOutputStream packed = new ZipOutputStream(out)) {
			for (final Path file : files) {
				packed.putNextEntry(
						new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
				Files.copy(file, packed);
				packed.closeEntry();
			}
		}
	}
}
