package fovea.train;

import java.util.LinkedHashMap;
import java.util.Map;

import fovea.model.ModelException;
import fovea.net.Architecture;
import fovea.net.WeightMap;
import fovea.net.WeightSpec;
import fovea.net.WeightSpecs;

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
			arrays.put(spec.key(), new Shaped(spec.shape().stream().mapToInt(Integer::intValue).toArray(), weights.get(spec)));
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
			if (array == null || array.length != spec.size()) throw new ModelException(architecture.name() + ": expected " + spec
				.size() + " values for " + spec.key() + ", got " + (array == null ? "none" : array.length));
			values.put(spec.key(), array);
		}
		return new WeightMap(values);
	}
}
