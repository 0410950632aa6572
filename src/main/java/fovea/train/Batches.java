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
package fovea.train;

import fovea.base.FoveaException;
import fovea.base.TrainingException;
import fovea.memory.Remedy;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The batches of one epoch in their order, made ahead of time by another thread while the network trains: at most two
 * wait, one more is in the making. Used by one thread; close it on every path, which ends the other thread and waits
 * for that.
 */
final class Batches implements AutoCloseable {

	/** Makes batches; called from the other thread. */
	interface Source {

		/**
		 * @param index from 0 on
		 * @return that batch
		 */
		Batch make(int index) throws FoveaException;
	}

	private static final int AHEAD = 2;

	/** A batch, or why there is none. */
	private record Made(Batch batch, Throwable failure) {}

	private final BlockingQueue<Made> queue = new ArrayBlockingQueue<>(AHEAD);
	private final Thread maker;
	private final int count;
	private int taken;

	/**
	 * @param count how many there are
	 * @param source makes them
	 */
	Batches(final int count, final Source source) {
		this.count = count;
		maker = new Thread(() -> make(source), "fovea-batches");
		maker.setDaemon(true);
		maker.start();
	}

	private void make(final Source source) {
		try {
			for (int i = 0; i < count && !Thread.currentThread().isInterrupted(); i++) {
				final Made made = made(source, i);
				queue.put(made);
				if (made.failure != null) return;
			}
		} catch (final InterruptedException closed) {
			Thread.currentThread().interrupt(); // nobody wants any more
		}
	}

	/** Whatever goes wrong is for the thread that takes, memory that ran out too. */
	private static Made made(final Source source, final int index) {
		try {
			return new Made(source.make(index), null);
		} catch (final FoveaException | RuntimeException | Error e) {
			return new Made(null, e);
		}
	}

	/**
	 * @return the next batch, empty after the last
	 * @throws FoveaException if it could not be made; unchecked exceptions and errors of the other thread are thrown
	 *     too
	 * @throws InterruptedException if this thread was interrupted while it waited
	 */
	Optional<Batch> next() throws FoveaException, InterruptedException {
		if (taken == count) return Optional.empty();
		final Made made = queue.take();
		if (made.failure == null) {
			taken++;
			return Optional.of(made.batch);
		}
		taken = count;
		if (made.failure instanceof FoveaException e) throw e;
		if (made.failure instanceof OutOfMemoryError e)
			throw new TrainingException(Remedy.ranOut("a batch") + ", or choose fewer samples or smaller patches", e);
		if (made.failure instanceof Error e) throw e;
		throw (RuntimeException) made.failure;
	}

	/** @return true while the other thread runs */
	boolean isAlive() {
		return maker.isAlive();
	}

	@Override
	public void close() {
		maker.interrupt();
		boolean interrupted = false;
		while (maker.isAlive()) {
			try {
				maker.join();
			} catch (final InterruptedException e) {
				interrupted = true; // first the other thread must end: it uses what the caller may change
			}
		}
		if (interrupted) Thread.currentThread().interrupt();
	}
}
