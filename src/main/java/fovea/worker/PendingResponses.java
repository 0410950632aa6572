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

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** Who waits for which answer. One thread hands lines in; any number wait. */
final class PendingResponses {

	private static final long LOOK_MILLIS = 200;

	private final Map<String, CompletableFuture<ResponseLine>> waiting = new ConcurrentHashMap<>();
	private final AtomicLong tasks = new AtomicLong();
	/** Number of lines. */
	private final AtomicLong heard = new AtomicLong();

	private volatile boolean greeted;

	/** @return false as long as no message has come */
	boolean isEmpty() {
		return !greeted;
	}

	/** @return whether the line was a message; any line is a sign of life */
	boolean take(final String line) {
		heard.incrementAndGet();
		final Optional<ResponseLine> message =
				Wire.read(line, ResponseLine.class).filter(r -> r.task() != null && r.responseType() != null);
		message.ifPresent(this::take);
		return message.isPresent();
	}

	private void take(final ResponseLine response) {
		greeted = true;
		final CompletableFuture<ResponseLine> call = waiting.get(response.task());
		if (call != null && !response.responseType().equals(ResponseLine.UPDATE)) call.complete(response);
	}

	/** @return how many are waiting */
	int waiting() {
		return waiting.size();
	}

	/** @return an answer to come, to a task of a new number; closed by who waits for it */
	Expected expect() {
		return new Expected(Long.toString(tasks.incrementAndGet()));
	}

	/** An answer to come. For one thread. */
	final class Expected implements AutoCloseable {

		private final String task;
		private final CompletableFuture<ResponseLine> answer = new CompletableFuture<>();
		private long heardBefore = heard.get();
		private long silentLooks;

		private Expected(final String task) {
			this.task = task;
			waiting.put(task, answer);
		}

		String task() {
			return task;
		}

		boolean isThere() {
			return answer.isDone();
		}

		/** @return the answer, empty if it has not come in a fraction of a second */
		Optional<ResponseLine> await() throws InterruptedException {
			try {
				return Optional.of(answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS));
			} catch (final TimeoutException e) {
				silentLooks = heard.get() == heardBefore ? silentLooks + 1 : 0;
				heardBefore = heard.get();
				return Optional.empty();
			} catch (final ExecutionException e) {
				throw new IllegalStateException(e.getCause());
			}
		}

		/**
		 * @return how long nothing was heard while this was waited for; not by the clock, which goes on while this
		 *     process is stopped or the computer asleep
		 */
		Duration silence() {
			return Duration.ofMillis(silentLooks * LOOK_MILLIS);
		}

		@Override
		public void close() {
			waiting.remove(task);
		}
	}
}
