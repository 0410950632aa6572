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
import fovea.net.Architecture;
import fovea.net.DistanceHead;
import fovea.net.layer.Activation;
import fovea.net.layer.Layer;
import fovea.train.config.Loss;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/** Losses as operations of a graph. */
final class Losses {

	private final Ops tf;
	private final Loss loss;
	private final int channels;

	/**
	 * @param tf in a scope of the loss' own
	 * @param loss which one
	 * @param channels of the output
	 */
	Losses(final Ops tf, final Loss loss, final int channels) {
		this.tf = tf;
		this.loss = loss;
		this.channels = channels;
	}

	/**
	 * @param loss which one
	 * @param architecture of the network
	 * @param channels of its output
	 * @throws ModelException if this network cannot be trained with this loss
	 */
	static void require(final Loss loss, final Architecture architecture, final int channels) throws ModelException {
		if (loss instanceof Loss.WithDistance both) {
			final String classes = DistanceHead.classes(architecture)
					.orElseThrow(() -> new ModelException(architecture.name()
							+ ": expected a network whose last layer puts a distance of one channel behind the "
							+ "classes, "
							+ "got '" + architecture.output() + "'"));
			require(both.classes(), architecture, classes, channels - 1);
		} else require(loss, architecture, architecture.output(), channels);
	}

	private static void require(
			final Loss loss, final Architecture architecture, final String output, final int channels)
			throws ModelException {
		if (!(loss instanceof Loss.CategoricalCrossEntropy entropy)) return;
		final Layer last = architecture.node(output).orElseThrow().layer();
		if (!last.activation().equals(Activation.SOFTMAX))
			throw new ModelException(
					architecture.name() + ": categorical cross-entropy expects softmax at the end of layer '" + output
							+ "', got " + last.activation() + " (" + last.type() + ")");
		final int weights = entropy.classWeights().size();
		if (weights != 0 && weights != channels)
			throw new ModelException(architecture.name() + ": expected " + channels
					+ " class weights, one for each class, got " + weights);
	}

	/**
	 * @param network whose output is judged
	 * @param target of the output's shape
	 * @return a scalar
	 * @throws ModelException if the network's shapes do not fit
	 */
	Operand<TFloat32> of(final NetworkGraph network, final Operand<TFloat32> target) throws ModelException {
		if (loss instanceof Loss.WithDistance both) return withDistance(network, target, both);
		if (loss instanceof Loss.MeanSquaredError) {
			final Counted counted = counted(network.output(), target);
			return counted.mean(tf.math.square(counted.difference));
		}
		if (loss instanceof Loss.MeanAbsoluteError) {
			final Counted counted = counted(network.output(), target);
			return counted.mean(tf.math.abs(counted.difference));
		}
		if (loss instanceof Loss.CategoricalCrossEntropy entropy)
			return crossEntropy(rows(network.logits()), rows(target), entropy.classWeights());
		return dice(rows(network.output()), rows(target));
	}

	private Operand<TFloat32> withDistance(
			final NetworkGraph network, final Operand<TFloat32> target, final Loss.WithDistance both)
			throws ModelException {
		final String classesNode = DistanceHead.classes(network.architecture()).orElseThrow();
		final String distanceNode =
				DistanceHead.distance(network.architecture()).orElseThrow();
		final int n = channels - 1;
		final Operand<TFloat32> all = rows(target);
		final Operand<TFloat32> classes = tf.slice(all, tf.constant(new int[] {0, 0}), tf.constant(new int[] {-1, n}));
		final Operand<TFloat32> depths = tf.slice(all, tf.constant(new int[] {0, n}), tf.constant(new int[] {-1, 1}));
		final Operand<TFloat32> ofClasses = both.classes() instanceof Loss.CategoricalCrossEntropy entropy
				? crossEntropy(rows(network.logits(classesNode), n), classes, entropy.classWeights())
				: dice(rows(network.output(classesNode), n), classes);
		final Operand<TFloat32> counting =
				tf.dtypes.cast(tf.math.greater(tf.sum(classes, tf.constant(1)), tf.constant(0f)), TFloat32.class);
		final Operand<TFloat32> errors = tf.math.abs(tf.math.sub(flat(network.output(distanceNode)), flat(depths)));
		final Operand<TFloat32> ofDistance =
				tf.math.div(sum(tf.math.mul(errors, counting)), tf.math.maximum(sum(counting), tf.constant(1f)));
		return tf.math.add(ofClasses, tf.math.mul(ofDistance, tf.constant((float) both.weight())));
	}

