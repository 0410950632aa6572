package fovea;

/**
 * Something a user can understand and often mend: a model that is not one, an
 * image that does not fit, memory that ran out. The message is one line that
 * names the file or thing concerned, what was expected and what came. Programming
 * errors are unchecked exceptions and never of this type.
 */
public class FoveaException extends Exception {

	private static final long serialVersionUID = 1L;

	/** @param message one line for the user */
	public FoveaException(final String message) {
		super(message);
	}

	/**
	 * @param message one line for the user
	 * @param cause what lies beneath, for the log
	 */
	public FoveaException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
