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
import fovea.net.shape.Checks;
import fovea.net.shape.Padding;
import fovea.net.shape.Size;
import fovea.net.shape.SymbolicShape;
import fovea.net.shape.Window;

/**
 * The mean of each window, channel by channel. Padding is not counted.
 *
 * @param poolSize height and width of the window
 * @param strides steps of the window; Keras' default is the window's size
 * @param padding see {@link Padding}
 */
public record AveragePooling2D(Size poolSize, Size strides, Padding padding) implements Layer {

	public AveragePooling2D {
		Checks.present(poolSize, "pool_size");
		Checks.present(strides, "strides");
		Checks.present(padding, "padding");
	}

	/** Square windows side by side, VALID: a rest smaller than a window is dropped, as Keras does by default. */
	public AveragePooling2D(final int poolSize) {
		this(Size.of(poolSize), Size.of(poolSize), Padding.VALID);
	}

	static AveragePooling2D read(final FieldReader fields) throws ModelException {
		final Size pool = fields.size("pool_size", Size.of(2));
		return new AveragePooling2D(pool, fields.size("strides", pool), fields.padding());
	}

	@Override
	public SymbolicShape shape(final LayerInputs inputs) throws ModelException {
		return inputs.image().windows(poolSize, strides, padding);
	}

	@Override
	public Window window(final LayerInputs inputs, final int from, final boolean vertical) {
		return inputs.sliding(poolSize, strides, padding, vertical);
	}

	@Override
	public void write(final FieldWriter fields) {
		fields.put("pool_size", poolSize).window(strides, poolSize, padding);
	}

	@Override
	public <R, X extends Exception> R accept(final Visitor<R, X> visitor) throws X {
		return visitor.visit(this);
	}
}
