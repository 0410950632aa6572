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
import fovea.model.library.ModelLibrary;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The place of a model in the user's library, for one that is to be trained. Beside the folder of models there is one
 * of what else a training writes, {@code trainings}, and one of {@code checkpoints}, so that the library does not list
 * them.
 *
 * @param library whose first folder it is in
 * @param name that it is found by
 */
public record LibraryEntry(ModelLibrary library, String name) {

	private static final Pattern NAME =
			Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{N} ._+()-]{0,98}[\\p{L}\\p{N}_+)-])?");
	private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}._+()-]+");
	private static final int LONGEST = 60;

	/** Begins the message of a name that is none, behind what it was said for. */
	private static final String NAMES =
			": expected letters, digits, spaces and . _ + - ( ), beginning with a letter or digit, got ";

	/**
	 * @param data a title or a name of what is learned from
	 * @param network its name
	 * @return a name for a model where the user gives none
	 */
	public static String proposed(final String data, final String network) {
		final String plain = OTHER.matcher(data.replaceFirst("(?<=.)\\.[A-Za-z]\\w{1,4}$", ""))
				.replaceAll("-")
				.replaceFirst("^[^\\p{L}\\p{N}]+", "");
		final String first = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
		return (first.isEmpty() ? "" : first + "-") + network;
	}

	/** @return whether a model may have this name */
	static boolean isName(final String name) {
		return NAME.matcher(name).matches();
	}

	/** @return what is said of a name that is none, under the key for which it was said */
	static String refusal(final String key, final String name) {
		return key + NAMES + "'" + name + "'";
	}

	/**
	 * @param key for which the name was said
	 * @throws TrainingException if it is no name
	 */
	public void requireName(final String key) throws TrainingException {
		if (!isName(name)) throw new TrainingException(refusal(key, name));
	}

	/** @return whether there is a model of this name */
	public boolean isTaken() {
		return library.names().contains(name) || Files.exists(files().model());
	}

	/** @return where everything goes */
	public TrainingFiles files() {
		return TrainingFiles.of(
				library.folder().resolve(name + ".zip"), sibling("trainings").resolve(name));
	}

	/** @return the folder for checkpoints */
	public Path checkpoints() {
		return sibling("checkpoints").resolve(name);
	}

	private Path sibling(final String folder) {
		return library.folder().toAbsolutePath().resolveSibling(folder);
	}

	/**
	 * Tells before the training what would make it futile, and makes the folders.
	 *
	 * @param overwrite whether a model of this name may be replaced
	 * @throws TrainingException if it is no name, there is such a model, or nothing can be written
	 */
	public void prepare(final boolean overwrite) throws TrainingException {
		requireName("name");
		final TrainingFiles files = files();
		if (isTaken() && !overwrite)
			throw new TrainingException(
					"there is a model '" + name + "' already: expected another name, or overwrite=true");
		final Path unpacked = library.folder().resolve(name);
		if (Files.isDirectory(unpacked))
			throw new TrainingException("the model '" + name + "' is a folder, " + unpacked
					+ ", which is not overwritten: expected another name");
		try {
			Files.createDirectories(library.folder());
			Files.createDirectories(files.curves().getParent());
		} catch (final IOException e) {
			throw new TrainingException(files.model() + ": its folders cannot be made: " + e, e);
		}
		files.requireWritable();
	}

	/**
	 * Removes the folder of the training if there is nothing in it: the training was cancelled, or failed.
	 *
	 * @throws TrainingException if it cannot be removed
	 */
	public void tidy() throws TrainingException {
		final Path folder = files().curves().getParent();
		try {
			Files.deleteIfExists(folder);
		} catch (final DirectoryNotEmptyException e) {
			return; // it is wanted
		} catch (final IOException e) {
			throw new TrainingException(folder + ": an empty folder that cannot be removed: " + e, e);
		}
	}
}
