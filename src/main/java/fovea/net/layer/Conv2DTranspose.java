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
 * Transposed convolution: the gradient of {@link Conv2D} with respect to its input. Weights: kernel (height, width,
 * out, in), bias (out). Output length of a side of length n with kernel k and stride s: SAME n * s, VALID n * s + max(k
 * - s, 0).
 *
 * @param filters number of output channels, at least 1
 * @param kernelSize height and width of the kernel
 * @param strides input pixel step in the output
 * @param padding see {@link Padding}
 * @param activation applied after the bias; {@link Activation#LINEAR} for none
 * @param l2 factor of the kernel's squared sum in the loss, 0 for none (Keras: kernel_regularizer)
 * @param useBias false for a layer without bias
 */
public record Conv2DTranspose(
		int filters, Size kernelSize, Size strides, Padding padding, Activation activation, double l2, boolean useBias)
		implements Layer {

	public Conv2DTranspose {
		Checks.atLeast(filters, 1, "filters");
		Checks.present(kernelSize, "kernel_size");
		Checks.present(strides, "strides");
		Checks.present(padding, "padding");
		Checks.present(activation, "activation");
		Checks.notNegative(l2, "l2");
	}

	/** With bias and without regularization. */
	public Conv2DTranspose(
			final int filters,
			final int kernelSize,
			final int strides,
			final Padding padding,
			final Activation activation) {
		this(filters, Size.of(kernelSize), Size.of(strides), padding, activation, 0, true);
	}

	static Conv2DTranspose read(final FieldReader fields) throws ModelException {
		return new Conv2DTranspose(
				fields.count("filters"),
				fields.requiredSize("kernel_size"),
				fields.size("strides", Size.of(1)),
				fields.padding(),
				fields.activation(),
				fields.l2(),
				fields.useBias());
	}

	@Override
	public SymbolicShape shape(final LayerInputs inputs) throws ModelException {
		return inputs.image().transposed(kernelSize, strides, padding).withChannels(filters);
	}

	@Override
	public Window window(final LayerInputs inputs, final int from, final boolean vertical) {
		return Window.transposed(kernelSize.along(vertical), strides.along(vertical), padding);
	}

	@Override
	public List<WeightSpec> weights(final String node, final int channels) {
		return WeightSpec.affine(
				node,
				WeightKind.TRANSPOSED_KERNEL,
				List.of(kernelSize.height(), kernelSize.width(), filters, channels),
				filters,
				useBias);
	}

	@Override
	public void write(final FieldWriter fields) {
		fields.put("filters", filters).put("kernel_size", kernelSize);
		fields.window(strides, Size.of(1), padding).affine(activation, l2, useBias);
	}

	@Override
	public <R, X extends Exception> R accept(final Visitor<R, X> visitor) throws X {
		return visitor.visit(this);
	}
}
