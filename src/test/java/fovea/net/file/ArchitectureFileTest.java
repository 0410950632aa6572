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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fovea.base.ModelException;
import fovea.net.Architecture;
import fovea.net.Node;
import fovea.net.RandomNetworks;
import fovea.net.Shapes;
import fovea.net.layer.Activation;
import fovea.net.layer.AveragePooling2D;
import fovea.net.layer.BatchNormalization;
import fovea.net.layer.Conv2D;
import fovea.net.layer.DepthwiseConv2D;
import fovea.net.layer.GlobalAveragePooling2D;
import fovea.net.layer.Input;
import fovea.net.layer.Interpolation;
import fovea.net.layer.Layer;
import fovea.net.layer.LayerNormalization;
import fovea.net.layer.MaxPooling2D;
import fovea.net.layer.SeparableConv2D;
import fovea.net.layer.UpSampling2D;
import fovea.net.shape.Padding;
import fovea.net.shape.Shape;
import fovea.net.shape.Size;
import fovea.net.zoo.Architectures;
import fovea.net.zoo.NamedArchitecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureFileTest {

	private static final String HEAD = "name: net\nlayers:\n  - {type: Input, shape: [null, null, 1]}\n";

	@TempDir
	Path folder;

	@Property(tries = 500)
	void yamlAndJsonAreReadBackAsTheyWere(@ForAll final long seed) throws Exception {
		final Architecture architecture = new RandomNetworks(seed).draw();
		assertEquals(architecture, ArchitectureFile.parse(ArchitectureFile.toYaml(architecture), "net.yaml"));
		assertEquals(architecture, ArchitectureFile.parse(ArchitectureFile.toJson(architecture), "net.json"));
	}

	@Property(tries = 500)
	void anyDescriptionIsReadBack(@ForAll final String text) throws Exception {
		final Architecture architecture = new Architecture(
				"net", text, List.of(new Node("null", new Input(Shape.vector(1)))), "null", Optional.empty());
		assertEquals(architecture, ArchitectureFile.parse(ArchitectureFile.toYaml(architecture), "net.yaml"));
		final JsonNode json = new ObjectMapper().readTree(ArchitectureFile.toJson(architecture));
		assertEquals(text, json.path("description").asText());
	}

	@Test
	void whatIsLeftOutIsKerasDefault() throws Exception {
		final Architecture net = ArchitectureFile.parse(HEAD + """
			  - {type: Conv2D, filters: 4, kernel_size: [3, 5]}
			  - {type: Conv2D, filters: 8, kernel_size: 3, strides: 2, padding: same, activation: leaky_relu(0.3), l2: 1e-4}
			  - {type: MaxPooling2D}
			  - {type: AveragePooling2D, pool_size: 3, strides: 1}
			  - {type: UpSampling2D}
			  - {type: BatchNormalization, trainable: false}
			  - {type: Conv2D, filters: 8, kernel_size: 1, use_bias: false, name: conv2d_2}
			  - {type: Conv2D, filters: 8, kernel_size: 1}
			  - {type: Add, inputs: [conv2d_3, conv2d_2]}
			""", "net.yaml");
		assertEquals(
				List.of(
						"input",
						"conv2d",
						"conv2d_1",
						"max_pooling2d",
						"average_pooling2d",
						"up_sampling2d",
						"batch_normalization",
						"conv2d_2",
						"conv2d_3",
						"add"),
				net.nodes().stream().map(Node::name).toList());
		assertEquals(
				new Conv2D(4, new Size(3, 5), Size.of(1), Padding.VALID, Activation.LINEAR, 0, true),
				layer(net, "conv2d"));
		assertEquals(
				new Conv2D(8, Size.of(3), Size.of(2), Padding.SAME, Activation.leakyRelu(0.3), 1e-4, true),
				layer(net, "conv2d_1"));
		assertEquals(new MaxPooling2D(2), layer(net, "max_pooling2d"));
		assertEquals(new AveragePooling2D(Size.of(3), Size.of(1), Padding.VALID), layer(net, "average_pooling2d"));
		assertEquals(new UpSampling2D(Size.of(2), Interpolation.NEAREST), layer(net, "up_sampling2d"));
		assertEquals(new BatchNormalization(0.99, 1e-3), layer(net, "batch_normalization"));
		assertFalse(net.node("batch_normalization").orElseThrow().trainable());
		assertEquals("add", net.output());
	}

	/** Keras' own, by its get_config. */
	@Test
	void whatIsLeftOutOfTheOtherLayersIsKerasDefault() throws Exception {
		final Architecture net = ArchitectureFile.parse(
				HEAD + "  - {type: SeparableConv2D, filters: 4, kernel_size: 3}\n"
						+ "  - {type: DepthwiseConv2D, kernel_size: 3}\n"
						+ "  - {type: LayerNormalization}\n"
						+ "  - {type: GlobalAveragePooling2D}\n",
				"net.yaml");
		final Size three = Size.of(3);
		assertEquals(
				new SeparableConv2D(4, three, Size.of(1), Padding.VALID, 1, Activation.LINEAR, 0, true),
				layer(net, "separable_conv2d"));
		assertEquals(
				new DepthwiseConv2D(three, Size.of(1), Padding.VALID, 1, Activation.LINEAR, 0, true),
				layer(net, "depthwise_conv2d"));
		assertEquals(new LayerNormalization(1e-3), layer(net, "layer_normalization"));
		assertEquals(new GlobalAveragePooling2D(false), layer(net, "global_average_pooling2d"));
	}

	@ParameterizedTest
	@CsvSource(
			delimiter = '|',
			quoteCharacter = '"',
			value = {
				"{type: Conv2D, filters: 0, kernel_size: 3}|layers[1].filters: expected a whole number of at least "
						+ "1, got 0",
				"{type: Conv2D, filters: 8}|layers[1].kernel_size: expected a whole number of at least 1, or "
						+ "[height, width], got nothing",
				"{type: Conv2D, filters: 8, kernel_size: [3]}|layers[1].kernel_size: expected a whole number of at "
						+ "least 1, or [height, width], got a list of 1",
				"{type: Conv2D, filters: 8, kernel_size: 3, stride: 2}|layers[1]: expected no keys but type, "
						+ "filters, kernel_size, strides, padding, activation, l2, use_bias, name, inputs, "
						+ "trainable, got "
						+ "'stride'",
				"{type: Conv2D, filters: 8, kernel_size: 3, padding: full}|layers[1].padding: expected same or "
						+ "valid, got 'full'",
				"{type: Conv2D, filters: 8, kernel_size: 3, activation: swish}|layers[1].activation: expected one of "
						+ "linear, relu, leaky_relu, elu, sigmoid, tanh, softmax or, with a slope, leaky_relu(0.3), "
						+ "got "
						+ "'swish'",
				"{type: Conv2D, filters: 8, kernel_size: 3, l2: -1}|layers[1]: expected l2 at least 0, got -1.0",
				"{type: Conv2D, filters: 8, kernel_size: 3, use_bias: no}|layers[1].use_bias: expected true or "
						+ "false, got 'no'",
				"{type: Dropout, rate: 1}|layers[1]: expected rate from 0.0 to 0.9999999999999999, got 1.0",
				"{type: Dropout}|layers[1].rate: expected a number from 0 to below 1, got nothing",
				"{type: Flatten, name: a b}|layers[1]: expected as layer name a name of letters, digits, '_', '-' "
						+ "and '.', got 'a b'",
				"{type: DepthwiseConv2D, kernel_size: 3, strides: [2, 1]}|layers[1]: expected strides that are equal "
						+ "along y and x, got 2 x 1",
				"{type: SeparableConv2D, filters: 2, kernel_size: 3, depth_multiplier: 0}|layers[1].depth_multiplier: "
						+ "expected a whole number of at least 1, got 0",
				"{type: SpaceToDepth, block_size: 1}|layers[1]: expected block_size at least 2, got 1",
				"{type: SpaceToDepth}|layers[1].block_size: expected a whole number of at least 1, got nothing",
				"{type: LayerNormalization, epsilon: 0}|layers[1]: expected epsilon above 0, got 0.0",
				"{type: GlobalAveragePooling2D, keepdims: 1}|layers[1].keepdims: expected true or false, got 1",
				"{type: Multiply}|net: layer 'multiply' expected two or more inputs to Multiply, got 1",
				"{type: Reshape, target_shape: [2, 2]}|layers[1].target_shape: expected [height, width, channels] "
						+ "(null for any height or width) or [length], got a list of 2",
				"{type: Flatten}|net: layer 'flatten' expected an input of known height and width, got H x W x 1",
				"{type: Add, inputs: [input, later]}|net: layer 'add' takes 'later', expected a layer before it",
				"{type: Add}|net: layer 'add' expected two or more inputs to Add, got 1",
				"Conv2D|layers[1]: expected a layer: {type: ..., ...}, got 'Conv2D'"
			})
	void mistakesAreNamedWithTheirPlace(final String line, final String message) {
		assertEquals("net.yaml: " + message, message(HEAD + "  - " + line + "\n"));
	}

	@Test
	void anUnknownKindListsTheKnownOnes() {
		assertEquals(
				"net.yaml: layers[1].type: expected a kind of layer: "
						+ String.join(", ", new TreeSet<>(Layer.KINDS.keySet())) + ", got 'Conv3D'",
				message(HEAD + "  - {type: Conv3D}\n"));
	}

	@ParameterizedTest
	@ValueSource(
			strings = {
				"",
				"[]",
				"text",
				"name: net",
				"name: net\nlayers: []",
				"layers:\n  - {type: Flatten}",
				"name: net\nlayers: {}",
				"name: net\nlayers:\n  - {}",
				"name: net\nlayers:\n  - {type: Flatten}",
				"{",
				"a: *b"
			})
	void whatIsNoArchitectureIsOneLine(final String text) {
		final String message = message(text);
		assertTrue(message.startsWith("net.yaml: ") && message.lines().count() == 1, message);
	}

	@Test
	void filesAreReplacedAsAWhole() throws Exception {
		for (final String name : List.of("net.yaml", "net.json")) {
			final Path file = folder.resolve(name);
			for (final NamedArchitecture named : Architectures.all()) {
				ArchitectureFile.write(named.build(), file);
				assertEquals(named.build(), ArchitectureFile.read(file));
			}
			assertEquals(name.endsWith("json"), Files.readString(file).startsWith("{"));
		}
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(2, files.count());
		}
	}

	@Test
	void whatCannotBeReadOrWrittenIsNamed() throws IOException {
		final Path missing = folder.resolve("missing.yaml");
		assertTrue(assertThrows(ModelException.class, () -> ArchitectureFile.read(missing))
				.getMessage()
				.startsWith(missing + ": cannot be read"));
		final Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
		assertTrue(assertThrows(ModelException.class, () -> ArchitectureFile.read(binary))
				.getMessage()
				.startsWith(binary + ": cannot be read"));
		final Path nowhere = folder.resolve("no folder/net.yaml");
		final Architecture net = Architectures.all().get(0).build();
		assertTrue(assertThrows(ModelException.class, () -> ArchitectureFile.write(net, nowhere))
				.getMessage()
				.startsWith(nowhere + ": cannot be written"));
		final Path large = Files.write(folder.resolve("large.yaml"), new byte[3_000_001]);
		assertEquals(
				large + ": cannot be read: expected at most 3000000 bytes, got 3000001",
				assertThrows(ModelException.class, () -> ArchitectureFile.read(large))
						.getMessage());
	}

	@Test
	void theExampleInTheDocumentationWorks() throws Exception {
		final Matcher blocks =
				Pattern.compile("(?s)```yaml\\n(.*?)```").matcher(Files.readString(Path.of("docs/architectures.md")));
		assertTrue(blocks.find(), "no example");
		final Architecture example = ArchitectureFile.parse(blocks.group(1), "example");
		assertEquals(example, ArchitectureFile.parse(ArchitectureFile.toJson(example), "example.json"));
		assertEquals(Shapes.infer(example).input(), Shapes.infer(example).output());
	}

	private static Layer layer(final Architecture architecture, final String name) {
		return architecture.node(name).orElseThrow().layer();
	}

	private static String message(final String text) {
		return assertThrows(ModelException.class, () -> ArchitectureFile.parse(text, "net.yaml"))
				.getMessage();
	}
}
