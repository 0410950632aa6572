package fovea.infer;

/** The user asked for the run to end; nothing of its result is kept. */
public class CancelledException extends InferenceException {

	private static final long serialVersionUID = 1L;

	/** The one message there is. */
	public CancelledException() {
		super("Cancelled");
	}
}
