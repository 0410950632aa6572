package fovea.infer;

/** Memory did not suffice for one run of a network; a smaller tile may fit. */
public class NetworkMemoryException extends InferenceException {

	private static final long serialVersionUID = 1L;

	/**
	 * @param message one line for the user
	 * @param cause what lies beneath, for the log
	 */
	public NetworkMemoryException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
