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

import fovea.net.layer.Input;
import fovea.net.layer.MaxPooling2D;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What makes a list of nodes a network. */
final class ArchitectureRules {

	private ArchitectureRules() {}

	/** @return the first thing that is wrong, one line, or empty */
	static Optional<String> problem(
			final String name, final List<Node> nodes, final String output, final Optional<String> latent) {
		if (name.isBlank() || name.lines().count() != 1)
			return Optional.of("expected one line as the name of an architecture, got '"
					+ name.strip().replaceAll("\\s+", " ") + "'");
		final Map<String, Node> known = new HashMap<>();
		for (final Node node : nodes) {
			final Optional<String> problem = problem(node, known);
			if (problem.isPresent()) return Optional.of(name + ": layer '" + node.name() + "' " + problem.get());
			known.put(node.name(), node);
		}
		return ends(nodes, known, output, latent).map(problem -> name + ": " + problem);
	}

	private static Optional<String> problem(final Node node, final Map<String, Node> known) {
		if (known.containsKey(node.name()))
			return Optional.of("is there twice, expected a name of its own for each layer");
		for (final String input : node.inputs())
			if (!known.containsKey(input))
				return Optional.of("takes '" + input + "', expected a layer before it"
						+ (input.equals(node.name()) ? ", not itself" : ""));
		final int inputs = node.inputs().size();
		if (node.layer() instanceof Input && inputs != 0)
			return Optional.of("is an Input, expected no inputs to it, got " + inputs);
		if (node.layer().takesSeveral()) {
			if (inputs < 2)
				return Optional.of(
						"expected two or more inputs to " + node.layer().type() + ", got " + inputs);
		} else if (!(node.layer() instanceof Input) && inputs != 1)
			return Optional.of("expected one input to " + node.layer().type() + ", got " + inputs);
		if (node.layer().switches().isPresent()) {
			final String name = node.layer().switches().get();
			final Node pooling = known.get(name);
			if (pooling == null || !(pooling.layer() instanceof MaxPooling2D))
				return Optional.of("expected a MaxPooling2D layer before it whose switches it uses, got '"
						+ name + "'"
						+ (pooling == null ? "" : ", a " + pooling.layer().type()));
		}
		return Optional.empty();
	}

	private static Optional<String> ends(
			final List<Node> nodes, final Map<String, Node> known, final String output, final Optional<String> latent) {
		final List<String> inputs = nodes.stream()
				.filter(node -> node.layer() instanceof Input)
				.map(Node::name)
				.toList();
		if (inputs.size() != 1)
			return Optional.of("expected one Input layer, got "
					+ (inputs.isEmpty() ? "none" : inputs.size() + ": " + String.join(", ", inputs)));
		if (!known.containsKey(output)) return Optional.of("expected a layer as output, got '" + output + "'");
		final Set<String> used = new HashSet<>(Set.of(output));
		for (int i = nodes.size() - 1; i >= 0; i--) {
			final Node node = nodes.get(i);
			if (!used.contains(node.name()))
				return Optional.of("layer '" + node.name()
						+ "' leads nowhere, expected every layer on a way to the output '" + output + "'");
			used.addAll(node.inputs());
			node.layer().switches().ifPresent(used::add);
		}
		if (latent.isEmpty()) return Optional.empty();
		if (!known.containsKey(latent.get())
				|| latent.get().equals(output)
				|| latent.get().equals(inputs.get(0)))
			return Optional.of("expected a layer between input and output as latent, got '" + latent.get() + "'");
		return Optional.empty();
	}
}
