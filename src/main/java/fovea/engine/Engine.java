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
package fovea.engine;

import fovea.base.FoveaException;
import fovea.device.NativeCache;
import fovea.device.TensorFlowFacts;
import fovea.infer.network.NetworkLoader;
import fovea.tf.DeviceSurvey;
import fovea.tf.SavedModelLoader;
import fovea.tf.TensorFlowLibrary;
import fovea.tf.TensorFlowNetworkFactory;
import fovea.train.TrainableNetworkFactory;
import fovea.worker.RemoteLoader;
import fovea.worker.RemoteNetworkFactory;
import fovea.worker.Worker;
import fovea.worker.WorkerClassPath;
import fovea.worker.WorkerSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What networks are run and trained with. Thread-safe. Nothing is loaded or started before the first network. Whoever
 * made it closes it, after its networks.
 */
public final class Engine implements AutoCloseable {

	/** System property: whole minutes without a call after which a worker ends; 10 where it is not set. */
	public static final String IDLE_MINUTES = "fovea.worker.idle";

	private final EngineKind kind;
	private final NetworkLoader loader;
	private final TrainableNetworkFactory networks;
	private final Host host;
	private final Optional<String> notice;

	/** What runs TensorFlow. */
	private interface Host extends AutoCloseable {

		String hello() throws FoveaException;

		TensorFlowFacts facts() throws FoveaException;

		@Override
		void close();
	}

	private Engine(
			final EngineKind kind,
			final NetworkLoader loader,
			final TrainableNetworkFactory networks,
			final Host host,
			final Optional<String> notice) {
		this.kind = kind;
		this.loader = loader;
		this.networks = networks;
		this.host = host;
		this.notice = notice;
	}

	/**
	 * @param kind where TensorFlow is to run
	 * @return an engine that the caller closes
	 * @throws FoveaException if there is no TensorFlow for a worker, with what to do
	 */
	public static Engine of(final EngineKind kind) throws FoveaException {
		return switch (kind) {
			case INPROCESS ->
				new Engine(
						EngineKind.INPROCESS,
						new SavedModelLoader(),
						new TensorFlowNetworkFactory(),
						new ThisJvm(),
						NativeCache.choose().notice());
			case WORKER -> {
				final NativeCache cache = NativeCache.choose();
				final WorkerSettings settings = WorkerSettings.of(WorkerClassPath.find(), cache);
				final int idle = Integer.getInteger(IDLE_MINUTES, 0);
				yield worker(idle > 0 ? settings.withIdle(Duration.ofMinutes(idle)) : settings, cache.notice());
			}
		};
	}

	/**
	 * @param loader what opens SavedModels
	 * @param networks what builds networks for training
	 * @return an engine in this JVM of these parts
	 */
	public static Engine of(final NetworkLoader loader, final TrainableNetworkFactory networks) {
		return new Engine(EngineKind.INPROCESS, loader, networks, new ThisJvm(), Optional.empty());
	}

	private static Engine worker(final WorkerSettings settings, final Optional<String> notice) {
		final Worker worker = new Worker(settings);
		return new Engine(
				EngineKind.WORKER,
				new RemoteLoader(worker),
				new RemoteNetworkFactory(worker),
				new Host() {

					@Override
					public String hello() throws FoveaException {
						return worker.hello();
					}

					@Override
					public TensorFlowFacts facts() throws FoveaException {
						return worker.facts();
					}

					@Override
					public void close() {
						worker.close();
					}
				},
				notice);
	}

	/** A class of its own, so that nothing of TensorFlow is looked for where it is not used. */
	private static final class ThisJvm implements Host {

		@Override
		public String hello() throws FoveaException {
			return "TensorFlow " + TensorFlowLibrary.load() + " in this Java " + Runtime.version();
		}

		@Override
		public TensorFlowFacts facts() throws FoveaException {
			return DeviceSurvey.run();
		}

		@Override
		public void close() {
			// it stays until the process ends
		}
	}

	/** @return where TensorFlow runs */
	public EngineKind kind() {
		return kind;
	}

	/** @return something unusual that the user should know, said once */
	public Optional<String> notice() {
		return notice;
	}

	/** @return what opens SavedModels */
	public NetworkLoader loader() {
		return loader;
	}

	/** @return what builds networks for training */
	public TrainableNetworkFactory networks() {
		return networks;
	}

	/** Makes an engine, or has one. */
	@FunctionalInterface
	public interface Source {

		/** @return an engine, which the source closes */
		Engine engine() throws FoveaException;
	}

	/**
	 * Begins to load TensorFlow in a thread of its own, while a command line or a model is read or a dialog is open.
	 * Errors are left to the first network, which meets them, too, and whose user hears of them.
	 *
	 * @param source of the engine
	 * @param log gets what was loaded, or what went wrong, for developers
	 * @return ends when that is over; a process that exits before may crash in TensorFlow's library
	 */
	public static Thread warmUp(final Source source, final Consumer<Object> log) {
		final Thread thread = new Thread(
				() -> {
					try {
						log.accept(source.engine().hello());
					} catch (final FoveaException | RuntimeException | Error e) {
						log.accept(e); // here Java or a host would print a stack trace
					}
				},
				"fovea-warm-up");
		thread.setDaemon(true);
		thread.start();
		return thread;
	}

	/**
	 * Loads TensorFlow, in its JVM. The first network does this otherwise.
	 *
	 * @return what runs, for people
	 * @throws FoveaException if there is no TensorFlow for this system
	 */
	public String hello() throws FoveaException {
		return host.hello();
	}

	/**
	 * Loads TensorFlow, in its JVM, and times its devices, which takes a second or more with every call.
	 *
	 * @return what TensorFlow there is and what it runs on
	 * @throws FoveaException if there is no TensorFlow for this system
	 */
	public TensorFlowFacts facts() throws FoveaException {
		return host.facts();
	}

	/** Ends the second JVM, where there is one. */
	@Override
	public void close() {
		host.close();
	}
}
