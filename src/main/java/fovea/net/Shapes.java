package fovea.net;

import java.util.HashMap;
import java.util.Map;

import fovea.model.ModelException;

/**
 * The output shape of each node of an architecture.
 *
 * @param ofNodes by node name
 */
public record Shapes(Map<String, Shape> ofNodes) {

	/** Copies the map. */
	public Shapes {
		ofNodes = Map.copyOf(ofNodes);
	}

	/**
	 * @param architecture with the input shape that it declares
	 * @return the shapes
	 * @throws ModelException if the layers do not fit, or an output has more than 2^31 - 1 values (free lengths counted
	 *             as 1); the message names the layer
	 */
	public static Shapes infer(final Architecture architecture) throws ModelException {
		final Map<String, Shape> shapes = new HashMap<>();
		for (final Node node : architecture.nodes())
			shapes.put(node.name(), new ShapeInference(architecture, node, shapes).infer());
		return new Shapes(shapes);
	}

	/**
	 * @param node name of a node
	 * @return its output shape
	 */
	public Shape of(final String node) {
		return ofNodes.get(node);
	}
}
