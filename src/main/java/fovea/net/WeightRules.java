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

import fovea.net.layer.BatchNormalization;
import fovea.net.layer.Conv2D;
import fovea.net.layer.Conv2DTranspose;
import fovea.net.layer.Dense;
import fovea.net.layer.Layer;
import fovea.net.layer.LayerDefault;
import fovea.net.layer.WeightSpec;
import java.util.List;

/** The weights of one layer. */
final class WeightRules extends LayerDefault<List<WeightSpec>> {

	private final Node node;
	private final int channels;

	/** @param channels of the node's first input */
	WeightRules(final Node node, final int channels) {
		this.node = node;
		this.channels = channels;
	}

	@Override
	public List<WeightSpec> other(final Layer layer) {
		return List.of();
	}

	@Override
	public List<WeightSpec> visit(final Conv2D layer) {
		return affine(
				List.of(layer.kernelSize().height(), layer.kernelSize().width(), channels, layer.filters()),
				layer.filters(),
				layer.useBias());
	}

	@Override
	public List<WeightSpec> visit(final Conv2DTranspose layer) {
		return affine(
				List.of(layer.kernelSize().height(), layer.kernelSize().width(), layer.filters(), channels),
				layer.filters(),
				layer.useBias());
	}

	@Override
	public List<WeightSpec> visit(final Dense layer) {
		return affine(List.of(channels, layer.units()), layer.units(), layer.useBias());
	}

	@Override
	public List<WeightSpec> visit(final BatchNormalization layer) {
		return List.of(
				perChannel("gamma", true),
				perChannel("beta", true),
				perChannel("moving_mean", false),
				perChannel("moving_variance", false));
	}

	private List<WeightSpec> affine(final List<Integer> kernel, final int outputs, final boolean useBias) {
		final WeightSpec weights = new WeightSpec(node.name(), "kernel", kernel, node.trainable());
		return useBias
				? List.of(weights, new WeightSpec(node.name(), "bias", List.of(outputs), node.trainable()))
				: List.of(weights);
	}

	private WeightSpec perChannel(final String name, final boolean trainable) {
		return new WeightSpec(node.name(), name, List.of(channels), trainable && node.trainable());
	}
}
