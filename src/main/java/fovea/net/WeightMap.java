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
import fovea.net.layer.WeightSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Values for the weights of a network, row-major in the order of {@link WeightSpecs}. The map cannot be changed; the
 * arrays are not copied, since a network may have a hundred million weights, and whoever passes them on gives them
 * away.
 *
 * @param values by {@link WeightSpec#key()}
 */
public record WeightMap(Map<String, float[]> values) {

	/** Copies the map, not the arrays. */
	public WeightMap {
		values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
	}

	/**
	 * @param spec of a weight
	 * @return its values, null if there are none
	 */
	public float[] get(final WeightSpec spec) {
		return values.get(spec.key());
	}

	/**
	 * @param node name of a node
	 * @param name of one of its weights, for example kernel
	 * @return its values, empty if there are none
	 */
	public Optional<float[]> find(final String node, final String name) {
		return Optional.ofNullable(values.get(node + "/" + name));
	}

	/**
	 * @param architecture for example the encoder of the network that these are the weights of
	 * @return the same arrays, for this architecture's weights only, in its order
	 * @throws ModelException if one is missing or has another length
	 */
	public WeightMap forArchitecture(final Architecture architecture) throws ModelException {
		final Map<String, float[]> chosen = new LinkedHashMap<>();
		for (final WeightSpec wanted : WeightSpecs.of(architecture)) {
			final float[] present = get(wanted);
			if (present == null || present.length != wanted.elements())
				throw new ModelException(architecture.name() + ": expected weights "
						+ wanted.key() + " of shape " + wanted.shape() + ", got "
						+ (present == null ? "none" : present.length + " values"));
			chosen.put(wanted.key(), present);
		}
		return new WeightMap(chosen);
	}

	/**
	 * @param other weights that take the place of those with the same key, for example of a trained encoder
	 * @return this map's weights, with the other's arrays where it has some
	 * @throws ModelException if one of the other's is unknown here or has another length
	 */
	public WeightMap with(final WeightMap other) throws ModelException {
		final Map<String, float[]> merged = new LinkedHashMap<>(values);
		for (final Map.Entry<String, float[]> entry : other.values.entrySet()) {
			final float[] here = merged.put(entry.getKey(), entry.getValue());
			if (here == null)
				throw new ModelException("expected weights of the network's layers, got " + entry.getKey());
			if (here.length != entry.getValue().length)
				throw new ModelException("expected " + here.length + " values for " + entry.getKey() + ", got "
						+ entry.getValue().length);
		}
		return new WeightMap(merged);
	}
}
