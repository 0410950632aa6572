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

import fovea.base.ModelException;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.InferenceException;
import fovea.net.WeightMap;
import fovea.train.TrainableNetwork;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A network in training in a worker. What it learned goes with the worker: then every call fails. */
final class RemoteTrainableNetwork implements TrainableNetwork {

	private final Worker worker;
	private final WorkerProcess place;
	private final long number;
	private boolean closed;

	/** @param worker is kept from ending for being idle until this is closed */
	RemoteTrainableNetwork(final Worker worker, final WorkerProcess place, final long number) {
		this.worker = worker;
		this.place = place;
		this.number = number;
		worker.hold();
	}

	@Override
	public double step(final FloatTensor input, final FloatTensor target, final double learningRate)
			throws ModelException, InferenceException {
		return call(call(Verb.STEP, "rate", learningRate).with(input, target))
				.outputs()
				.real("loss");
	}

	@Override
	public double loss(final FloatTensor input, final FloatTensor target) throws ModelException, InferenceException {
		return call(call(Verb.LOSS).with(input, target)).outputs().real("loss");
	}

	@Override
	public FloatTensor predict(final FloatTensor input) throws ModelException, InferenceException {
		return call(call(Verb.PREDICT).with(input)).tensors().get(0);
	}

	@Override
	public WeightMap weights() throws InferenceException {
		return new WeightMap(read(Verb.WEIGHTS));
	}

	@Override
	public void setWeights(final WeightMap weights) throws ModelException, InferenceException {
		write(Verb.SET_WEIGHTS, weights.values());
	}

	@Override
	public Map<String, float[]> optimizerState() throws InferenceException {
		return read(Verb.OPTIMIZER);
	}

	@Override
	public void setOptimizerState(final Map<String, float[]> state) throws ModelException, InferenceException {
		write(Verb.SET_OPTIMIZER, state);
	}

	@Override
	public void export(final Path folder) throws ModelException, InferenceException {
		call(call(Verb.EXPORT, "path", folder.toAbsolutePath().toString()));
	}

	private Map<String, float[]> read(final Verb verb) throws InferenceException {
		try {
			final Response reply = call(call(verb));
			return FloatMaps.read(reply.outputs(), reply.tensors());
		} catch (final ModelException e) {
			throw new InferenceException(e.getMessage(), e);
		}
	}

	private void write(final Verb verb, final Map<String, float[]> values) throws ModelException, InferenceException {
		final Request plain = call(verb);
		call(new Request(verb, plain.inputs().with(FloatMaps.names(values)), FloatMaps.tensors(values), List.of()));
	}

	private Request call(final Verb verb, final Object... namesAndValues) {
		final Request request = Request.of(verb, namesAndValues);
		return new Request(verb, request.inputs().with(Fields.of("network", number)), List.of(), List.of());
	}

	private Response call(final Request request) throws ModelException, InferenceException {
		if (closed) throw new InferenceException("The network is closed");
		return NetworkRequests.run(() -> place.call(request));
	}

	@Override
	public void close() {
		if (closed) return;
		closed = true;
		NetworkRequests.close(place, number);
		worker.release();
	}
}
