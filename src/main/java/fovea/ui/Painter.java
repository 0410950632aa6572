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
package fovea.ui;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Makes pictures in another thread, one at a time, of what is offered when there is time for it, and so seldom that it
 * takes at most a {@value #SHARE}th of the time: the training wants the rest. What is offered in between is let go, so
 * it is to be offered again. All methods, and who gets the pictures, run in one thread, such as Swing's.
 *
 * @param <T> what is drawn; equal ones are drawn once
 * @param <P> its picture
 */
final class Painter<T, P> {

	/** Pauses are so many times as long as it took to draw. */
	private static final int SHARE = 50;

	/** However long it took. */
	private static final long LONGEST_PAUSE = 2_000_000_000L;

	private final Executor worker;
	private final Executor home;
	private final LongSupplier nanos;
	private final Function<T, P> drawing;
	private final Consumer<P> done;
	private final Consumer<RuntimeException> failed;
	private T last;
	private boolean busy;
	private boolean paused;
	private long resume;

	/**
	 * @param worker runs the drawing
	 * @param home runs what comes after it, in the thread of the methods
	 * @param nanos a clock such as {@link System#nanoTime}
	 * @param drawing makes the picture; may be slow
	 * @param done gets it
	 * @param failed hears that there is none
	 */
	Painter(
			final Executor worker,
			final Executor home,
			final LongSupplier nanos,
			final Function<T, P> drawing,
			final Consumer<P> done,
			final Consumer<RuntimeException> failed) {
		this.worker = worker;
		this.home = home;
		this.nanos = nanos;
		this.drawing = drawing;
		this.done = done;
		this.failed = failed;
	}

	/**
	 * @param what is to be seen now
	 * @return true if it is, or will be without being offered again
	 */
	boolean offer(final T what) {
		if (what.equals(last)) return true;
		final long now = nanos.getAsLong();
		if (busy || paused && now - resume < 0) return false;
		busy = true;
		last = what;
		worker.execute(() -> {
			try {
				final P picture = drawing.apply(what);
				home.execute(() -> done.accept(picture));
			} catch (final RuntimeException e) {
				home.execute(() -> failed.accept(e));
			} finally {
				final long end = nanos.getAsLong();
				home.execute(() -> pause(end, end - now));
			}
		});
		return true;
	}

	private void pause(final long from, final long took) {
		busy = false;
		paused = true;
		resume = from + Math.min(LONGEST_PAUSE, SHARE * took);
	}
}
