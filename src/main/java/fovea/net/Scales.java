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
import fovea.net.layer.Layer;
import fovea.net.layer.LayerDefault;
import fovea.net.layer.MaxPooling2D;
import fovea.net.layer.MaxUnpooling2D;
import fovea.net.layer.Reshape;
import fovea.net.layer.UpSampling2D;
import fovea.net.shape.Fraction;
import fovea.net.shape.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many pixels each layer has per pixel of the network's input, along one axis. A layer that sees its input as a
 * whole starts again at 1. Throws ArithmeticException where strides multiply beyond 64 bits.
 */
final class Scales extends LayerDefault<Fraction> {

	private final boolean vertical;
	private final Map<String, Fraction> scales = new HashMap<>();
	private final Map<String, List<String>> dependencies;
	private Fraction input = Fraction.ONE;

	/** @param vertical along y, else along x */
	Scales(final Architecture architecture, final boolean vertical) {
		this.vertical = vertical;
		dependencies = architecture.dependencies();
		for (final Node node : architecture.nodes()) {
			if (!node.inputs().isEmpty()) input = of(node.inputs().get(0));
			scales.put(node.name(), node.layer().accept(this));
		}
	}

	Fraction of(final String node) {
		return scales.get(node);
	}

	/** @return the least number of input pixels that every layer has a whole number of its own for */
	long alignment() {
		return scales.values().stream().mapToLong(Fraction::denominator).reduce(1, Fraction::lcm);
	}

	int along(final Size size) {
		return vertical ? size.height() : size.width();
	}

	@Override
	public Fraction other(final Layer layer) {
		return input;
	}

	@Override
	public Fraction visit(final Conv2D layer) {
		return input.over(along(layer.strides()));
	}

	@Override
	public Fraction visit(final MaxPooling2D layer) {
		return input.over(along(layer.strides()));
	}

	@Override
	public Fraction visit(final AveragePooling2D layer) {
		return input.over(along(layer.strides()));
	}

	@Override
	public Fraction visit(final Conv2DTranspose layer) {
		return input.times(along(layer.strides()));
	}

	@Override
	public Fraction visit(final UpSampling2D layer) {
		return input.times(along(layer.size()));
	}

	@Override
	public Fraction visit(final MaxUnpooling2D layer) {
		return of(dependencies.get(layer.pooling()).get(0));
	}

	@Override
	public Fraction visit(final Flatten layer) {
		return Fraction.ONE;
	}

	@Override
	public Fraction visit(final Reshape layer) {
		return Fraction.ONE;
	}
}
