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

import fovea.base.ModelException;
import fovea.net.shape.Checks;
import fovea.net.shape.Padding;
import fovea.net.shape.Size;
import fovea.net.shape.SymbolicShape;
import fovea.net.shape.Window;
import java.util.List;

/**
 * A convolution in two steps, with fewer weights and multiplications than {@link Conv2D}: each channel on its own, as
 * {@link DepthwiseConv2D} without bias and activation, then a 1 x 1 convolution over what comes out. Weights:
 * depthwise_kernel (height, width, in, depth multiplier), pointwise_kernel (1, 1, in times depth multiplier, out), bias
 * (out). Output lengths are those of {@link Conv2D}.
 *
 * <p>Source: Chollet 2017, Xception: Deep Learning with Depthwise Separable Convolutions.
 *
 * @param filters number of output channels, at least 1
 * @param kernelSize height and width of the first step's kernel
 * @param strides output pixel step in the input, the same along y and x: TensorFlow has no others
 * @param padding see {@link Padding}
 * @param depthMultiplier channels that the first step makes of each channel, at least 1
 * @param activation applied after the bias; {@link Activation#LINEAR} for none
 * @param l2 factor of both kernels' squared sums in the loss, 0 for none (Keras: depthwise_regularizer and
 *     pointwise_regularizer)
 * @param useBias false for a layer without bias
 */
public record SeparableConv2D(
		int filters,
		Size kernelSize,
		Size strides,
		Padding padding,
		int depthMultiplier,
		Activation activation,
		double l2,
		boolean useBias)
		implements Layer {

	public SeparableConv2D {
		Checks.atLeast(filters, 1, "filters");
		DepthwiseConv2D.check(kernelSize, strides, padding, depthMultiplier, activation, l2);
	}

	static SeparableConv2D read(final FieldReader fields) throws ModelException {
		return new SeparableConv2D(
				fields.count("filters"),
				fields.requiredSize("kernel_size"),
				fields.size("strides", Size.of(1)),
				fields.padding(),
				fields.count("depth_multiplier", 1),
				fields.activation(),
				fields.l2(),
				fields.useBias());
	}

	@Override
	public void write(final FieldWriter fields) {
		fields.put("filters", filters).put("kernel_size", kernelSize).window(strides, Size.of(1), padding);
		fields.put("depth_multiplier", depthMultiplier, 1).affine(activation, l2, useBias);
	}

	@Override
	public SymbolicShape shape(final LayerInputs inputs) throws ModelException {
		Math.multiplyExact(inputs.image().channels(), depthMultiplier); // between the steps
		return inputs.image().windows(kernelSize, strides, padding).withChannels(filters);
	}

	@Override
	public Window window(final LayerInputs inputs, final int from, final boolean vertical) {
		return inputs.sliding(kernelSize, strides, padding, vertical);
	}

	@Override
	public List<WeightSpec> weights(final String node, final int channels) {
		final WeightSpec depthwise = new WeightSpec(
				node,
				"depthwise_kernel",
				WeightKind.DEPTHWISE_KERNEL,
				List.of(kernelSize.height(), kernelSize.width(), channels, depthMultiplier));
		final WeightSpec pointwise = new WeightSpec(
				node, "pointwise_kernel", WeightKind.KERNEL, List.of(1, 1, channels * depthMultiplier, filters));
		return useBias ? List.of(depthwise, pointwise, WeightSpec.bias(node, filters)) : List.of(depthwise, pointwise);
	}

	@Override
	public <R, X extends Exception> R accept(final Visitor<R, X> visitor) throws X {
		return visitor.visit(this);
	}
}
