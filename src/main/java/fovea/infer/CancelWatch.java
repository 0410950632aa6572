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
package fovea.infer;

import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Sees to it that a cancelled run ends although a tile takes long: after some seconds the threads that compute are
 * interrupted, upon which a network in another process ends that process. One in this process computes its tile to the
 * end, but nobody waits for it. Thread-safe; close it on every path.
 */
final class CancelWatch implements AutoCloseable {

	private static final long LOOK_MILLIS = 200;
	private static final long GRACE_NANOS = 2_000_000_000L;

	private final BooleanSupplier cancelled;
	private final Set<Thread> computing = new HashSet<>();
	private final Set<Thread> interrupted = new HashSet<>();
	private boolean closed;

	/** @param cancelled is asked a few times a second, by a thread of its own */
	CancelWatch(final BooleanSupplier cancelled) {
		this.cancelled = cancelled;
		final Thread thread = new Thread(this::look, "fovea-cancel");
		thread.setDaemon(true);
		thread.start();
	}

	private synchronized void look() {
		long since = 0;
		try {
			while (!closed) {
				wait(LOOK_MILLIS);
				if (since == 0 && cancelled.getAsBoolean()) since = System.nanoTime();
				if (since != 0 && System.nanoTime() - since > GRACE_NANOS) interruptAll();
			}
		} catch (final InterruptedException e) {
			Thread.currentThread().interrupt(); // nobody does that; the thread ends
		}
	}

	private void interruptAll() {
		for (final Thread thread : computing) if (interrupted.add(thread)) thread.interrupt();
	}

	/** This thread begins to compute. */
	synchronized void enter() {
		computing.add(Thread.currentThread());
	}

	/**
	 * This thread has computed; it is as it was before it was interrupted here.
	 *
	 * @return whether it was
	 */
	synchronized boolean exit() {
		computing.remove(Thread.currentThread());
		final boolean was = interrupted.remove(Thread.currentThread());
		if (was) Thread.interrupted(); // and clears it
		return was;
	}

	@Override
	public synchronized void close() {
		closed = true;
		notifyAll();
	}
}
