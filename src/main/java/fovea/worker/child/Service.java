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
package fovea.worker.child;

import fovea.base.FoveaException;
import fovea.infer.network.NetworkLoader;
import fovea.infer.network.NetworkMemoryException;
import fovea.train.TrainableNetworkFactory;
import fovea.worker.Fields;
import fovea.worker.RequestLine;
import fovea.worker.Response;
import fovea.worker.Verb;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Does what it is asked for, several things at once, and says all the while that it lives. Thread-safe. */
final class Service {

	private static final long SIGN_OF_LIFE_MILLIS = 500;

	private final Verbs verbs;
	private final List<Path> folders;
	private final ResponseWriter replies;
	private final Map<Long, ChildPixelChannel> channels = new ConcurrentHashMap<>();
	private final Set<String> running = ConcurrentHashMap.newKeySet();
	private final ExecutorService threads = Executors.newCachedThreadPool(daemons("fovea-call"));
	private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(daemons("fovea-pulse"));

	Service(
			final NetworkLoader loader,
			final TrainableNetworkFactory factory,
			final List<Path> folders,
			final ResponseWriter replies) {
		this.verbs = new Verbs(loader, factory);
		this.folders = folders;
		this.replies = replies;
		pulse.scheduleAtFixedRate(
				this::giveSignOfLife, SIGN_OF_LIFE_MILLIS, SIGN_OF_LIFE_MILLIS, TimeUnit.MILLISECONDS);
	}

	private void giveSignOfLife() {
		try {
			running.forEach(replies::alive);
		} catch (final OutOfMemoryError e) {
			return; // the call that took it ends with that; thrown from here, it would end the signs for good
		}
	}

	private static ThreadFactory daemons(final String name) {
		return work -> {
			final Thread thread = new Thread(work, name);
			thread.setDaemon(true);
			return thread;
		};
	}

	/** Takes a request; the answer follows when it is done. */
	void take(final RequestLine request) {
		if (!RequestLine.EXECUTE.equals(request.requestType())) return;
		running.add(request.task());
		threads.execute(() -> run(request));
	}

	private void run(final RequestLine request) {
		try {
			final Fields inputs = new Fields(request.inputs());
			final ChildPixelChannel channel = channels.computeIfAbsent(
					inputs.number("channel"), number -> new ChildPixelChannel(folders, number));
			final Response response =
					verbs.respond(Verb.valueOf(request.script()), inputs, channel.receive(inputs), channel.reuse());
			final Fields outputs = response.tensors().isEmpty()
					? response.outputs()
					: response.outputs().with(channel.send(response.tensors()));
			running.remove(request.task());
			replies.completed(request.task(), outputs);
		} catch (final IOException e) {
			running.remove(request.task());
			replies.failed(
					request.task(),
					new NetworkMemoryException("Pixels cannot come back from TensorFlow's process: " + e, e));
		}
		// Whatever happens is for the host to know: nobody else waits for this thread.
		catch (final FoveaException | RuntimeException | Error e) {
			running.remove(request.task());
			replies.failed(request.task(), e);
		}
	}
}
