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
package fovea.tf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.Fixtures;
import fovea.base.ModelException;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.GraphSource;
import fovea.infer.network.Network;
import fovea.model.audit.GraphAudit;
import fovea.net.Architecture;
import fovea.net.ReceptiveField;
import fovea.net.Shapes;
import fovea.net.WeightMap;
import fovea.net.WeightSpecs;
import fovea.net.file.ArchitectureFile;
import fovea.net.layer.FieldWriter;
import fovea.net.layer.Layer;
import fovea.net.layer.LayerInputs;
import fovea.net.layer.WeightSpec;
import fovea.net.shape.Shape;
import fovea.net.shape.SymbolicShape;
import fovea.net.shape.Window;
import fovea.train.TrainableNetwork;
import fovea.train.config.Loss;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every kind of layer owes: a kind that is new fails here until it is read and written, has its shape, weights,
 * window and graph, is exported, allowed by the audit, held against Keras and described.
 */
class LayerContractTest {

	private static final int LENGTH = 24;
	private static final int CHANNELS = 4;

	/** A layer of each kind that has no field at its default. */
	private static final Map<String, String> SAMPLES = Map.ofEntries(
			sample("Input", "shape: [null, null, 4]"),
			sample(
					"Conv2D",
					"filters: 3, kernel_size: [3, 4], strides: 2, padding: same, activation: tanh, "
							+ "l2: 0.1, use_bias: false"),
			sample(
					"Conv2DTranspose",
					"filters: 3, kernel_size: [4, 3], strides: 2, padding: same, activation: tanh, "
							+ "l2: 0.1, use_bias: false"),
			sample(
					"SeparableConv2D",
					"filters: 3, kernel_size: [3, 4], strides: 2, padding: same, depth_multiplier: 2, "
							+ "activation: tanh, l2: 0.1, use_bias: false"),
			sample(
					"DepthwiseConv2D",
					"kernel_size: [3, 4], strides: 2, padding: same, depth_multiplier: 2, activation: tanh, l2: 0.1, "
							+ "use_bias: false"),
			sample("MaxPooling2D", "pool_size: 3, strides: 2, padding: same"),
			sample("AveragePooling2D", "pool_size: 3, strides: 2, padding: same"),
			sample("GlobalAveragePooling2D", "keepdims: true"),
			sample("MaxUnpooling2D", "pooling: pool"),
			sample("UpSampling2D", "size: 3, interpolation: bilinear"),
			sample("SpaceToDepth", "block_size: 3"),
			sample("DepthToSpace", "block_size: 2"),
			sample("Dense", "units: 3, activation: tanh, l2: 0.1, use_bias: false"),
			sample("Flatten", ""),
			sample("Reshape", "target_shape: [12, 48, 4]"),
			sample("BatchNormalization", "momentum: 0.9, epsilon: 0.01"),
			sample("LayerNormalization", "epsilon: 0.01"),
			sample("Dropout", "rate: 0.25"),
			sample("Add", ""),
			sample("Multiply", ""),
			sample("Concatenate", ""),
			sample("Activation", "activation: leaky_relu(0.3)"));

	@TempDir
	private Path folder;

	private static Map.Entry<String, String> sample(final String type, final String fields) {
		return Map.entry(type, "type: " + type + (fields.isEmpty() ? "" : ", " + fields));
	}

	static Stream<String> kinds() {
		return Layer.KINDS.keySet().stream().sorted();
	}

