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

import fovea.net.layer.MaxPooling2D;
import fovea.net.shape.Padding;
import fovea.net.shape.Size;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Stack;
import org.tensorflow.op.image.ResizeNearestNeighbor;
import org.tensorflow.op.nn.MaxPoolWithArgmax;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/**
 * Puts values where a max pooling took its maxima from. The switches come from a pooling of their own, since TensorFlow
 * Java knows no gradient of the one that returns them; none goes through switches.
 */
final class Unpooling {

	private final Ops tf;
	private final Operand<TFloat32> pooled;
	private final MaxPooling2D pooling;
	private final List<Long> window;
	private final List<Long> strides;

	/**
	 * @param pooled the input of the pooling
	 * @param pooling whose switches are used
	 */
	Unpooling(final Ops tf, final Operand<TFloat32> pooled, final MaxPooling2D pooling) {
		this.tf = tf;
		this.pooled = pooled;
		this.pooling = pooling;
		window = LayerGraph.window(pooling.poolSize());
		strides = LayerGraph.window(pooling.strides());
	}

	/**
	 * @param x of the shape of the pooling's output
	 * @return of the shape of the pooling's input
	 */
	Operand<TFloat32> unpool(final Operand<TFloat32> x) {
		return pooling.padding() == Padding.VALID && pooling.poolSize().equals(pooling.strides())
				? masked(x)
				: scattered(x);
	}

	/** Windows side by side: each is filled with its value, and all places but the maximum's are set to 0. */
	private Operand<TFloat32> masked(final Operand<TFloat32> x) {
		final Operand<TInt32> from = tf.constant(new int[] {1});
		final Operand<TInt32> two = tf.constant(new int[] {2});
		final Size size = pooling.poolSize();
		final Operand<TInt32> filled =
				tf.math.mul(tf.slice(tf.shape(x), from, two), tf.constant(new int[] {size.height(), size.width()}));
		final Operand<TInt32> rest = tf.math.sub(tf.slice(tf.shape(pooled), from, two), filled);
		final Operand<TInt32> after =
				tf.concat(List.of(tf.constant(new int[] {0}), rest, tf.constant(new int[] {0})), tf.constant(0));
		final Operand<TFloat32> copies = tf.pad(
				tf.image.resizeNearestNeighbor(x, filled, ResizeNearestNeighbor.halfPixelCenters(true)),
				tf.stack(List.<Operand<TInt32>>of(tf.zerosLike(after), after), Stack.axis(1L)),
				tf.constant(0f));
		return tf.math.mul(copies, mask());
	}

	/** The gradient of a pooling is 1 where it took a maximum. */
	private Operand<TFloat32> mask() {
		final Operand<TInt32> ksize =
				tf.constant(window.stream().mapToInt(Long::intValue).toArray());
		final Operand<TInt32> steps =
				tf.constant(strides.stream().mapToInt(Long::intValue).toArray());
		final String padding = pooling.padding().name();
		final Operand<TFloat32> maxima = tf.nn.maxPool(pooled, ksize, steps, padding);
		return tf.stopGradient(tf.nn.maxPoolGrad(pooled, maxima, tf.onesLike(maxima), ksize, steps, padding));
	}

	private Operand<TFloat32> scattered(final Operand<TFloat32> x) {
		final Operand<TInt64> switches = tf.nn.maxPoolWithArgmax(
						pooled,
						window,
						strides,
						TInt64.class,
						pooling.padding().name(),
						MaxPoolWithArgmax.includeBatchInIndex(true))
				.argmax();
		final Operand<TInt64> shape = tf.shape(pooled, TInt64.class);
		final Operand<TInt64> size = tf.reshape(tf.prod(shape, tf.constant(0)), tf.constant(new int[] {1}));
		return tf.reshape(
				tf.scatterNd(
						tf.reshape(switches, tf.constant(new int[] {-1, 1})),
						tf.reshape(x, tf.constant(new int[] {-1})),
						size),
				shape);
	}
}
