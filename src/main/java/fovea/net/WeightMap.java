package fovea.net;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Values for the weights of a network, row-major in the order of {@link WeightSpecs}. The map cannot be changed;
 * the arrays are not copied, and whoever passes them on gives them away.
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
}
