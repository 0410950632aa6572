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

import static fovea.net.Graphs.chain;
import static fovea.net.Graphs.same;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ModelException;
import fovea.net.layer.Activation;
import fovea.net.layer.BatchNormalization;
import fovea.net.layer.Conv2D;
import fovea.net.layer.Conv2DTranspose;
import fovea.net.layer.Dense;
import fovea.net.layer.DepthwiseConv2D;
import fovea.net.layer.Flatten;
import fovea.net.layer.GlobalAveragePooling2D;
import fovea.net.layer.Layer;
import fovea.net.layer.LayerNormalization;
import fovea.net.layer.SeparableConv2D;
import fovea.net.layer.WeightKind;
import fovea.net.layer.WeightSpec;
import fovea.net.shape.Padding;
import fovea.net.shape.Shape;
import fovea.net.shape.Size;
import fovea.net.zoo.Architectures;
import fovea.net.zoo.NamedArchitecture;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which weights a network has, and what they begin with. */
class WeightsTest {

	/** Both steps, and each channel once for each of its kernels. */
	@Test
	void channelsOnTheirOwnCostLess() throws Exception {
		final Size three = Size.of(3);
		final Layer separable = new SeparableConv2D(5, three, Size.of(2), Padding.SAME, 2, Activation.LINEAR, 0, true);
		final Layer depthwise = new DepthwiseConv2D(three, Size.of(1), Padding.SAME, 4, Activation.LINEAR, 0, true);
		final Shape any = Shape.image(6);
		assertEquals((9 * 6 * 2 + 12 * 5) / 4.0, MultiplyAdds.perInputPixel(chain(any, separable)));
		assertEquals(9 * 6 * 4, MultiplyAdds.perInputPixel(chain(any, depthwise)));
		// what comes behind a mean over a large image costs nothing beside it
		assertEquals(
				9 * 6 * 4,
				MultiplyAdds.perInputPixel(
						chain(any, depthwise, new GlobalAveragePooling2D(false), new Dense(9, Activation.LINEAR))));
	}

	/** By what a weight does, not by its name. */
	@Test
	void kernelsOfTwoStepsAreBothDrawn() throws Exception {
		final Architecture net = chain(
				Shape.image(6),
				new SeparableConv2D(5, Size.of(3), Size.of(1), Padding.SAME, 2, Activation.LINEAR, 0, true),
				new LayerNormalization());
		final WeightMap weights = Initializers.initialize(net, 7);
		// Keras' fans: 9 times 6 and 2; 12 and 5
		for (final Map.Entry<String, Double> drawn : Map.of(
						"depthwise_kernel", Math.sqrt(6.0 / (54 + 18)), "pointwise_kernel", Math.sqrt(6.0 / (12 + 5)))
				.entrySet()) {
			double largest = 0;
			for (final float value : weights.find("l1", drawn.getKey()).orElseThrow())
				largest = Math.max(largest, Math.abs(value));
			assertTrue(largest <= drawn.getValue() && largest > 0.9 * drawn.getValue(), drawn.getKey());
		}
		assertArrayEquals(new float[5], weights.find("l1", "bias").orElseThrow());
		assertArrayEquals(
				new float[] {1, 1, 1, 1, 1}, weights.find("l2", "gamma").orElseThrow());
		assertArrayEquals(new float[5], weights.find("l2", "beta").orElseThrow());
	}

	@Test
	void weightsHaveKerasOrderAndShapes() throws Exception {
		final Architecture net = chain(
				Shape.image(8, 8, 3),
				new Conv2D(4, new Size(3, 5), Size.of(1), Padding.SAME, Activation.RELU, 0, true),
				new BatchNormalization(),
				new Conv2DTranspose(6, new Size(2, 7), Size.of(1), Padding.SAME, Activation.RELU, 0, false),
				new Flatten(),
				new Dense(9, Activation.LINEAR));
		assertEquals(
				List.of(
						"l1/kernel [3, 5, 3, 4] true",
						"l1/bias [4] true",
						"l2/gamma [4] true",
						"l2/beta [4] true",
						"l2/moving_mean [4] false",
						"l2/moving_variance [4] false",
						"l3/kernel [2, 7, 6, 4] true",
						"l5/kernel [384, 9] true",
						"l5/bias [9] true"),
				WeightSpecs.of(net).stream()
						.map(spec -> spec.key() + " " + spec.shape() + " " + spec.trainable())
						.toList());
		assertEquals(new ParameterCount(180 + 4 + 8 + 336 + 3456 + 9, 8), ParameterCount.of(net));
		assertTrue(WeightSpecs.of(net.withTrainable(List.of("l2"), false)).stream()
				.filter(spec -> spec.node().equals("l2"))
				.noneMatch(WeightSpec::trainable));
	}

