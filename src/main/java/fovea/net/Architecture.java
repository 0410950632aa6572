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
import fovea.net.layer.Input;
import fovea.net.shape.Checks;
import fovea.net.shape.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A network as data: a directed acyclic graph of layers with one input and one output. What is wrong with a graph is
 * said by {@link #of} as a {@link ModelException} and by the constructor as an IllegalArgumentException. Whether shapes
 * fit is another question, which {@link Shapes#infer} answers.
 *
 * @param name one line
 * @param description a paragraph for people, may be empty
 * @param nodes each after its inputs; exactly one {@link Input}; every other node leads to the output
 * @param output the node whose output is the network's
 * @param latent the node whose output is the encoding, if there is one: neither the input nor the output
 */
public record Architecture(String name, String description, List<Node> nodes, String output, Optional<String> latent) {

	public Architecture {
		Checks.present(description, "description");
		nodes = List.copyOf(nodes);
		final Optional<String> problem = ArchitectureRules.problem(name, nodes, output, latent);
		if (problem.isPresent()) throw new IllegalArgumentException(problem.get());
	}

	/**
	 * @param name one line
	 * @param description a paragraph for people, may be empty
	 * @param nodes each after its inputs
	 * @param output a node
	 * @param latent a node, or empty
	 * @return the architecture
	 * @throws ModelException if this is no network; the message names the layer
	 */
	public static Architecture of(
			final String name,
			final String description,
			final List<Node> nodes,
			final String output,
			final Optional<String> latent)
			throws ModelException {
		final Optional<String> problem = ArchitectureRules.problem(name, nodes, output, latent);
		if (problem.isPresent()) throw new ModelException(problem.get());
		return new Architecture(name, description, nodes, output, latent);
	}

	/** @return the node that is the input */
	public Node input() {
		return nodes.stream()
				.filter(node -> node.layer() instanceof Input)
				.findFirst()
				.orElseThrow();
	}

	/** @return the shape the network declares for its input, maybe with free lengths */
	public Shape inputShape() {
		return ((Input) input().layer()).shape();
	}

	/**
	 * @param nodeName of a node
	 * @return it, or empty
	 */
	public Optional<Node> node(final String nodeName) {
		return nodes.stream().filter(node -> node.name().equals(nodeName)).findFirst();
	}

	/**
	 * @return from the input to the latent, a network of its own with the same node names
	 * @throws ModelException if no latent is named
	 */
	public Architecture encoder() throws ModelException {
		return new SubNetworks(this).encoder();
	}

	/**
	 * @return from the latent to the output, a network of its own with the same node names; the latent's node has
	 *     become the input, with the latent's shape
	 * @throws ModelException if no latent is named, or something besides the latent's output goes from encoder to
	 *     decoder: a skip connection, or the switches of an unpooling
	 */
	public Architecture decoder() throws ModelException {
		return new SubNetworks(this).decoder();
	}

	/**
	 * @param names of nodes
	 * @param trainable false to freeze them
	 * @return the same network with these nodes frozen or not
	 * @throws ModelException if there is no node of a name
	 */
	public Architecture withTrainable(final Collection<String> names, final boolean trainable) throws ModelException {
		for (final String wanted : names)
			if (node(wanted).isEmpty())
				throw new ModelException(name + ": expected the name of a layer, got '" + wanted + "'");
		final Set<String> chosen = new LinkedHashSet<>(names);
		return new Architecture(
				name,
				description,
				nodes.stream()
						.map(node -> chosen.contains(node.name()) ? node.withTrainable(trainable) : node)
						.toList(),
				output,
				latent);
	}

	/**
	 * @param shape of the same kind as the declared one
	 * @return the same network with its input declared like this
	 */
	public Architecture withInputShape(final Shape shape) {
		final String input = input().name();
		return new Architecture(
				name,
				description,
				nodes.stream()
						.map(node -> node.name().equals(input)
								? new Node(input, new Input(shape), node.inputs(), node.trainable())
								: node)
						.toList(),
				output,
				latent);
	}

	/**
	 * @return a table for people, as Keras prints it; see {@link Summary}
	 * @throws ModelException if the shapes do not fit
	 */
	public String summary() throws ModelException {
		return Summary.of(this);
	}

	/** @return for each node, in order, what it directly depends on: its inputs, and an unpooling's pooling layer */
	Map<String, List<String>> dependencies() {
		final Map<String, List<String>> dependencies = new LinkedHashMap<>();
		for (final Node node : nodes) {
			final List<String> sources = new ArrayList<>(node.inputs());
			node.layer().switches().ifPresent(sources::add);
			dependencies.put(node.name(), sources);
		}
		return dependencies;
	}
}
