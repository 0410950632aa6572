package fovea.train;

import fovea.FoveaException;

/** Data that cannot be learnt from, or a training that cannot go on. */
public class TrainingException extends FoveaException {

	private static final long serialVersionUID = 1L;

	/** @param message one line for the user */
	public TrainingException(final String message) {
		super(message);
	}

	/**
	 * @param message one line for the user
	 * @param cause what lies beneath, for the log
	 */
	public TrainingException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
