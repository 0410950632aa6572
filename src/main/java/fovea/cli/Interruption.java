package fovea.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a run end in order when the process is told to (Ctrl-C, kill): from then on
 * {@link #isRequested()} is true, and the process waits until this is closed, so that files being
 * written become whole and temporary ones go. It does not wait forever, since a tile can take long.
 */
final class Interruption implements AutoCloseable {

	private static final long PATIENCE_SECONDS = 30;

	private final CountDownLatch ended = new CountDownLatch(1);
	private final Thread hook = new Thread(this::interrupted, "fovea-interruption");
	private volatile boolean requested;

	private Interruption() {}

	/** @return a watch that the caller closes */
	static Interruption watch() {
		final Interruption interruption = new Interruption();
		Runtime.getRuntime().addShutdownHook(interruption.hook);
		return interruption;
	}

	boolean isRequested() {
		return requested;
	}

	/** What the hook does. */
	void interrupted() {
		requested = true;
		try {
			ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		ended.countDown();
		// Once the process is ending, hooks cannot be taken back, and this one has nothing left to do.
		if (!requested) removeHook();
	}

	private void removeHook() {
		try {
			Runtime.getRuntime().removeShutdownHook(hook);
		}
		catch (final IllegalStateException e) {
			// The process began to end just now: as above.
			requested = true;
		}
	}
}
