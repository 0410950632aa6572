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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import fovea.base.ModelException;
import fovea.device.DeviceChoice;
import fovea.device.OneDnn;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.InferenceException;
import fovea.infer.network.NetworkMemoryException;
import fovea.net.Architecture;
import fovea.net.Initializers;
import fovea.net.Node;
import fovea.net.WeightMap;
import fovea.net.layer.Activation;
import fovea.net.layer.Add;
import fovea.net.layer.BatchNormalization;
import fovea.net.layer.Conv2D;
import fovea.net.layer.Conv2DTranspose;
import fovea.net.layer.Dense;
import fovea.net.layer.Dropout;
import fovea.net.layer.Flatten;
import fovea.net.layer.Input;
import fovea.net.layer.Interpolation;
import fovea.net.layer.MaxPooling2D;
import fovea.net.layer.UpSampling2D;
import fovea.net.shape.Padding;
import fovea.net.shape.Shape;
import fovea.net.shape.Size;
import fovea.train.TrainableNetwork;
import fovea.train.TrainableNetworkFactory;
import fovea.train.config.Loss;
import fovea.train.config.Precision;
import fovea.train.config.StepOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link TrainableNetworkFactory} and {@link TrainableNetwork} must do. */
public abstract class TrainableNetworkContract {

	private static final Loss MSE = new Loss.MeanSquaredError();

	private final FloatTensor input = Networks.normal(1, 4, 8, 8, 2);
	private final FloatTensor target = Networks.normal(2, 4, 8, 8, 1);

	/** @return the factory under test */
	protected abstract TrainableNetworkFactory factory();

	// device

	@Test
	void theProcessorLearnsWhatAutoDoesWhereThereIsNoGpu() throws Exception {
		assumeFalse(factory().device().isGpu());
		final Architecture architecture =
				Networks.chain(Shape.image(8, 8, 2), new Conv2D(1, 3, 1, Padding.SAME, Activation.LINEAR));
		final List<WeightMap> learned = new ArrayList<>();
		for (final DeviceChoice device : List.of(DeviceChoice.AUTO, DeviceChoice.CPU))
			try (TrainableNetwork network =
					factory().on(device).create(architecture, Initializers.initialize(architecture, 1), MSE, 1)) {
				network.step(input, target, 0.01);
				learned.add(network.weights());
			}
		learned.get(0)
				.values()
				.forEach((name, values) ->
						assertArrayEquals(values, learned.get(1).values().get(name), name));
	}

	@Test
	void aGpuThatIsNotThereIsRefusedWithTheReason() throws Exception {
		assumeFalse(factory().device().isGpu());
		final Architecture architecture =
				Networks.chain(Shape.image(8, 8, 2), new Conv2D(1, 3, 1, Padding.SAME, Activation.LINEAR));
		final WeightMap weights = Initializers.initialize(architecture, 1);
		final String message = assertThrows(
						ModelException.class,
						() -> factory().on(DeviceChoice.gpu(0)).create(architecture, weights, MSE, 1))
				.getMessage();
		assertTrue(message.startsWith("device=gpu: TensorFlow sees no such GPU: "), message);
	}

	// training

	@Test
	void learnsFourImagesByHeart() throws ModelException, InferenceException {
		final Architecture architecture = Networks.chain(
				Shape.image(16, 16, 1),
				new Conv2D(8, 3, 2, Padding.SAME, Activation.RELU),
				new Flatten(),
				new Dense(16, Activation.LINEAR),
				new Dense(256, Activation.LINEAR));
		final FloatTensor images = Networks.normal(3, 4, 16, 16, 1);
		final FloatTensor same = new FloatTensor(new int[] {4, 256}, images.data());
		try (TrainableNetwork network = create(architecture)) {
			final double before = network.loss(images, same);
			for (int i = 0; i < 150; i++) network.step(images, same, 0.01);
			assertTrue(before > 0.9 && network.loss(images, same) < 1e-3, before + " to " + network.loss(images, same));
		}
	}

	@Test
	void learnsToSegmentFourImages() throws ModelException, InferenceException {
		final Architecture architecture = Networks.chain(
				Shape.image(1),
				new Conv2D(8, 3, 1, Padding.SAME, Activation.RELU),
				new MaxPooling2D(2),
				new Conv2D(8, 3, 1, Padding.SAME, Activation.RELU),
				new Conv2DTranspose(2, 2, 2, Padding.SAME, Activation.SOFTMAX));
		final FloatTensor images = Networks.normal(3, 4, 16, 16, 1);
		final float[] bright = new float[images.size() * 2];
		for (int i = 0; i < images.size(); i++) bright[2 * i + (images.data()[i] > 0 ? 1 : 0)] = 1;
		final FloatTensor classes = new FloatTensor(new int[] {4, 16, 16, 2}, bright);
		for (final Loss loss : List.of(new Loss.CategoricalCrossEntropy(List.of()), new Loss.Dice()))
			try (TrainableNetwork network =
					factory().create(architecture, Initializers.initialize(architecture, 4), loss, 5)) {
				final double before = network.loss(images, classes);
				for (int i = 0; i < 200; i++) network.step(images, classes, 0.01);
				assertTrue(
						network.loss(images, classes) < 0.5 * before,
						loss + ": " + before + " to " + network.loss(images, classes));
			}
	}