	@Test
	void everyKindIsReadAndHasASample() throws ModelException {
		assertEquals(Layer.KINDS.keySet(), SAMPLES.keySet());
		final Set<Class<?>> read = new HashSet<>();
		for (final String kind : SAMPLES.keySet()) read.add(layer(kind).getClass());
		assertEquals(Set.of(Layer.class.getPermittedSubclasses()), read);
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void whatIsWrittenIsReadAgain(final String kind) throws ModelException {
		final Layer layer = layer(kind);
		assertEquals(kind, layer.type());
		assertEquals(
				layer.getClass().getRecordComponents().length,
				FieldWriter.fields(layer).size(),
				"fields that are not at their default");
		final Architecture network = network(kind);
		assertEquals(network, ArchitectureFile.parse(ArchitectureFile.toYaml(network), "yaml"));
		assertEquals(network, ArchitectureFile.parse(ArchitectureFile.toJson(network), "json"));
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void theGraphHasTheShapesAndReadsAllWeights(final String kind) throws Exception {
		final Architecture network = network(kind);
		final WeightMap weights = Networks.weights(network, 1);
		final FloatTensor input = input(network);
		try (TrainableNetwork trained = create(network, weights)) {
			final FloatTensor output = trained.predict(input);
			final Shape expected = Shapes.infer(
							network, Shape.image(input.shape()[1], input.shape()[2], input.shape()[3]))
					.output();
			assertArrayEquals(
					expected.isVector()
							? new int[] {1, expected.channels()}
							: new int[] {1, expected.height(), expected.width(), expected.channels()},
					output.shape());
			for (final WeightSpec spec : WeightSpecs.of(network)) {
				final float[] moved = weights.get(spec).clone();
				for (int i = 0; i < moved.length; i++) moved[i] += 0.5f + i % 3;
				trained.setWeights(weights.with(new WeightMap(Map.of(spec.key(), moved))));
				assertTrue(
						Fixtures.maxDifference(
										output.data(), trained.predict(input).data())
								> 1e-4,
						"changes nothing: " + spec.key());
			}
		}
	}

	/** Rows of the input that change an output row, whatever their values, are those of the receptive field. */
	@ParameterizedTest
	@MethodSource("kinds")
	void theReceptiveFieldIsWhatChangesTheOutput(final String kind) throws Exception {
		final Architecture network = network(kind);
		final Optional<ReceptiveField> field = ReceptiveField.of(network);
		final FloatTensor input = input(network);
		final int row = input.size() / LENGTH;
		final Map<Integer, Integer> first = new HashMap<>();
		final Map<Integer, Integer> last = new HashMap<>();
		final int rows;
		try (TrainableNetwork trained = create(network, Networks.weights(network, 1))) {
			final FloatTensor output = trained.predict(input);
			rows = output.shape().length == 2 ? 1 : output.shape()[1];
			for (int y = 0; y < LENGTH; y++)
				for (final int by : new int[] {-100, 100}) {
					final float[] changed = input.data().clone();
					for (int i = y * row; i < (y + 1) * row; i++) changed[i] += by;
					final float[] after = trained.predict(new FloatTensor(input.shape(), changed))
							.data();
					final int length = output.size() / rows;
					for (int i = 0; i < output.size(); i++)
						if (Math.abs(after[i] - output.data()[i]) > 1e-5) {
							first.merge(i / length, y, Math::min);
							last.merge(i / length, y, Math::max);
						}
				}
		}
		int size = 0;
		for (int y = rows / 3; y <= rows * 2 / 3 && y < rows; y++)
			size = Math.max(size, last.get(y) - first.get(y) + 1);
		if (field.isPresent()) assertEquals(field.get().height(), size);
		else assertTrue(Window.GLOBAL.equals(window(kind)), "sees its input as a whole");
	}

	/** Written as a SavedModel, found harmless, and run again. */
	@ParameterizedTest
	@MethodSource("kinds")
	void whatIsExportedIsAllowedAndGivesTheSame(final String kind) throws Exception {
		final Architecture network = network(kind);
		final FloatTensor input = input(network);
		final Path model = folder.resolve("model");
		final FloatTensor expected;
		try (TrainableNetwork trained = create(network, Networks.weights(network, 1))) {
			final FloatTensor output = trained.predict(input);
			expected = new FloatTensor(output.shape(), output.data().clone());
			trained.export(model);
		}
		GraphAudit.read(model, "model").requireHarmless("serving_default");
		final SavedModelLoader loader = new SavedModelLoader();
		try (Network again =
				loader.open(GraphSource.whole(model), loader.signatures(model).get(0))) {
			final FloatTensor output = again.run("input", input, "output");
			assertArrayEquals(expected.shape(), output.shape());
			assertEquals(0, Fixtures.maxDifference(expected.data(), Arrays.copyOf(output.data(), output.size())), 1e-5);
		}
	}

	@Test
	void everyKindIsHeldAgainstKeras() throws Exception {
		final Set<String> seen = new TreeSet<>();
		for (final String name : LayerFixture.names())
			LayerFixture.open(name)
					.architecture()
					.nodes()
					.forEach(node -> seen.add(node.layer().type()));
		assertEquals(new TreeSet<>(Layer.KINDS.keySet()), seen);
	}

	@Test
	void everyKindIsDescribed() throws IOException {
		final String page = Files.readString(Path.of("docs/architectures.md"));
		for (final String kind : Layer.KINDS.keySet()) assertTrue(page.contains("`" + kind + "`"), kind);
	}

	/** What the page says a layer takes is what it takes. */
	@Test
	void everyFieldIsDescribed() throws Exception {
		final List<String> lines = Files.readAllLines(Path.of("docs/architectures.md"));
		for (final String kind : Layer.KINDS.keySet()) {
			final String line = lines.stream()
					.filter(text -> text.startsWith("| `") && text.contains("`" + kind + "`"))
					.findFirst()
					.orElseThrow();
			for (final String field : FieldWriter.fields(layer(kind)).keySet())
				assertTrue(line.contains("`" + field + "`"), kind + ": " + field);
			assertFalse(
					line.endsWith("| none |")
							&& !FieldWriter.fields(layer(kind)).isEmpty(),
					kind);
		}
	}

	private static TrainableNetwork create(final Architecture network, final WeightMap weights) throws Exception {
		return new TensorFlowNetworkFactory().create(network, weights, new Loss.MeanSquaredError(), 0);
	}

	private static FloatTensor input(final Architecture network) {
		return Networks.normal(2, 1, LENGTH, LENGTH, network.inputShape().channels());
	}

	private static Layer layer(final String kind) throws ModelException {
		final Architecture network = network(kind);
		return network.node(kind.equals("Input") ? "in" : "layer").orElseThrow().layer();
	}

	private static Window window(final String kind) throws ModelException {
		final SymbolicShape shape = SymbolicShape.of(Shape.image(LENGTH, LENGTH, CHANNELS));
		return layer(kind).window(new LayerInputs(List.of(shape), Optional.empty()), 0, true);
	}

	/** The sample behind an input, a second one of its inputs, or a pooling, where it wants such. */
	private static Architecture network(final String kind) throws ModelException {
		final boolean isKnown = Set.of("Flatten", "Reshape").contains(kind);
		final StringBuilder yaml = new StringBuilder("name: sample\nlayers:\n");
		final String length = isKnown ? Integer.toString(LENGTH) : "null";
		if (kind.equals("Input"))
			yaml.append("  - {name: in, ").append(SAMPLES.get(kind)).append("}\n");
		else yaml.append(String.format("  - {type: Input, name: in, shape: [%s, %s, %d]}%n", length, length, CHANNELS));
		final boolean isMerging = Set.of("Add", "Multiply", "Concatenate").contains(kind);
		if (kind.equals("MaxUnpooling2D")) yaml.append("  - {type: MaxPooling2D, name: pool, inputs: in}\n");
		if (isMerging)
			yaml.append("  - {type: Conv2D, name: other, filters: 4, kernel_size: 3, padding: same, inputs: in}\n");
		if (!kind.equals("Input"))
			yaml.append("  - {name: layer, ")
					.append(SAMPLES.get(kind))
					.append(isMerging ? ", inputs: [in, other]" : "")
					.append("}\n");
		return ArchitectureFile.parse(yaml.toString(), kind);
	}
}
