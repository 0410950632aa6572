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

import fovea.base.ModelException;
import fovea.model.library.FolderRemoval;
import fovea.model.library.LibraryModel;
import fovea.model.library.ModelExport;
import fovea.model.library.ModelLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What can be done with the models of a library: what was trained here has files beside it, {@link LibraryEntry}, which
 * go along. Models inside the jar stay as they are.
 *
 * @param library of these
 */
public record InstalledModels(ModelLibrary library) {

	/**
	 * @param name of a model
	 * @param target file, or folder that gets NAME.zip
	 * @param overwrite whether a file may be replaced
	 * @return the file that was written
	 * @throws ModelException if there is no such model, or it cannot be written
	 */
	public Path export(final String name, final Path target, final boolean overwrite) throws ModelException {
		return ModelExport.write(library, library.model(name), target, overwrite);
	}

	/**
	 * What the model says of itself stays as it is.
	 *
	 * @param name of an installed model
	 * @param other name that it will be found by
	 * @throws ModelException if it is inside the jar, the name is none or taken, or files cannot be moved
	 */
	public void rename(final String name, final String other) throws ModelException {
		final Path file = own(name, "renamed");
		if (!LibraryEntry.isName(other)) throw new ModelException(LibraryEntry.refusal("name", other));
		if (library.names().contains(other))
			throw new ModelException("name: expected one that no model has, there is a model '" + other + "' already");
		try {
			// A model that is there is worth more than its curves, so that these go first.
			for (final Path folder : beside(file, name)) {
				final Path target = folder.resolveSibling(other);
				if (!Files.isDirectory(folder)) continue;
				if (Files.exists(target))
					throw new ModelException("name: expected one that is free, there is " + target);
				Files.move(folder, target);
				renameFiles(target, name, other);
			}
			Files.move(file, file.resolveSibling(Files.isDirectory(file) ? other : other + ".zip"));
		} catch (final IOException e) {
			throw new ModelException(name + " cannot be renamed: " + e, e);
		}
	}

	/**
	 * Removes a model with its curves, pictures and checkpoints.
	 *
	 * @param name of an installed model
	 * @throws ModelException if it is inside the jar, or files cannot be removed
	 */
	public void remove(final String name) throws ModelException {
		final Path file = own(name, "removed");
		try {
			FolderRemoval.remove(file);
			for (final Path folder : beside(file, name)) FolderRemoval.remove(folder);
		} catch (final IOException e) {
			throw new ModelException(name + " cannot be removed: " + e, e);
		}
	}

	private Path own(final String name, final String what) throws ModelException {
		final LibraryModel model = library.model(name);
		return model.file()
				.orElseThrow(
						() -> new ModelException("the model '" + name + "' comes with Fovea and cannot be " + what));
	}

	/** Trainings leave something beside the first of the folders only. */
	private List<Path> beside(final Path file, final String name) {
		if (!library.folder().toAbsolutePath().equals(file.toAbsolutePath().getParent()) || !LibraryEntry.isName(name))
			return List.of();
		final LibraryEntry entry = new LibraryEntry(library, name);
		return List.of(entry.files().curves().getParent(), entry.checkpoints());
	}

	private static void renameFiles(final Path folder, final String name, final String other) throws IOException {
		final List<Path> files;
		try (Stream<Path> all = Files.list(folder)) {
			files = all.filter(file -> file.getFileName().toString().startsWith(name + "-"))
					.toList();
		}
		for (final Path file : files)
			Files.move(
					file,
					file.resolveSibling(other + file.getFileName().toString().substring(name.length())));
	}
}
