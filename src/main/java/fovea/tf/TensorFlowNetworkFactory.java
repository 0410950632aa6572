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
package fovea.tf;

import fovea.base.ModelException;
import fovea.device.Device;
import fovea.device.DeviceChoice;
import fovea.net.Architecture;
import fovea.net.WeightMap;
import fovea.train.TrainableNetwork;
import fovea.train.TrainableNetworkFactory;
import fovea.train.config.StepOptions;

/** Builds networks that TensorFlow in this JVM trains. Immutable and thread-safe. */
public final class TensorFlowNetworkFactory implements TrainableNetworkFactory {

	private final DeviceChoice device;

	/** On a GPU where TensorFlow sees one. */
	public TensorFlowNetworkFactory() {
		this(DeviceChoice.AUTO);
	}

	private TensorFlowNetworkFactory(final DeviceChoice device) {
		this.device = device;
	}

	@Override
	public TensorFlowNetworkFactory on(final DeviceChoice choice) {
		return new TensorFlowNetworkFactory(choice);
	}

	@Override
	public Device device() throws ModelException {
		return Devices.chosen(device);
	}

	@Override
	public TrainableNetwork create(final Architecture architecture, final WeightMap weights, final StepOptions steps)
			throws ModelException {
		TensorFlowLibrary.load();
		if (device.needsGpu()) device();
		try {
			return TensorFlowNetwork.create(architecture, weights, steps, device);
		} catch (final LinkageError exc) {
			throw Failures.unavailable(exc);
		}
	}
}
