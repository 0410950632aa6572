/*-
 * #%L
 * Convolutional networks for microscopy images in Fiji and ImageJ.
 * %%
 * Copyright (C) 2026 Fovea developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package fovea.cli.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a run end in order when the process is told to (Ctrl-C, kill): from then on {@link #isRequested()} is true, and
 * the process waits until this is closed, so that files being written become whole and temporary ones go. It does not
 * wait forever, since a tile can take long.
 */
public final class Interruption implements AutoCloseable {

	private static final long PATIENCE_SECONDS = 30;

	/** With the last hook the process ends, also under a thread that is about to say why the run ended. */
	private static final long LAST_WORDS_MILLIS = 300;

	private final long patienceSeconds;
	private final CountDownLatch ended = new CountDownLatch(1);
	private final Thread hook = new Thread(this::interrupted, "fovea-interruption");
	private volatile boolean requested;

	private Interruption(final long patienceSeconds) {
		this.patienceSeconds = patienceSeconds;
	}

	/** @return a watch that the caller closes */
	public static Interruption watch() {
		return watch(PATIENCE_SECONDS);
	}

	/**
	 * @param patienceSeconds that the process waits for the run to end
	 * @return a watch that the caller closes
	 */
	public static Interruption watch(final long patienceSeconds) {
		final Interruption interruption = new Interruption(patienceSeconds);
		Runtime.getRuntime().addShutdownHook(interruption.hook);
		return interruption;
	}

	public boolean isRequested() {
		return requested;
	}

	/** What the hook does. */
	void interrupted() {
		requested = true;
		try {
			if (ended.await(patienceSeconds, TimeUnit.SECONDS)) Thread.sleep(LAST_WORDS_MILLIS);
		} catch (final InterruptedException e) {
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
		} catch (final IllegalStateException e) {
			// The process began to end just now: as above.
			requested = true;
		}
	}
}
