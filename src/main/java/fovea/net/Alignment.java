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
import fovea.net.shape.Checks;

/**
 * What the height and width of a network's input must be multiples of, so that no stride leaves a rest: then skip
 * connections line up, the output of an autoencoder is as large as its input, and shifting the input by this shifts the
 * output along. 1 for a network without strides.
 *
 * @param height in pixels of the input, at least 1
 * @param width in pixels of the input, at least 1
 */
public record Alignment(int height, int width) {

	/** More than any image has. */
	private static final int MAX = 1 << 16;

	public Alignment {
		Checks.atLeast(height, 1, "height");
		Checks.atLeast(width, 1, "width");
	}

	/**
	 * @param architecture any
	 * @return the least alignment of its input
	 * @throws ModelException if its shapes do not fit, or that is more than 65536 pixels
	 */
	public static Alignment of(final Architecture architecture) throws ModelException {
		final SymbolicShapes shapes = SymbolicShapes.infer(architecture);
		return new Alignment(of(shapes, true), of(shapes, false));
	}

	private static int of(final SymbolicShapes shapes, final boolean vertical) throws ModelException {
		final Architecture architecture = shapes.architecture();
		try {
			final long alignment = new Scales(shapes, vertical).alignment();
			if (alignment <= MAX) return (int) alignment;
			throw tooLarge(architecture, null);
		} catch (final ArithmeticException e) {
			throw tooLarge(architecture, e);
		}
	}

	private static ModelException tooLarge(final Architecture architecture, final Exception cause) {
		return new ModelException(
				architecture.name() + ": expected strides that multiply to at most " + MAX + ", got more", cause);
	}
}
