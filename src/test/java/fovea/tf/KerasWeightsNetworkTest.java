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

import fovea.Fixtures;
import fovea.base.ModelException;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.InferenceException;
import fovea.net.Architecture;
import fovea.net.Initializers;
import fovea.net.WeightMap;
import fovea.net.WeightSpecs;
import fovea.net.file.ArchitectureFile;
import fovea.net.layer.WeightSpec;
import fovea.net.zoo.Architectures;
import fovea.net.zoo.NamedArchitecture;
import fovea.train.KerasWeightFile;
import fovea.train.TrainableNetwork;
import fovea.train.config.Loss;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** fcn8-vgg16 with weights out of Keras' files gives what Keras gives. */
@Tag("thorough")
class KerasWeightsNetworkTest {

	/** Of the largest value of the output. */
	private static final double TOLERANCE = 1e-5;

	private static final Path FCN = Fixtures.file("layers/fcn8-h5");
	private static final Path BLOCKS = Fixtures.file("layers/blocks-h5");
	private static final Path VGG = Fixtures.file("layers/vgg16-h5");
	private static final Path ENCODER_AND_REST = Fixtures.file("layers/network-fcn8-vgg16");

	/** All layers come from the file; what they begin with must not show. */
	@ParameterizedTest
	@ValueSource(strings = {"save-weights-keras-3.weights.h5", "save-model-keras-3.h5"})
	void aWholeNetworkFromAFile(final String name) throws ModelException, InferenceException {
		final Architecture architecture = named(1.0 / 64);
		final WeightMap read = KerasWeightFile.read(FCN.resolve(name), architecture);
		assertEquals(WeightSpecs.of(architecture).size(), read.values().size());
		assertGivesExpected(
				architecture, Initializers.initialize(architecture, 1).with(read), FCN);
	}

	/**
	 * VGG16's convolutions come from the file, as with fovea train --keras-weights; the other layers have what Keras
	 * had.
	 */
	@ParameterizedTest
	@ValueSource(
			strings = {
				"notop-as-first-shared.h5",
				"save-weights-keras-3.weights.h5",
				"save-weights-keras-2.h5",
				"save-model-keras-3.h5"
			})
	void aNetworkOnAnEncoderFromAFile(final String name) throws ModelException, InferenceException {
		final Architecture architecture = named(1.0 / 32);
		final Map<String, float[]> rest = new LinkedHashMap<>();
		for (final WeightSpec spec : WeightSpecs.of(architecture))
			if (!spec.node().startsWith("block"))
				rest.put(
						spec.key(),
						Fixtures.tensor(ENCODER_AND_REST.resolve(spec.node() + "." + spec.name() + ".npy"))
								.data());
		final WeightMap first = Initializers.initialize(architecture, 1).with(new WeightMap(rest));
		assertGivesExpected(
				architecture, first.with(KerasWeightFile.read(VGG.resolve(name), architecture)), ENCODER_AND_REST);
	}

	/** The encoder alone, whose output is not squeezed into probabilities. */
	@ParameterizedTest
	@ValueSource(
			strings = {
				"notop-as-first-shared.h5",
				"save-weights-keras-3.weights.h5",
				"save-weights-keras-2.h5",
				"save-model-keras-3.h5"
			})
	void anEncoderFromAFile(final String name) throws IOException, ModelException, InferenceException {
		final Architecture architecture = ArchitectureFile.read(VGG.resolve("network.json"));
		assertGivesExpected(architecture, KerasWeightFile.read(VGG.resolve(name), architecture), VGG);
	}

	/** Each kind of layer that has weights, kernels of two steps and moving averages among them. */
	@ParameterizedTest
	@ValueSource(strings = {"save-weights-keras-3.weights.h5", "save-weights-keras-2.h5", "save-model-keras-3.h5"})
	void allKindsOfLayersFromAFile(final String name) throws IOException, ModelException, InferenceException {
		final Architecture architecture = ArchitectureFile.read(BLOCKS.resolve("network.json"));
		final WeightMap read = KerasWeightFile.read(BLOCKS.resolve(name), architecture);
		assertEquals(WeightSpecs.of(architecture).size(), read.values().size());
		assertGivesExpected(architecture, read, BLOCKS);
	}

	/** Each kind of layer that has weights is in that network. */
	@Test
	void noKindIsLeftOut() throws IOException, ModelException {
		final Set<String> kinds = new TreeSet<>();
		for (final String fixture : LayerFixture.names()) {
			final Architecture network = LayerFixture.open(fixture).architecture();
			for (final WeightSpec spec : WeightSpecs.of(network))
				kinds.add(network.node(spec.node()).orElseThrow().layer().type());
		}
		final Architecture blocks = ArchitectureFile.read(BLOCKS.resolve("network.json"));
		blocks.nodes().forEach(node -> kinds.remove(node.layer().type()));
		assertEquals(Set.of(), kinds);
	}

	private static Architecture named(final double width) throws ModelException {
		final NamedArchitecture named = Architectures.named("fcn8-vgg16");
		return named.build(named.defaults().withWidthMultiplier(width).withClasses(3));
	}

	private static void assertGivesExpected(final Architecture architecture, final WeightMap weights, final Path folder)
			throws ModelException, InferenceException {
		final FloatTensor expected = Fixtures.tensor(folder.resolve("expected.npy"));
		double largest = 0;
		for (final float value : expected.data()) largest = Math.max(largest, Math.abs(value));
		assertTrue(largest > 0);
		try (TrainableNetwork network =
				new TensorFlowNetworkFactory().create(architecture, weights, new Loss.MeanSquaredError(), 0)) {
			final FloatTensor actual = network.predict(Fixtures.tensor(folder.resolve("input.npy")));
			assertArrayEquals(expected.shape(), actual.shape());
			assertEquals(0, Fixtures.maxDifference(expected.data(), actual.data()), TOLERANCE * largest);
		}
	}
}
