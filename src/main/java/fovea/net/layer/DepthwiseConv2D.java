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
 * A convolution of each channel on its own. Output channel c * m + i, of m the depth multiplier, is input channel c by
 * the i-th of its kernels. Weights: kernel (height, width, in, depth multiplier), bias (in times depth multiplier).
 * Output lengths are those of {@link Conv2D}.
 *
 * @param kernelSize height and width of the kernel
 * @param strides output pixel step in the input, the same along y and x: TensorFlow has no others
 * @param padding see {@link Padding}
 * @param depthMultiplier output channels for each input channel, at least 1
 * @param activation applied after the bias; {@link Activation#LINEAR} for none
 * @param l2 factor of the kernel's squared sum in the loss, 0 for none (Keras: depthwise_regularizer)
 * @param useBias false for a layer without bias
 */
public record DepthwiseConv2D(
		Size kernelSize,
		Size strides,
		Padding padding,
		int depthMultiplier,
		Activation activation,
		double l2,
		boolean useBias)
		implements Layer {

	public DepthwiseConv2D {
		check(kernelSize, strides, padding, depthMultiplier, activation, l2);
	}

	/** What every convolution of channels on their own wants. */
	static void check(
			final Size kernelSize,
			final Size strides,
			final Padding padding,
			final int depthMultiplier,
			final Activation activation,
			final double l2) {
		Checks.present(kernelSize, "kernel_size");
		Checks.present(strides, "strides");
		if (strides.height() != strides.width())
			throw new IllegalArgumentException("expected strides that are equal along y and x, got " + strides);
		Checks.present(padding, "padding");
		Checks.atLeast(depthMultiplier, 1, "depth_multiplier");
		Checks.present(activation, "activation");
		Checks.notNegative(l2, "l2");
	}

	static DepthwiseConv2D read(final FieldReader fields) throws ModelException {
		return new DepthwiseConv2D(
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
		fields.put("kernel_size", kernelSize).window(strides, Size.of(1), padding);
		fields.put("depth_multiplier", depthMultiplier, 1).affine(activation, l2, useBias);
	}

	@Override
	public SymbolicShape shape(final LayerInputs inputs) throws ModelException {
		final SymbolicShape input = inputs.image();
		return input.windows(kernelSize, strides, padding)
				.withChannels(Math.multiplyExact(input.channels(), depthMultiplier));
	}

	@Override
	public Window window(final LayerInputs inputs, final int from, final boolean vertical) {
		return inputs.sliding(kernelSize, strides, padding, vertical);
	}

	@Override
	public List<WeightSpec> weights(final String node, final int channels) {
		return WeightSpec.affine(
				node,
				WeightKind.DEPTHWISE_KERNEL,
				List.of(kernelSize.height(), kernelSize.width(), channels, depthMultiplier),
				channels * depthMultiplier,
				useBias);
	}

	@Override
	public <R, X extends Exception> R accept(final Visitor<R, X> visitor) throws X {
		return visitor.visit(this);
	}
}
