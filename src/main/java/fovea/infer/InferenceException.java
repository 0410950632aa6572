package fovea.infer;

import fovea.FoveaException;

/** A network that could not be run on what it was given. */
public class InferenceException extends FoveaException {

	private static final long serialVersionUID = 1L;

	/** @param message one line for the user */
	public InferenceException(final String message) {
		super(message);
	}

	/**
	 * @param message one line for the user
	 * @param cause what lies beneath, for the log
	 */
	public InferenceException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
