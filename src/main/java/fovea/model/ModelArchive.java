package fovea.model;

import java.nio.file.Path;
import java.util.Optional;

/** A model's files: a bioimage.io package (folder or zip), or a bare SavedModel (folder or zip). Close it to remove temporary files. */
public final class ModelArchive implements AutoCloseable {

	/**
	 * @param path folder or zip
	 * @return the model's files, validated; the caller closes it
	 * @throws ModelException if this is no model; the message names the file
	 */
	public static ModelArchive open(final Path path) throws ModelException {
		throw new UnsupportedOperationException();
	}

	/** @return what {@link #open} was given */
	public Path location() {
		throw new UnsupportedOperationException();
	}

	/** @return name for people: that of the description, else that of the file */
	public String name() {
		throw new UnsupportedOperationException();
	}

	/** @return the description; empty for a bare SavedModel */
	public Optional<ModelSpec> spec() {
		throw new UnsupportedOperationException();
	}

	/** @return folder that holds saved_model.pb */
	public Path savedModel() {
		throw new UnsupportedOperationException();
	}

	/**
	 * @param source relative path within the model, as the description gives it
	 * @return that file
	 * @throws ModelException if it is outside the model or missing
	 */
	public Path resolve(final String source) throws ModelException {
		throw new UnsupportedOperationException();
	}

	@Override
	public void close() {
		throw new UnsupportedOperationException();
	}
}
