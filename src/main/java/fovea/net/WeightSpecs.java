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
import fovea.net.layer.WeightSpec;
import java.util.ArrayList;
import java.util.List;

/** Which weights a network has. */
public final class WeightSpecs {

	private WeightSpecs() {}

	/**
	 * @param architecture any
	 * @return its weights: nodes in their order, within a node in Keras' order (kernel, bias; gamma, beta, moving_mean,
	 *     moving_variance)
	 * @throws ModelException if shapes do not fit
	 */
	public static List<WeightSpec> of(final Architecture architecture) throws ModelException {
		return of(Shapes.infer(architecture));
	}

	/**
	 * @param shapes of an architecture
	 * @return its weights, in the same order
	 */
	public static List<WeightSpec> of(final Shapes shapes) {
		final List<WeightSpec> specs = new ArrayList<>();
		for (final Node node : shapes.architecture().nodes()) specs.addAll(of(node, shapes));
		return List.copyOf(specs);
	}

	/**
	 * @param node of the architecture of these shapes
	 * @param shapes of all nodes
	 * @return the node's weights in Keras' order, none for most kinds of layer
	 */
	public static List<WeightSpec> of(final Node node, final Shapes shapes) {
		final int channels =
				node.inputs().isEmpty() ? 0 : shapes.of(node.inputs().get(0)).channels();
		final List<WeightSpec> specs = node.layer().weights(node.name(), channels);
		return node.trainable() ? specs : specs.stream().map(WeightSpec::frozen).toList();
	}
}