	@Test
	void countsTooLargeForNumbersStayAtTheLargest() throws Exception {
		final int many = 1 << 30;
		final Architecture net =
				chain(Shape.vector(many), new Dense(many, Activation.LINEAR), new Dense(many, Activation.LINEAR));
		assertEquals(2 * ((long) many * many + many), ParameterCount.of(net).total());
		final Architecture larger = chain(Shape.image(many), new Conv2D(many, 64, 1, Padding.SAME, Activation.LINEAR));
		assertEquals(Long.MAX_VALUE, ParameterCount.of(larger).total());
		assertTrue(assertThrows(ModelException.class, () -> Initializers.initialize(larger, 1))
				.getMessage()
				.contains("l1/kernel"));
	}

	@Test
	void kernelsAreGlorotUniform() throws Exception {
		final WeightMap weights = Initializers.initialize(chain(Shape.image(32), same(64)), 7);
		// Keras' fans of this kernel are 288 and 576.
		final double limit = Math.sqrt(6.0 / (288 + 576));
		final float[] kernel = weights.find("l1", "kernel").orElseThrow();
		double sum = 0;
		double squares = 0;
		double largest = 0;
		for (final float value : kernel) {
			sum += value;
			squares += value * value;
			largest = Math.max(largest, Math.abs(value));
		}
		assertTrue(largest <= limit && largest > 0.999 * limit, "largest " + largest + " of " + limit);
		// Five standard errors of a uniform distribution's mean and variance.
		final int n = kernel.length;
		assertEquals(0, sum / n, 5 * limit / Math.sqrt(3.0 * n));
		assertEquals(limit * limit / 3, squares / n, 5 * limit * limit * Math.sqrt(4 / 45.0 / n));
		assertArrayEquals(new float[64], weights.find("l1", "bias").orElseThrow());
	}

	@Test
	void theFansAreKeras() {
		assertEquals(Math.sqrt(6.0 / (784 + 32)), Initializers.glorotLimit(List.of(784, 32)), 1e-12);
		assertEquals(Math.sqrt(6.0 / (2240 + 70)), Initializers.glorotLimit(List.of(7, 5, 64, 2)), 1e-12);
	}

	@Test
	void batchNormalizationBeginsAsIdentity() throws Exception {
		final WeightMap weights = Initializers.initialize(chain(Shape.image(3), new BatchNormalization()), 7);
		assertArrayEquals(new float[] {1, 1, 1}, weights.find("l1", "gamma").orElseThrow());
		assertArrayEquals(new float[3], weights.find("l1", "beta").orElseThrow());
		assertArrayEquals(new float[3], weights.find("l1", "moving_mean").orElseThrow());
		assertArrayEquals(
				new float[] {1, 1, 1}, weights.find("l1", "moving_variance").orElseThrow());
	}

	@Test
	void equalSeedsGiveEqualWeights() throws Exception {
		final Architecture net = Architectures.named("cae-strided").build();
		final WeightMap first = Initializers.initialize(net, 42);
		final WeightMap again = Initializers.initialize(net, 42);
		final WeightMap other = Initializers.initialize(net, 43);
		for (final WeightSpec spec : WeightSpecs.of(net)) {
			assertArrayEquals(first.get(spec), again.get(spec), spec.key());
			if (spec.name().equals("kernel")) assertFalse(Arrays.equals(first.get(spec), other.get(spec)), spec.key());
		}
		final Architecture two = chain(Shape.image(4), same(4), same(4));
		final WeightMap weights = Initializers.initialize(two, 42);
		assertFalse(Arrays.equals(
				weights.find("l1", "kernel").orElseThrow(),
				weights.find("l2", "kernel").orElseThrow()));
	}

