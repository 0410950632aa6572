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
package fovea.infer.network;

import fovea.base.ModelException;
import fovea.device.Device;
import fovea.device.DeviceChoice;
import fovea.model.Signature;
import java.nio.file.Path;
import java.util.List;

/** Opens SavedModels. Immutable and thread-safe. */
public interface NetworkLoader {

	/**
	 * Reads what a SavedModel offers, without loading it.
	 *
	 * @param savedModel folder that holds saved_model.pb
	 * @return its signatures that take and give tensors, serving_default first, then by name
	 * @throws ModelException if there is no readable SavedModel
	 */
	List<Signature> signatures(Path savedModel) throws ModelException;

	/**
	 * Loads a SavedModel.
	 *
	 * @param source where it is; stays there as long as the network, which may be loaded a second time
	 * @param signature which of its signatures is to be run
	 * @return a network that the caller closes
	 * @throws ModelException if it cannot be loaded, or there is no such device as this is to open networks on
	 */
	Network open(GraphSource source, Signature signature) throws ModelException;

	/**
	 * @param device what networks are to run on; nothing is looked for yet
	 * @return the same that opens networks there; by default this one, which knows of no other device
	 */
	default NetworkLoader on(final DeviceChoice device) {
		return this;
	}

	/**
	 * What networks run on that this opens, which may take as long as loading TensorFlow takes.
	 *
	 * @return the device
	 * @throws ModelException if there is no GPU, and only one will do: one line, with the reason
	 */
	default Device device() throws ModelException {
		return Device.CPU;
	}
}
