package fovea.net;

import java.util.List;

import fovea.model.ModelException;

/**
 * How many numbers a network has learnt, as Keras counts them. A count beyond 64 bits stays at the largest.
 *
 * @param trainable changed by training
 * @param nonTrainable moving values, and the weights of frozen layers
 */
public record ParameterCount(long trainable, long nonTrainable) {

	/**
	 * @param architecture any
	 * @return the count over all its layers
	 * @throws ModelException if its shapes do not fit
	 */
	public static ParameterCount of(final Architecture architecture) throws ModelException {
		return of(WeightSpecs.of(architecture));
	}

	/**
	 * @param specs of some weights, for example {@link WeightSpecs#of(Node, Shapes)}
	 * @return the count over them
	 */
	public static ParameterCount of(final List<WeightSpec> specs) {
		long trainable = 0;
		long nonTrainable = 0;
		for (final WeightSpec spec : specs)
			if (spec.trainable()) trainable = plus(trainable, spec.elements());
			else nonTrainable = plus(nonTrainable, spec.elements());
		return new ParameterCount(trainable, nonTrainable);
	}

	/** @return trainable or not */
	public long total() {
		return plus(trainable, nonTrainable);
	}

	private static long plus(final long a, final long b) {
		return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
	}
}
