package fovea.net;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import fovea.model.ModelException;

/** Computes the weights of an untrained network. */
public final class Initializers {

	/** 2^64 over the golden ratio, odd: spreads neighbouring seeds over all bits. */
	private static final long GOLDEN = 0x9E3779B97F4A7C15L;

	private Initializers() {}

	/**
	 * @param architecture any
	 * @param seed any; equal seeds give equal weights on every machine
	 * @return a value for each weight, in Keras' order; a weight's values depend on the seed, its path and its shape
	 *         only, not on the rest of the network
	 * @throws ModelException if its shapes do not fit, or a weight has more values than an array holds
	 */
	public static WeightMap initialize(final Architecture architecture, final long seed) throws ModelException {
		final Map<WeightSpec, float[]> values = new LinkedHashMap<>();
		for (final WeightSpec spec : WeightSpecs.of(architecture)) {
			if (spec.elements() > Integer.MAX_VALUE - 8) throw new ModelException(architecture.name() +
				": expected weights of fewer than 2^31 values, got " + spec.path() + " of shape " + spec.shape());
			values.put(spec, values(spec, seed));
		}
		return WeightMap.of(values);
	}

	/**
	 * @param spec of one weight, fewer than 2^31 values
	 * @param seed any
	 * @return its values, a new array
	 */
	public static float[] values(final WeightSpec spec, final long seed) {
		final float[] values = new float[Math.toIntExact(spec.elements())];
		if (spec.initializer() instanceof Initializer.Constant constant) {
			Arrays.fill(values, constant.value());
			return values;
		}
		final double limit = glorotLimit(spec.shape());
		final SplittableRandom random = new SplittableRandom(seed * GOLDEN + spec.path().hashCode());
		for (int i = 0; i < values.length; i++)
			values[i] = (float) ((2 * random.nextDouble() - 1) * limit);
		return values;
	}

	/**
	 * @param shape of a kernel, rank 2 or more
	 * @return the largest absolute value that Glorot's uniform distribution has
	 */
	static double glorotLimit(final List<Integer> shape) {
		final int rank = shape.size();
		final double area = shape.subList(0, rank - 2).stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b);
		return Math.sqrt(6 / (area * shape.get(rank - 2) + area * shape.get(rank - 1)));
	}
}
