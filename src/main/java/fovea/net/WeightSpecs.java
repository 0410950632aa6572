package fovea.net;

import java.util.List;

import fovea.model.ModelException;

/** Which weights a network has. */
public final class WeightSpecs {

	private WeightSpecs() {}

	/**
	 * @param architecture any
	 * @return its weights: nodes in their order, within a node in Keras' order
	 * @throws ModelException if shapes do not fit
	 */
	public static List<WeightSpec> of(final Architecture architecture) throws ModelException {
		throw new UnsupportedOperationException();
	}
}
