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

import fovea.base.FoveaException;
import fovea.infer.network.InferenceException;
import fovea.infer.network.NetworkMemoryException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One life of a worker. Thread-safe; calls run at once. Ends with a call's failure to answer, with {@link #close}, or
 * by itself; after that every call fails.
 */
final class WorkerProcess implements AutoCloseable {

	private static final String CANCELLED = "the run was cancelled";
	private static final String CLOSED = "it was closed";
	private static final long ORDERLY_END_MILLIS = 500;

	private final WorkerSettings settings;
	private final Folders folders;
	private final Process process;
	private final OptionalLong memoryKills = OutOfMemoryKills.count();
	private final LastOutput words = new LastOutput();
	private final CopyGuard guard = new CopyGuard();
	private final RequestWriter requests;
	private final Thread listening;
	private final Thread overhearing;
	private final PendingResponses answers = new PendingResponses();
	private final Deque<PixelChannel> freeChannels = new ConcurrentLinkedDeque<>();
	private final AtomicInteger channels = new AtomicInteger();
	private final CompletableFuture<WorkerExit> exit = new CompletableFuture<>();
	private volatile String reason;

	private WorkerProcess(final WorkerSettings settings, final Folders folders, final Process process) {
		this.settings = settings;
		this.folders = folders;
		this.process = process;
		requests = new RequestWriter(process.getOutputStream(), this::unheard);
		overhearing = daemon("fovea-worker-words", this::overhear);
		listening = daemon("fovea-worker-answers", this::listen);
	}

	/**
	 * Starts a JVM. It loads TensorFlow meanwhile.
	 *
	 * @throws WorkerException if it does not start
	 */
	static WorkerProcess start(final WorkerSettings settings) throws WorkerException {
		try {
			final Folders folders = Folders.in(settings.places());
			try {
				return new WorkerProcess(settings, folders, Launch.start(settings, folders));
			} catch (final IOException e) {
				folders.close();
				throw e;
			}
		} catch (final IOException e) {
			throw new WorkerException("A Java for TensorFlow cannot be started: " + e, e);
		}
	}

	private static Thread daemon(final String name, final Runnable work) {
		final Thread thread = new Thread(work, name);
		thread.setDaemon(true);
		thread.start();
		return thread;
	}

	/** @return number of the process */
	long pid() {
		return process.pid();
	}

	boolean isAlive() {
		return reason == null && !exit.isDone() && process.isAlive();
	}

	/**
	 * Waits for the answer, for as long as there are signs of life. A thread that is interrupted meanwhile ends the
	 * worker, since what runs in TensorFlow cannot be ended otherwise.
	 *
	 * @throws InferenceException if the worker ended or hung, or the call failed so
	 * @throws FoveaException what the call ended with
	 */
	Response call(final Request request) throws FoveaException {
		final PixelChannel channel = channel();
		boolean isFree = true;
		try {
			final Fields inputs = request.inputs()
					.with(Fields.of("channel", channel.number()))
					.with(sent(channel, request));
			isFree = false;
			final ResponseLine response = answer(request.verb(), inputs);
			isFree = true; // answered: the worker does not touch it any more
			return response(response, channel, request);
		} finally {
			if (isFree) freeChannels.push(channel);
		}
	}

