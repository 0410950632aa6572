package fovea.ij1;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

import fovea.infer.ProgressListener;
import ij.IJ;

/** Progress in ImageJ's status bar, warnings in its log, the Escape key as a way out. Thread-safe. */
public final class HostProgress implements ProgressListener {

	private final String task;
	private final BooleanSupplier cancelled;
	private final Set<String> warned = ConcurrentHashMap.newKeySet();

	/**
	 * Forgets an earlier Escape.
	 *
	 * @param task what runs, for example "FCN Segment"
	 * @param cancelled whether somebody else asked for the end
	 */
	public HostProgress(final String task, final BooleanSupplier cancelled) {
		this.task = task;
		this.cancelled = cancelled;
		IJ.resetEscape();
		IJ.showStatus(task + "...");
	}

	@Override
	public void tile(final int done, final int total) {
		IJ.showProgress(done, total);
		IJ.showStatus(task + ": tile " + done + " of " + total + " (Esc to cancel)");
	}

	/** {@inheritDoc} A line that was said before is not repeated. */
	@Override
	public void warn(final String message) {
		if (warned.add(message)) IJ.log(task + ": " + message);
	}

	@Override
	public boolean isCancelled() {
		return IJ.escapePressed() || cancelled.getAsBoolean();
	}

	/** Empties the progress bar. */
	public void end() {
		IJ.showProgress(1.0);
		IJ.showStatus("");
	}
}
