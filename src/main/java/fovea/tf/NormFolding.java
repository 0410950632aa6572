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
package fovea.tf;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorShapeProto;

/**
 * Takes batch normalization into the convolution before it, where both are made of constants: with the scale {@code s =
 * gamma / sqrt(variance + epsilon)} of each channel the kernel becomes {@code s * kernel}, and what is added
 * {@code beta + s * (bias - mean)}. One pass over the image less for each. Values differ by rounding alone. Stateless.
 */
final class NormFolding {

	private static final Set<String> NORMS = Set.of("FusedBatchNorm", "FusedBatchNormV2", "FusedBatchNormV3");
	private static final String CONVOLUTION = "Conv2D";
	private static final String TRANSPOSED = "Conv2DBackpropInput";
	private static final String BIAS = "BiasAdd";
	private static final float EPSILON = 1e-4f;

	/** What a normalization gives beside its result, at most. */
	private static final int STATISTICS = 5;

	private final Map<String, NodeDef> nodes = new LinkedHashMap<>();
	private final Map<String, Integer> uses = new HashMap<>();
	private final Set<String> tensors = new HashSet<>();

	private NormFolding(final GraphDef graph, final List<String> outputs) {
		graph.getNodeList().forEach(node -> nodes.put(node.getName(), node));
		graph.getNodeList().forEach(node -> node.getInputList().forEach(this::count));
		outputs.forEach(this::count);
	}

	private void count(final String tensor) {
		uses.merge(Freezing.node(tensor), 1, Integer::sum);
		tensors.add(tensor);
	}

	/**
	 * @param graph of constants, as from {@link Freezing}
	 * @param outputs tensors that are fetched
	 * @return the same with fewer nodes
	 */
	static GraphDef of(final GraphDef graph, final List<String> outputs) {
		final NormFolding folding = new NormFolding(graph, outputs);
		graph.getNodeList().stream().filter(NormFolding::isFixed).forEach(folding::fold);
		return graph.toBuilder().clearNode().addAllNode(folding.nodes.values()).build();
	}

	private static boolean isFixed(final NodeDef node) {
		final AttrValue training = node.getAttrOrDefault("is_training", AttrValue.getDefaultInstance());
		return NORMS.contains(node.getOp())
				&& node.containsAttr("is_training")
				&& !training.getB()
				&& isChannelsLast(node);
	}

	private static boolean isChannelsLast(final NodeDef node) {
		final String format = node.getAttrOrDefault("data_format", AttrValue.getDefaultInstance())
				.getS()
				.toStringUtf8();
		return format.isEmpty() || format.equals("NHWC");
	}

	/** Leaves all as it is where the convolution, its bias or the normalization is also used elsewhere. */
	private void fold(final NodeDef norm) {
		for (int i = 1; i <= STATISTICS; i++) if (tensors.contains(norm.getName() + ":" + i)) return;
		final NodeDef before = nodes.get(norm.getInput(0));
		final Optional<NodeDef> bias = before != null && before.getOp().equals(BIAS) && isChannelsLast(before)
				? Optional.of(before)
				: Optional.empty();
		final NodeDef convolution = bias.isPresent() ? nodes.get(before.getInput(0)) : before;
		if (convolution == null || !isConvolution(convolution) || !isUsedOnce(before) || !isUsedOnce(convolution))
			return;
		final NodeDef kernel = source(convolution.getInput(1));
		final List<NodeDef> numbers =
				norm.getInputList().subList(1, 5).stream().map(this::source).toList();
		final NodeDef added = bias.map(node -> source(node.getInput(1))).orElse(kernel);
		if (!areFloats(kernel) || !areFloats(added) || !numbers.stream().allMatch(NormFolding::areFloats)) return;
		final boolean isTransposed = convolution.getOp().equals(TRANSPOSED);
		final List<TensorShapeProto.Dim> lengths = Constants.shape(kernel).getDimList();
		if (lengths.size() != 4) return;
		final int channels = (int) lengths.get(isTransposed ? 2 : 3).getSize();
		final int inner = isTransposed ? (int) lengths.get(3).getSize() : 1;
		final float[][] given = numbers.stream().map(Constants::floats).toArray(float[][]::new);
		for (final float[] each : given) if (each.length != channels) return;
		final float epsilon =
				norm.containsAttr("epsilon") ? norm.getAttrOrThrow("epsilon").getF() : EPSILON;
		final float[] from = bias.isPresent() ? Constants.floats(added) : new float[channels];
		final double[] scale = new double[channels];
		final float[] to = new float[channels];
		for (int c = 0; c < channels; c++) {
			scale[c] = given[0][c] / Math.sqrt((double) given[3][c] + epsilon);
			to[c] = (float) (given[1][c] + scale[c] * ((double) from[c] - given[2][c]));
		}
		final float[] weights = Constants.floats(kernel);
		for (int i = 0; i < weights.length; i++) weights[i] = (float) (weights[i] * scale[i / inner % channels]);
		put(Constants.of(norm.getName() + "/kernel", Constants.shape(kernel), weights));
		put(Constants.of(norm.getName() + "/bias", Constants.shape(numbers.get(1)), to));
		put(convolution.toBuilder().setInput(1, norm.getName() + "/kernel").build());
		put(NodeDef.newBuilder()
				.setName(norm.getName())
				.setOp(BIAS)
				.setDevice(norm.getDevice())
				.addInput(convolution.getName())
				.addInput(norm.getName() + "/bias")
				.putAttr("T", norm.getAttrOrThrow("T"))
				.build());
		bias.ifPresent(node -> nodes.remove(node.getName()));
	}

	/** @return what gives a tensor, or what that takes as it is; may be null */
	private NodeDef source(final String tensor) {
		NodeDef node = nodes.get(tensor);
		while (node != null && node.getOp().equals("Identity")) node = nodes.get(node.getInput(0));
		return node;
	}

	private void put(final NodeDef node) {
		nodes.put(node.getName(), node);
	}

	private static boolean isConvolution(final NodeDef node) {
		return (node.getOp().equals(CONVOLUTION) || node.getOp().equals(TRANSPOSED)) && isChannelsLast(node);
	}

	private boolean isUsedOnce(final NodeDef node) {
		return uses.getOrDefault(node.getName(), 0) == 1;
	}

	private static boolean areFloats(final NodeDef node) {
		return node != null && Constants.areFloats(node);
	}
}
