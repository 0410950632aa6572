package fovea.net;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fovea.model.ModelException;

/**
 * The values of a network's weights, row-major in the shape of their {@link WeightSpec}. Which weights there are
 * does not change. Arrays are neither copied on the way in nor on the way out, since a network may have a hundred
 * million weights: whoever gets one must not write into it.
 */
public final class WeightMap {

	private final Map<String, WeightSpec> specs;
	private final Map<String, float[]> values;

	private WeightMap(final Map<String, WeightSpec> specs, final Map<String, float[]> values) {
		this.specs = specs;
		this.values = values;
	}

	/**
	 * @param values by specification, in the order they shall have; from now on not to be written into
	 * @return the map
	 * @throws IllegalArgumentException if an array is not as long as its specification says, or a path is there twice
	 */
	public static WeightMap of(final Map<WeightSpec, float[]> values) {
		final Map<String, WeightSpec> specs = new LinkedHashMap<>();
		final Map<String, float[]> arrays = new LinkedHashMap<>();
		values.forEach((spec, array) -> {
			if (array.length != spec.elements()) throw new IllegalArgumentException("expected " + spec.elements() +
				" values for " + spec.path() + ", got " + array.length);
			if (specs.put(spec.path(), spec) != null) throw new IllegalArgumentException("expected " + spec.path() +
				" once, got it twice");
			arrays.put(spec.path(), array);
		});
		return new WeightMap(Collections.unmodifiableMap(specs), arrays);
	}

	/** @return what weights there are, in order */
	public List<WeightSpec> specs() {
		return List.copyOf(specs.values());
	}

	/**
	 * @param node name of a node
	 * @param name of one of its weights
	 * @return its values, not to be written into; empty if there is no such weight
	 */
	public Optional<float[]> find(final String node, final String name) {
		return Optional.ofNullable(values.get(node + "/" + name));
	}

	/**
	 * @param spec of a weight that is there
	 * @return its values, not to be written into
	 * @throws IllegalArgumentException if there is none of this path
	 */
	public float[] get(final WeightSpec spec) {
		return find(spec.node(), spec.name()).orElseThrow(() -> new IllegalArgumentException("no weight " + spec.path()));
	}

	/**
	 * @param architecture for example the encoder of the network that these are the weights of
	 * @return the same arrays, for this architecture's weights only, in its order, with its specifications
	 * @throws ModelException if one is missing or has another shape
	 */
	public WeightMap forArchitecture(final Architecture architecture) throws ModelException {
		final Map<WeightSpec, float[]> chosen = new LinkedHashMap<>();
		for (final WeightSpec wanted : WeightSpecs.of(architecture)) {
			final WeightSpec present = specs.get(wanted.path());
			if (present == null || !present.shape().equals(wanted.shape())) throw new ModelException(architecture.name() +
				": expected weights " + wanted.path() + " of shape " + wanted.shape() + ", got " + (present == null ? "none"
					: "shape " + present.shape()));
			chosen.put(wanted, values.get(wanted.path()));
		}
		return of(chosen);
	}

	/**
	 * @param other weights that take the place of those with the same path
	 * @return this map's weights, with the other's values where it has some
	 * @throws ModelException if one of the other's is unknown here or has another shape
	 */
	public WeightMap with(final WeightMap other) throws ModelException {
		final Map<WeightSpec, float[]> merged = new LinkedHashMap<>();
		for (final WeightSpec wanted : other.specs()) {
			final WeightSpec here = specs.get(wanted.path());
			if (here == null || !here.shape().equals(wanted.shape())) throw new ModelException("expected weights " + (here == null
				? "of the network's layers" : here.path() + " of shape " + here.shape()) + ", got " + wanted.path() +
				" of shape " + wanted.shape());
		}
		for (final WeightSpec spec : new ArrayList<>(specs.values()))
			merged.put(spec, other.values.getOrDefault(spec.path(), values.get(spec.path())));
		return of(merged);
	}
}