	@Test
	void sameSeedSameWeights() throws ModelException, InferenceException {
		final WeightMap first = trained(7);
		final WeightMap second = trained(7);
		first.values()
				.forEach((key, values) ->
						assertArrayEquals(values, second.values().get(key), key));
	}

	@Test
	void otherSeedOtherDropout() throws ModelException, InferenceException {
		assertFalse(Arrays.equals(
				trained(7).values().get("layer1/kernel"), trained(8).values().get("layer1/kernel")));
	}

	@Test
	void goesOnAsIfItHadNotStopped() throws ModelException, InferenceException {
		final Architecture architecture = withAll();
		try (TrainableNetwork straight = create(architecture);
				TrainableNetwork resumed = create(architecture)) {
			for (int i = 0; i < 3; i++) straight.step(input, target, 0.01);
			resumed.setWeights(straight.weights());
			resumed.setOptimizerState(straight.optimizerState());
			for (int i = 0; i < 3; i++)
				assertEquals(straight.step(input, target, 0.01), resumed.step(input, target, 0.01), 0);
		}
	}

	@Test
	void mixedPrecisionLearnsTheSameAndKeepsFloat32() throws ModelException, InferenceException, IOException {
		final Trained exact = trainedIn(Precision.FLOAT32);
		final Trained mixed = trainedIn(Precision.MIXED_BFLOAT16);
		assertEquals(exact.loss(), mixed.loss(), 0.05 * exact.loss());
		assertEquals(mixed.loss(), trainedIn(Precision.MIXED_BFLOAT16).loss(), 0, "the same seed, the same loss");
		// numbers of bfloat16 end in 16 bits of zero
		for (final float[] values : mixed.weights().values().values())
			assertTrue(
					IntStream.range(0, values.length).anyMatch(i -> (Float.floatToIntBits(values[i]) & 0xFFFF) != 0));
		if (knowsBfloat16()) assertNotEquals(exact.loss(), mixed.loss(), "nothing was computed in bfloat16");
	}

	private record Trained(double loss, WeightMap weights) {}

	/** @return loss and weights of a network that learned to give back four images */
	private Trained trainedIn(final Precision precision) throws ModelException, InferenceException, IOException {
		final Architecture architecture = Networks.chain(
				Shape.image(1),
				new Conv2D(16, 3, 1, Padding.SAME, Activation.RELU),
				new Conv2D(16, 3, 2, Padding.SAME, Activation.RELU),
				new Conv2DTranspose(1, 2, 2, Padding.SAME, Activation.LINEAR));
		final FloatTensor images = Networks.normal(1, 4, 32, 32, 1);
		try (TrainableNetwork network = factory()
				.create(
						architecture,
						Initializers.initialize(architecture, 1),
						StepOptions.of(MSE, 1).withPrecision(precision))) {
			for (int i = 0; i < 40; i++) network.step(images, images, 0.003);
			return new Trained(network.loss(images, images), network.weights());
		}
	}

	private static boolean knowsBfloat16() throws IOException {
		if (OneDnn.here().whyNot().isPresent()) return false; // it is oneDNN that computes in it
		final Path processor = Path.of("/proc/cpuinfo");
		return Files.isReadable(processor) && Files.readString(processor).matches("(?s).*(avx512_bf16|amx_bf16).*");
	}

	@Test
	void dropoutIsOfTrainingOnlyAndAnotherInEachStep() throws ModelException, InferenceException {
		final Architecture architecture =
				Networks.chain(Shape.image(2), new Conv2D(2, 1, 1, Padding.SAME, Activation.LINEAR), new Dropout(0.5));
		final FloatTensor zero = new FloatTensor(input.shape(), new float[input.size()]);
		try (TrainableNetwork network = create(architecture)) {
			final double loss = network.loss(input, zero);
			assertEquals(loss, network.loss(input, zero), 0);
			final double first = network.step(input, zero, 0);
			final double second = network.step(input, zero, 0);
			assertTrue(first != second && first != loss, first + " " + second + " " + loss);
			// the values that stay are doubled, so that their squares have twice the mean
			assertEquals(2 * loss, (first + second) / 2, 0.4 * loss);
		}
	}

