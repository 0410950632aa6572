package fovea.net;

import fovea.model.ModelException;

/** First values of weights. */
public final class Initializers {

	private Initializers() {}

	/**
	 * Keras' defaults: kernels Glorot uniform, biases, beta and moving means zero, gamma and moving variances one.
	 *
	 * @param architecture any
	 * @param seed the same seed gives the same values
	 * @return values for all weights
	 * @throws ModelException if shapes do not fit
	 */
	public static WeightMap initialize(final Architecture architecture, final long seed) throws ModelException {
		throw new UnsupportedOperationException();
	}
}
