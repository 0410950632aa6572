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
import fovea.infer.network.FloatTensor;
import fovea.io.DataType;
import fovea.model.Signature;
import java.nio.file.Path;
import java.util.Arrays;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Tensor;

/** TensorFlow with nothing around it, as a yardstick: the tensor is made once, the result not read. */
public final class BareSession implements AutoCloseable {

	private final SavedModelBundle bundle;
	private final String feed;
	private final String fetch;
	private Tensor tensor;

	private BareSession(final SavedModelBundle bundle, final String feed, final String fetch) {
		this.bundle = bundle;
		this.feed = feed;
		this.fetch = fetch;
	}

	/** @return a session for a signature with one input and one output */
	public static BareSession open(final Path savedModel, final Signature signature) throws ModelException {
		final SavedModelFile file = SavedModelFile.read(savedModel);
		return new BareSession(
				SavedModelBundle.load(savedModel.toString(), file.tags()),
				file.inputTensor(signature, signature.inputs().get(0).name()),
				file.outputTensor(signature, signature.outputs().get(0).name()));
	}

	/** @return size of the result in bytes */
	public long run(final int[] shape, final float[] pixels) {
		if (tensor == null
				|| !Arrays.equals(
						tensor.shape().asArray(),
						Arrays.stream(shape).asLongStream().toArray())) {
			if (tensor != null) tensor.close();
			tensor = TensorValues.allocate(shape, DataType.FLOAT32);
			TensorValues.write(new FloatTensor(shape, pixels), tensor, DataType.FLOAT32);
		}
		try (Result result =
				bundle.session().runner().feed(feed, tensor).fetch(fetch).run()) {
			return result.get(0).numBytes();
		}
	}

	@Override
	public void close() {
		if (tensor != null) tensor.close();
		bundle.close();
	}
}
