package fovea.infer;

/** Hears how far a run is, and may end it. Called from the threads that run, from one at a
 * time. */
public interface ProgressListener {

	/** Hears nothing, never cancels. */
	ProgressListener NONE = new ProgressListener() {};

	/**
	 * @param done tiles finished
	 * @param total tiles in all; grows where tiles had to be halved
	 */
	default void tile(final int done, final int total) {}

	/** @param message something the user should know: one line, said once */
	default void warn(final String message) {}

	/** @return true to end the run before its next tile */
	default boolean isCancelled() {
		return false;
	}
}
