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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Cuts an architecture at its latent. */
final class SubNetworks {

	private final Architecture whole;
	private final String latent;
	private final Set<String> encoding;

	/** @throws ModelException if no latent is named */
	SubNetworks(final Architecture whole) throws ModelException {
		this.whole = whole;
		latent = whole.latent()
				.orElseThrow(() -> new ModelException(whole.name()
						+ ": expected an architecture that names its latent layer, got one that names none"));
		encoding = ancestors();
	}

	Architecture encoder() throws ModelException {
		return Architecture.of(
				whole.name() + "-encoder",
				"The encoder of " + whole.name() + ".",
				whole.nodes().stream()
						.filter(node -> encoding.contains(node.name()))
						.toList(),
				latent,
				Optional.empty());
	}

	Architecture decoder() throws ModelException {
		final List<Node> nodes = new ArrayList<>();
		nodes.add(new Node(latent, new Input(Shapes.infer(whole).of(latent))));
		for (final Node node : whole.nodes()) {
			if (encoding.contains(node.name())) continue;
			final Optional<String> switches = node.layer().switches().filter(encoding::contains);
			if (switches.isPresent())
				throw alone("layer '" + node.name() + "' needs the switches of '" + switches.get() + "'");
			for (final String input : node.inputs())
				if (encoding.contains(input) && !input.equals(latent))
					throw alone("layer '" + node.name() + "' takes '" + input + "'");
			nodes.add(node);
		}
		return Architecture.of(
				whole.name() + "-decoder",
				"The decoder of " + whole.name() + ".",
				nodes,
				whole.output(),
				Optional.empty());
	}

	private ModelException alone(final String reason) {
		return new ModelException(whole.name() + ": expected a decoder that needs the latent '" + latent
				+ "' only, but " + reason + " of the encoder");
	}

	private Set<String> ancestors() {
		final Map<String, List<String>> dependencies = whole.dependencies();
		final Set<String> found = new HashSet<>(Set.of(latent));
		final List<Node> nodes = whole.nodes();
		for (int i = nodes.size() - 1; i >= 0; i--)
			if (found.contains(nodes.get(i).name()))
				found.addAll(dependencies.get(nodes.get(i).name()));
		return found;
	}
}
