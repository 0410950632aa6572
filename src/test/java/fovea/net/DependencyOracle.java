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
import fovea.net.layer.AveragePooling2D;
import fovea.net.layer.Conv2D;
import fovea.net.layer.Conv2DTranspose;
import fovea.net.layer.DepthToSpace;
import fovea.net.layer.DepthwiseConv2D;
import fovea.net.layer.GlobalAveragePooling2D;
import fovea.net.layer.Input;
import fovea.net.layer.Interpolation;
import fovea.net.layer.Layer;
import fovea.net.layer.MaxPooling2D;
import fovea.net.layer.MaxUnpooling2D;
import fovea.net.layer.SeparableConv2D;
import fovea.net.layer.SpaceToDepth;
import fovea.net.layer.UpSampling2D;
import fovea.net.shape.Padding;
import fovea.net.shape.Shape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which input rows each row of a node depends on, by the definition of each layer, row by row, at one size: the truth
 * that receptive fields are held against.
 */
final class DependencyOracle {

	private final Map<String, BitSet[]> rows = new HashMap<>();
	private final Map<String, Node> nodes = new HashMap<>();

	DependencyOracle(final Architecture architecture, final Shape input) throws ModelException {
		final Shapes shapes = Shapes.infer(architecture, input);
		for (final Node node : architecture.nodes()) {
			nodes.put(node.name(), node);
			rows.put(node.name(), rows(node, shapes.of(node.name()).height()));
		}
	}

	/** One set of input rows for each row of the node. */
	BitSet[] rows(final String node) {
		return rows.get(node);
	}

	private BitSet[] rows(final Node node, final int length) {
		final BitSet[] result = new BitSet[length];
		for (int y = 0; y < length; y++) result[y] = new BitSet();
		final List<BitSet[]> inputs = new ArrayList<>();
		for (final String name : node.inputs()) inputs.add(rows.get(name));
		final Layer layer = node.layer();
		if (layer instanceof Input) for (int y = 0; y < length; y++) result[y].set(y);
		else if (layer instanceof Conv2D conv)
			slide(
					inputs.get(0),
					result,
					conv.kernelSize().height(),
					conv.strides().height(),
					conv.padding());
		else if (layer instanceof SeparableConv2D conv)
			slide(
					inputs.get(0),
					result,
					conv.kernelSize().height(),
					conv.strides().height(),
					conv.padding());
		else if (layer instanceof DepthwiseConv2D conv)
			slide(
					inputs.get(0),
					result,
					conv.kernelSize().height(),
					conv.strides().height(),
					conv.padding());
		else if (layer instanceof SpaceToDepth block)
			slide(inputs.get(0), result, block.blockSize(), block.blockSize(), Padding.VALID);
		else if (layer instanceof DepthToSpace block)
			scatter(inputs.get(0), result, block.blockSize(), block.blockSize(), Padding.VALID);
		else if (layer instanceof GlobalAveragePooling2D) for (final BitSet row : inputs.get(0)) result[0].or(row);
		else if (layer instanceof MaxPooling2D pool)
			slide(
					inputs.get(0),
					result,
					pool.poolSize().height(),
					pool.strides().height(),
					pool.padding());
		else if (layer instanceof AveragePooling2D pool)
			slide(
					inputs.get(0),
					result,
					pool.poolSize().height(),
					pool.strides().height(),
					pool.padding());
		else if (layer instanceof Conv2DTranspose conv)
			scatter(
					inputs.get(0),
					result,
					conv.kernelSize().height(),
					conv.strides().height(),
					conv.padding());
		else if (layer instanceof UpSampling2D up) enlarge(inputs.get(0), result, up);
		else if (layer instanceof MaxUnpooling2D unpooling) {
			final MaxPooling2D pool =
					(MaxPooling2D) nodes.get(unpooling.pooling()).layer();
			for (final BitSet[] source : List.of(inputs.get(0), rows.get(unpooling.pooling())))
				scatter(source, result, pool.poolSize().height(), pool.strides().height(), pool.padding());
		} else
			for (final BitSet[] input : inputs) for (int y = 0; y < length; y++) result[y].or(input[y % input.length]);
		return result;
	}

	/** TensorFlow's SAME: as many zeros as the last window needs, the smaller half of them before. */
	private static int before(
			final int length, final int windows, final int kernel, final int stride, final Padding padding) {
		return padding == Padding.VALID ? 0 : Math.max((windows - 1) * stride + kernel - length, 0) / 2;
	}

	private static void slide(
			final BitSet[] input, final BitSet[] output, final int kernel, final int stride, final Padding padding) {
		final int before = before(input.length, output.length, kernel, stride, padding);
		for (int y = 0; y < output.length; y++)
			for (int k = 0; k < kernel; k++) {
				final int from = y * stride + k - before;
				if (from >= 0 && from < input.length) output[y].or(input[from]);
			}
	}

	private static void scatter(
			final BitSet[] input, final BitSet[] output, final int kernel, final int stride, final Padding padding) {
		final int before = before(output.length, input.length, kernel, stride, padding);
		for (int x = 0; x < input.length; x++)
			for (int k = 0; k < kernel; k++) {
				final int to = x * stride + k - before;
				if (to >= 0 && to < output.length) output[to].or(input[x]);
			}
	}

	private static void enlarge(final BitSet[] input, final BitSet[] output, final UpSampling2D up) {
		final int factor = up.size().height();
		for (int y = 0; y < output.length; y++) {
			if (up.interpolation() == Interpolation.NEAREST || factor == 1) output[y].or(input[y / factor]);
			else {
				final int lower = (int) Math.floor((y + 0.5) / factor - 0.5);
				output[y].or(input[Math.max(lower, 0)]);
				output[y].or(input[Math.min(lower + 1, input.length - 1)]);
			}
		}
	}
}
