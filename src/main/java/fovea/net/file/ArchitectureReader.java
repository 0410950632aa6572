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
package fovea.net.file;

import fovea.base.ModelException;
import fovea.io.YamlNode;
import fovea.net.Architecture;
import fovea.net.Node;
import fovea.net.Shapes;
import fovea.net.layer.FieldReader;
import fovea.net.layer.Input;
import fovea.net.layer.Layer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads one architecture. Not thread-safe. */
final class ArchitectureReader {

	private static final String LAYERS = "a list of layers, each {type: ..., ...}";

	private final List<Node> nodes = new ArrayList<>();

	/** Names that layers have or that the file gives to later ones. */
	private final Set<String> taken = new HashSet<>();

	private ArchitectureReader() {}

	static Architecture read(final YamlNode root) throws ModelException {
		return new ArchitectureReader().architecture(root);
	}

	private Architecture architecture(final YamlNode root) throws ModelException {
		if (!root.isMapping()) throw root.error("an architecture: a mapping with name and layers");
		final FieldReader fields = new FieldReader(root);
		final String name = FieldReader.layerName(fields.at("name"), "a name");
		final String description = fields.at("description").text("a text", "");
		final Optional<String> latent = name(fields.at("latent"));
		final Optional<String> output = name(fields.at("output"));
		final List<YamlNode> layers = fields.at("layers").items(LAYERS);
		fields.requireNothingElse();
		for (final YamlNode layer : layers) {
			if (!layer.isMapping()) throw layer.error("a layer: {type: ..., ...}");
			name(layer.get("name")).ifPresent(taken::add);
		}
		for (final YamlNode layer : layers) nodes.add(node(layer));
		final Architecture architecture;
		try {
			architecture = Architecture.of(
					name,
					description,
					nodes,
					output.orElse(nodes.get(nodes.size() - 1).name()),
					latent);
			Shapes.infer(architecture);
		} catch (final ModelException e) {
			throw root.problem(e.getMessage());
		}
		return architecture;
	}

	private Node node(final YamlNode item) throws ModelException {
		final FieldReader fields = new FieldReader(item);
		try {
			final Layer layer = Layer.read(fields);
			final Optional<String> name = name(fields.at("name"));
			final Node node = new Node(
					name.isPresent() ? name.get() : freeName(layer),
					layer,
					inputs(fields.at("inputs"), layer),
					fields.flag("trainable", true));
			fields.requireNothingElse();
			return node;
		} catch (final IllegalArgumentException e) {
			throw item.problem(e.getMessage());
		}
	}

	private List<String> inputs(final YamlNode item, final Layer layer) throws ModelException {
		final String expected = "the name of a layer, or a list of names";
		if (item.isMissing())
			return nodes.isEmpty() || layer instanceof Input
					? List.of()
					: List.of(nodes.get(nodes.size() - 1).name());
		if (!item.isList()) return List.of(FieldReader.layerName(item, expected));
		final List<String> names = new ArrayList<>();
		for (final YamlNode name : item.items(expected)) names.add(FieldReader.layerName(name, "the name of a layer"));
		return names;
	}

	/** @return as Keras names layers: conv2d, conv2d_1, ... */
	private String freeName(final Layer layer) {
		final String base = layer.type()
				.replaceAll("(?<=[a-z])(?=[A-Z])|(?<=D)(?=[A-Z])", "_")
				.toLowerCase(Locale.ROOT);
		String name = base;
		for (int i = 1; !taken.add(name); i++) name = base + "_" + i;
		return name;
	}

	private static Optional<String> name(final YamlNode item) throws ModelException {
		return item.isMissing() ? Optional.empty() : Optional.of(FieldReader.layerName(item, "the name of a layer"));
	}
}
