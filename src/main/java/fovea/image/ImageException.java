package fovea.image;

import fovea.FoveaException;

/** An image that cannot be read, written or given to a model. */
public class ImageException extends FoveaException {

	private static final long serialVersionUID = 1L;

	/** @param message one line for the user */
	public ImageException(final String message) {
		super(message);
	}

	/**
	 * @param message one line for the user
	 * @param cause what lies beneath, for the log
	 */
	public ImageException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
