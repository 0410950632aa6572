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
package fovea.infer;

import fovea.base.ModelException;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.InferenceException;
import fovea.infer.network.Network;
import fovea.model.Signature;
import fovea.model.audit.SavedModelCopy;

/**
 * A network and the copy of its model, which it may be loaded from again. As thread-safe as the network.
 *
 * @param network is closed together with this
 * @param copy is closed together with this
 */
record CopiedNetwork(Network network, SavedModelCopy copy) implements Network {

	@Override
	public Signature signature() {
		return network.signature();
	}

	@Override
	public FloatTensor run(final String input, final FloatTensor tensor, final String output, final float[] reuse)
			throws InferenceException, ModelException {
		return network.run(input, tensor, output, reuse);
	}

	@Override
	public long peakBytes(final String input, final FloatTensor tensor, final String output)
			throws InferenceException, ModelException {
		return network.peakBytes(input, tensor, output);
	}

	@Override
	public void close() {
		try (copy) {
			network.close();
		}
	}
}
