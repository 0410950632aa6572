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
import fovea.infer.network.FloatTensor;
import fovea.infer.network.NetworkMemoryException;
import fovea.net.Architecture;
import fovea.net.Node;
import fovea.net.Shapes;
import fovea.net.shape.Shape;
import java.util.Arrays;
import java.util.Locale;

/**
 * Says what shapes a batch makes of all layers, before TensorFlow would end the process over one that does not fit. Not
 * thread-safe.
 */
final class BatchShapes {

	private final Architecture architecture;
	private final Shape declared;
	private final double limit = NativeMemory.limit(); // asked once: in a container every answer is read from files
	private Shapes shapes;
	private Shape inferred;

	/** @throws ModelException if the architecture does not fit by itself */
	BatchShapes(final Architecture architecture) throws ModelException {
		this.architecture = architecture;
		declared = architecture.inputShape();
		inferred = declared;
		shapes = Shapes.infer(architecture);
	}

	/** @return the declared shapes */
	Shapes declared() throws ModelException {
		return inferred.equals(declared) ? shapes : Shapes.infer(architecture);
	}

	/**
	 * @param input of a batch
	 * @return the shape of the output, batch axis first
	 * @throws ModelException if the network does not take it
	 * @throws NetworkMemoryException if a layer's output would not fit in memory
	 */
	int[] require(final FloatTensor input) throws ModelException, NetworkMemoryException {
		final int[] given = input.shape();
		final Shape one = item(given);
		if (one == null || !declared.covers(one))
			throw new ModelException(
					architecture.name() + ": expected a batch of " + declared + ", got " + Arrays.toString(given));
		if (!one.equals(inferred)) {
			shapes = Shapes.infer(architecture.withInputShape(one));
			inferred = one;
		}
		requireMemory(given[0]);
		return batch(given[0], shapes.of(architecture.output()));
	}

	/**
	 * @param input of a batch
	 * @param target of the same batch
	 * @throws ModelException if the input does not fit, or the target is not of the output's shape
	 * @throws NetworkMemoryException if a layer's output would not fit in memory
	 */
	void require(final FloatTensor input, final FloatTensor target) throws ModelException, NetworkMemoryException {
		final int[] output = require(input);
		if (!Arrays.equals(output, target.shape()))
			throw new ModelException(architecture.name() + ": expected a target of " + Arrays.toString(output)
					+ " for an input of " + Arrays.toString(input.shape()) + ", got "
					+ Arrays.toString(target.shape()));
	}

	private void requireMemory(final int batch) throws NetworkMemoryException {
		for (final Node node : architecture.nodes()) {
			final Shape shape = shapes.of(node.name());
			final double bytes = (double) batch * shape.height() * shape.width() * shape.channels() * Float.BYTES;
			if (bytes > limit)
				throw new NetworkMemoryException(
						String.format(
								Locale.ROOT,
								"%s: layer '%s' gives %d x %s for this batch, %.1f GB, "
										+ "more than the %.1f GB this machine can spare",
								architecture.name(),
								node.name(),
								batch,
								shape,
								bytes / 1e9,
								limit / 1e9),
						null);
		}
	}

	/** @return the shape of one item, null if this is no batch */
	private static Shape item(final int[] shape) {
		if (shape.length != 2 && shape.length != 4) return null;
		for (final int length : shape) if (length < 1) return null;
		return shape.length == 2 ? Shape.vector(shape[1]) : Shape.image(shape[1], shape[2], shape[3]);
	}

	private static int[] batch(final int size, final Shape shape) {
		return shape.isVector()
				? new int[] {size, shape.channels()}
				: new int[] {size, shape.height(), shape.width(), shape.channels()};
	}
}
