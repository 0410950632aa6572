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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.Fixtures;
import fovea.base.ModelException;
import fovea.infer.network.FloatTensor;
import fovea.net.Architecture;
import fovea.net.WeightMap;
import fovea.net.WeightSpecs;
import fovea.net.Widening;
import fovea.net.layer.Activation;
import fovea.net.layer.Conv2D;
import fovea.net.layer.Conv2DTranspose;
import fovea.net.layer.Dense;
import fovea.net.layer.DepthwiseConv2D;
import fovea.net.layer.Flatten;
import fovea.net.layer.SeparableConv2D;
import fovea.net.layer.WeightSpec;
import fovea.net.shape.Padding;
import fovea.net.shape.Shape;
import fovea.net.shape.Size;
import fovea.net.zoo.Architectures;
import fovea.net.zoo.NamedArchitecture;
import fovea.train.TrainableNetwork;
import fovea.train.config.Loss;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A network of more filters begins with what one of fewer does, and learns with all of them. */
@Tag("thorough")
class WideningTest {

	private static final FloatTensor IMAGES = Networks.normal(5, 2, 32, 32, 1);

	@ParameterizedTest
	@ValueSource(strings = {"fcn-deep", "fcn-small", "cae-denoise", "cae-pooling", "cae-unpooling"})
	void widerNetworksBeginWithWhatTheNarrowerOneDoes(final String name) throws Exception {
		final Architecture narrow = built(name, 0.25);
		final WeightMap weights = tamed(narrow, Networks.weights(narrow, 3));
		final Architecture wide = built(name, 0.5);
		final float[] expected = output(narrow, weights);
		float largest = 0;
		for (final float value : expected) largest = Math.max(largest, Math.abs(value));
		assertArrayEquals(expected, output(wide, Widening.widen(narrow, weights, wide, 1)), 1e-5f * largest);
	}

	/** Channels on their own, in both kinds of layer, one to one and one to two. */
	@Test
	void depthwiseKernelsGetMoreChannels() throws Exception {
		final Architecture narrow = depthwise(2, 2);
		final WeightMap weights = Networks.weights(narrow, 3);
		final Architecture wide = depthwise(5, 2);
		final WeightMap widened = Widening.widen(narrow, weights, wide, 1);
		final float[] expected = output(narrow, weights);
		assertEquals(0, Fixtures.maxDifference(expected, output(wide, widened)), 1e-4);
		for (final WeightSpec spec : WeightSpecs.of(wide))
			if (spec.name().equals("kernel") && spec.node().equals("layer2"))
				for (final float value : widened.get(spec)) assertNotEquals(0, value);
		assertTrue(assertThrows(ModelException.class, () -> Widening.widen(narrow, weights, depthwise(2, 3), 1))
				.getMessage()
				.startsWith("chain: expected weights layer2/kernel of shape [3, 3, 2, 3]"));
	}

	private static Architecture depthwise(final int filters, final int multiplier) throws ModelException {
		return Networks.chain(
				Shape.image(1),
				new Conv2D(filters, 3, 1, Padding.SAME, Activation.TANH),
				new DepthwiseConv2D(Size.of(3), Size.of(1), Padding.SAME, multiplier, Activation.TANH, 0, true),
				new SeparableConv2D(filters, Size.of(3), Size.of(1), Padding.SAME, 2, Activation.TANH, 0, true),
				new Conv2D(1, 1, 1, Padding.SAME, Activation.LINEAR));
	}

	/**
	 * @return with kernels that keep values as large as they are: else a softmax turns what the last bit of a sum is
	 *     into a difference
	 */
	private static WeightMap tamed(final Architecture architecture, final WeightMap weights) throws ModelException {
		final Map<String, float[]> values = new LinkedHashMap<>();
		for (final WeightSpec spec : WeightSpecs.of(architecture)) {
			final float[] array = weights.get(spec).clone();
			final double summed =
					(double) spec.size() / spec.shape().get(spec.shape().size() - 1);
			if (spec.name().equals("kernel")) for (int i = 0; i < array.length; i++) array[i] *= 2 / Math.sqrt(summed);
			values.put(spec.key(), array);
		}
		return new WeightMap(values);
	}

