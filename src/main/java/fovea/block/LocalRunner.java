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
package fovea.block;

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.infer.ProgressListener;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Does tasks in this process, some at a time.
 *
 * @param threads how many tasks are at work
 */
public record LocalRunner(int threads) implements StageRunner {

	/** Two tasks: one is read and written while the network runs for another, which takes all cores. */
	public static final LocalRunner USUAL = new LocalRunner(2);

	@Override
	public void run(final Pass pass, final Stage stage, final ProgressListener listener) throws FoveaException {
		final AtomicInteger next = new AtomicInteger();
		final AtomicInteger done = new AtomicInteger();
		final AtomicReference<Throwable> failure = new AtomicReference<>();
		final Runnable work = () -> {
			try {
				for (int task = next.getAndIncrement(); task < stage.tasks(); task = next.getAndIncrement()) {
					if (failure.get() != null) return;
					if (cancelled(listener)) throw new CancelledException();
					if (!stage.isDone(task)) stage.run(task, quiet(listener));
					synchronized (listener) {
						listener.part(stage.label(), done.incrementAndGet(), stage.tasks());
					}
				}
			} catch (final FoveaException | RuntimeException | Error e) {
				failure.compareAndSet(null, e);
			}
		};
		final Thread[] helpers = new Thread[Math.min(threads, stage.tasks()) - 1];
		for (int i = 0; i < helpers.length; i++) {
			helpers[i] = new Thread(work, "Fovea blocks");
			helpers[i].setDaemon(true);
			helpers[i].start();
		}
		work.run();
		boolean interrupted = false;
		for (final Thread helper : helpers)
			while (helper.isAlive())
				try {
					helper.join();
				} catch (final InterruptedException e) {
					interrupted = true;
				}
		if (interrupted) Thread.currentThread().interrupt();
		final Throwable failed = failure.get();
		if (failed instanceof final FoveaException e) throw e;
		if (failed instanceof final RuntimeException e) throw e;
		if (failed instanceof final Error e) throw e;
	}

	private static boolean cancelled(final ProgressListener listener) {
		synchronized (listener) {
			return listener.isCancelled();
		}
	}

	/** Hears nothing of tiles within a task. */
	private static ProgressListener quiet(final ProgressListener listener) {
		return new ProgressListener() {

			@Override
			public void warn(final String message) {
				synchronized (listener) {
					listener.warn(message);
				}
			}

			@Override
			public boolean isCancelled() {
				return cancelled(listener);
			}
		};
	}
}
