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
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes a SavedModel anew that holds one graph, of which only what was chosen is there: nodes, the functions that they
 * call, attributes, one signature, and how variables are read. Nothing else of the file that was read gets into it: no
 * fields or attributes that are not known, no functions that stand for others, no gradients, collections, assets,
 * settings, places where ops are to run, or notes for debuggers.
 *
 * @see <a href="https://github.com/tensorflow/tensorflow/tree/v2.18.0/tensorflow/core">saved_model.proto,
 *     meta_graph.proto, graph.proto, function.proto</a>
 */
public final class GraphCopy {

	private static final String SERVE = "serve";
	private static final long SCHEMA = 1;
	/** Of SaverDef: the format of checkpoints. */
	private static final long SAVER_V2 = 2;

	private final GraphWalk walk;
	private final Rule rule;

	/** Which nodes and attributes are written. */
	public interface Rule {

		/**
		 * @param place of the node
		 * @param attribute of it
		 * @return false to leave it out
		 * @throws IOException if the graph is not to be written at all
		 */
		boolean copies(NodeLocation place, Attribute attribute) throws IOException;

		/**
		 * Looks at a node that is to be written; by default all may be.
		 *
		 * @param place of the node
		 * @param isCall whether its op is a function of the graph
		 * @throws IOException if the graph is not to be written at all
		 */
		default void requireOp(final NodeLocation place, final boolean isCall) throws IOException {}
	}

	/**
	 * @param walk of the graph that was read
	 * @param rule for attributes
	 */
	public GraphCopy(final GraphWalk walk, final Rule rule) {
		this.walk = walk;
		this.rule = rule;
	}

	/**
	 * @param signature the one that can be run
	 * @param nodes of the graph itself and of functions, with all that they need; a function is written if one of its
	 *     nodes is among them
	 * @return contents of a saved_model.pb
	 * @throws IOException if the rule forbids to write it
	 */
	public Encoded of(final String signature, final Collection<NodeLocation> nodes) throws IOException {
		final MetaGraph from = walk.graph();
		final ProtoWriter meta = new ProtoWriter();
		meta.message(1, new ProtoWriter().text(4, SERVE).end());
		meta.message(2, graph(nodes));
		if (!from.restore().isEmpty())
			meta.message(
					3,
					new ProtoWriter()
							.text(1, from.filename())
							.text(3, from.restore())
							.varint(7, SAVER_V2)
							.end());
		for (final Map.Entry<String, List<String>> collection :
				from.collections().entrySet())
			meta.message(4, entry(collection.getKey(), members(collection.getValue())));
		meta.message(5, entry(signature, from.signatures().get(signature).encoded()));
		final GraphSignature init = from.signatures().get(MetaGraph.INIT_SIGNATURE);
		if (init != null && !signature.equals(MetaGraph.INIT_SIGNATURE))
			meta.message(5, entry(MetaGraph.INIT_SIGNATURE, init.encoded()));
		return new ProtoWriter().varint(1, SCHEMA).message(2, meta.end()).end();
	}

	private static Encoded entry(final String key, final Encoded value) {
		return new ProtoWriter().text(1, key).message(2, value).end();
	}

	/** CollectionDef of names of nodes. */
	private static Encoded members(final List<String> names) {
		final ProtoWriter list = new ProtoWriter();
		names.forEach(name -> list.text(1, name));
		return new ProtoWriter().message(1, list.end()).end();
	}

	private Encoded graph(final Collection<NodeLocation> nodes) throws IOException {
		final ProtoWriter out = new ProtoWriter();
		final Set<String> functions = new LinkedHashSet<>();
		for (final NodeLocation place : nodes) {
			if (place.function().isEmpty()) out.message(1, node(place));
			for (final GraphFunction called : walk.called(place.node())) functions.add(called.name());
		}
		final ProtoWriter library = new ProtoWriter();
		for (final GraphFunction function : walk.graph().functions())
			if (functions.contains(function.name())) library.message(1, function(function));
		return out.message(2, library.end()).message(4, walk.graph().versions()).end();
	}

	private Encoded function(final GraphFunction function) throws IOException {
		final ProtoWriter out = new ProtoWriter().append(function.head());
		for (final GraphNode node : function.nodes()) out.message(3, node(new NodeLocation(function.name(), node)));
		return out.end();
	}

	private Encoded node(final NodeLocation place) throws IOException {
		final GraphNode node = place.node();
		rule.requireOp(
				place,
				walk.called(node).stream().anyMatch(function -> function.name().equals(node.op())));
		final ProtoWriter out = new ProtoWriter().text(1, node.name()).text(2, node.op());
		node.inputs().forEach(input -> out.text(3, input));
		for (final Attribute attribute : node.attributes())
			if (rule.copies(place, attribute)) out.message(5, entry(attribute.name(), attribute.value()));
		return out.end();
	}
}