	/** Difference of output and target, 0 where the target is no number; how many values count, at least 1. */
	private final class Counted {

		private final Operand<TFloat32> difference;
		private final Operand<TFloat32> count;

		Counted(final Operand<TFloat32> difference, final Operand<TFloat32> count) {
			this.difference = difference;
			this.count = count;
		}

		Operand<TFloat32> mean(final Operand<TFloat32> errors) {
			return tf.math.div(sum(errors), count);
		}
	}

	private Counted counted(final Operand<TFloat32> output, final Operand<TFloat32> target) {
		final Operand<TFloat32> zeros = tf.zerosLike(target);
		final Operand<TBool> isNumber = tf.math.equal(target, target);
		final Operand<TFloat32> counts = tf.dtypes.cast(isNumber, TFloat32.class);
		final Operand<TFloat32> known = tf.select(isNumber, target, zeros);
		return new Counted(
				tf.math.mul(tf.math.sub(output, known), counts), tf.math.maximum(sum(counts), tf.constant(1f)));
	}

	private Operand<TFloat32> sum(final Operand<TFloat32> x) {
		return tf.sum(flat(x), tf.constant(0));
	}

	private Operand<TFloat32> flat(final Operand<TFloat32> x) {
		return tf.reshape(x, tf.constant(new int[] {-1}));
	}

	private Operand<TFloat32> crossEntropy(
			final Operand<TFloat32> logits, final Operand<TFloat32> target, final List<Double> classWeights) {
		final Operand<TFloat32> entropy =
				tf.nn.softmaxCrossEntropyWithLogits(logits, target).loss();
		final Operand<TFloat32> labels = tf.sum(target, tf.constant(1));
		final Operand<TFloat32> weights = classWeights.isEmpty()
				? labels
				: tf.sum(tf.math.mul(target, tf.constant(floats(classWeights))), tf.constant(1));
		final Operand<TFloat32> counting = tf.dtypes.cast(tf.math.greater(labels, tf.constant(0f)), TFloat32.class);
		return tf.math.div(
				tf.sum(tf.math.mul(entropy, weights), tf.constant(0)),
				tf.math.maximum(tf.sum(counting, tf.constant(0)), tf.constant(1f)));
	}

	private Operand<TFloat32> dice(final Operand<TFloat32> output, final Operand<TFloat32> target) {
		final Operand<TFloat32> one = tf.constant(1f);
		final Operand<TFloat32> both = tf.sum(tf.math.mul(output, target), tf.constant(0));
		final Operand<TFloat32> either = tf.math.add(tf.sum(output, tf.constant(0)), tf.sum(target, tf.constant(0)));
		final Operand<TFloat32> coefficient =
				tf.math.div(tf.math.add(tf.math.mul(both, tf.constant(2f)), one), tf.math.add(either, one));
		return tf.math.sub(one, mean(coefficient));
	}

	private Operand<TFloat32> mean(final Operand<TFloat32> x) {
		return tf.math.mean(flat(x), tf.constant(0));
	}

	/** @return a row for each pixel: TensorFlow has the gradients of losses over classes for matrices only */
	private Operand<TFloat32> rows(final Operand<TFloat32> x) {
		return rows(x, channels);
	}

	private Operand<TFloat32> rows(final Operand<TFloat32> x, final int n) {
		return tf.reshape(x, tf.constant(new int[] {-1, n}));
	}

	private static float[] floats(final List<Double> values) {
		final float[] floats = new float[values.size()];
		for (int i = 0; i < floats.length; i++) floats[i] = values.get(i).floatValue();
		return floats;
	}
}
