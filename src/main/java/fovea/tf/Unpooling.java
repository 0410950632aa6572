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

import java.util.List;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.MaxPoolWithArgmax;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * Puts values where a max pooling took its maxima from. The switches come from a pooling of their own, since
 * TensorFlow Java knows no gradient of the one that returns them; none goes through switches.
 */
final class Unpooling {

	private final Ops tf;
	private final Operand<TFloat32> pooled;
	private final List<Long> window;
	private final List<Long> strides;
	private final String padding;

	/**
	 * @param pooled the input of the pooling
	 * @param window of the pooling, batch and channels too
	 * @param strides of the pooling, batch and channels too
	 * @param padding SAME or VALID
	 */
	Unpooling(final Ops tf, final Operand<TFloat32> pooled, final List<Long> window, final List<Long> strides,
		final String padding)
	{
		this.tf = tf;
		this.pooled = pooled;
		this.window = window;
		this.strides = strides;
		this.padding = padding;
	}

	/**
	 * @param x of the shape of the pooling's output
	 * @return of the shape of the pooling's input
	 */
	Operand<TFloat32> unpool(final Operand<TFloat32> x) {
		final Operand<TInt64> switches = tf.nn.maxPoolWithArgmax(pooled, window, strides, TInt64.class, padding,
			MaxPoolWithArgmax.includeBatchInIndex(true)).argmax();
		final Operand<TInt64> shape = tf.shape(pooled, TInt64.class);
		final Operand<TInt64> size = tf.reshape(tf.prod(shape, tf.constant(0)), tf.constant(new int[] { 1 }));
		return tf.reshape(tf.scatterNd(tf.reshape(switches, tf.constant(new int[] { -1, 1 })), tf.reshape(x, tf.constant(
			new int[] { -1 })), size), shape);
	}
}
