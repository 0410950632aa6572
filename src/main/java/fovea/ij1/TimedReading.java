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
package fovea.ij1;

import fovea.base.CancelledException;
import fovea.base.ImageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Reads a file in a thread of its own, which is left alone where it does not come to an end: some readers never do with
 * a damaged file, and none can be told to stop.
 *
 * @param name of what is read
 * @param bytes that it has; 0 where nobody knows
 */
record TimedReading(String name, long bytes) {

	/**
	 * The system property of the seconds that reading may take, beside those for the file's length; 0: as long as it
	 * wants.
	 */
	static final String SECONDS = "fovea.readtimeout";

	private static final int DEFAULT_SECONDS = 120;
	/** Of a slow network, and of slow decompression. */
	private static final long BYTES_PER_SECOND = 1 << 20;

	private static final long LOOK_MILLIS = 100;

	/** @return reading of a file */
	static TimedReading of(final Path file) {
		try {
			return new TimedReading(file.toString(), Files.size(file));
		} catch (final IOException e) { // the reader will say it
			return new TimedReading(file.toString(), 0);
		}
	}

	/** What reads. */
	@FunctionalInterface
	interface Task<T> {

		T read() throws ImageException;
	}

	/**
	 * @param task what reads the file
	 * @param cancelled whether to end now
	 * @return what it read
	 * @throws ImageException the task's, or where it takes too long
	 * @throws CancelledException if it was, or the thread was interrupted
	 */
	<T> T read(final Task<T> task, final BooleanSupplier cancelled) throws ImageException, CancelledException {
		final FutureTask<T> reading = new FutureTask<>(task::read);
		final Thread thread = new Thread(reading, "fovea-read");
		thread.setDaemon(true);
		thread.start();
		final long seconds = seconds();
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
		while (true) {
			try {
				return reading.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
			} catch (final TimeoutException e) {
				final boolean late = seconds > 0 && System.nanoTime() - end > 0;
				if (!late && !cancelled.getAsBoolean()) continue;
				reading.cancel(true);
				if (!late) throw new CancelledException();
				throw new ImageException(
						"Cannot open '" + name + "': reading it did not end within " + seconds
								+ " s; it may be damaged (if it is only slow, start Java with -D" + SECONDS + "="
								+ 10 * seconds + ")",
						e);
			} catch (final InterruptedException e) {
				reading.cancel(true);
				Thread.currentThread().interrupt();
				throw new CancelledException();
			} catch (final ExecutionException e) {
				if (e.getCause() instanceof final ImageException own) throw own;
				if (e.getCause() instanceof final RuntimeException own) throw own;
				if (e.getCause() instanceof final Error own) throw own;
				throw new IllegalStateException("no other exception is declared", e);
			}
		}
	}

	/** @return how long it may take; 0: for ever */
	private long seconds() {
		final int own = Integer.getInteger(SECONDS, DEFAULT_SECONDS);
		return own <= 0 ? 0 : own + bytes / BYTES_PER_SECOND;
	}
}
