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
import fovea.base.ModelException;
import fovea.device.Device;
import fovea.device.DeviceChoice;
import fovea.device.TensorFlowFacts;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A worker that is there when it is needed: started by the first request, ended when idle, started anew after a crash.
 * Thread-safe; shared by everybody who runs networks. Whoever made it closes it.
 */
public final class Worker implements AutoCloseable {

	private final WorkerSettings settings;
	private WorkerProcess process;
	private ScheduledExecutorService clock;
	private ScheduledFuture<?> idle;
	private int running;
	private boolean closed;
	/** For other GPUs than the first: in one process, TensorFlow's GPU 0 stays the same one for good. */
	private final Map<Integer, Worker> ofGpus = new HashMap<>();

	/** @param settings how it is started; nothing is started yet */
	public Worker(final WorkerSettings settings) {
		this.settings = settings;
	}

	/**
	 * @param device that networks are to run on
	 * @return the worker for it: this one, or for another GPU than the first one that is closed together with this
	 */
	synchronized Worker on(final DeviceChoice device) {
		if (device.gpu() == 0 || closed) return this;
		return ofGpus.computeIfAbsent(device.gpu(), number -> new Worker(settings));
	}

	/** What is done with a living worker. */
	interface Use<T> {

		T with(WorkerProcess process) throws FoveaException;
	}

	/**
	 * @param use calls of one living process, during which it is not ended for being idle
	 * @return its result
	 * @throws FoveaException what it throws; {@link WorkerException} if no process can be started
	 */
	<T> T use(final Use<T> use) throws FoveaException {
		final WorkerProcess living = begin();
		try {
			return use.with(living);
		} finally {
			end();
		}
	}

	private synchronized WorkerProcess begin() throws WorkerException {
		if (closed) throw new WorkerException("TensorFlow's process is closed");
		if (idle != null) idle.cancel(false);
		if (process == null || !process.isAlive()) process = WorkerProcess.start(settings);
		running++;
		return process;
	}

	private synchronized void end() {
		running--;
		if (running > 0 || closed) return;
		if (clock == null) clock = clock();
		idle = clock.schedule(this::endIfIdle, settings.idle().toMillis(), TimeUnit.MILLISECONDS);
	}

	private static ScheduledExecutorService clock() {
		final ScheduledThreadPoolExecutor made = new ScheduledThreadPoolExecutor(1, work -> {
			final Thread thread = new Thread(work, "fovea-worker-idle");
			thread.setDaemon(true);
			return thread;
		});
		made.setRemoveOnCancelPolicy(true); // else every call is kept for the idle time
		return made;
	}

	private synchronized void endIfIdle() {
		if (running == 0) endProcess();
	}

	private void endProcess() {
		if (process != null) process.close();
		process = null;
	}

	/** Keeps the process from being ended for being idle, until {@link #release}. */
	synchronized void hold() {
		if (idle != null) idle.cancel(false);
		running++;
	}

	/** What was held is not needed any more. */
	void release() {
		end();
	}

	/**
	 * Starts the process and has it load TensorFlow, so that the first network need not wait for that.
	 *
	 * @return who it is, for people: versions of TensorFlow and Java
	 * @throws FoveaException if it does not start, or has no TensorFlow
	 */
	public String hello() throws FoveaException {
		final Fields hello = use(living -> living.call(Request.of(Verb.HELLO)).outputs());
		return "TensorFlow " + hello.text("tensorflow") + " in Java " + hello.text("java") + ", process "
				+ hello.number("pid");
	}

	/**
	 * @return what TensorFlow there is and how fast its devices are, which is measured with every call
	 * @throws FoveaException as {@link #hello()}
	 */
	public TensorFlowFacts facts() throws FoveaException {
		return use(
				living -> FactsFields.read(living.call(Request.of(Verb.FACTS)).outputs()));
	}

	/**
	 * @param choice of a user
	 * @return what networks run on
	 * @throws ModelException if there is no such GPU, with the reason
	 */
	Device device(final DeviceChoice choice) throws ModelException {
		if (choice.kind() == DeviceChoice.Kind.CPU) return Device.CPU;
		try {
			return on(choice)
					.use(living -> FactsFields.device(living.call(Request.of(Verb.DEVICE, "device", choice.label()))
							.outputs()
							.text("device")));
		} catch (final ModelException e) {
			throw e;
		} catch (final FoveaException e) {
			throw new ModelException(e.getMessage(), e);
		}
	}

	/** @return number of the process, -1 if none runs */
	public synchronized long pid() {
		return process != null && process.isAlive() ? process.pid() : -1;
	}

	/** Ends the process; calls that run fail, and so does every later one. */
	@Override
	public synchronized void close() {
		closed = true;
		if (clock != null) clock.shutdownNow();
		endProcess();
		ofGpus.values().forEach(Worker::close);
	}
}
