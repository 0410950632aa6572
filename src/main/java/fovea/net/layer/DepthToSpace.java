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
 * The channels of a pixel as a square block of pixels, also called pixel shuffle: pixel (y, x) of the block gets the
 * channels from (y * block + x) * out on, of out those that come out. As tf.nn.depth_to_space; Keras has no such layer.
 * {@link SpaceToDepth} undoes it.
 *
 * <p>Source: Shi et al. 2016, Real-Time Single Image and Video Super-Resolution Using an Efficient Sub-Pixel
 * Convolutional Neural Network.
 *
 * @param blockSize side of a block in pixels, at least 2; the number of channels must be a multiple of its square
 */
public record DepthToSpace(int blockSize) implements Layer {

	public DepthToSpace {
		Checks.atLeast(blockSize, 2, "block_size");
	}

	static DepthToSpace read(final FieldReader fields) throws ModelException {
		return new DepthToSpace(fields.count("block_size"));
	}

	@Override
	public void write(final FieldWriter fields) {
		fields.put("block_size", blockSize);
	}

	@Override
	public SymbolicShape shape(final LayerInputs inputs) throws ModelException {
		final SymbolicShape input = inputs.image();
		final int block = Math.multiplyExact(blockSize, blockSize);
		if (input.channels() % block != 0)
			throw new ModelException("expected a number of channels that is a multiple of " + block + ", got " + input);
		return input.times(Size.of(blockSize)).withChannels(input.channels() / block);
	}

	@Override
	public Window window(final LayerInputs inputs, final int from, final boolean vertical) {
		return Window.transposed(blockSize, blockSize, Padding.VALID);
	}

	@Override
	public boolean mixesChannels() {
		return true;
	}

	@Override
	public <R, X extends Exception> R accept(final Visitor<R, X> visitor) throws X {
		return visitor.visit(this);
	}
}
