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
import fovea.device.DeviceChoice;
import fovea.infer.network.FloatTensor;
import fovea.io.DataType;
import fovea.net.Architecture;
import fovea.net.WeightSpecs;
import fovea.net.layer.WeightSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Layers against what Keras computed: outputs, gradients, moving averages. */
@Tag("thorough")
class LayerGraphTest {

	private static final double OUTPUT = 1e-5;
	private static final double GRADIENT = 1e-4;

	static Stream<String> fixtures() throws IOException {
		return LayerFixture.names().stream();
	}

	static Stream<String> fixturesOfFreeSize() throws IOException, ModelException {
		final List<String> names = new ArrayList<>();
		for (final String name : LayerFixture.names())
			if (LayerFixture.open(name).goesFree()) names.add(name);
		return names.stream();
	}

	@Test
	void thereAreFixtures() throws IOException, ModelException {
		assertTrue(fixtures().count() > 100);
		assertTrue(fixturesOfFreeSize().count() > 80);
	}

	@ParameterizedTest
	@MethodSource("fixtures")
	void computesWhatKerasComputes(final String name) throws IOException, ModelException {
		final LayerFixture fixture = LayerFixture.open(name);
		compare(fixture, fixture.architecture());
	}

	@ParameterizedTest
	@MethodSource("fixturesOfFreeSize")
	void computesTheSameWithFreeHeightAndWidth(final String name) throws IOException, ModelException {
		final LayerFixture fixture = LayerFixture.open(name);
		compare(fixture, fixture.freed());
	}

	private static void compare(final LayerFixture fixture, final Architecture architecture) throws ModelException {
		try (Graph graph = new Graph()) {
			final Ops tf = Ops.create(graph);
			final Variables weights = TrainingGraph.weights(tf, architecture);
			final Operand<TFloat32> input = TrainingGraph.placeholder(tf, "input", architecture.inputShape());
			final Operand<TFloat32> g = tf.placeholder(TFloat32.class);
			final NetworkGraph network = fixture.isTraining()
					? NetworkGraph.training(
							tf, architecture, weights, input, new NetworkGraph.Randomness(1, tf.constant(0L)))
					: NetworkGraph.inference(tf, architecture, weights, input);
			final Operand<TFloat32> loss =
					tf.sum(tf.reshape(tf.math.mul(network.output(), g), tf.constant(new int[] {-1})), tf.constant(0));
			final List<WeightSpec> specs = new ArrayList<>();
			final List<Operand<TFloat32>> by = new ArrayList<>(List.of(input));
			for (final WeightSpec spec : WeightSpecs.of(architecture))
				if (fixture.gradient(spec).isPresent()) {
					specs.add(spec);
					by.add(weights.get(spec.key()));
				}
			final List<Operand<TFloat32>> gradients = TrainingGraph.gradients(graph, loss, by);
			final List<Op> updates = network.averages().stream()
					.map(average -> average.update(tf))
					.toList();
			try (Session session = new Session(graph, SessionSettings.config(DeviceChoice.AUTO));
					Tensor in = tensor(fixture.input());
					Tensor factor = tensor(fixture.g())) {
				weights.write(session, fixture.weights());
				final Session.Runner runner =
						session.runner().feed(input, in).feed(g, factor).fetch(network.output());
				gradients.forEach(runner::fetch);
				try (Result result = runner.run()) {
					near(fixture.expected(), result.get(0), OUTPUT, "output");
					near(fixture.inputGradient(), result.get(1), GRADIENT, "gradient of the input");
					for (int i = 0; i < specs.size(); i++)
						near(
								fixture.gradient(specs.get(i)).orElseThrow(),
								result.get(2 + i),
								GRADIENT,
								"gradient of " + specs.get(i).key());
				}
				final Session.Runner updating = session.runner().feed(input, in);
				updates.forEach(updating::addTarget);
				if (!updates.isEmpty()) updating.run().close();
				final Map<String, float[]> after = weights.read(session);
				for (final WeightSpec spec : WeightSpecs.of(architecture))
					if (fixture.isTraining() && fixture.after(spec).isPresent())
						near(
								fixture.after(spec).get().data(),
								after.get(spec.key()),
								OUTPUT,
								spec.key() + " after a step");
			}
		}
	}

	private static Tensor tensor(final FloatTensor values) {
		final Tensor tensor = TensorValues.allocate(values.shape(), DataType.FLOAT32);
		TensorValues.write(values, tensor, DataType.FLOAT32);
		return tensor;
	}

	private static void near(final FloatTensor expected, final Tensor tensor, final double bound, final String what) {
		final FloatTensor actual = TensorValues.fromTensor(tensor, DataType.FLOAT32, new float[0]);
		assertArrayEquals(expected.shape(), actual.shape(), what);
		near(expected.data(), actual.data(), bound, what);
	}

	private static void near(final float[] expected, final float[] actual, final double bound, final String what) {
		double scale = Float.MIN_NORMAL;
		for (final float value : expected) scale = Math.max(scale, Math.abs(value));
		final double difference = Fixtures.maxDifference(expected, actual) / Math.max(scale, 1e-3);
		assertEquals(0, difference, bound, what + " differs by so much of its largest value");
	}
}
