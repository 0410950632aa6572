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

import fovea.net.layer.AveragePooling2D;
import fovea.net.layer.Conv2D;
import fovea.net.layer.Conv2DTranspose;
import fovea.net.layer.Flatten;
import fovea.net.layer.Interpolation;
import fovea.net.layer.Layer;
import fovea.net.layer.LayerDefault;
import fovea.net.layer.MaxPooling2D;
import fovea.net.layer.MaxUnpooling2D;
import fovea.net.layer.Reshape;
import fovea.net.layer.UpSampling2D;
import fovea.net.shape.Padding;
import fovea.net.shape.Size;
import fovea.net.shape.SymbolicShape;
import fovea.net.shape.Window;

/** What one layer's output pixel sees of its input along one axis. */
final class WindowRules extends LayerDefault<Window> {

	private final Node node;
	private final SymbolicShapes shapes;
	private final boolean vertical;

	/** @param vertical along y, else along x */
	WindowRules(final Node node, final SymbolicShapes shapes, final boolean vertical) {
		this.node = node;
		this.shapes = shapes;
		this.vertical = vertical;
	}

	@Override
	public Window other(final Layer layer) {
		return Window.PIXEL;
	}

	@Override
	public Window visit(final Conv2D layer) {
		return sliding(layer.kernelSize(), layer.strides(), layer.padding());
	}

	@Override
	public Window visit(final MaxPooling2D layer) {
		return sliding(layer.poolSize(), layer.strides(), layer.padding());
	}

	@Override
	public Window visit(final AveragePooling2D layer) {
		return sliding(layer.poolSize(), layer.strides(), layer.padding());
	}

	@Override
	public Window visit(final Conv2DTranspose layer) {
		return Window.transposed(along(layer.kernelSize()), along(layer.strides()), layer.padding());
	}

	@Override
	public Window visit(final MaxUnpooling2D layer) {
		final MaxPooling2D pooling = (MaxPooling2D)
				shapes.architecture().node(layer.pooling()).orElseThrow().layer();
		return Window.transposed(along(pooling.poolSize()), along(pooling.strides()), pooling.padding());
	}

	@Override
	public Window visit(final UpSampling2D layer) {
		final int factor = along(layer.size());
		return layer.interpolation() == Interpolation.NEAREST
				? Window.transposed(factor, factor, Padding.VALID)
				: Window.bilinear(factor);
	}

	@Override
	public Window visit(final Flatten layer) {
		return Window.GLOBAL;
	}

	@Override
	public Window visit(final Reshape layer) {
		return Window.GLOBAL;
	}

	private Window sliding(final Size window, final Size strides, final Padding padding) {
		final SymbolicShape input = shapes.of(node.inputs().get(0));
		// The part of a free length that depends on the input's is a multiple of the stride.
		final long offset = vertical ? input.height().offset() : input.width().offset();
		return Window.sliding(along(window), along(strides), padding, Math.floorMod(offset, along(strides)));
	}

	private int along(final Size size) {
		return vertical ? size.height() : size.width();
	}
}
