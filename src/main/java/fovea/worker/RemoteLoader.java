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
import fovea.infer.network.GraphSource;
import fovea.infer.network.Network;
import fovea.infer.network.NetworkLoader;
import fovea.model.Signature;
import java.nio.file.Path;
import java.util.List;

/** Opens SavedModels in a worker. Thread-safe. */
public final class RemoteLoader implements NetworkLoader {

	private final Worker worker;
	private final DeviceChoice device;

	/** @param worker stays the caller's */
	public RemoteLoader(final Worker worker) {
		this(worker, DeviceChoice.AUTO);
	}

	private RemoteLoader(final Worker worker, final DeviceChoice device) {
		this.worker = worker;
		this.device = device;
	}

	@Override
	public RemoteLoader on(final DeviceChoice choice) {
		return new RemoteLoader(worker, choice);
	}

	@Override
	public Device device() throws ModelException {
		return worker.device(device);
	}

	@Override
	public List<Signature> signatures(final Path savedModel) throws ModelException {
		return inModel(
				savedModel.toString(),
				() -> worker.use(process -> Signatures.read(process.call(Request.of(
								Verb.SIGNATURES,
								"path",
								savedModel.toAbsolutePath().toString()))
						.outputs())));
	}

	@Override
	public Network open(final GraphSource source, final Signature signature) throws ModelException {
		final RemoteNetwork network = new RemoteNetwork(worker.on(device), device, source, signature);
		inModel(source.label(), network::open);
		return network;
	}

	private interface Work<T> {

		T run() throws FoveaException;
	}

	/** Whatever happens to a worker while it loads a model is said to be this model's. */
	private static <T> T inModel(final String label, final Work<T> work) throws ModelException {
		try {
			return work.run();
		} catch (final ModelException e) {
			throw e;
		} catch (final FoveaException e) {
			throw new ModelException(label + ": " + e.getMessage(), e);
		}
	}
}
