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
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How large a graph becomes when every call is replaced by the body of what it calls, as TensorFlow does: ten functions
 * that call the next ten times each make ten billion nodes. A function that calls itself has no end.
 */
public final class CallTree {

	/** Ten times the largest networks. */
	private static final long MOST_NODES = 10_000_000;

	private final GraphWalk walk;
	private final Map<String, Long> sizes = new HashMap<>();

	/** A function on the way down, and what of it is still to be looked at. */
	private record Level(GraphFunction function, Iterator<GraphFunction> calls) {}

	private CallTree(final GraphWalk walk) {
		this.walk = walk;
	}

	/** @throws IOException if a function calls itself, or all calls together are too many nodes */
	public static void requireBounded(final GraphWalk walk) throws IOException {
		final CallTree tree = new CallTree(walk);
		for (final GraphFunction function : walk.graph().functions()) tree.measure(function);
		if (tree.size(walk.graph().nodes()) > MOST_NODES) throw tooMany();
	}

	/** Goes down by a list of levels: calls may be nested deeper than Java's. */
	private void measure(final GraphFunction start) throws IOException {
		final Deque<Level> levels = new ArrayDeque<>();
		final Set<String> inside = new HashSet<>();
		enter(start, levels, inside);
		while (!levels.isEmpty()) {
			final Level level = levels.peek();
			if (level.calls.hasNext()) {
				enter(level.calls.next(), levels, inside);
				continue;
			}
			levels.pop();
			inside.remove(level.function.name());
			final long size = size(level.function.nodes());
			if (size > MOST_NODES) throw tooMany();
			sizes.put(level.function.name(), size);
		}
	}

	private void enter(final GraphFunction function, final Deque<Level> levels, final Set<String> inside)
			throws IOException {
		if (sizes.containsKey(function.name())) return;
		if (!inside.add(function.name()))
			throw new IOException("its function '" + NodeLocation.printable(function.name()) + "' calls itself");
		levels.push(new Level(
				function,
				function.nodes().stream()
						.flatMap(node -> walk.called(node).stream())
						.iterator()));
	}

	/**
	 * @return number of nodes with those of all calls, that have been measured; soon too many, before it is more than a
	 *     long
	 */
	private long size(final List<GraphNode> nodes) {
		long size = nodes.size();
		for (final GraphNode node : nodes)
			for (final GraphFunction called : walk.called(node)) {
				size += sizes.get(called.name());
				if (size > MOST_NODES) return size;
			}
		return size;
	}

	private static IOException tooMany() {
		return new IOException("its functions call each other to more than " + MOST_NODES + " nodes");
	}
}
