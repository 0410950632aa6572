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
import fovea.net.shape.SymbolicShape;
import java.util.List;

/**
 * A fully connected layer over the last axis: vectors become vectors, and of an image each pixel's channels become that
 * pixel's units. Weights: kernel (in, out), bias (out).
 *
 * @param units number of outputs, at least 1
 * @param activation applied after the bias; {@link Activation#LINEAR} for none
 * @param l2 factor of the kernel's squared sum in the loss, 0 for none (Keras: kernel_regularizer)
 * @param useBias false for a layer without bias
 */
public record Dense(int units, Activation activation, double l2, boolean useBias) implements Layer {

	public Dense {
		Checks.atLeast(units, 1, "units");
		Checks.present(activation, "activation");
		Checks.notNegative(l2, "l2");
	}

	/** With bias and without regularization. */
	public Dense(final int units, final Activation activation) {
		this(units, activation, 0, true);
	}

	static Dense read(final FieldReader fields) throws ModelException {
		return new Dense(fields.count("units"), fields.activation(), fields.l2(), fields.useBias());
	}

	@Override
	public SymbolicShape shape(final LayerInputs inputs) {
		return inputs.first().withChannels(units);
	}

	@Override
	public List<WeightSpec> weights(final String node, final int channels) {
		return WeightSpec.affine(node, WeightKind.KERNEL, List.of(channels, units), units, useBias);
	}

	@Override
	public void write(final FieldWriter fields) {
		fields.put("units", units).affine(activation, l2, useBias);
	}

	@Override
	public <R, X extends Exception> R accept(final Visitor<R, X> visitor) throws X {
		return visitor.visit(this);
	}
}