	private ResponseLine answer(final Verb verb, final Fields inputs) throws InferenceException {
		try (PendingResponses.Expected answer = answers.expect()) {
			requests.send(
					Wire.line(new RequestLine(answer.task(), RequestLine.EXECUTE, verb.name(), inputs.values())),
					answers.waiting());
			while (true) {
				if (exit.isDone() && !answer.isThere()) throw exit.join().exception();
				final Optional<ResponseLine> response = answer.await();
				if (response.isPresent()) return response.get();
				final Duration patience = answers.isEmpty() ? settings.start() : settings.silence();
				if (answer.silence().compareTo(patience) > 0)
					throw lost("it gave no sign of life for " + patience.toSeconds() + " s");
			}
		} catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw lost(CANCELLED);
		}
	}

	private Response response(final ResponseLine response, final PixelChannel channel, final Request request)
			throws FoveaException {
		try {
			final Fields outputs = new Fields(response.outputs());
			if (!response.responseType().equals(ResponseLine.COMPLETION))
				throw FailureKind.valueOf(outputs.text(FailureKind.KEY)).exception(String.valueOf(response.error()));
			return new Response(
					outputs,
					Pixels.Receiver.isIn(outputs)
							? copied(() -> channel.receiver().receive(outputs, request.reuse()))
							: List.of());
		}
		// Also what another wrote in the worker's place: native code has the same standard output.
		catch (final IOException | RuntimeException e) {
			throw lost(Thread.currentThread().isInterrupted() ? CANCELLED : "its answer cannot be understood: " + e);
		}
	}

	private PixelChannel channel() {
		final PixelChannel free = freeChannels.poll();
		return free != null ? free : PixelChannel.of(channels.getAndIncrement(), folders.paths());
	}

	private Fields sent(final PixelChannel channel, final Request request) throws InferenceException {
		if (request.tensors().isEmpty()) return Fields.NONE;
		try {
			return copied(() -> channel.sender().send(request.tensors()));
		} catch (final IOException e) {
			if (Thread.currentThread().isInterrupted()) throw new WorkerException(CANCELLED, e);
			throw new NetworkMemoryException("Pixels cannot be given to TensorFlow's process: " + e, e);
		}
	}

	private <T> T copied(final CopyGuard.Copy<T> copy) throws IOException, InferenceException {
		final Optional<T> result = guard.pass(copy);
		if (result.isEmpty()) throw lost(CLOSED);
		return result.get();
	}

	/** Ends the worker, unless it has ended by itself, and says how it ended. */
	private InferenceException lost(final String why) {
		if (process.isAlive() && reason == null) reason = why;
		process.destroyForcibly();
		final boolean interrupted = Thread.interrupted();
		try {
			return exit.join().exception();
		} finally {
			if (interrupted) Thread.currentThread().interrupt();
		}
	}

	private void listen() {
		try (BufferedReader lines = reader(process.getInputStream())) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				if (!answers.take(line)) words.add(line);
			}
		} catch (final IOException e) {
			words.add(String.valueOf(e.getMessage()));
		} finally {
			died();
		}
	}

	private void overhear() {
		try (BufferedReader lines = reader(process.getErrorStream())) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) words.add(line);
		} catch (final IOException e) {
			words.add(String.valueOf(e.getMessage()));
		}
	}

	private static BufferedReader reader(final InputStream in) {
		return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
	}

	/** It does not take requests, which one that is dying does not either; then its exit tells more. */
	private void unheard(final IOException e) {
		try {
			if (process.waitFor(ORDERLY_END_MILLIS, TimeUnit.MILLISECONDS)) return;
		} catch (final InterruptedException interrupted) {
			Thread.currentThread().interrupt(); // nobody does that
		}
		if (reason == null) reason = "no messages could be exchanged: " + e;
		process.destroyForcibly();
	}

	/** Its standard output has ended: it is dead, or dying, or of no use any more. */
	private void died() {
		try {
			if (!process.waitFor(ORDERLY_END_MILLIS, TimeUnit.MILLISECONDS))
				process.destroyForcibly().waitFor();
			overhearing.join(ORDERLY_END_MILLIS);
		} catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		final OptionalLong kills = OutOfMemoryKills.count();
		final boolean memoryRanOut =
				kills.isPresent() && memoryKills.isPresent() && kills.getAsLong() > memoryKills.getAsLong();
		exit.complete(new WorkerExit(
				reason,
				!answers.isEmpty(),
				process.isAlive() ? -1 : process.exitValue(),
				Launch.signal(folders).orElse(""),
				memoryRanOut,
				words.last().orElse("")));
		requests.close();
		guard.shut();
		folders.close();
	}

	/** Ends the worker and waits for that; calls that run fail. */
	@Override
	public void close() {
		if (reason == null) reason = CLOSED;
		guard.shut(); // the worker empties the files, too
		requests.close(); // it ends when its input does
		try {
			if (!process.waitFor(ORDERLY_END_MILLIS, TimeUnit.MILLISECONDS)) process.destroyForcibly();
			listening.join();
		} catch (final InterruptedException e) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}
}
