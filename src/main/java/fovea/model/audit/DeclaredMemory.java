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
package fovea.model.audit;

import fovea.io.ElementBytes;
import fovea.model.graph.Constant;
import fovea.model.graph.Dims;
import fovea.model.graph.GraphNode;
import fovea.model.graph.GraphNode.Declared;
import fovea.model.graph.GraphWalk;
import fovea.model.graph.NodeLocation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How much memory a graph asks for, as far as it says so itself: constants, variables, results of a size that is
 * written down.
 */
final class DeclaredMemory {

	private static final long MOST_ELEMENTS = Soundness.MOST_ELEMENTS;

	private static final Set<String> VARIABLES = Set.of("VarHandleOp", "VariableV2", "Variable");

	/** Which input is the shape of the result. */
	private static final Map<String, Integer> SHAPED = Map.ofEntries(
			Map.entry("Fill", 0),
			Map.entry("Empty", 0),
			Map.entry("RandomUniform", 0),
			Map.entry("RandomUniformInt", 0),
			Map.entry("RandomStandardNormal", 0),
			Map.entry("TruncatedNormal", 0),
			Map.entry("StatelessRandomUniform", 0),
			Map.entry("StatelessRandomUniformV2", 0),
			Map.entry("StatelessRandomNormal", 0),
			Map.entry("StatelessRandomNormalV2", 0),
			Map.entry("StatelessTruncatedNormal", 0),
			Map.entry("StatelessTruncatedNormalV2", 0),
			Map.entry("Conv2DBackpropInput", 0),
			Map.entry("Conv3DBackpropInputV2", 0),
			Map.entry("BroadcastTo", 1),
			Map.entry("Tile", 1),
			Map.entry("ResizeBilinear", 1),
			Map.entry("ResizeNearestNeighbor", 1),
			Map.entry("ResizeBicubic", 1),
			Map.entry("ResizeArea", 1),
			Map.entry("ScatterNd", 2));

	/**
	 * Which input is the number of tensors in a list, each of which takes some bytes before there is anything in it.
	 */
	private static final Map<String, Integer> LISTS =
			Map.of("TensorListReserve", 1, "TensorListResize", 1, "TensorArrayV3", 0);

	private static final int LISTED_BYTES = 64;

	private static final int DEFAULT_BYTES = 4;

	/** An empty text takes as much. */
	private static final int TEXT_BYTES = 24;

	private static final int TEXT = 7; // in types.proto

	private DeclaredMemory() {}

	/**
	 * What asks for the most, or for what is left.
	 *
	 * @param place a node
	 * @param bytes how much there must be for it, with all that stays meanwhile
	 */
	record Demand(NodeLocation place, long bytes) {}

	/**
	 * @param walk of the graph
	 * @param run the nodes that are run
	 * @return the least memory that running them takes, and the node that takes the most of it
	 */
	static Optional<Demand> of(final GraphWalk walk, final Collection<NodeLocation> run) {
		long staying = 0;
		Demand largest = null;
		Demand passing = null;
		for (final NodeLocation place : run) {
			final long kept = kept(place.node());
			staying = Math.min(Long.MAX_VALUE / 4, staying + kept);
			if (largest == null || kept > largest.bytes) largest = new Demand(place, kept);
			final long result = result(place, walk);
			if (result > 0 && (passing == null || result > passing.bytes)) passing = new Demand(place, result);
		}
		if (largest == null) return Optional.empty();
		final boolean passes = passing != null && passing.bytes > largest.bytes;
		return Optional.of(
				new Demand((passes ? passing : largest).place, staying + (passing == null ? 0 : passing.bytes)));
	}

	/** @return bytes of constants and variables, which stay */
	private static long kept(final GraphNode node) {
		long bytes = 0;
		for (final Declared<Constant> constant : node.constants())
			bytes += bytes(constant.value().dims().elements(), constant.value().type());
		if (VARIABLES.contains(node.op()))
			for (final Declared<Dims> shape : node.shapes())
				if (shape.attribute().equals("shape"))
					bytes += bytes(shape.value().elements(), node.types().getOrDefault("dtype", 1));
		return bytes;
	}

	/** @return the least number of bytes of the result, where the graph says it; else 0 */
	private static long result(final NodeLocation place, final GraphWalk walk) {
		final Function<String, Optional<GraphNode>> scope = name -> walk.node(place.function(), name);
		final Integer list = LISTS.get(place.node().op());
		if (list != null)
			return numbers(place.node().input(list), scope).stream()
					.limit(1)
					.mapToLong(n -> Math.max(0, Math.min(n, MOST_ELEMENTS)) * LISTED_BYTES)
					.sum();
		final Integer index = SHAPED.get(place.node().op());
		if (index == null) return 0;
		final List<Long> shape = numbers(place.node().input(index), scope);
		final Dims dims = new Dims(shape);
		if (shape.isEmpty()) return 0;
		// what is not a shape after all is an error of TensorFlow's, but one that is too large its end
		final long elements = dims.elements() < 0
				? shape.stream().anyMatch(size -> size < -1) ? 0 : MOST_ELEMENTS
				: Math.min(MOST_ELEMENTS, dims.elements());
		return bytes(
				elements,
				place.node().types().getOrDefault("dtype", place.node().types().getOrDefault("T", 1)));
	}

	/** @return the values of a constant, perhaps handed on once */
	private static List<Long> numbers(final String input, final Function<String, Optional<GraphNode>> scope) {
		final Optional<GraphNode> node = scope.apply(GraphNode.source(input));
		final Optional<GraphNode> source = node.filter(n -> n.op().equals("Identity"))
				.flatMap(n -> scope.apply(GraphNode.source(n.input(0))))
				.or(() -> node);
		return source.filter(n -> n.op().equals("Const"))
				.flatMap(n -> n.constants().stream()
						.filter(c -> c.attribute().equals("value"))
						.findFirst())
				.map(c -> c.value().numbers())
				.orElse(List.of());
	}

	private static long bytes(final long elements, final int type) {
		final int width = type % 100 == TEXT ? TEXT_BYTES : ElementBytes.of(type % 100);
		return Math.max(0, elements) * (width == 0 ? DEFAULT_BYTES : width);
	}
}
