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
import fovea.device.DeviceChoice;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.GraphSource;
import fovea.infer.network.InferenceException;
import fovea.infer.network.Network;
import fovea.infer.network.NetworkLoader;
import fovea.net.WeightMap;
import fovea.net.file.ArchitectureFile;
import fovea.tf.DeviceSurvey;
import fovea.tf.TensorFlowLibrary;
import fovea.train.TrainableNetwork;
import fovea.train.TrainableNetworkFactory;
import fovea.train.config.Precision;
import fovea.train.config.StepOptions;
import fovea.worker.FactsFields;
import fovea.worker.Fields;
import fovea.worker.FloatMaps;
import fovea.worker.LossFields;
import fovea.worker.Response;
import fovea.worker.Signatures;
import fovea.worker.Verb;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What a worker can do, done on the networks that are open. Thread-safe. */
final class Verbs {

	private static final String NETWORK = "network";
	private static final String LOSS = "loss";
	private static final String DEVICE = "device";

	private final NetworkLoader loader;
	private final TrainableNetworkFactory factory;
	private final AtomicLong numbers = new AtomicLong();
	private final Map<Long, Network> networks = new ConcurrentHashMap<>();
	private final Map<Long, TrainableNetwork> trainables = new ConcurrentHashMap<>();

	Verbs(final NetworkLoader loader, final TrainableNetworkFactory factory) {
		this.loader = loader;
		this.factory = factory;
	}

	/**
	 * @param verb what to do
	 * @param in by name
	 * @param tensors of the request, overwritten by the next one
	 * @param reuse array for the result of a run, perhaps too short
	 * @return the outcome
	 * @throws FoveaException if it cannot be done
	 */
	Response respond(final Verb verb, final Fields in, final List<FloatTensor> tensors, final float[] reuse)
			throws FoveaException {
		return switch (verb) {
			case HELLO ->
				Response.of(
						"pid",
						ProcessHandle.current().pid(),
						"java",
						Runtime.version().toString(),
						"tensorflow",
						TensorFlowLibrary.load());
			case FACTS -> new Response(FactsFields.write(DeviceSurvey.run()), List.of());
			case DEVICE -> Response.of(DEVICE, loader.on(device(in)).device().label());
			case SIGNATURES -> new Response(Signatures.write(loader.signatures(Path.of(in.text("path")))), List.of());
			case OPEN -> Response.of(NETWORK, open(in));
			case RUN -> Response.of(network(in).run(in.text("input"), tensors.get(0), in.text("output"), reuse));
			case PEAK ->
				Response.of("bytes", network(in).peakBytes(in.text("input"), tensors.get(0), in.text("output")));
			case CREATE -> Response.of(NETWORK, create(in, tensors));
			case STEP -> Response.of(LOSS, trainable(in).step(tensors.get(0), tensors.get(1), in.real("rate")));
			case LOSS -> Response.of(LOSS, trainable(in).loss(tensors.get(0), tensors.get(1)));
			case PREDICT -> Response.of(trainable(in).predict(tensors.get(0)));
			case WEIGHTS -> respond(trainable(in).weights().values());
			case OPTIMIZER -> respond(trainable(in).optimizerState());
			case SET_WEIGHTS -> {
				trainable(in).setWeights(new WeightMap(FloatMaps.read(in, exact(tensors))));
				yield Response.NOTHING;
			}
			case SET_OPTIMIZER -> {
				trainable(in).setOptimizerState(FloatMaps.read(in, exact(tensors)));
				yield Response.NOTHING;
			}
			case EXPORT -> {
				trainable(in).export(Path.of(in.text("path")));
				yield Response.NOTHING;
			}
			case CLOSE -> {
				close(in.number(NETWORK));
				yield Response.NOTHING;
			}
		};
	}

	private static DeviceChoice device(final Fields in) throws FoveaException {
		return DeviceChoice.of(in.text(DEVICE));
	}

	private long open(final Fields in) throws FoveaException {
		final long number = numbers.incrementAndGet();
		networks.put(
				number,
				loader.on(device(in))
						.open(
								new GraphSource(
										Path.of(in.text("path")),
										in.text("label"),
										in.flag("audited"),
										in.flag("fast")),
								Signatures.readOne(in.map("signature"))));
		return number;
	}

	private long create(final Fields in, final List<FloatTensor> tensors) throws FoveaException {
		final long number = numbers.incrementAndGet();
		trainables.put(
				number,
				factory.on(device(in))
						.create(
								ArchitectureFile.parse(in.text("architecture"), "architecture"),
								new WeightMap(FloatMaps.read(in, exact(tensors))),
								new StepOptions(
										LossFields.read(in),
										in.number("seed"),
										Precision.valueOf(in.text("precision")))));
		return number;
	}

	private static Response respond(final Map<String, float[]> values) {
		return new Response(FloatMaps.names(values), FloatMaps.tensors(values));
	}

	/** Arrays that are used again may be too long, which weights must not be. */
	private static List<FloatTensor> exact(final List<FloatTensor> tensors) {
		return tensors.stream()
				.map(t ->
						t.data().length == t.size() ? t : new FloatTensor(t.shape(), Arrays.copyOf(t.data(), t.size())))
				.toList();
	}

	private Network network(final Fields in) throws InferenceException {
		return open(networks.get(in.number(NETWORK)));
	}

	private TrainableNetwork trainable(final Fields in) throws InferenceException {
		return open(trainables.get(in.number(NETWORK)));
	}

	private static <T> T open(final T network) throws InferenceException {
		if (network == null) throw new InferenceException("The network is closed");
		return network;
	}

	private void close(final long number) {
		final Network network = networks.remove(number);
		if (network != null) network.close();
		final TrainableNetwork trainable = trainables.remove(number);
		if (trainable != null) trainable.close();
	}
}
