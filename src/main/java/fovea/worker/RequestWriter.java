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
package fovea.worker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Lines on their way to a process. What might have to wait is written by a thread of its own: a process that does not
 * read keeps that one waiting, and not those who call or close. Thread-safe.
 */
final class RequestWriter implements AutoCloseable {

	/** So many requests of so many bytes fit into a pipe that nobody reads, on every system: four kibibytes. */
	private static final int SMALL = 512;

	private static final int FEW = 8;

	private final OutputStream out;
	private final Consumer<IOException> failure;
	private final ExecutorService writer = Executors.newFixedThreadPool(1, work -> {
		final Thread thread = new Thread(work, "fovea-worker-requests");
		thread.setDaemon(true);
		return thread;
	});

	/**
	 * @param out the process' input
	 * @param failure is told, by the thread that writes, that nothing can be written
	 */
	RequestWriter(final OutputStream out, final Consumer<IOException> failure) {
		this.out = out;
		this.failure = failure;
	}

	private int enqueued;

	private interface Step {

		void run() throws IOException;
	}

	/**
	 * Does not wait; does nothing once this is closed.
	 *
	 * @param line without its end
	 * @param unanswered how many lines, this one included, the process may not have read yet
	 */
	synchronized void send(final String line, final int unanswered) {
		final byte[] bytes = (line + "\n").getBytes(StandardCharsets.US_ASCII);
		final Step step = () -> {
			out.write(bytes);
			out.flush();
		};
		// Another thread would take longer to awake than this takes.
		if (enqueued == 0 && bytes.length <= SMALL && unanswered <= FEW && !writer.isShutdown()) run(step);
		else enqueue(step);
	}

	private synchronized void enqueue(final Step step) {
		if (writer.isShutdown()) return;
		enqueued++;
		writer.execute(() -> {
			run(step);
			written();
		});
	}

	private synchronized void written() {
		enqueued--;
	}

	private void run(final Step step) {
		try {
			step.run();
		} catch (final IOException e) {
			failure.accept(e);
		}
	}

	/** Ends the process' input after what was sent; does not wait. */
	@Override
	public synchronized void close() {
		enqueue(out::close);
		writer.shutdown();
	}
}
