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

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * Makes a graph of what one signature computes, and nothing else: variables are constants with their present values,
 * and what saves, restores or trains is gone. TensorFlow can then keep weights in the order that its kernels like best,
 * and {@link NormFolding} can do its part. Stateless.
 */
final class Freezing {

	/** Of all variables together: a larger graph would be in memory several times while it is made. */
	private static final long MOST_BYTES = 256L << 20;

	private static final Set<String> VARIABLES = Set.of("VariableV2", "Variable");
	private static final String HANDLE = "VarHandleOp";
	private static final String READ = "ReadVariableOp";

	private Freezing() {}

	/**
	 * @param graph of a model
	 * @param input tensor that is fed, such as "x:0"
	 * @param outputs tensors that are fetched
	 * @param session in which the variables have their values
	 * @return the graph with the same tensors; empty where the model keeps something else than variables, calls
	 *     functions, or has very many weights
	 */
	static Optional<GraphDef> of(
			final GraphDef graph, final String input, final List<String> outputs, final Session session) {
		final Map<String, NodeDef> all = new LinkedHashMap<>();
		graph.getNodeList().forEach(node -> all.put(node.getName(), node));
		final Map<String, NodeDef> needed = needed(all, node(input), outputs);
		if (needed.values().stream().anyMatch(node -> isStrange(node, graph))) return Optional.empty();
		final List<String> read = needed.values().stream()
				.filter(Freezing::isRead)
				.map(NodeDef::getName)
				.toList();
		if (!fits(read.stream().map(needed::get).toList(), all)) return Optional.empty();
		final Map<String, NodeDef> frozen = new LinkedHashMap<>(needed);
		if (!read.isEmpty()) {
			final Session.Runner runner = session.runner();
			read.forEach(runner::fetch);
			try (Result values = runner.run()) {
				for (int i = 0; i < read.size(); i++)
					frozen.put(read.get(i), Constants.of(read.get(i), type(needed.get(read.get(i))), values.get(i)));
			}
		}
		frozen.values().removeIf(node -> node.getOp().equals(HANDLE));
		return Optional.of(GraphDef.newBuilder()
				.setVersions(graph.getVersions())
				.addAllNode(frozen.values())
				.build());
	}

	/** @return name of the node that gives a tensor, or comes before another */
	static String node(final String tensor) {
		final String name = tensor.startsWith("^") ? tensor.substring(1) : tensor;
		final int colon = name.lastIndexOf(':');
		return colon < 0 ? name : name.substring(0, colon);
	}

	/** From the outputs back, also beyond the input, which may have a default of its own. */
	private static Map<String, NodeDef> needed(
			final Map<String, NodeDef> all, final String input, final List<String> outputs) {
		final Map<String, NodeDef> needed = new LinkedHashMap<>();
		final Deque<String> ahead = new ArrayDeque<>();
		outputs.forEach(output -> ahead.push(node(output)));
		while (!ahead.isEmpty()) {
			final NodeDef node = all.get(ahead.pop());
			if (node == null || needed.put(node.getName(), node) != null) continue;
			node.getInputList().forEach(from -> ahead.push(node(from)));
		}
		needed.putIfAbsent(input, all.get(input)); // of a network that gives the same whatever it sees
		return needed;
	}

	private static boolean isRead(final NodeDef node) {
		return VARIABLES.contains(node.getOp()) || node.getOp().equals(READ);
	}

	/** What has a state that a fresh session would not have, or calls a function, which may hide such a thing. */
	private static boolean isStrange(final NodeDef node, final GraphDef graph) {
		final boolean calls = node.getAttrMap().values().stream()
						.anyMatch(value -> value.hasFunc()
								|| value.hasList() && value.getList().getFuncCount() > 0)
				|| graph.getLibrary().getFunctionList().stream()
						.anyMatch(function -> function.getSignature().getName().equals(node.getOp()));
		final boolean keeps = node.getOp().contains("Table")
				|| node.getOp().contains("Iterator")
				|| node.getOp().contains("Resource")
				|| node.getOp().startsWith("Assign");
		return calls || keeps;
	}

	private static boolean fits(final List<NodeDef> read, final Map<String, NodeDef> all) {
		long bytes = 0;
		for (final NodeDef node : read) {
			final NodeDef variable = node.getOp().equals(READ) ? all.get(node(node.getInput(0))) : node;
			if (variable == null || !variable.getOp().equals(HANDLE) && !VARIABLES.contains(variable.getOp()))
				return false;
			long size = Long.BYTES;
			for (final var length : variable.getAttrOrDefault("shape", AttrValue.getDefaultInstance())
					.getShape()
					.getDimList()) size *= Math.max(1, Math.min(MOST_BYTES, length.getSize()));
			bytes += size;
			if (size > MOST_BYTES || bytes > MOST_BYTES || type(node) == DataType.DT_STRING) return false;
		}
		return true;
	}

	private static DataType type(final NodeDef node) {
		return node.getAttrOrDefault("dtype", AttrValue.getDefaultInstance()).getType();
	}
}
