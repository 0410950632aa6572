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
package fovea.net;

import fovea.base.ModelException;
import java.util.Optional;

/**
 * What part of the input an output pixel can depend on, for an input whose height and width are multiples of the
 * {@link Alignment}. Where strides make output pixels unlike, this is the largest of them. It is what the geometry
 * allows: weights may well ignore most of it. Where a kernel is smaller than its stride, the gaps it leaves are passed
 * over, and the field may be too large; it is never too small.
 *
 * @param height pixels along y from the first to the last, at least 1
 * @param width pixels along x
 * @param radiusY the farthest of them along y from the center of what the output pixel stands for, rounded up: the
 *     pixels of its stride, or with VALID the window; beyond a halo of this, the input does not matter
 * @param radiusX the same along x
 */
public record ReceptiveField(int height, int width, int radiusY, int radiusX) {

	/**
	 * @param architecture any
	 * @return the receptive field of its output; empty where an output value sees the whole input, as behind Flatten,
	 *     Reshape, or in networks of vectors
	 * @throws ModelException if its shapes do not fit, or its strides multiply beyond what {@link Alignment#of} takes
	 */
	public static Optional<ReceptiveField> of(final Architecture architecture) throws ModelException {
		return of(architecture, architecture.output());
	}

	/**
	 * @param architecture any
	 * @param node name of one of its nodes
	 * @return the receptive field of that node's output, empty if that is the whole input
	 * @throws ModelException if shapes do not fit, or strides multiply beyond what {@link Alignment#of} takes
	 * @throws IllegalArgumentException if there is no such node
	 */
	public static Optional<ReceptiveField> of(final Architecture architecture, final String node)
			throws ModelException {
		if (architecture.node(node).isEmpty())
			throw new IllegalArgumentException(architecture.name() + " has no layer '" + node + "'");
		final Alignment alignment = Alignment.of(architecture);
		final SymbolicShapes shapes = SymbolicShapes.infer(architecture);
		if (architecture.inputShape().isVector()) return Optional.empty();
		final Optional<Reach> y = Reach.of(shapes, node, true, alignment.height());
		final Optional<Reach> x = Reach.of(shapes, node, false, alignment.width());
		if (y.isEmpty() || x.isEmpty()) return Optional.empty();
		return Optional.of(new ReceptiveField(
				y.get().size(), x.get().size(), y.get().radius(), x.get().radius()));
	}
}
