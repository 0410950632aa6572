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

import fovea.model.graph.GraphFunction;
import fovea.model.graph.GraphNode;
import fovea.model.graph.GraphWalk;
import fovea.model.graph.NodeLocation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Variables may be read from their own files only: the name that a RestoreV2 is given must be the tensor that
 * TensorFlow fills in with the model's folder, directly or as an argument of a function.
 */
final class RestoreRule {

	static final String RESTORE = "RestoreV2";

	private static final Set<String> PASS_ON = Set.of("Identity", "PlaceholderWithDefault");
	private static final Set<String> CALLS = Set.of("PartitionedCall", "StatefulPartitionedCall");

	/** Far more than functions that read variables; there could be one for every choice of arguments. */
	private static final int MOST_CALLS = 10_000;

	/** How many nodes may pass the name on; exporters have one or two. */
	private static final int MOST_HANDS = 20;

	private final GraphWalk walk;
	private final Deque<Body> open = new ArrayDeque<>();
	private final Set<Call> entered = new HashSet<>();

	/** Nodes that see each other, and the names among them that stand for the variables' files. */
	private record Body(String function, List<GraphNode> nodes, Set<String> filenames) {}

	private record Call(String function, Set<String> filenames) {}

	private RestoreRule(final GraphWalk walk) {
		this.walk = walk;
	}

	/** @return a RestoreV2 that reads from elsewhere, of what is run to read the variables */
	static Optional<NodeLocation> broken(final GraphWalk walk) {
		return new RestoreRule(walk).search();
	}

	private Optional<NodeLocation> search() {
		if (walk.graph().restore().isEmpty()) return Optional.empty();
		final List<GraphNode> run = walk.from(List.of(walk.graph().restore())).stream()
				.filter(p -> p.function().isEmpty())
				.map(NodeLocation::node)
				.toList();
		final String filename = withoutZero(walk.graph().filename());
		open.push(new Body("", run, filename.isEmpty() ? Set.of() : Set.of(filename)));
		while (!open.isEmpty() && entered.size() <= MOST_CALLS) {
			final Body body = open.pop();
			final Map<String, GraphNode> scope = new HashMap<>();
			body.nodes.forEach(node -> scope.put(node.name(), node));
			for (final GraphNode node : body.nodes) {
				if (node.op().equals(RESTORE) && !isFilename(node.input(0), body, scope))
					return Optional.of(new NodeLocation(body.function, node));
				for (final GraphFunction function : walk.calledOrSwapped(node)) enter(function, node, body, scope);
			}
		}
		return open.isEmpty()
				? Optional.empty()
				: Optional.of(new NodeLocation(
						"",
						walk.node("", GraphNode.source(walk.graph().restore())).orElseThrow()));
	}

	private void enter(
			final GraphFunction function, final GraphNode caller, final Body body, final Map<String, GraphNode> scope) {
		final Set<String> filenames = new HashSet<>();
		final List<String> given = caller.values();
		if (CALLS.contains(caller.op()))
			for (int i = 0; i < Math.min(given.size(), function.arguments().size()); i++)
				if (isFilename(given.get(i), body, scope))
					filenames.add(function.arguments().get(i));
		if (entered.add(new Call(function.name(), filenames)))
			open.push(new Body(function.name(), function.nodes(), filenames));
	}

	private static boolean isFilename(final String input, final Body body, final Map<String, GraphNode> scope) {
		String name = withoutZero(input);
		final Set<String> seen = new HashSet<>();
		while (seen.add(name)) {
			if (body.filenames.contains(name)) return true;
			final GraphNode node = scope.get(GraphNode.source(name));
			if (node == null || !PASS_ON.contains(node.op()) || seen.size() > MOST_HANDS) return false;
			name = withoutZero(node.input(0));
		}
		return false;
	}

	/** @return the same tensor: "node" is short for "node:0" */
	private static String withoutZero(final String tensor) {
		return tensor.endsWith(":0") ? tensor.substring(0, tensor.length() - 2) : tensor;
	}
}
