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
import fovea.net.shape.Extent;
import fovea.net.shape.SymbolicShape;
import fovea.net.shape.Window;

/**
 * The product of two or more inputs, value by value. As in Keras, an input with a height, a width or a number of
 * channels of 1 is repeated along the others', and a vector counts as an image of one pixel where an image is among
 * them: weights for channels, as in squeeze and excitation, need no reshaping.
 */
public record Multiply() implements Layer {

	@Override
	public boolean takesSeveral() {
		return true;
	}

	@Override
	public SymbolicShape shape(final LayerInputs inputs) throws ModelException {
		SymbolicShape product = inputs.first();
		for (final SymbolicShape input : inputs.shapes()) {
			if (!(fits(input.height(), product.height())
					&& fits(input.width(), product.width())
					&& (input.channels() == product.channels() || input.channels() == 1 || product.channels() == 1)))
				throw new ModelException("multiplies " + inputs + ", expected lengths that are equal or 1");
			product = new SymbolicShape(
					input.isVector() && product.isVector(),
					product.height().isOne() ? input.height() : product.height(),
					product.width().isOne() ? input.width() : product.width(),
					Math.max(input.channels(), product.channels()));
		}
		return product;
	}

	/** What is repeated is seen as a whole. */
	@Override
	public Window window(final LayerInputs inputs, final int from, final boolean vertical) {
		final boolean isRepeated = inputs.shapes().get(from).along(vertical).isOne()
				&& inputs.shapes().stream()
						.anyMatch(input -> !input.along(vertical).isOne());
		return isRepeated ? Window.GLOBAL : Window.PIXEL;
	}

	private static boolean fits(final Extent a, final Extent b) {
		return a.equals(b) || a.isOne() || b.isOne();
	}

	@Override
	public <R, X extends Exception> R accept(final Visitor<R, X> visitor) throws X {
		return visitor.visit(this);
	}
}
