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

import fovea.infer.network.FloatTensor;
import fovea.io.DataType;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import org.tensorflow.Tensor;

/**
 * Tensors to feed, kept for the next run: all tiles of an image have one shape, and fresh native memory costs more than
 * the copy into it. Thread-safe; holds as many tensors as runs were ever under way at once.
 */
final class InputTensors implements AutoCloseable {

	private final DataType type;
	private final ConcurrentLinkedDeque<Tensor> idle = new ConcurrentLinkedDeque<>();

	/** @param type element type of all tensors */
	InputTensors(final DataType type) {
		this.type = type;
	}

	/**
	 * @param values to feed
	 * @param use gets a tensor with them, which it must not keep or close
	 * @return what it returns
	 */
	<T> T with(final FloatTensor values, final Function<Tensor, T> use) {
		final Tensor tensor = take(values.shape());
		try {
			TensorValues.write(values, tensor, type);
			return use.apply(tensor);
		} finally {
			idle.push(tensor);
		}
	}

	private Tensor take(final int[] shape) {
		final Tensor tensor = idle.poll();
		if (tensor == null) return TensorValues.allocate(shape, type);
		if (Arrays.equals(
				tensor.shape().asArray(), Arrays.stream(shape).asLongStream().toArray())) return tensor;
		tensor.close();
		return TensorValues.allocate(shape, type);
	}

	/** Frees the tensors. Only to be called when no run is under way. */
	@Override
	public void close() {
		for (Tensor tensor = idle.poll(); tensor != null; tensor = idle.poll()) tensor.close();
	}
}
