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
package fovea.tf;

import fovea.infer.network.InferenceException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs what cannot be stopped, such as a computation of TensorFlow, so that nobody has to wait for its end: whoever
 * waits is free once it is interrupted, and the computation goes on in a thread of its own. Thread-safe.
 */
final class Abandonable implements AutoCloseable {

	private static final long IDLE_SECONDS = 10;

	private final ExecutorService threads = new ThreadPoolExecutor(
			0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), runnable -> {
				final Thread thread = new Thread(runnable, "fovea-network");
				thread.setDaemon(true);
				return thread;
			});

	/** What is run, with the errors that it has. */
	interface Work<T, A extends Exception, B extends Exception> {

		T run() throws A, B;
	}

	/**
	 * @param work is run to its end in any case
	 * @return what it gives
	 * @throws InferenceException if this thread is interrupted before, or this is closed
	 */
	<T, A extends Exception, B extends Exception> T run(final Work<T, A, B> work) throws A, B, InferenceException {
		try {
			return threads.submit(work::run).get();
		} catch (final RejectedExecutionException e) {
			throw new InferenceException("closed", e);
		} catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new InferenceException("interrupted", e);
		} catch (final ExecutionException e) {
			throw Abandonable.<A>thrown(e.getCause());
		}
	}

	/** The compiler knows no other errors of the work than these. */
	@SuppressWarnings("unchecked")
	private static <E extends Throwable> E thrown(final Throwable cause) throws E {
		throw (E) cause;
	}

	/** Lets what runs go on; nothing new may be run. */
	@Override
	public void close() {
		threads.shutdown();
	}
}
