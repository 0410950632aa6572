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

import fovea.net.layer.WeightSpec;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * The optimizer of Kingma and Ba 2015, Adam: A Method for Stochastic Optimization, with Keras' constants and, as in
 * Keras, with epsilon added to the root of the second moment that is not yet corrected for its bias.
 */
final class Adam {

	private static final float BETA_1 = 0.9f;
	private static final float BETA_2 = 0.999f;
	private static final float EPSILON = 1e-7f;
	private static final String ITERATIONS = "iterations";
	private static final String FIRST_MOMENT = "/m";
	private static final String SECOND_MOMENT = "/v";

	private final Ops tf;
	private final List<WeightSpec> trained;
	private final Variables state;

	/**
	 * @param tf in a scope of the optimizer's own
	 * @param trained the weights that it changes
	 */
	Adam(final Ops tf, final List<WeightSpec> trained) {
		this.tf = tf;
		this.trained = List.copyOf(trained);
		this.state = new Variables(tf);
		state.add(ITERATIONS, List.of());
		for (final WeightSpec weight : trained) {
			state.add(weight.key() + FIRST_MOMENT, weight.shape());
			state.add(weight.key() + SECOND_MOMENT, weight.shape());
		}
	}

	/** @return step count and moments */
	Variables state() {
		return state;
	}

	/** @return an operation that sets the state to that before the first step */
	Op reset() {
		final List<Op> zeros = new ArrayList<>(List.of(tf.assign(state.get(ITERATIONS), tf.constant(0f))));
		for (final WeightSpec weight : trained)
			for (final String moment : List.of(FIRST_MOMENT, SECOND_MOMENT))
				zeros.add(tf.assign(
						state.get(weight.key() + moment),
						tf.fill(
								tf.constant(weight.shape().stream()
										.mapToInt(Integer::intValue)
										.toArray()),
								tf.constant(0f))));
		return tf.withControlDependencies(zeros).withName("reset").noOp();
	}

	/** @return how many steps came before this one */
	Operand<TInt64> iterations() {
		return tf.dtypes.cast(state.get(ITERATIONS), TInt64.class);
	}

	/**
	 * @param weights the variables to change
	 * @param gradients of the loss, in the order of the weights that are trained
	 * @param learningRate a scalar
	 * @param before operations that must be done before anything is changed
	 * @return the operations that make one step
	 */
	List<Op> step(
			final Variables weights,
			final List<Operand<TFloat32>> gradients,
			final Operand<TFloat32> learningRate,
			final List<Operation> before) {
		final Ops after = tf.withControlDependencyOps(before);
		final Operand<TFloat32> count = after.assignAdd(state.get(ITERATIONS), tf.constant(1f));
		final Operand<TFloat32> beta1 = tf.constant(BETA_1);
		final Operand<TFloat32> beta2 = tf.constant(BETA_2);
		final Operand<TFloat32> power1 = tf.math.pow(beta1, count);
		final Operand<TFloat32> power2 = tf.math.pow(beta2, count);
		final List<Op> updates = new ArrayList<>(List.of(count));
		for (int i = 0; i < trained.size(); i++) {
			final String key = trained.get(i).key();
			updates.add(after.train.applyAdam(
					weights.get(key),
					state.get(key + FIRST_MOMENT),
					state.get(key + SECOND_MOMENT),
					power1,
					power2,
					learningRate,
					beta1,
					beta2,
					tf.constant(EPSILON),
					gradients.get(i)));
		}
		return updates;
	}
}