	@Test
	void whatIsAddedIsUsedFromTheSecondStepOn() throws Exception {
		final Architecture narrow = twoLayers(2);
		final Architecture wide = twoLayers(5);
		final WeightMap first = Widening.widen(narrow, Networks.weights(narrow, 3), wide, 1);
		final float[] before = first.find("layer1", "kernel").orElseThrow().clone();
		try (TrainableNetwork network =
				new TensorFlowNetworkFactory().create(wide, first, new Loss.MeanSquaredError(), 1)) {
			for (int step = 0; step < 2; step++) network.step(IMAGES, Networks.normal(6, 2, 64, 64, 1), 0.01);
			final float[] after = network.weights().find("layer1", "kernel").orElseThrow();
			for (int i = 0; i < before.length; i++)
				assertFalse(before[i] == after[i], "weight " + i + " was not changed");
		}
	}

	@Test
	void theSameNetworkKeepsItsArrays() throws Exception {
		final Architecture network = twoLayers(3);
		final WeightMap weights = Networks.weights(network, 3);
		assertSame(
				weights.find("layer2", "kernel").orElseThrow(),
				Widening.widen(network, weights, network, 1)
						.find("layer2", "kernel")
						.orElseThrow());
	}

	@Test
	void theSeedDecidesWhatIsDrawn() throws Exception {
		final Architecture narrow = twoLayers(2);
		final Architecture wide = twoLayers(5);
		final WeightMap weights = Networks.weights(narrow, 3);
		final float[] kernel = Widening.widen(narrow, weights, wide, 1)
				.find("layer1", "kernel")
				.orElseThrow();
		assertArrayEquals(
				kernel,
				Widening.widen(narrow, weights, wide, 1)
						.find("layer1", "kernel")
						.orElseThrow());
		assertFalse(Arrays.equals(
				kernel,
				Widening.widen(narrow, weights, wide, 2)
						.find("layer1", "kernel")
						.orElseThrow()));
	}

	@Test
	void narrowerNetworksAreRefused() throws Exception {
		final Architecture wide = twoLayers(5);
		final WeightMap weights = Networks.weights(wide, 3);
		assertEquals(
				"chain: expected weights layer1/kernel of shape [3, 3, 1, 2] or of fewer filters, got shape [3, 3, "
						+ "1, 5]",
				assertThrows(ModelException.class, () -> Widening.widen(wide, weights, twoLayers(2), 1))
						.getMessage());
	}

	@Test
	void otherChannelsOfTheOutputAreRefused() throws Exception {
		final Architecture narrow = built("fcn-deep", 0.25);
		final NamedArchitecture named = named("fcn-deep");
		final Architecture wide =
				named.build(named.defaults().withWidthMultiplier(0.5).withClasses(4));
		assertEquals(
				"fcn-deep: expected 2 channels out of 'probabilities', as in the network whose weights it gets, got 4",
				assertThrows(ModelException.class, () -> Widening.widen(narrow, Networks.weights(narrow, 3), wide, 1))
						.getMessage());
	}

	@Test
	void channelsThatAreFlattenedAreRefused() throws Exception {
		final Architecture narrow = flattened(2);
		assertEquals(
				"chain: expected 128 channels out of 'layer2', as in the network whose weights it gets, got 320",
				assertThrows(
								ModelException.class,
								() -> Widening.widen(narrow, Networks.weights(narrow, 3), flattened(5), 1))
						.getMessage());
	}

	private static Architecture twoLayers(final int filters) throws ModelException {
		return Networks.chain(
				Shape.image(1),
				new Conv2D(filters, 3, 1, Padding.SAME, Activation.LINEAR),
				new Conv2DTranspose(1, 2, 2, Padding.SAME, Activation.LINEAR));
	}

	private static Architecture flattened(final int filters) throws ModelException {
		return Networks.chain(
				Shape.image(8, 8, 1),
				new Conv2D(filters, 3, 1, Padding.SAME, Activation.LINEAR),
				new Flatten(),
				new Dense(3, Activation.LINEAR));
	}

	private static NamedArchitecture named(final String name) {
		return Architectures.all().stream()
				.filter(named -> named.name().equals(name))
				.findFirst()
				.orElseThrow();
	}

	private static Architecture built(final String name, final double width) throws ModelException {
		final NamedArchitecture named = named(name);
		return named.build(
				named.defaults().withWidthMultiplier(width).withChannels(1).withSize(32, 32));
	}

	private static float[] output(final Architecture network, final WeightMap weights) throws Exception {
		try (TrainableNetwork trainable =
				new TensorFlowNetworkFactory().create(network, weights, new Loss.MeanSquaredError(), 1)) {
			return trainable.predict(IMAGES).data();
		}
	}
}
