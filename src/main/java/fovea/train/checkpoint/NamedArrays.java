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
package fovea.train.checkpoint;

import fovea.base.ModelException;
import fovea.net.Architecture;
import fovea.net.WeightMap;
import fovea.net.WeightSpecs;
import fovea.net.layer.WeightSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/** A network's weights as arrays with names. */
final class NamedArrays {

	/**
	 * @param shape the slowest axis first
	 * @param values row-major
	 */
	record Shaped(int[] shape, float[] values) {}

	private NamedArrays() {}

	/** @return the values of all weights by key, in the order of the network */
	static Map<String, Shaped> of(final Architecture architecture, final WeightMap weights) throws ModelException {
		final Map<String, Shaped> arrays = new LinkedHashMap<>();
		for (final WeightSpec spec : WeightSpecs.of(architecture))
			arrays.put(
					spec.key(),
					new Shaped(spec.shape().stream().mapToInt(Integer::intValue).toArray(), weights.get(spec)));
		return arrays;
	}

	/**
	 * @param arrays by key
	 * @return weights of the network
	 * @throws ModelException if one is missing or of another length
	 */
	static WeightMap weights(final Architecture architecture, final Map<String, float[]> arrays) throws ModelException {
		final Map<String, float[]> values = new LinkedHashMap<>();
		for (final WeightSpec spec : WeightSpecs.of(architecture)) {
			final float[] array = arrays.get(spec.key());
			if (array == null || array.length != spec.size())
				throw new ModelException(architecture.name() + ": expected " + spec.size() + " values for " + spec.key()
						+ ", got " + (array == null ? "none" : array.length));
			values.put(spec.key(), array);
		}
		return new WeightMap(values);
	}
}
