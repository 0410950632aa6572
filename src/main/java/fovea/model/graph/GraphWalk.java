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
package fovea.model.graph;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds what of a graph is needed for something: its nodes, and all nodes of the functions that they call. Immutable.
 */
public final class GraphWalk {

	/** A layer of Keras has two or three. */
	private static final int MOST_ALTERNATIVES = 100;

	private final MetaGraph graph;
	private final Map<String, GraphNode> nodes = new HashMap<>();
	private final Map<String, GraphFunction> functions = new HashMap<>();
	private final Map<String, Map<String, GraphNode>> bodies = new HashMap<>();
	private final Map<String, List<GraphFunction>> alternatives = new HashMap<>();

	/**
	 * @param graph to go through
	 * @throws IOException if two nodes, or two functions, have the same name
	 */
	public GraphWalk(final MetaGraph graph) throws IOException {
		this.graph = graph;
		for (final GraphNode node : graph.nodes())
			if (nodes.put(node.name(), node) != null)
				throw new IOException("two nodes are called '" + NodeLocation.printable(node.name()) + "'");
		for (final GraphFunction function : graph.functions()) {
			if (functions.put(function.name(), function) != null)
				throw new IOException("two functions are called '" + NodeLocation.printable(function.name()) + "'");
			final Map<String, GraphNode> body = new HashMap<>();
			for (final GraphNode node : function.nodes())
				if (body.put(node.name(), node) != null)
					throw new IOException("two nodes of the function '" + NodeLocation.printable(function.name())
							+ "' are called '" + NodeLocation.printable(node.name()) + "'");
			bodies.put(function.name(), body);
			if (function.stands().isEmpty()) continue;
			final List<GraphFunction> others = alternatives.computeIfAbsent(function.stands(), k -> new ArrayList<>());
			others.add(function);
			if (others.size() > MOST_ALTERNATIVES)
				throw new IOException("more than " + MOST_ALTERNATIVES + " functions stand for each other");
		}
	}

	/** @return the graph itself */
	public MetaGraph graph() {
		return graph;
	}

	/**
	 * @param function in whose body; empty for the graph itself
	 * @param name of a node there
	 * @return that node
	 */
	public Optional<GraphNode> node(final String function, final String name) {
		if (function.isEmpty()) return Optional.ofNullable(nodes.get(name));
		return Optional.ofNullable(bodies.get(function)).map(body -> body.get(name));
	}

	/** @return the functions that this node refers to, by an attribute or as its op */
	public List<GraphFunction> called(final GraphNode node) {
		final List<GraphFunction> called = new ArrayList<>();
		if (functions.containsKey(node.op())) called.add(functions.get(node.op()));
		for (final String name : node.functions()) if (functions.containsKey(name)) called.add(functions.get(name));
		return called;
	}

	/**
	 * @return the same, and the functions that say they stand for one of those, which TensorFlow may put in its place
	 */
	public Set<GraphFunction> calledOrSwapped(final GraphNode node) {
		final Set<GraphFunction> all = new LinkedHashSet<>();
		for (final GraphFunction function : called(node)) {
			all.add(function);
			all.addAll(alternatives.getOrDefault(function.stands(), List.of()));
		}
		return all;
	}

	/**
	 * @param tensors or nodes of the graph itself, as nodes name their inputs
	 * @return the nodes that are run to get them, and all nodes of the functions that they call, as long as TensorFlow
	 *     puts no function in the place of another
	 */
	public Set<NodeLocation> calledFrom(final Collection<String> tensors) {
		return from(tensors, this::called);
	}

	/**
	 * @param tensors or nodes of the graph itself, as nodes name their inputs
	 * @return all nodes that may be run to get them
	 */
	public Set<NodeLocation> from(final Collection<String> tensors) {
		return from(tensors, this::calledOrSwapped);
	}

	private Set<NodeLocation> from(
			final Collection<String> tensors, final Function<GraphNode, Collection<GraphFunction>> calls) {
		final Set<NodeLocation> found = new LinkedHashSet<>();
		final Set<String> entered = new HashSet<>();
		final Deque<NodeLocation> open = new ArrayDeque<>();
		tensors.forEach(tensor -> open(tensor, found, open));
		while (!open.isEmpty()) {
			final NodeLocation place = open.pop();
			if (place.function().isEmpty()) place.node().inputs().forEach(input -> open(input, found, open));
			for (final GraphFunction function : calls.apply(place.node())) enter(function, entered, found, open);
		}
		return found;
	}

	private void open(final String tensor, final Set<NodeLocation> found, final Deque<NodeLocation> open) {
		final GraphNode node = nodes.get(GraphNode.source(tensor));
		if (node == null) return; // TensorFlow will say that it is missing
		final NodeLocation place = new NodeLocation("", node);
		if (found.add(place)) open.push(place);
	}

	private static void enter(
			final GraphFunction function,
			final Set<String> entered,
			final Set<NodeLocation> found,
			final Deque<NodeLocation> open) {
		if (!entered.add(function.name())) return;
		for (final GraphNode node : function.nodes()) {
			final NodeLocation place = new NodeLocation(function.name(), node);
			found.add(place);
			open.push(place);
		}
	}

	/** @return all nodes, those of all functions as well */
	public List<NodeLocation> everything() {
		final List<NodeLocation> all = new ArrayList<>();
		graph.nodes().forEach(node -> all.add(new NodeLocation("", node)));
		for (final GraphFunction function : graph.functions())
			function.nodes().forEach(node -> all.add(new NodeLocation(function.name(), node)));
		return all;
	}
}