	@Test
	void theDecoderTakesItsShareOfTheWeights() throws Exception {
		final Architecture net = Architectures.named("cae-strided").build();
		final WeightMap weights = Initializers.initialize(net, 42);
		final WeightMap decoder = weights.forArchitecture(net.decoder());
		assertEquals(
				WeightSpecs.of(net.decoder()).stream().map(WeightSpec::key).toList(),
				List.copyOf(decoder.values().keySet()));
		assertSame(
				weights.find("output", "kernel").orElseThrow(),
				decoder.find("output", "kernel").orElseThrow());
		assertTrue(decoder.find("latent", "kernel").isEmpty());
		assertEquals(
				"cae-strided: expected weights encoder_conv1/kernel of shape [3, 3, 1, 32], got none",
				assertThrows(ModelException.class, () -> decoder.forArchitecture(net))
						.getMessage());
		final NamedArchitecture named = Architectures.named("cae-strided");
		final Architecture wide = named.build(named.defaults().withLatent(3));
		assertEquals(
				"cae-strided: expected weights latent/kernel of shape [7, 7, 64, 3], got 6272 values",
				assertThrows(ModelException.class, () -> weights.forArchitecture(wide))
						.getMessage());
	}

	@Test
	void someWeightsTakeThePlaceOfOthers() throws Exception {
		final Architecture net = Architectures.named("cae-strided").build();
		final WeightMap first = Initializers.initialize(net, 1);
		final WeightMap second = Initializers.initialize(net.encoder(), 2);
		final WeightMap merged = first.with(second);
		assertEquals(
				List.copyOf(first.values().keySet()),
				List.copyOf(merged.values().keySet()));
		assertSame(
				second.find("latent", "kernel").orElseThrow(),
				merged.find("latent", "kernel").orElseThrow());
		assertSame(
				first.find("output", "kernel").orElseThrow(),
				merged.find("output", "kernel").orElseThrow());
		assertTrue(assertThrows(ModelException.class, () -> second.with(first))
				.getMessage()
				.contains("decoder_conv1/kernel"));
	}

	@Test
	void othersOfAnotherLengthTakeNoPlace() throws Exception {
		final WeightMap weights = Initializers.initialize(chain(Shape.image(3), same(4)), 1);
		assertEquals(
				"expected 4 values for l1/bias, got 3",
				assertThrows(ModelException.class, () -> weights.with(new WeightMap(Map.of("l1/bias", new float[3]))))
						.getMessage());
	}

	@Test
	void aWeightDoesNotDependOnTheRestOfTheNetwork() throws Exception {
		final WeightMap alone = Initializers.initialize(chain(Shape.image(4), same(5)), 42);
		final WeightMap first = Initializers.initialize(chain(Shape.image(4), same(5), same(2)), 42);
		assertArrayEquals(
				alone.find("l1", "kernel").orElseThrow(),
				first.find("l1", "kernel").orElseThrow());
	}

	/** Generators whose seeds differ by their own increment give the same numbers one step apart. */
	@ParameterizedTest
	@ValueSource(longs = {-1, 0, 1, 41, Long.MAX_VALUE})
	void neighboringSeedsShareNoNumbers(final long seed) throws Exception {
		final Architecture net = chain(Shape.image(4), same(5));
		final Set<Float> numbers = new HashSet<>();
		int count = 0;
		for (final long each : new long[] {seed, seed + 1, seed + 2})
			for (final float value :
					Initializers.initialize(net, each).find("l1", "kernel").orElseThrow()) {
				numbers.add(value);
				count++;
			}
		assertTrue(numbers.size() > 0.99 * count, numbers.size() + " of " + count + " values differ");
	}

	@Test
	void sizesAreProducts() {
		assertEquals(60, new WeightSpec("a", "kernel", WeightKind.KERNEL, List.of(3, 4, 5), true).size());
		assertEquals(60, new WeightSpec("a", "kernel", WeightKind.KERNEL, List.of(3, 4, 5), true).elements());
		assertThrows(
				ArithmeticException.class,
				() -> new WeightSpec("a", "kernel", WeightKind.KERNEL, List.of(1 << 16, 1 << 16), true).size());
	}
}
