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

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.base.ModelException;
import fovea.infer.network.InferenceException;
import fovea.infer.network.NetworkMemoryException;
import fovea.infer.tile.Tile;
import fovea.memory.Remedy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Goes through the tiles of each run with {@value #WORKERS} workers, so that one tile is read and written while another
 * is computed; reports, lets the user cancel, and halves tiles where memory runs out. To be used by one thread.
 */
final class TileQueue {

	/** More than two gain nothing: TensorFlow uses all cores for one tile already. */
	static final int WORKERS = 2;

	private final Planner planner;
	private final ProgressListener listener;
	private final Deque<Tile> waiting = new ArrayDeque<>();
	private long tooLarge = Long.MAX_VALUE;
	private int done;
	private int total;
	private boolean stopped;

	/** @param runs how often the tiles will be gone through */
	TileQueue(final Planner planner, final int runs, final ProgressListener listener) {
		this.planner = planner;
		this.listener = listener;
		this.total = runs * planner.plan().tiles().size();
	}

	/** Computes tiles, one after the other. */
	interface Task {

		void run(Tile tile) throws FoveaException;
	}

	/**
	 * @param tasks makes one for each worker
	 * @throws NetworkMemoryException if memory does not suffice for the least tile either
	 * @throws CancelledException if the listener wants it
	 */
	void forEach(final Supplier<Task> tasks) throws FoveaException {
		waiting.addAll(planner.plan().tiles());
		try (CancelWatch watch = new CancelWatch(this::isCancelled)) {
			forEach(tasks, watch);
		}
	}

	private void forEach(final Supplier<Task> tasks, final CancelWatch watch) throws FoveaException {
		final int helpers = Math.min(WORKERS, waiting.size()) - 1;
		if (helpers < 1) {
			work(tasks.get(), watch);
			return;
		}
		final ExecutorService executor = Executors.newFixedThreadPool(helpers, runnable -> {
			final Thread thread = new Thread(runnable, "Fovea tiles");
			thread.setDaemon(true);
			return thread;
		});
		final List<Future<Void>> helping = new ArrayList<>();
		try {
			for (int h = 0; h < helpers; h++)
				helping.add(executor.submit((Callable<Void>) () -> work(tasks.get(), watch)));
			work(tasks.get(), watch);
		} finally {
			executor.shutdown();
			await(helping);
		}
	}

	/** Also after a failure nothing may run on: the network is perhaps closed next. */
	private static void await(final List<Future<Void>> helping) throws FoveaException {
		for (final Future<Void> helper : helping) {
			boolean interrupted = false;
			while (true)
				try {
					helper.get();
					break;
				} catch (final InterruptedException exc) {
					interrupted = true;
				} catch (final ExecutionException exc) {
					if (exc.getCause() instanceof FoveaException cause) throw cause;
					if (exc.getCause() instanceof Error error) throw error;
					throw new IllegalStateException(exc.getCause());
				} finally {
					if (interrupted) Thread.currentThread().interrupt();
				}
		}
	}

	private Void work(final Task task, final CancelWatch watch) throws FoveaException {
		boolean finished = false;
		try {
			for (Tile tile = next(); tile != null; tile = next())
				try {
					compute(task, tile, watch);
					finished();
				} catch (final NetworkMemoryException exc) {
					retry(tile, exc);
				} catch (final OutOfMemoryError exc) {
					retry(tile, new NetworkMemoryException(Remedy.ranOut("a tile"), exc));
				}
			finished = true;
		} finally {
			if (!finished) stop();
		}
		return null;
	}

	private static void compute(final Task task, final Tile tile, final CancelWatch watch) throws FoveaException {
		watch.enter();
		try {
			task.run(tile);
		} catch (final InferenceException | ModelException exc) {
			throw watch.exit() ? new CancelledException() : exc;
		} finally {
			watch.exit();
		}
	}

	private synchronized boolean isCancelled() {
		return listener.isCancelled();
	}

	private synchronized void stop() {
		stopped = true;
	}

	private synchronized Tile next() throws CancelledException {
		if (stopped) return null;
		if (listener.isCancelled()) throw new CancelledException();
		while (!waiting.isEmpty()) {
			final Tile tile = waiting.pop();
			final List<Tile> halves = tile.paddedSize() >= tooLarge ? tile.halve(planner.grid()) : List.of();
			if (halves.isEmpty()) return tile;
			push(halves);
		}
		return null;
	}

	private synchronized void finished() {
		listener.tile(++done, total);
	}

	private synchronized void retry(final Tile tile, final NetworkMemoryException exc) throws NetworkMemoryException {
		final List<Tile> halves = tile.halve(planner.grid());
		if (halves.isEmpty()) throw exc;
		if (tooLarge == Long.MAX_VALUE) listener.warn("Memory ran out for a tile; going on with smaller ones");
		tooLarge = Math.min(tooLarge, tile.paddedSize());
		push(halves);
	}

	private void push(final List<Tile> halves) {
		total++;
		waiting.push(halves.get(1));
		waiting.push(halves.get(0));
	}
}
