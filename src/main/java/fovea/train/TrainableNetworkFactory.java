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
package fovea.train;

import fovea.base.ModelException;
import fovea.device.Device;
import fovea.device.DeviceChoice;
import fovea.net.Architecture;
import fovea.net.WeightMap;
import fovea.train.config.Loss;
import fovea.train.config.StepOptions;

/** Makes networks that can be trained. Immutable and thread-safe. */
public interface TrainableNetworkFactory {

	/**
	 * @param architecture its nodes' trainable flags say what is trained
	 * @param weights first values of all weights
	 * @param steps what the steps of its training are
	 * @return a network that the caller closes
	 * @throws ModelException if it cannot be built, or there is no such device as this is to build networks on
	 */
	TrainableNetwork create(Architecture architecture, WeightMap weights, StepOptions steps) throws ModelException;

	/**
	 * As the other one, all in float32: what a network that is trained already gives is computed like this.
	 *
	 * @param loss what is made small
	 * @param seed of dropout
	 */
	default TrainableNetwork create(
			final Architecture architecture, final WeightMap weights, final Loss loss, final long seed)
			throws ModelException {
		return create(architecture, weights, StepOptions.of(loss, seed));
	}

	/**
	 * @param device what networks are to be trained on; nothing is looked for yet
	 * @return the same that makes networks there; by default this one, which knows of no other device
	 */
	default TrainableNetworkFactory on(final DeviceChoice device) {
		return this;
	}

	/**
	 * What networks are trained on that this makes, which may take as long as loading TensorFlow takes.
	 *
	 * @return the device
	 * @throws ModelException if there is no GPU, and only one will do: one line, with the reason
	 */
	default Device device() throws ModelException {
		return Device.CPU;
	}
}
