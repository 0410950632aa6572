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
package fovea.net.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fovea.Fixtures;
import fovea.base.ModelException;
import fovea.net.Architecture;
import fovea.net.Node;
import fovea.net.ParameterCount;
import fovea.net.Shapes;
import fovea.net.WeightSpecs;
import fovea.net.file.ArchitectureFile;
import fovea.net.shape.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The named networks, layer by layer, against those that were put together in Keras. */
class KerasArchitecturesTest {

	private static final String PREFIX = "network-";

	static Stream<String> names() throws IOException {
		try (Stream<Path> folders = Files.list(Fixtures.file("layers"))) {
			return folders
					.map(folder -> folder.getFileName().toString())
					.filter(name -> name.startsWith(PREFIX))
					.map(name -> name.substring(PREFIX.length()))
					.sorted()
					.toList()
					.stream();
		}
	}

	@Test
	void eachNamedNetworkIsOneOfThem() throws IOException {
		assertEquals(Architectures.names().stream().sorted().toList(), names().toList());
	}

	@ParameterizedTest
	@MethodSource("names")
	void atFullSizeTheLayersHaveKerasShapesAndNumbersOfWeights(final String name) throws IOException, ModelException {
		final JsonNode truth = truth(name);
		final Architecture architecture = built(name, truth.at("/options/full"));
		assertEquals(
				truth.get("parameters").asLong(),
				ParameterCount.of(architecture).total());
		final Shapes shapes = Shapes.infer(architecture);
		final Iterator<JsonNode> layers = truth.get("layers").iterator();
		for (final Node node : architecture.nodes()) {
			final JsonNode layer = layers.next();
			assertEquals(layer.get("name").asText(), node.name());
			assertEquals(
					layer.get("parameters").asLong(),
					ParameterCount.of(WeightSpecs.of(node, shapes)).total(),
					node.name());
			assertEquals(layer.get("output_shape").toString(), lengths(shapes.of(node.name())), node.name());
		}
		assertTrue(!layers.hasNext());
	}

	/** Whose output and gradients are held against Keras. */
	@ParameterizedTest
	@MethodSource("names")
	void reducedItIsTheNetworkOfTheFixture(final String name) throws IOException, ModelException {
		final Architecture fixture = ArchitectureFile.read(folder(name).resolve("network.json"));
		assertEquals(
				fixture.nodes(), built(name, truth(name).at("/options/reduced")).nodes());
	}

	private static String lengths(final Shape shape) {
		return (shape.isVector() ? List.of(shape.channels()) : List.of(shape.height(), shape.width(), shape.channels()))
				.toString()
				.replace(" ", "");
	}

	private static Architecture built(final String name, final JsonNode options) throws ModelException {
		return Architectures.named(name)
				.build(new ArchitectureOptions(
						options.get("channels").asInt(),
						options.get("height").asInt(),
						options.get("width").asInt(),
						options.get("width_multiplier").asDouble(),
						options.get("classes").asInt(),
						options.get("latent").asInt()));
	}

	private static JsonNode truth(final String name) throws IOException {
		return Fixtures.truth(folder(name));
	}

	private static Path folder(final String name) {
		return Fixtures.file("layers").resolve(PREFIX + name);
	}
}
