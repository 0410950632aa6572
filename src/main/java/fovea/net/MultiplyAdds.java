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
import fovea.net.shape.Extent;
import fovea.net.shape.Shape;
import fovea.net.shape.SymbolicShape;

/**
 * The arithmetic a network costs: multiplications with an addition each, in convolutions and fully connected layers.
 * Sums, activations, pooling and batch normalization cost little beside them and are not counted; nor is it deducted
 * that kernels reach beyond the border.
 */
public final class MultiplyAdds {

	private MultiplyAdds() {}

	/**
	 * @param architecture any; with free lengths, this is the limit for large images
	 * @return multiply-adds per pixel of the input (of a vector: altogether)
	 * @throws ModelException if its shapes do not fit
	 */
	public static double perInputPixel(final Architecture architecture) throws ModelException {
		final SymbolicShapes shapes = SymbolicShapes.infer(architecture);
		double sum = 0;
		for (final Node node : architecture.nodes()) sum += perInputPixel(node, shapes);
		return sum;
	}

	private static double perInputPixel(final Node node, final SymbolicShapes shapes) {
		final String from =
				node.inputs().isEmpty() ? node.name() : node.inputs().get(0);
		return node.layer().multiplyAdds(shapes.of(from).channels(), pixels(from, shapes), pixels(node.name(), shapes));
	}

	/** @return how many pixels a node's output has per pixel of the network's input */
	private static double pixels(final String node, final SymbolicShapes shapes) {
		final SymbolicShape shape = shapes.of(node);
		final Shape input = shapes.architecture().inputShape();
		return ratio(shape.height(), input.height()) * ratio(shape.width(), input.width());
	}

	private static double ratio(final Extent length, final int input) {
		if (length.isFree()) return length.scale().value();
		return input == Shape.FREE ? 0 : (double) length.offset() / input; // beside a large image
	}
}
