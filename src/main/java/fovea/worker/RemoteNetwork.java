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
import fovea.device.DeviceChoice;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.GraphSource;
import fovea.infer.network.InferenceException;
import fovea.infer.network.Network;
import fovea.model.Signature;

/** A signature of a SavedModel in a worker; opened again where the worker is another one since. */
final class RemoteNetwork implements Network {

	private final Worker worker;
	private final DeviceChoice device;
	private final GraphSource source;
	private final Signature signature;
	private WorkerProcess place;
	private long number;
	private boolean closed;

	RemoteNetwork(final Worker worker, final DeviceChoice device, final GraphSource source, final Signature signature) {
		this.worker = worker;
		this.device = device;
		this.source = source;
		this.signature = signature;
	}

	@Override
	public Signature signature() {
		return signature;
	}

	@Override
	public FloatTensor run(final String input, final FloatTensor tensor, final String output, final float[] reuse)
			throws InferenceException, ModelException {
		return call(Verb.RUN, input, tensor, output, reuse).tensors().get(0);
	}

	@Override
	public long peakBytes(final String input, final FloatTensor tensor, final String output)
			throws InferenceException, ModelException {
		return call(Verb.PEAK, input, tensor, output, new float[0]).outputs().number("bytes");
	}

	private Response call(
			final Verb verb, final String input, final FloatTensor tensor, final String output, final float[] reuse)
			throws InferenceException, ModelException {
		signature.input(input).requireShape(tensor.shape());
		signature.output(output);
		return NetworkRequests.run(() -> worker.use(
				process -> process.call(Request.of(verb, "network", numberIn(process), "input", input, "output", output)
						.with(tensor)
						.reusing(reuse))));
	}

	/** Opens it, so that errors show now. */
	long open() throws FoveaException {
		return worker.use(this::numberIn);
	}

	private synchronized long numberIn(final WorkerProcess process) throws FoveaException {
		if (closed) throw new InferenceException("The network is closed");
		if (place != process) {
			number = process.call(Request.of(
							Verb.OPEN,
							"path",
							source.folder().toAbsolutePath().toString(),
							"label",
							source.label(),
							"audited",
							source.audited(),
							"fast",
							source.fast(),
							"signature",
							Signatures.write(signature).values(),
							"device",
							device.label()))
					.outputs()
					.number("network");
			place = process;
		}
		return number;
	}

	@Override
	public synchronized void close() {
		if (!closed && place != null) NetworkRequests.close(place, number);
		closed = true;
	}
}
