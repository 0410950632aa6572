package fovea.model;

import fovea.FoveaException;

/** A model that cannot be found, read, trusted or run as it is described. */
public class ModelException extends FoveaException {

	private static final long serialVersionUID = 1L;

	/** @param message one line for the user */
	public ModelException(final String message) {
		super(message);
	}

	/**
	 * @param message one line for the user
	 * @param cause what lies beneath, for the log
	 */
	public ModelException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
