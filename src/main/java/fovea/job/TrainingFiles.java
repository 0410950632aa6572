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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * What a training writes.
 *
 * @param model a zip
 * @param curves losses and metric over the epochs, CSV
 * @param curvesPicture the same, PNG
 * @param samplesPicture what becomes of some samples, PNG
 */
public record TrainingFiles(Path model, Path curves, Path curvesPicture, Path samplesPicture) {

	private static final String ZIP = "\\.zip$";

	/**
	 * @param model a zip
	 * @return this with all else beside it
	 */
	public static TrainingFiles beside(final Path model) {
		return of(model, model::resolveSibling);
	}

	/**
	 * @param model a zip
	 * @param folder of all else
	 * @return these
	 */
	public static TrainingFiles of(final Path model, final Path folder) {
		return of(model, folder::resolve);
	}

	private static TrainingFiles of(final Path model, final Function<String, Path> place) {
		final String title = title(model);
		return new TrainingFiles(
				model,
				place.apply(title + "-curves.csv"),
				place.apply(title + "-curves.png"),
				place.apply(title + "-samples.png"));
	}

	/** @return the model's file name without its ending */
	public String title() {
		return title(model);
	}

	private static String title(final Path model) {
		return model.getFileName().toString().replaceFirst(ZIP, "");
	}

	/** @return all of them */
	public List<Path> all() {
		return List.of(model, curves, curvesPicture, samplesPicture);
	}

	/**
	 * Tells before the training what would make it futile. A file is made and removed, since what a folder says of
	 * itself is not always true.
	 *
	 * @throws TrainingException if there is no folder for the model or the curves, or none can be written to
	 */
	public void requireWritable() throws TrainingException {
		for (final Path file : List.of(model, curves)) {
			final Path folder = file.toAbsolutePath().getParent();
			if (!Files.isDirectory(folder))
				throw new TrainingException(model + ": expected a folder to write into, "
						+ (Files.exists(folder) ? folder + " is a file" : "there is no " + folder));
			try {
				Files.delete(Files.createTempFile(folder, "." + title(), ".part"));
			} catch (final IOException e) {
				throw new TrainingException(
						model + ": expected a folder that can be written to, but in " + folder
								+ " no file can be made: " + e,
						e);
			}
		}
	}
}
