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
package fovea.net.layer;

import java.util.List;

/**
 * One array of weights of a network, in Keras' layout.
 *
 * @param node that has it
 * @param name Keras' name: kernel, depthwise_kernel, pointwise_kernel, bias, gamma, beta, moving_mean, moving_variance
 * @param kind what it does
 * @param shape the slowest axis first: kernels of convolutions (height, width, in, out), of transposed ones (height,
 *     width, out, in), of depthwise ones (height, width, in, depth multiplier), of dense layers (in, out), all else
 *     (channels)
 * @param trainable false for moving averages, and for all weights of a frozen node
 */
public record WeightSpec(String node, String name, WeightKind kind, List<Integer> shape, boolean trainable) {

	/** Copies the list. */
	public WeightSpec {
		shape = List.copyOf(shape);
	}

	/** A trainable weight. */
	WeightSpec(final String node, final String name, final WeightKind kind, final List<Integer> shape) {
		this(node, name, kind, shape, true);
	}

	/** @return a kernel, and a bias if there is one */
	static List<WeightSpec> affine(
			final String node,
			final WeightKind kind,
			final List<Integer> kernel,
			final int outputs,
			final boolean useBias) {
		final WeightSpec weights = new WeightSpec(node, "kernel", kind, kernel);
		return useBias ? List.of(weights, bias(node, outputs)) : List.of(weights);
	}

	static WeightSpec bias(final String node, final int outputs) {
		return new WeightSpec(node, "bias", WeightKind.ZEROS, List.of(outputs));
	}

	/** @return the same, left alone by training */
	public WeightSpec frozen() {
		return new WeightSpec(node, name, kind, shape, false);
	}

	/** @return unique in a network: "node/name" */
	public String key() {
		return node + "/" + name;
	}

	/**
	 * @return number of values
	 * @throws ArithmeticException if an array cannot have so many; {@link fovea.net.Initializers} refuses such weights
	 */
	public int size() {
		return shape.stream().reduce(1, Math::multiplyExact);
	}

	/** @return number of values, Long.MAX_VALUE if there are more */
	public long elements() {
		long product = 1;
		for (final int length : shape) product = product > Long.MAX_VALUE / length ? Long.MAX_VALUE : product * length;
		return product;
	}
}
