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
package fovea.batch;

import fovea.base.CancelledException;
import fovea.base.FoveaException;
import fovea.ij1.files.ImageJob;
import fovea.memory.JavaMemoryException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Three threads: one reads, one writes, the caller's computes and reports. Each waits for the next one, so that there
 * are at most {@value #AHEAD} images that wait to be computed and one that is written; fewer once there was no memory
 * for one. Close it on every path: what is being written is brought to its end.
 */
final class Pipeline implements AutoCloseable {

	private static final int AHEAD = 2;
	private static final long LOOK_MILLIS = 200;

	/** Failures of the whole folder, not of an image, come in a row. */
	private static final int ENOUGH = 3;

	private final ImageReader reader;
	private final ResultWriter writer;
	private final Tally tally;
	private final ExecutorService reading = thread("fovea-batch-read");
	private final ExecutorService writing = thread("fovea-batch-write");
	private final List<PlannedImage> again = new ArrayList<>();
	private Future<Outcome> pending;
	private int ahead = AHEAD;
	private boolean alone;
	private int unwritten;
	private int gone;

	Pipeline(final ImageReader reader, final ResultWriter writer, final Tally tally) {
		this.reader = reader;
		this.writer = writer;
		this.tally = tally;
	}

	private static ExecutorService thread(final String name) {
		return Executors.newSingleThreadExecutor(task -> {
			final Thread thread = new Thread(task, name);
			thread.setDaemon(true);
			return thread;
		});
	}

	/**
	 * @param images to be done
	 * @throws CancelledException if the listener asked for the end
	 * @throws FoveaException if the run cannot go on
	 */
	void run(final List<PlannedImage> images) throws FoveaException {
		tally.begin();
		pass(images);
		alone = true;
		ahead = 0;
		pass(List.copyOf(again));
	}

	private void pass(final List<PlannedImage> images) throws FoveaException {
		final Iterator<PlannedImage> rest = images.iterator();
		final Deque<Future<ReadImage>> read = new ArrayDeque<>();
		while (rest.hasNext() || !read.isEmpty()) {
			if (read.isEmpty()) begin(rest, read);
			final ReadImage next = awaited(read.remove());
			while (rest.hasNext() && read.size() < ahead) begin(rest, read);
			handle(next);
			if (ahead == 0) report();
		}
		report();
	}

	private void begin(final Iterator<PlannedImage> rest, final Deque<Future<ReadImage>> read) {
		final PlannedImage image = rest.next();
		read.add(reading.submit(() -> reader.read(image)));
	}

	/** A file that does not end is not waited for once the user wants the end. */
	private ReadImage awaited(final Future<ReadImage> next) throws FoveaException {
		while (!next.isDone()) {
			try {
				next.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
			} catch (final TimeoutException e) {
				if (tally.isCancelled()) throw cancelled();
			} catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new CancelledException();
			} catch (final ExecutionException e) {
				break; // told below
			}
		}
		return result(next);
	}

	private void handle(final ReadImage next) throws FoveaException {
		if (tally.isCancelled()) throw cancelled();
		if (next instanceof ReadImage.Unchanged) tally.skipped(next.image().file());
		else if (next instanceof final ReadImage.Unreadable failed) {
			checkSource(next.image());
			fail(next.image(), failed.sha256(), failed.cause());
		} else if (next instanceof final ReadImage.Ready ready) compute(ready);
		if (!(next instanceof ReadImage.Unreadable)) gone = 0;
	}

	private void compute(final ReadImage.Ready ready) throws FoveaException {
		final ImageJob.Computed computed;
		try {
			computed = ready.opened().compute(tally.progress(ready.image().file()));
		} catch (final CancelledException e) {
			throw cancelled();
		} catch (final FoveaException | RuntimeException | OutOfMemoryError e) {
			// What fails while the process ends fails for that.
			if (tally.isCancelled()) throw cancelled();
			fail(ready.image(), ready.sha256(), e);
			return;
		}
		final boolean last = alone;
		write(() -> writer.write(ready.image(), ready.sha256(), computed, last));
	}

	private void fail(final PlannedImage image, final String sha256, final Throwable cause) throws FoveaException {
		if (!alone && JavaMemoryException.isCauseOf(cause)) postpone(image);
		else write(() -> writer.failed(image, sha256, cause, false));
	}

	/** Until it is done alone, in the end; from now on none is read before its turn. */
	private void postpone(final PlannedImage image) {
		again.add(image);
		ahead = 0;
	}

	private void write(final Callable<Outcome> task) throws FoveaException {
		report();
		pending = writing.submit(task);
	}

	/** Waits for what is being written, and tells. */
	private void report() throws FoveaException {
		if (pending == null) return;
		final Future<Outcome> last = pending;
		pending = null;
		final Outcome outcome = result(last);
		if (outcome instanceof final Outcome.Done done) {
			unwritten = 0;
			tally.done(outcome.image().file(), done.result());
		} else if (outcome instanceof Outcome.Postponed) postpone(outcome.image());
		else if (outcome instanceof final Outcome.Failed failed) {
			tally.failed(outcome.image().file(), failed.cause());
			unwritten = failed.written() ? unwritten + 1 : unwritten;
			if (unwritten == ENOUGH)
				throw new BatchException(
						ENOUGH + " results in a row could not be written; the run ends here, the last time for: "
								+ Reason.of(failed.cause()),
						failed.cause());
		}
	}

	/** @throws BatchException if it is likely that all images are gone */
	private void checkSource(final PlannedImage image) throws FoveaException {
		gone = Files.exists(image.file()) ? 0 : gone + 1;
		if (gone < ENOUGH && Files.isDirectory(image.source().root())) return;
		report();
		throw new BatchException(
				image.source().root() + ": images that were in this folder are not there any more; the run ends here, "
						+ "and goes on when it is started again");
	}

	/** @return to be thrown, when what is being written is told */
	private CancelledException cancelled() throws FoveaException {
		report();
		return new CancelledException();
	}

	private static <T> T result(final Future<T> future) throws FoveaException {
		try {
			return future.get();
		} catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancelledException();
		} catch (final ExecutionException e) {
			if (e.getCause() instanceof final FoveaException own) throw own;
			if (e.getCause() instanceof final RuntimeException own) throw own;
			if (e.getCause() instanceof final Error own) throw own;
			throw new IllegalStateException("no other exception is declared", e);
		}
	}

	/** A file that hangs, as on a network that is gone, is not waited for; its thread ends with the process. */
	@Override
	public void close() {
		reading.shutdownNow();
		writing.shutdown();
		boolean interrupted = false;
		while (true) {
			try {
				if (writing.awaitTermination(1, TimeUnit.HOURS)) break;
			} catch (final InterruptedException e) {
				interrupted = true;
			}
		}
		if (interrupted) Thread.currentThread().interrupt();
	}
}
