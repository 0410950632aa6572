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
import fovea.net.shape.Padding;
import fovea.net.shape.Size;
import fovea.net.shape.SymbolicShape;
import fovea.net.shape.Window;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a layer takes at its place in a network, as far as its rules need it.
 *
 * @param shapes of its inputs, in order; for an {@link Input} the shape that comes in from outside
 * @param pooled the pooling whose switches it uses, if it does
 */
public record LayerInputs(List<SymbolicShape> shapes, Optional<Pooled> pooled) {

	/**
	 * A pooling of the same network.
	 *
	 * @param layer how it pools
	 * @param input the shape of what it takes
	 * @param output the shape of what it makes
	 */
	public record Pooled(MaxPooling2D layer, SymbolicShape input, SymbolicShape output) {}

	/** Copies the list. */
	public LayerInputs {
		shapes = List.copyOf(shapes);
	}

	SymbolicShape first() {
		return shapes.get(0);
	}

	/** @return the first shape, of an image */
	SymbolicShape image() throws ModelException {
		if (first().isVector()) throw new ModelException("expected an image, got a vector of " + first());
		return first();
	}

	/** @return the number of values of the first input */
	long elements() throws ModelException {
		return first().elements()
				.orElseThrow(() -> new ModelException("expected an input of known height and width, got " + first()));
	}

	/** @return the window of a convolution or pooling of the first input */
	Window sliding(final Size window, final Size strides, final Padding padding, final boolean vertical) {
		// The part of a free length that depends on the input's is a multiple of the stride.
		final long offset = first().along(vertical).offset();
		final int stride = strides.along(vertical);
		return Window.sliding(window.along(vertical), stride, padding, Math.floorMod(offset, stride));
	}

	/** @return all shapes, with "and" between them */
	@Override
	public String toString() {
		return shapes.stream().map(SymbolicShape::toString).collect(Collectors.joining(" and "));
	}
}
