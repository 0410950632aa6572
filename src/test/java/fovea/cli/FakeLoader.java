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
package fovea.cli;

import fovea.infer.network.FloatTensor;
import fovea.infer.network.GraphSource;
import fovea.infer.network.Network;
import fovea.infer.network.NetworkLoader;
import fovea.io.DataType;
import fovea.model.Signature;
import fovea.model.TensorInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the same signatures in every SavedModel, whose networks give back what they are given. */
record FakeLoader(List<Signature> signatures) implements NetworkLoader {

	static final Signature GRAY_TO_GRAY =
			new Signature("serving_default", List.of(gray("raw")), List.of(gray("clean")));

	static TensorInfo gray(final String name) {
		return new TensorInfo(name, DataType.FLOAT32, Optional.of(List.of(-1L, -1L, -1L, 1L)));
	}

	@Override
	public List<Signature> signatures(final Path savedModel) {
		return signatures;
	}

	@Override
	public Network open(final GraphSource source, final Signature signature) {
		return new Network() {

			@Override
			public Signature signature() {
				return signature;
			}

			@Override
			public FloatTensor run(
					final String input, final FloatTensor tensor, final String output, final float[] reuse) {
				return new FloatTensor(tensor.shape().clone(), tensor.data().clone());
			}

			@Override
			public long peakBytes(final String input, final FloatTensor tensor, final String output) {
				return -1;
			}

			@Override
			public void close() {}
		};
	}
}
