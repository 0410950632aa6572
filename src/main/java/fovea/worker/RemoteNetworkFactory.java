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
import fovea.net.Architecture;
import fovea.net.WeightMap;
import fovea.net.file.ArchitectureFile;
import fovea.train.TrainableNetwork;
import fovea.train.TrainableNetworkFactory;
import fovea.train.config.StepOptions;
import java.util.List;

/** Builds networks that a worker trains. Thread-safe. */
public final class RemoteNetworkFactory implements TrainableNetworkFactory {

	private final Worker worker;
	private final DeviceChoice device;

	/** @param worker stays the caller's */
	public RemoteNetworkFactory(final Worker worker) {
		this(worker, DeviceChoice.AUTO);
	}

	private RemoteNetworkFactory(final Worker worker, final DeviceChoice device) {
		this.worker = worker;
		this.device = device;
	}

	@Override
	public RemoteNetworkFactory on(final DeviceChoice choice) {
		return new RemoteNetworkFactory(worker, choice);
	}

	@Override
	public Device device() throws ModelException {
		return worker.device(device);
	}

	@Override
	public TrainableNetwork create(final Architecture architecture, final WeightMap weights, final StepOptions steps)
			throws ModelException {
		final Fields inputs = Fields.of(
						"architecture",
						ArchitectureFile.toJson(architecture),
						"seed",
						steps.seed(),
						"precision",
						steps.precision().name(),
						"device",
						device.label())
				.with(LossFields.write(steps.loss()))
				.with(FloatMaps.names(weights.values()));
		final Request request = new Request(Verb.CREATE, inputs, FloatMaps.tensors(weights.values()), List.of());
		final Worker place = worker.on(device);
		try {
			return place.use(process -> new RemoteTrainableNetwork(
					place, process, process.call(request).outputs().number("network")));
		} catch (final ModelException e) {
			throw e;
		} catch (final FoveaException e) {
			throw new ModelException(architecture.name() + ": " + e.getMessage(), e);
		}
	}
}
