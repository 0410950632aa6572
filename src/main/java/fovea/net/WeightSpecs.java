package fovea.net;

import java.util.ArrayList;
import java.util.List;

import fovea.model.ModelException;

/** Which weights a network has. */
public final class WeightSpecs {

	private WeightSpecs() {}

	/**
	 * @param architecture any
	 * @return its weights: nodes in their order, within a node in Keras' order
	 * @throws ModelException if shapes do not fit, or a weight has more than 2^31 - 1 values
	 */
	public static List<WeightSpec> of(final Architecture architecture) throws ModelException {
		return of(architecture, Shapes.infer(architecture));
	}

	/** @param shapes of the architecture */
	static List<WeightSpec> of(final Architecture architecture, final Shapes shapes) throws ModelException {
		final List<WeightSpec> specs = new ArrayList<>();
		for (final Node node : architecture.nodes()) {
			for (final WeightSpec spec : LayerWeights.of(node, shapes)) {
				final double values = spec.shape().stream().mapToDouble(length -> length).reduce(1, (a, b) -> a * b);
				if (values > Integer.MAX_VALUE) throw new ModelException(architecture.name() + ": layer '" + node.name() +
					"': expected a " + spec.name() + " of at most " + Integer.MAX_VALUE + " values, got " + spec.shape());
				specs.add(spec);
			}
		}
		return List.copyOf(specs);
	}
}
