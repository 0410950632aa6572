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
 * {@code gamma * (x - mean) / sqrt(variance + epsilon) + beta}, channel by channel: with mean and variance of the batch
 * while training, which the moving ones follow as {@code moving * momentum + batch * (1 - momentum)}, and with the
 * moving ones otherwise or where the layer is frozen. Weights: gamma, beta (trainable), moving_mean, moving_variance
 * (not trainable), each (channels).
 *
 * @param momentum 0 to 1
 * @param epsilon added to the variance, above 0
 */
public record BatchNormalization(double momentum, double epsilon) implements Layer {

	/** Keras' default. */
	public static final double DEFAULT_MOMENTUM = 0.99;

	/** Keras' default. */
	public static final double DEFAULT_EPSILON = 1e-3;

	public BatchNormalization {
		Checks.within(momentum, 0, 1, "momentum");
		Checks.positive(epsilon, "epsilon");
	}

	/** With Keras' defaults. */
	public BatchNormalization() {
		this(DEFAULT_MOMENTUM, DEFAULT_EPSILON);
	}

	static BatchNormalization read(final FieldReader fields) throws ModelException {
		return new BatchNormalization(
				fields.number("momentum", DEFAULT_MOMENTUM), fields.number("epsilon", DEFAULT_EPSILON));
	}

	@Override
	public SymbolicShape shape(final LayerInputs inputs) {
		return inputs.first();
	}

	@Override
	public List<WeightSpec> weights(final String node, final int channels) {
		final List<Integer> each = List.of(channels);
		return List.of(
				new WeightSpec(node, "gamma", WeightKind.ONES, each),
				new WeightSpec(node, "beta", WeightKind.ZEROS, each),
				new WeightSpec(node, "moving_mean", WeightKind.ZEROS, each).frozen(),
				new WeightSpec(node, "moving_variance", WeightKind.ONES, each).frozen());
	}

	@Override
	public void write(final FieldWriter fields) {
		fields.put("momentum", momentum, DEFAULT_MOMENTUM).put("epsilon", epsilon, DEFAULT_EPSILON);
	}

	@Override
	public <R, X extends Exception> R accept(final Visitor<R, X> visitor) throws X {
		return visitor.visit(this);
	}
}
