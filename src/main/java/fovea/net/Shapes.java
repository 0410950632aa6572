package fovea.net;

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
	 * @throws ModelException if the layers do not fit; the message names the layer
	 */
	public static Shapes infer(final Architecture architecture) throws ModelException {
		throw new UnsupportedOperationException();
	}

	/**
	 * @param node name of a node
	 * @return its output shape
	 */
	public Shape of(final String node) {
		return ofNodes.get(node);
	}
}
