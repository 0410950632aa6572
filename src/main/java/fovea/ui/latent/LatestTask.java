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
package fovea.ui.latent;

import fovea.base.FoveaException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Does in another thread what is asked for, one at a time; of what is asked for meanwhile only the latest is done next,
 * so that nothing lags behind a mouse. All methods, and who gets the results, run in one thread, such as Swing's.
 *
 * @param <T> what is asked for
 * @param <R> what comes of it
 */
final class LatestTask<T, R> {

	private final Executor worker;
	private final Executor home;
	private final Work<T, R> work;
	private final Consumer<R> done;
	private final Consumer<String> failed;
	private Optional<T> next = Optional.empty();
	private boolean busy;

	/** What is done. */
	interface Work<T, R> {

		R of(T task) throws FoveaException;
	}

	/**
	 * @param worker runs the work
	 * @param home runs what comes after it, in the thread of the methods
	 * @param work may be slow
	 * @param done gets what comes of it
	 * @param failed hears why nothing does, in one line
	 */
	LatestTask(
			final Executor worker,
			final Executor home,
			final Work<T, R> work,
			final Consumer<R> done,
			final Consumer<String> failed) {
		this.worker = worker;
		this.home = home;
		this.work = work;
		this.done = done;
		this.failed = failed;
	}

	/** @param task to be done now, or as soon as what runs is done */
	void submit(final T task) {
		if (busy) {
			next = Optional.of(task);
			return;
		}
		busy = true;
		worker.execute(() -> {
			final Runnable outcome = run(task);
			home.execute(() -> {
				busy = false;
				outcome.run();
				goOn();
			});
		});
	}

	/** What waits is not wished for any more; what runs is still delivered. */
	void forget() {
		next = Optional.empty();
	}

	private void goOn() {
		if (busy || next.isEmpty()) return;
		final T task = next.get();
		next = Optional.empty();
		submit(task);
	}

	private Runnable run(final T task) {
		try {
			final R result = work.of(task);
			return () -> done.accept(result);
		} catch (final FoveaException e) {
			return () -> failed.accept(e.getMessage());
		} catch (final RuntimeException | OutOfMemoryError e) {
			return () -> failed.accept("unexpected " + e);
		}
	}
}
