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
package fovea.net.shape;

import fovea.base.ModelException;
import java.util.OptionalLong;

/** A shape whose free lengths remember how they depend on the input's, so that they can be compared. */
public record SymbolicShape(boolean isVector, Extent height, Extent width, int channels) {

	public static SymbolicShape of(final Shape shape) {
		return new SymbolicShape(
				shape.isVector(), Extent.of(shape.height()), Extent.of(shape.width()), shape.channels());
	}

	public static SymbolicShape vector(final int length) {
		return of(Shape.vector(length));
	}

	public SymbolicShape withChannels(final int count) {
		return new SymbolicShape(isVector, height, width, count);
	}

	public SymbolicShape windows(final Size window, final Size strides, final Padding padding) throws ModelException {
		final Extent y = height.windows(window.height(), strides.height(), padding);
		final Extent x = width.windows(window.width(), strides.width(), padding);
		if (!y.isFree() && y.offset() < 1 || !x.isFree() && x.offset() < 1)
			throw new ModelException("expected an input of at least " + window + ", got " + this);
		return new SymbolicShape(false, y, x, channels);
	}

	/** @return what {@link #windows} would make this shape of, as Keras chooses it */
	public SymbolicShape transposed(final Size kernel, final Size strides, final Padding padding) {
		return new SymbolicShape(
				false,
				height.transposed(kernel.height(), strides.height(), padding),
				width.transposed(kernel.width(), strides.width(), padding),
				channels);
	}

	public SymbolicShape times(final Size factors) {
		return new SymbolicShape(false, height.times(factors.height()), width.times(factors.width()), channels);
	}

	/** @throws ModelException if height or width are no multiples */
	public SymbolicShape over(final int factor) throws ModelException {
		if (height.offset() % factor != 0 || width.offset() % factor != 0)
			throw new ModelException("expected a height and width that are multiples of " + factor + ", got " + this);
		final Size block = Size.of(factor);
		return windows(block, block, Padding.VALID);
	}

	/** @return the number of values, empty if a length is free */
	public OptionalLong elements() {
		return height.isFree() || width.isFree()
				? OptionalLong.empty()
				: OptionalLong.of(Math.multiplyExact(Math.multiplyExact(height.offset(), width.offset()), channels));
	}

	/** @return the height or the width */
	public Extent along(final boolean vertical) {
		return vertical ? height : width;
	}

	public boolean sameArea(final SymbolicShape other) {
		return isVector == other.isVector && height.equals(other.height) && width.equals(other.width);
	}

	public Shape shape() {
		return new Shape(isVector, height.length(), width.length(), channels);
	}

	@Override
	public String toString() {
		return isVector ? Integer.toString(channels) : height.text("H") + " x " + width.text("W") + " x " + channels;
	}
}
