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

import fovea.base.ModelException;
import fovea.net.layer.WeightKind;
import fovea.net.layer.WeightSpec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** First values of weights. */
public final class Initializers {

	/** Some virtual machines keep a few words of an array for themselves. */
	private static final int MAX_ARRAY = Integer.MAX_VALUE - 8;

	private Initializers() {}

	/**
	 * Keras' defaults: kernels Glorot uniform, biases, beta and moving means zero, gamma and moving variances one. What
	 * a weight gets depends on the seed, its key and its shape alone, not on the rest of the network.
	 *
	 * @param architecture any
	 * @param seed the same seed gives the same values
	 * @return values for all weights
	 * @throws ModelException if shapes do not fit, or a weight has more values than an array holds
	 */
	public static WeightMap initialize(final Architecture architecture, final long seed) throws ModelException {
		final Map<String, float[]> values = new LinkedHashMap<>();
		for (final WeightSpec spec : WeightSpecs.of(architecture)) {
			if (spec.elements() > MAX_ARRAY)
				throw new ModelException(architecture.name() + ": expected weights of at most " + MAX_ARRAY
						+ " values, got " + spec.key() + " of shape " + spec.shape());
			values.put(spec.key(), initialize(spec, seed));
		}
		return new WeightMap(values);
	}

	/**
	 * The bound of Glorot's uniform distribution, sqrt(6 / (fan_in + fan_out)), with the fans as Keras takes them from
	 * any kernel's shape: the last axis but one, and the last, times the product of the axes before.
	 *
	 * <p>Source: Glorot and Bengio 2010, Understanding the difficulty of training deep feedforward neural networks.
	 *
	 * @param shape of a kernel, two axes or more
	 * @return values lie between this and its negative
	 */
	static double glorotLimit(final List<Integer> shape) {
		final int axes = shape.size();
		final double receptive = shape.subList(0, axes - 2).stream()
				.mapToDouble(length -> length)
				.reduce(1, (a, b) -> a * b);
		return Math.sqrt(6 / (receptive * shape.get(axes - 2) + receptive * shape.get(axes - 1)));
	}

	private static float[] initialize(final WeightSpec spec, final long seed) {
		final float[] values = new float[spec.size()];
		if (spec.kind() == WeightKind.ONES) Arrays.fill(values, 1);
		if (spec.kind().isKernel()) {
			final double limit = glorotLimit(spec.shape());
			final SplittableRandom random = new SplittableRandom(seed ^ hash(spec.key()));
			for (int i = 0; i < values.length; i++) values[i] = (float) ((2 * random.nextDouble() - 1) * limit);
		}
		return values;
	}

	/** 64 bits of a key (FNV-1a), since String.hashCode gives similar keys similar numbers. */
	private static long hash(final String key) {
		long hash = 0xcbf29ce484222325L;
		for (int i = 0; i < key.length(); i++) hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
		return hash;
	}
}
