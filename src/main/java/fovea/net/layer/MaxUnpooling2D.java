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
import fovea.net.shape.SymbolicShape;
import fovea.net.shape.Window;
import java.util.Optional;

/**
 * Undoes a max pooling: each value goes to the place its pooling layer took the maximum from (the switches), all else
 * is 0. Where windows overlap and two values meet at one place, they add up. The input must have the shape of the
 * pooling layer's output; the output has the shape of the pooling layer's input. Keras has no such layer.
 *
 * <p>Source: Zeiler and Fergus 2014, Visualizing and Understanding Convolutional Networks; Noh, Hong and Han 2015,
 * Learning Deconvolution Network for Semantic Segmentation.
 *
 * @param pooling name of the {@link MaxPooling2D} node whose switches are used
 */
public record MaxUnpooling2D(String pooling) implements Layer {

	public MaxUnpooling2D {
		Checks.name(pooling, "pooling");
	}

	static MaxUnpooling2D read(final FieldReader fields) throws ModelException {
		return new MaxUnpooling2D(FieldReader.layerName(fields.at("pooling"), "the name of a MaxPooling2D layer"));
	}

	@Override
	public Optional<String> switches() {
		return Optional.of(pooling);
	}

	@Override
	public SymbolicShape shape(final LayerInputs inputs) throws ModelException {
		final LayerInputs.Pooled pooled = inputs.pooled().orElseThrow();
		if (!inputs.first().equals(pooled.output()))
			throw new ModelException("expected " + pooled.output() + ", the output of '" + pooling
					+ "', whose switches it uses, got " + inputs.first());
		return pooled.input();
	}

	@Override
	public Window window(final LayerInputs inputs, final int from, final boolean vertical) {
		final MaxPooling2D layer = inputs.pooled().orElseThrow().layer();
		return Window.transposed(
				layer.poolSize().along(vertical), layer.strides().along(vertical), layer.padding());
	}

	@Override
	public void write(final FieldWriter fields) {
		fields.put("pooling", pooling);
	}

	@Override
	public <R, X extends Exception> R accept(final Visitor<R, X> visitor) throws X {
		return visitor.visit(this);
	}
}