	@Test
	void frozenLayersStay() throws ModelException, InferenceException {
		final Architecture architecture = withAll().withTrainable(Set.of("layer1", "layer2"), false);
		try (TrainableNetwork network = create(architecture)) {
			final WeightMap before = network.weights();
			for (int i = 0; i < 3; i++) network.step(input, target, 0.01);
			final WeightMap after = network.weights();
			before.values()
					.forEach((key, values) -> assertEquals(
							key.startsWith("layer1/") || key.startsWith("layer2/"),
							Arrays.equals(values, after.values().get(key)),
							key));
			assertTrue(network.optimizerState().keySet().stream().noneMatch(key -> key.startsWith("layer1/")));
		}
	}

	@Test
	void aStepFollowsTheBatchInItsMovingAverages() throws ModelException, InferenceException {
		try (TrainableNetwork network = create(withAll())) {
			final float[] before = network.weights().values().get("layer2/moving_mean");
			network.step(input, target, 0.01);
			assertFalse(Arrays.equals(before, network.weights().values().get("layer2/moving_mean")));
		}
	}

	@Test
	void refusesToTrainWhatIsAllFrozen() throws ModelException {
		final Architecture architecture =
				Networks.chain(Shape.image(2), new Conv2D(1, 1, 1, Padding.SAME, Activation.LINEAR));
		try (TrainableNetwork network = create(architecture.withTrainable(Set.of("layer1"), false))) {
			assertThrows(ModelException.class, () -> network.step(input, target, 0.01));
		}
	}

	@Test
	void aLossThatIsNotANumberIsReported() throws ModelException, InferenceException {
		final FloatTensor broken = new FloatTensor(input.shape(), input.data().clone());
		broken.data()[5] = Float.NaN;
		try (TrainableNetwork network = create(withAll())) {
			assertTrue(Double.isNaN(network.step(broken, target, 0.01)));
		}
	}

	/** The loss is the mean over the others, and what the network gives there changes nothing. */
	@Test
	void aTargetThatIsNotANumberDoesNotCount() throws ModelException, InferenceException {
		final FloatTensor partial =
				new FloatTensor(target.shape(), target.data().clone());
		for (int i = 0; i < partial.data().length; i++) if (i % 3 > 0) partial.data()[i] = Float.NaN;
		try (TrainableNetwork network = create(withAll())) {
			final FloatTensor output = network.predict(input);
			double sum = 0;
			int count = 0;
			for (int i = 0; i < partial.data().length; i++)
				if (!Float.isNaN(partial.data()[i])) {
					sum += Math.pow(output.data()[i] - (double) partial.data()[i], 2);
					count++;
				}
			assertEquals(sum / count, network.loss(input, partial), 1e-5 * sum / count);
			assertTrue(Double.isFinite(network.step(input, partial, 0.01)));
			assertTrue(Double.isFinite(network.step(input, partial, 0.01)), "the weights are numbers still");
		}
	}

	// shapes

	@Test
	void anyHeightAndWidthWhereTheyAreFree() throws ModelException, InferenceException {
		final Architecture architecture = Networks.chain(
				Shape.image(2),
				new Conv2D(3, 3, 2, Padding.SAME, Activation.RELU),
				new Conv2DTranspose(3, 3, 2, Padding.VALID, Activation.RELU),
				new UpSampling2D(Size.of(2), Interpolation.BILINEAR));
		try (TrainableNetwork network = create(architecture)) {
			assertArrayEquals(
					new int[] {1, 18, 22, 3},
					network.predict(Networks.normal(1, 1, 7, 9, 2)).shape());
			assertArrayEquals(
					new int[] {3, 10, 26, 3},
					network.predict(Networks.normal(1, 3, 4, 12, 2)).shape());
		}
	}

	@Test
	void refusesWhatWouldEndTheProcess() throws ModelException, InferenceException {
		try (TrainableNetwork network = create(withAll())) {
			for (final int[] shape : List.of(
					new int[] {4, 8, 8, 3},
					new int[] {4, 8, 8, 4},
					new int[] {8, 8, 2},
					new int[] {1, 4, 8, 8, 2},
					new int[] {4, 128},
					new int[] {0, 8, 8, 2},
					new int[] {4, 8, 0, 2})) {
				final FloatTensor wrong = Networks.normal(1, shape);
				final String message = assertThrows(ModelException.class, () -> network.predict(wrong))
						.getMessage();
				assertTrue(message.contains("free x free x 2") && message.contains(Arrays.toString(shape)), message);
				assertThrows(ModelException.class, () -> network.step(wrong, target, 0.1));
				assertThrows(ModelException.class, () -> network.loss(wrong, target));
			}
			final FloatTensor narrow = Networks.normal(1, 4, 8, 7, 1);
			final String message = assertThrows(ModelException.class, () -> network.step(input, narrow, 0.1))
					.getMessage();
			assertTrue(message.contains("[4, 8, 8, 1]") && message.contains("[4, 8, 7, 1]"), message);
			network.step(input, target, 0.1);
		}
	}

