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
package fovea.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.base.ModelException;
import fovea.infer.network.InferenceException;
import fovea.net.WeightMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WeightAverageTest {

	private static WeightMap weights(final float... values) {
		return new WeightMap(Map.of("w", values));
	}

	private static float[] mean(final WeightAverage average) {
		return average.value().values().get("w");
	}

	@Property
	void theAverageOfConstantWeightsIsTheseToTheLastBit(
			@ForAll final float value,
			@ForAll @Scale(4) @DoubleRange(min = 0.01, max = 0.9999) final double decay,
			@ForAll @IntRange(min = 1, max = 500) final int count) {
		final WeightAverage average = new WeightAverage(decay);
		for (int i = 1; i <= count; i++) average.add(i * 5L, weights(value));
		assertArrayEquals(new float[] {value}, mean(average));
	}

	/** By the definition: each value by itself, with the product of all decays after it. */
	@Property(tries = 200)
	void weightsFallByTheDecay(
			@ForAll @Size(min = 1, max = 60) final float[] draws,
			@ForAll @Scale(3) @DoubleRange(min = 0.5, max = 0.999) final double decay) {
		final WeightAverage average = new WeightAverage(decay);
		double expected = 0;
		double rest = 1;
		for (int i = draws.length; i >= 1; i--) {
			final double steps = i * WeightAverage.EVERY;
			final double kept = i == 1 ? 0 : Math.pow(Math.min(decay, (1 + steps) / (10 + steps)), WeightAverage.EVERY);
			expected += rest * (1 - kept) * (float) Math.sin(draws[i - 1]);
			rest *= kept;
		}
		for (int i = 1; i <= draws.length; i++)
			average.add((long) i * WeightAverage.EVERY, weights((float) Math.sin(draws[i - 1])));
		assertEquals(expected, mean(average)[0], 1e-5);
	}

	/** However slow the decay: the average of 1, 2, 3, ... lags behind by a part of the steps. */
	@Test
	void aShortTrainingIsNotHeldBackByItsBeginning() {
		final WeightAverage average = new WeightAverage(0.99999);
		for (int step = WeightAverage.EVERY; step <= 1000; step += WeightAverage.EVERY)
			average.add(step, weights(step));
		assertEquals(900, mean(average)[0], 5);
	}

	@Test
	void onlySomeStepsCount() throws ModelException, InferenceException {
		final WeightAverage average = new WeightAverage(0.99);
		final LineNetwork network = new LineNetwork(
				LineNetwork.architecture(),
				new WeightMap(Map.of("line/kernel", new float[] {1}, "line/bias", new float[] {0})));
		for (int step = 1; step < WeightAverage.EVERY; step++) average.step(step, network);
		assertTrue(average.isEmpty());
		average.step(WeightAverage.EVERY, network);
		assertFalse(average.isEmpty());
		network.a = 2;
		average.step(WeightAverage.EVERY + 1, network);
		assertEquals(1, average.value().values().get("line/kernel")[0]);
		average.step(2 * WeightAverage.EVERY, network);
		assertEquals(2 - Math.pow(11.0 / 20, 5), average.value().values().get("line/kernel")[0], 1e-6);
	}

	@Test
	void goesOnAsIfNothingHadBeen() {
		final WeightAverage whole = new WeightAverage(0.9);
		final WeightAverage resumed = new WeightAverage(0.9);
		for (int i = 1; i < 8; i++) whole.add(5L * i, weights(i, 1f / i));
		resumed.resume(whole.value());
		for (int i = 8; i < 12; i++) {
			whole.add(5L * i, weights(i, i));
			resumed.add(5L * i, weights(i, i));
		}
		assertArrayEquals(mean(whole), mean(resumed));
	}

	@Test
	void valuesAreCopies() {
		final WeightAverage average = new WeightAverage(0.9);
		final float[] given = {1};
		average.add(5, weights(given));
		final float[] first = mean(average);
		average.add(10, weights(3));
		given[0] = 7;
		assertEquals(1, first[0]);
		first[0] = 9;
		assertTrue(mean(average)[0] < 3);
	}
}
