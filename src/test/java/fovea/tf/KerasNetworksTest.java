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
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fovea.Fixtures;
import fovea.base.ModelException;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.InferenceException;
import fovea.net.Architecture;
import fovea.net.WeightMap;
import fovea.net.WeightSpecs;
import fovea.net.file.ArchitectureFile;
import fovea.net.layer.WeightSpec;
import fovea.train.TrainableNetwork;
import fovea.train.config.Loss;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole networks against Keras: outputs, losses, and the weights after steps of Adam. */
@Tag("thorough")
class KerasNetworksTest {

	private static final double OUTPUT = 1e-5;
	private static final double LOSS = 1e-5;

	/** A step moves a weight by about the learning rate, 1e-3. */
	private static final double WEIGHT = 1e-6;

	static Stream<String> networks() throws IOException {
		return folders("network-");
	}

	static Stream<String> optimizers() throws IOException {
		return folders("optimizer-");
	}

	@Test
	void thereAreFixtures() throws IOException {
		assertTrue(networks().count() >= 10);
		assertTrue(optimizers().count() >= 9);
	}

	@ParameterizedTest
	@MethodSource("networks")
	void namedNetworksGiveWhatKerasGives(final String name) throws IOException, ModelException, InferenceException {
		final Path folder = Fixtures.file("layers").resolve(name);
		final Architecture architecture = ArchitectureFile.read(folder.resolve("network.json"));
		final FloatTensor expected = Fixtures.tensor(folder.resolve("expected.npy"));
		try (TrainableNetwork network = new TensorFlowNetworkFactory()
				.create(architecture, weights(architecture, folder), new Loss.MeanSquaredError(), 0)) {
			final FloatTensor actual = network.predict(Fixtures.tensor(folder.resolve("input.npy")));
			assertArrayEquals(expected.shape(), actual.shape());
			double largest = 0;
			for (final float value : expected.data()) largest = Math.max(largest, Math.abs(value));
			assertEquals(0, Fixtures.maxDifference(expected.data(), actual.data()), OUTPUT * largest);
		}
	}

	@ParameterizedTest
	@MethodSource("optimizers")
	void stepsChangeWeightsAsInKeras(final String name) throws IOException, ModelException, InferenceException {
		final Path folder = Fixtures.file("layers").resolve(name);
		final Architecture architecture = ArchitectureFile.read(folder.resolve("network.json"));
		final JsonNode truth = Fixtures.truth(folder);
		final FloatTensor input = Fixtures.tensor(folder.resolve("input.npy"));
		final FloatTensor target = Fixtures.tensor(folder.resolve("target.npy"));
		try (TrainableNetwork network =
				new TensorFlowNetworkFactory().create(architecture, weights(architecture, folder), loss(truth), 0)) {
			assertEquals(truth.get("losses").get(0).asDouble(), network.loss(input, target), LOSS);
			for (int step = 1; step <= 3; step++) {
				assertEquals(
						truth.get("step_losses").get(step - 1).asDouble(),
						network.step(
								input,
								target,
								truth.get("learning_rates").get(step - 1).asDouble()),
						LOSS,
						"step " + step);
				assertEquals(
						truth.get("losses").get(step).asDouble(),
						network.loss(input, target),
						LOSS,
						"after step " + step);
				final Path after = folder.resolve("after-" + step);
				if (Files.exists(after)) same(weights(architecture, after), network.weights());
			}
		}
	}

	private static void same(final WeightMap expected, final WeightMap actual) {
		expected.values()
				.forEach((key, values) -> assertEquals(
						0, Fixtures.maxDifference(values, actual.values().get(key)), WEIGHT, key));
	}

	private static Loss loss(final JsonNode truth) {
		final String name = truth.get("loss").asText();
		final List<Double> classWeights = new ArrayList<>();
		truth.get("class_weights").forEach(weight -> classWeights.add(weight.asDouble()));
		final Loss loss = switch (name) {
			case "mse" -> new Loss.MeanSquaredError();
			case "mae" -> new Loss.MeanAbsoluteError();
			case "categorical_crossentropy" -> new Loss.CategoricalCrossEntropy(classWeights);
			case "dice" -> new Loss.Dice();
			default -> throw new AssertionError(name);
		};
		return truth.has("distance_weight")
				? new Loss.WithDistance(loss, truth.get("distance_weight").asDouble())
				: loss;
	}

	private static WeightMap weights(final Architecture architecture, final Path folder) throws ModelException {
		final Map<String, float[]> values = new LinkedHashMap<>();
		for (final WeightSpec spec : WeightSpecs.of(architecture))
			values.put(
					spec.key(),
					Fixtures.tensor(folder.resolve(spec.node() + "." + spec.name() + ".npy"))
							.data());
		return new WeightMap(values);
	}

	private static Stream<String> folders(final String prefix) throws IOException {
		try (Stream<Path> folders = Files.list(Fixtures.file("layers"))) {
			return folders
					.map(folder -> folder.getFileName().toString())
					.filter(name -> name.startsWith(prefix))
					.sorted()
					.toList()
					.stream();
		}
	}
}