	@Test
	void refusesSizesThatDoNotComeTogetherAgain() throws ModelException, InferenceException {
		final Architecture architecture = Architecture.of(
				"skip",
				"",
				List.of(
						new Node("input", new Input(Shape.image(2))),
						new Node("pool", new MaxPooling2D(2), "input"),
						new Node("up", new UpSampling2D(Size.of(2), Interpolation.NEAREST), "pool"),
						new Node("sum", new Add(), "up", "input")),
				"sum",
				Optional.empty());
		try (TrainableNetwork network = create(architecture)) {
			network.predict(Networks.normal(1, 1, 8, 8, 2));
			assertThrows(ModelException.class, () -> network.predict(Networks.normal(1, 1, 8, 7, 2)));
			network.predict(Networks.normal(1, 1, 6, 4, 2));
		}
	}

	@Test
	void refusesALayerThatNoMemoryHolds() throws ModelException {
		final Architecture architecture =
				Networks.chain(Shape.image(1), new UpSampling2D(Size.of(30_000), Interpolation.NEAREST));
		try (TrainableNetwork network = create(architecture)) {
			assertThrows(NetworkMemoryException.class, () -> network.predict(Networks.normal(1, 1000, 1, 1, 1)));
		}
	}

	// weights

	@Test
	void givesTheWeightsItGot() throws ModelException, InferenceException {
		final Architecture architecture = withAll();
		final WeightMap weights = Networks.weights(architecture, 9);
		try (TrainableNetwork network = create(architecture)) {
			network.setWeights(weights);
			final WeightMap read = network.weights();
			assertEquals(
					List.copyOf(
							Initializers.initialize(architecture, 1).values().keySet()),
					List.copyOf(read.values().keySet()));
			weights.values()
					.forEach((key, values) ->
							assertArrayEquals(values, read.values().get(key), key));
		}
	}

	@Test
	void refusesWeightsThatAreMissingOrOfAnotherLength() throws ModelException {
		final Architecture architecture = withAll();
		final Map<String, float[]> values =
				new HashMap<>(Networks.weights(architecture, 9).values());
		values.put("layer1/kernel", new float[3]);
		final String length = assertThrows(
						ModelException.class, () -> factory().create(architecture, new WeightMap(values), MSE, 0))
				.getMessage();
		assertTrue(length.contains("layer1/kernel") && length.contains("got 3"), length);
		values.remove("layer1/kernel");
		final String missing = assertThrows(
						ModelException.class, () -> factory().create(architecture, new WeightMap(values), MSE, 0))
				.getMessage();
		assertTrue(missing.contains("layer1/kernel"), missing);
	}

	// life

	@Test
	void closedIsClosed() throws ModelException, InferenceException {
		final TrainableNetwork network = create(withAll());
		network.close();
		network.close();
		assertThrows(InferenceException.class, () -> network.step(input, target, 0.1));
		assertThrows(InferenceException.class, () -> network.predict(input));
		assertThrows(InferenceException.class, network::weights);
		assertThrows(InferenceException.class, () -> network.export(Path.of("target", "closed")));
		assertFalse(Files.exists(Path.of("target", "closed")));
	}

	private static Architecture withAll() throws ModelException {
		return Networks.chain(
				Shape.image(2),
				new Conv2D(16, 3, 1, Padding.SAME, Activation.RELU),
				new BatchNormalization(),
				new Dropout(0.3),
				new Conv2D(16, Size.of(3), Size.of(2), Padding.SAME, Activation.leakyRelu(), 1e-3, true),
				new Conv2DTranspose(1, 3, 2, Padding.SAME, Activation.LINEAR));
	}

	private WeightMap trained(final long seed) throws ModelException, InferenceException {
		final Architecture architecture = withAll();
		final FloatTensor images = Networks.normal(1, 8, 64, 64, 2);
		final FloatTensor wanted = Networks.normal(2, 8, 64, 64, 1);
		try (TrainableNetwork network =
				factory().create(architecture, Initializers.initialize(architecture, 1), MSE, seed)) {
			for (int i = 0; i < 20; i++) network.step(images, wanted, 0.01);
			return network.weights();
		}
	}

	private TrainableNetwork create(final Architecture architecture) throws ModelException {
		return factory().create(architecture, Initializers.initialize(architecture, 1), MSE, 6);
	}
}
