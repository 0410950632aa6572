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
import fovea.net.layer.Activation;
import fovea.net.layer.Conv2D;
import fovea.net.layer.Input;
import fovea.net.layer.Layer;
import fovea.net.shape.Padding;
import fovea.net.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Small architectures for tests. */
public final class Graphs {

	private Graphs() {}

	/** A chain named "net" whose layers are named l1, l2, ... after the input "input". */
	public static Architecture chain(final Shape input, final Layer... layers) throws ModelException {
		final List<Node> nodes = new ArrayList<>(List.of(new Node("input", new Input(input))));
		for (int i = 0; i < layers.length; i++)
			nodes.add(new Node("l" + (i + 1), layers[i], nodes.get(i).name()));
		return of(nodes.toArray(Node[]::new));
	}

	/** An architecture named "net" whose output is the last node. */
	public static Architecture of(final Node... nodes) throws ModelException {
		return Architecture.of("net", "", List.of(nodes), nodes[nodes.length - 1].name(), Optional.empty());
	}

	public static Conv2D conv(final int filters, final int kernel, final int stride, final Padding padding) {
		return new Conv2D(filters, kernel, stride, padding, Activation.RELU);
	}

	public static Conv2D same(final int filters) {
		return conv(filters, 3, 1, Padding.SAME);
	}
}
