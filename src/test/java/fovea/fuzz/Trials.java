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
package fovea.fuzz;

import fovea.base.ImageException;
import fovea.base.ModelException;
import fovea.base.TrainingException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tries one thing after the other, each with a time limit, and counts how they end. */
final class Trials implements AutoCloseable {

	private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(30);

	private final Duration limit;
	private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
		final Thread daemon = new Thread(work, "trial");
		daemon.setDaemon(true);
		return daemon;
	});
	private final Map<String, Integer> ends = new TreeMap<>();
	private final Map<String, String> wrong = new TreeMap<>();

	/** @param limit after which a trial is interrupted, and then has to end */
	Trials(final Duration limit) {
		this.limit = limit;
	}

	/**
	 * @param name of the trial
	 * @param work ends well, or with an exception for users of one line
	 */
	void run(final String name, final Callable<?> work) throws InterruptedException {
		final Future<?> future = thread.submit(work);
		try {
			try {
				future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
				count("result");
			} catch (final TimeoutException e) {
				interrupt();
				future.get(AFTER_INTERRUPT.toMillis(), TimeUnit.MILLISECONDS);
				count("result, late");
			}
		} catch (final ExecutionException e) {
			judge(name, e.getCause());
		} catch (final TimeoutException e) {
			throw new AssertionError(name + " does not end, even when it is interrupted: "
					+ Thread.getAllStackTraces().entrySet().stream()
							.filter(t -> t.getKey().getName().equals("trial"))
							.map(t -> List.of(t.getValue()).toString())
							.findFirst()
							.orElse("it has just ended"));
		}
	}

	private void interrupt() {
		Thread.getAllStackTraces().keySet().stream()
				.filter(t -> t.getName().equals("trial"))
				.forEach(Thread::interrupt);
		count("(interrupted at the time limit)");
	}

	private void judge(final String name, final Throwable end) {
		count(end.getClass().getSimpleName());
		final String line = String.valueOf(end.getMessage());
		if (!(end instanceof ModelException || end instanceof ImageException || end instanceof TrainingException)
				|| line.isBlank()
				|| line.lines().count() != 1
				|| line.length() > 1000) {
			final StringWriter trace = new StringWriter();
			end.printStackTrace(new PrintWriter(trace));
			wrong.put(name, trace.toString());
		}
	}

	private void count(final String end) {
		ends.merge(end, 1, Integer::sum);
	}

	/** @return how many ended how */
	Map<String, Integer> ends() {
		return ends;
	}

	/** @return those that ended as nothing may */
	Map<String, String> wrong() {
		return wrong;
	}

	@Override
	public void close() {
		thread.shutdownNow();
	}
}
