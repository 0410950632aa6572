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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ModelException;
import fovea.infer.network.FloatTensor;
import fovea.infer.network.InferenceException;
import fovea.net.Architecture;
import fovea.net.WeightMap;
import fovea.net.layer.Activation;
import fovea.net.layer.Dense;
import fovea.net.shape.Shape;
import fovea.train.TrainableNetwork;
import fovea.train.config.Loss;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Adam on a network that is one number w with the loss (w - target)^2. */
class AdamTest {

	private static final float FIRST = 2;
	private static final float TARGET = -1;

	private final FloatTensor one = new FloatTensor(new int[] {1, 1}, new float[] {1});
	private final FloatTensor target = new FloatTensor(new int[] {1, 1}, new float[] {TARGET});

	/** Algorithm 1 of the paper in double precision, with epsilon where Keras has it. */
	private static double[] expected(final int steps, final double rate) {
		double w = FIRST;
		double m = 0;
		double v = 0;
		for (int t = 1; t <= steps; t++) {
			final double g = 2 * (w - TARGET);
			m = 0.9 * m + 0.1 * g;
			v = 0.999 * v + 0.001 * g * g;
			w -= rate * Math.sqrt(1 - Math.pow(0.999, t)) / (1 - Math.pow(0.9, t)) * m / (Math.sqrt(v) + 1e-7);
		}
		return new double[] {w, m, v};
	}

	@Test
	void followsTheFormula() throws ModelException, InferenceException {
		try (TrainableNetwork network = network()) {
			for (int t = 1; t <= 60; t++) {
				final double before = network.weights().values().get("layer1/kernel")[0];
				assertEquals((before - TARGET) * (before - TARGET), network.step(one, target, 0.05), 1e-5);
				assertEquals(
						expected(t, 0.05)[0], network.weights().values().get("layer1/kernel")[0], 2e-5, "step " + t);
			}
			final Map<String, float[]> state = network.optimizerState();
			assertEquals(Set.of("iterations", "layer1/kernel/m", "layer1/kernel/v"), state.keySet());
			assertEquals(60, state.get("iterations")[0]);
			assertEquals(expected(60, 0.05)[1], state.get("layer1/kernel/m")[0], 1e-4);
			assertEquals(expected(60, 0.05)[2], state.get("layer1/kernel/v")[0], 1e-4);
		}
	}

	@Test
	void learningRateIsThatOfTheStep() throws ModelException, InferenceException {
		try (TrainableNetwork network = network()) {
			network.step(one, target, 0);
			assertEquals(FIRST, network.weights().values().get("layer1/kernel")[0]);
			network.step(one, target, 0.1);
			assertTrue(network.weights().values().get("layer1/kernel")[0] < FIRST - 0.05);
			assertThrows(ModelException.class, () -> network.step(one, target, Double.NaN));
			assertThrows(ModelException.class, () -> network.step(one, target, -1));
		}
	}

	@Test
	void goesOnFromASavedState() throws ModelException, InferenceException {
		try (TrainableNetwork straight = network();
				TrainableNetwork resumed = network()) {
			for (int t = 0; t < 5; t++) straight.step(one, target, 0.05);
			resumed.setWeights(straight.weights());
			resumed.setOptimizerState(straight.optimizerState());
			for (int t = 0; t < 5; t++)
				assertEquals(straight.step(one, target, 0.05), resumed.step(one, target, 0.05), 0);
			assertArrayEquals(
					straight.weights().values().get("layer1/kernel"),
					resumed.weights().values().get("layer1/kernel"));
		}
	}

	@Test
	void refusesAStateOfAnotherNetwork() throws ModelException, InferenceException {
		try (TrainableNetwork network = network()) {
			final Map<String, float[]> missing = new HashMap<>(network.optimizerState());
			missing.remove("layer1/kernel/v");
			final String message = assertThrows(ModelException.class, () -> network.setOptimizerState(missing))
					.getMessage();
			assertTrue(message.contains("layer1/kernel/v"), message);
			final Map<String, float[]> longer = new HashMap<>(network.optimizerState());
			longer.put("layer1/kernel/v", new float[2]);
			assertThrows(ModelException.class, () -> network.setOptimizerState(longer));
		}
	}

	private static TrainableNetwork network() throws ModelException {
		final Architecture architecture = Networks.chain(Shape.vector(1), new Dense(1, Activation.LINEAR, 0, false));
		return new TensorFlowNetworkFactory()
				.create(
						architecture,
						new WeightMap(Map.of("layer1/kernel", new float[] {FIRST})),
						new Loss.MeanSquaredError(),
						0);
	}
}
