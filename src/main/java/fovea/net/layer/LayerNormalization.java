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
 * {@code gamma * (x - mean) / sqrt(variance + epsilon) + beta} with mean and variance over the channels, for each pixel
 * on its own (of a vector: over all its values), while training and otherwise. Weights: gamma, beta, each (channels).
 *
 * <p>Source: Ba, Kiros and Hinton 2016, Layer Normalization.
 *
 * @param epsilon added to the variance, above 0
 */
public record LayerNormalization(double epsilon) implements Layer {

	/** Keras' default. */
	public static final double DEFAULT_EPSILON = 1e-3;

	public LayerNormalization {
		Checks.positive(epsilon, "epsilon");
	}

	/** With Keras' default. */
	public LayerNormalization() {
		this(DEFAULT_EPSILON);
	}

	static LayerNormalization read(final FieldReader fields) throws ModelException {
		return new LayerNormalization(fields.number("epsilon", DEFAULT_EPSILON));
	}

	@Override
	public void write(final FieldWriter fields) {
		fields.put("epsilon", epsilon, DEFAULT_EPSILON);
	}

	@Override
	public SymbolicShape shape(final LayerInputs inputs) {
		return inputs.first();
	}

	@Override
	public List<WeightSpec> weights(final String node, final int channels) {
		return List.of(
				new WeightSpec(node, "gamma", WeightKind.ONES, List.of(channels)),
				new WeightSpec(node, "beta", WeightKind.ZEROS, List.of(channels)));
	}

	@Override
	public boolean mixesChannels() {
		return true;
	}

	@Override
	public <R, X extends Exception> R accept(final Visitor<R, X> visitor) throws X {
		return visitor.visit(this);
	}
}
