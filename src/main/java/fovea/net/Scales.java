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

import fovea.net.layer.LayerInputs;
import fovea.net.shape.Fraction;
import fovea.net.shape.Window;
import java.util.HashMap;
import java.util.Map;

/**
 * How many pixels each layer has per pixel of the network's input, along one axis. A layer that sees its input as a
 * whole starts again at 1. Throws ArithmeticException where strides multiply beyond 64 bits.
 */
final class Scales {

	private final Map<String, Fraction> scales = new HashMap<>();

	/** @param vertical along y, else along x */
	Scales(final SymbolicShapes shapes, final boolean vertical) {
		for (final Node node : shapes.architecture().nodes())
			scales.put(node.name(), scale(node, shapes.inputs(node), vertical));
	}

	private Fraction scale(final Node node, final LayerInputs inputs, final boolean vertical) {
		for (int i = 0; i < node.inputs().size(); i++) {
			final Window window = node.layer().window(inputs, i, vertical);
			if (!window.isGlobal()) return window.scaled(of(node.inputs().get(i)));
		}
		return Fraction.ONE;
	}

	Fraction of(final String node) {
		return scales.get(node);
	}

	/** @return the least number of input pixels that every layer has a whole number of its own for */
	long alignment() {
		return scales.values().stream().mapToLong(Fraction::denominator).reduce(1, Fraction::lcm);
	}
}
