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

import fovea.infer.network.InferenceException;
import fovea.net.WeightMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The exponential moving average of a network's weights over the steps of its training (Polyak and Juditsky,
 * Acceleration of stochastic approximation by averaging, SIAM Journal on Control and Optimization 30, 1992). After step
 * s the decay is not more than {@code (1 + s) / (10 + s)}, as in TensorFlow's ExponentialMovingAverage: so the first
 * weights are soon forgotten, and the average is never over more than about the last ninth of the steps. The correction
 * that Adam's moments have would take the bias away as well, but weigh all steps of a short training alike, those of
 * its bad beginning too.
 *
 * <p>Since reading all weights takes a twentieth of a small network's step, only every {@value #EVERY}th step counts,
 * with the decay to the power of {@value #EVERY}. Moving averages of batch normalization are weights like others. Not
 * thread-safe.
 */
public final class WeightAverage {

	/** Steps from one that counts to the next. */
	static final int EVERY = 5;

	private final double decay;
	private final Map<String, float[]> average = new LinkedHashMap<>();

	/** @param decay of a step, above 0 and below 1 */
	public WeightAverage(final double decay) {
		this.decay = decay;
	}

	/** @param weights the average to go on from; not changed */
	public void resume(final WeightMap weights) {
		average.clear();
		average.putAll(copy(weights.values()));
	}

	/**
	 * To be called after each step.
	 *
	 * @param steps that the training has done
	 * @param network is read if this step counts
	 */
	public void step(final long steps, final TrainableNetwork network) throws InferenceException {
		if (steps % EVERY == 0) add(steps, network.weights());
	}

	/**
	 * @param steps that the training has done
	 * @param weights are not changed
	 */
	public void add(final long steps, final WeightMap weights) {
		if (isEmpty()) {
			average.putAll(copy(weights.values()));
			return;
		}
		// strict, so that a resumed training has the same bits
		final double gain = 1 - StrictMath.pow(Math.min(decay, (1.0 + steps) / (10.0 + steps)), EVERY);
		weights.values().forEach((key, values) -> {
			final float[] mean = average.get(key);
			for (int i = 0; i < mean.length; i++) mean[i] = (float) (mean[i] + gain * ((double) values[i] - mean[i]));
		});
	}

	/** @return true before the first step that counts */
	public boolean isEmpty() {
		return average.isEmpty();
	}

	/** @return a copy of the average, where there is one */
	public WeightMap value() {
		return new WeightMap(copy(average));
	}

	private static Map<String, float[]> copy(final Map<String, float[]> arrays) {
		final Map<String, float[]> copy = new LinkedHashMap<>();
		arrays.forEach((key, values) -> copy.put(key, values.clone()));
		return copy;
	}
}
