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

import fovea.net.layer.BatchNormalization;
import java.util.List;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Batch normalization (Ioffe and Szegedy 2015) of images and of vectors, channels last. */
final class BatchNormalizer {

	/**
	 * @param output of the input's shape
	 * @param averages what the batch's statistics do to the moving ones
	 */
	record Normalized(Operand<TFloat32> output, List<MovingAverage> averages) {}

	private final Ops tf;
	private final BatchNormalization layer;
	private final Function<String, Operand<TFloat32>> weights;

	/** @param weights the layer's, by Keras' names */
	BatchNormalizer(final Ops tf, final BatchNormalization layer, final Function<String, Operand<TFloat32>> weights) {
		this.tf = tf;
		this.layer = layer;
		this.weights = weights;
	}

	/** @return normalized with the moving mean and variance */
	Operand<TFloat32> withMoving(final Operand<TFloat32> x) {
		return like(
				x,
				tf.nn.fusedBatchNorm(
								image(x),
								weights.apply("gamma"),
								weights.apply("beta"),
								weights.apply("moving_mean"),
								weights.apply("moving_variance"),
								FusedBatchNorm.epsilon((float) layer.epsilon()),
								FusedBatchNorm.isTraining(false))
						.y());
	}

	/** @return normalized with the mean and variance of the batch */
	Normalized withBatch(final Operand<TFloat32> x) {
		final Operand<TFloat32> image = image(x);
		final Operand<TFloat32> none = tf.constant(new float[0]);
		final FusedBatchNorm<TFloat32, TFloat32> norm = tf.nn.fusedBatchNorm(
				image,
				weights.apply("gamma"),
				weights.apply("beta"),
				none,
				none,
				FusedBatchNorm.epsilon((float) layer.epsilon()),
				FusedBatchNorm.isTraining(true));
		return new Normalized(
				like(x, norm.y()),
				List.of(
						new MovingAverage(weights.apply("moving_mean"), norm.batchMean(), layer.momentum()),
						new MovingAverage(
								weights.apply("moving_variance"),
								tf.math.mul(norm.batchVariance(), bias(image)),
								layer.momentum())));
	}

	/** TensorFlow divides the sum of squares by n - 1, Keras by n. */
	private Operand<TFloat32> bias(final Operand<TFloat32> image) {
		final Operand<TInt32> lengths =
				tf.slice(tf.shape(image), tf.constant(new int[] {0}), tf.constant(new int[] {3}));
		final Operand<TFloat32> n = tf.dtypes.cast(tf.prod(lengths, tf.constant(0)), TFloat32.class);
		final Operand<TFloat32> one = tf.constant(1f);
		return tf.math.div(tf.math.maximum(tf.math.sub(n, one), one), n);
	}

	private Operand<TFloat32> image(final Operand<TFloat32> x) {
		return isVector(x)
				? tf.reshape(x, tf.constant(new int[] {-1, 1, 1, (int) x.shape().get(1)}))
				: x;
	}

	private Operand<TFloat32> like(final Operand<TFloat32> x, final Operand<TFloat32> y) {
		return isVector(x)
				? tf.reshape(y, tf.constant(new int[] {-1, (int) x.shape().get(1)}))
				: y;
	}

	private static boolean isVector(final Operand<TFloat32> x) {
		return x.shape().numDimensions() == 2;
	}
}
