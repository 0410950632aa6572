package fovea.model;

import java.util.List;

/** Finds models by name or path: paths first, then the user's models folder, then those inside the jar. */
public final class ModelLibrary {

	/**
	 * @param nameOrPath a name of {@link #names()}, or the path of a folder or zip
	 * @return the model, which the caller closes
	 * @throws ModelException if there is none, or it is broken
	 */
	public ModelArchive open(final String nameOrPath) throws ModelException {
		throw new UnsupportedOperationException();
	}

	/** @return names of installed and bundled models, sorted */
	public List<String> names() {
		throw new UnsupportedOperationException();
	}
}
