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
import fovea.device.DeviceChoice;
import fovea.device.OneDnn;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Whether TensorFlow's convolutions are right on this processor: there are some on which oneDNN's are not
 * ({@link OneDnn}). Thread-safe.
 */
final class Kernels {

	private static final int SIDE = 16;

	private Kernels() {}

	/** Asked once: what decides about its kernels TensorFlow reads once. */
	private static final class OfThisProcess {

		/** Why they cannot be used; empty where they can. */
		static final String PROBLEM = TensorFlowLog.withoutRemarks(Kernels::problem);
	}

	/** @throws ModelException if they are wrong, with what to do about it */
	static void requireRight() throws ModelException {
		if (!OfThisProcess.PROBLEM.isEmpty()) throw new ModelException(OfThisProcess.PROBLEM);
	}

	private static String problem() {
		try {
			return spreads(2, 2) && spreads(4, 1)
					? ""
					: "TensorFlow computes wrongly on this processor: its oneDNN does so in virtual machines "
							+ "that hide the processor's caches; set the environment variable " + OneDnn.SWITCH
							+ "=0 and start again";
		} catch (
				final RuntimeException exc) { // in a static initializer it would pass for a class that cannot be loaded
			return "TensorFlow cannot compute: " + Failures.line(exc);
		}
	}

	/**
	 * A transposed convolution puts its kernel where the image has a one. With a single channel, blocks of channels
	 * have most to be filled up.
	 *
	 * @param size of the kernel
	 * @param stride of the convolution
	 * @return whether it does so
	 */
	private static boolean spreads(final int size, final int stride) {
		final float[] kernel = new float[size * size];
		for (int i = 0; i < kernel.length; i++) kernel[i] = i + 1;
		final int small = SIDE / stride;
		final float[] image = new float[small * small];
		image[small * small / 2 + small / 2] = 1;
		final int before = (size - stride) / 2;
		final int corner = small / 2 * stride - before;
		final float[] expected = new float[SIDE * SIDE];
		for (int i = 0; i < kernel.length; i++) expected[(corner + i / size) * SIDE + corner + i % size] = kernel[i];
		try (Graph graph = new Graph();
				Session session = new Session(graph, SessionSettings.config(DeviceChoice.CPU))) {
			final Ops tf = Ops.create(graph);
			final Placeholder<TFloat32> ones =
					tf.placeholder(TFloat32.class); // a constant would be folded by other kernels
			final Operand<TFloat32> spread = tf.nn.conv2dBackpropInput(
					tf.constant(new int[] {1, SIDE, SIDE, 1}),
					tf.constant(Shape.of(size, size, 1, 1), DataBuffers.of(kernel)),
					ones,
					List.of(1L, (long) stride, (long) stride, 1L),
					"SAME");
			try (TFloat32 fed = TFloat32.tensorOf(Shape.of(1, small, small, 1), DataBuffers.of(image));
					Result result =
							session.runner().feed(ones, fed).fetch(spread).run()) {
				final TFloat32 got = (TFloat32) result.get(0);
				return IntStream.range(0, expected.length)
						.allMatch(i -> got.getFloat(0, i / SIDE, i % SIDE, 0) == expected[i]);
			}
		}
	}
}
