package fovea.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import fovea.train.TrainingException;

/**
 * Where a trained model goes, and its curves beside it.
 *
 * @param model a zip
 */
record TrainingOutput(Path model) {

	private static final String ZIP = "\\.zip$";

	/** @return the file's name without its ending */
	String title() {
		return model.getFileName().toString().replaceFirst(ZIP, "");
	}

	Path curves() {
		return model.resolveSibling(title() + "-curves.csv");
	}

	/**
	 * Tells before the training what would make it futile.
	 *
	 * @param read files that must stay as they are, may hold nulls
	 * @throws TrainingException if nothing can be written there
	 */
	void check(final List<Path> read, final Usage usage) throws TrainingException {
		usage.require(!Files.isDirectory(model), "--out " + model + " is a folder, expected a file such as " + model.resolve(
			"model.zip"));
		final Path folder = model.toAbsolutePath().getParent();
		if (!Files.isDirectory(folder)) throw new TrainingException(model + ": expected a folder to write into, " + (Files.exists(
			folder) ? folder + " is a file" : "there is no " + folder));
		try {
			for (final Path other : read)
				usage.require(other == null || !Files.exists(model) || !Files.exists(other) || !Files.isSameFile(model, other),
					"--out " + model + " would overwrite what is read");
			// What a folder says of itself is not always true, so it is tried.
			Files.delete(Files.createTempFile(folder, "." + title(), ".part"));
		}
		catch (final IOException e) {
			throw new TrainingException(model + ": cannot be written: " + e, e);
		}
	}
}
