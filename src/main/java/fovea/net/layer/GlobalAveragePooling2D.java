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
import fovea.net.shape.Shape;
import fovea.net.shape.SymbolicShape;
import fovea.net.shape.Window;

/**
 * The mean of each channel over the whole image, whose height and width may be free.
 *
 * @param keepsDims true for an image of one pixel, false for a vector (Keras: keepdims)
 */
public record GlobalAveragePooling2D(boolean keepsDims) implements Layer {

	static GlobalAveragePooling2D read(final FieldReader fields) throws ModelException {
		return new GlobalAveragePooling2D(fields.flag("keepdims", false));
	}

	@Override
	public void write(final FieldWriter fields) {
		fields.put("keepdims", keepsDims, false);
	}

	@Override
	public SymbolicShape shape(final LayerInputs inputs) throws ModelException {
		final int channels = inputs.image().channels();
		return SymbolicShape.of(keepsDims ? Shape.image(1, 1, channels) : Shape.vector(channels));
	}

	@Override
	public Window window(final LayerInputs inputs, final int from, final boolean vertical) {
		return Window.GLOBAL;
	}

	@Override
	public <R, X extends Exception> R accept(final Visitor<R, X> visitor) throws X {
		return visitor.visit(this);
	}
}
