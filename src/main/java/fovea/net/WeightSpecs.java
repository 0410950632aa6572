package fovea.net;

import java.util.ArrayList;
import java.util.List;

import fovea.model.ModelException;

/** Which weights a network has. */
public final class WeightSpecs {

	private WeightSpecs() {}

	/**
	 * @param architecture any
	 * @return its weights: nodes in their order, within a node in Keras' order (kernel, bias; gamma, beta, moving_mean,
	 *         moving_variance)
	 * @throws ModelException if shapes do not fit
	 */
	public static List<WeightSpec> of(final Architecture architecture) throws ModelException {
		return of(Shapes.infer(architecture));
	}

	/**
	 * @param shapes of an architecture
	 * @return its weights, in the same order
	 */
	public static List<WeightSpec> of(final Shapes shapes) {
		final List<WeightSpec> specs = new ArrayList<>();
		for (final Node node : shapes.architecture().nodes())
			specs.addAll(of(node, shapes));
		return List.copyOf(specs);
	}

	/**
	 * @param node of the architecture of these shapes
	 * @param shapes of all nodes
	 * @return the node's weights in Keras' order, none for most kinds of layer
	 */
	public static List<WeightSpec> of(final Node node, final Shapes shapes) {
		return node.layer().accept(new WeightRules(node, node.inputs().isEmpty() ? 0 : shapes.of(node.inputs().get(0))
			.channels()));
	}
}
