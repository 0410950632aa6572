package fovea.net;

import java.util.Map;

import fovea.model.ModelException;

/**
 * The output shape of each node of an architecture, by Keras' rules. Where layers meet, free lengths are compared as
 * multiples of the input's: for an input whose height and width are multiples of the network's {@link Alignment}, they
 * are equal.
 *
 * @param architecture these are the shapes of
 * @param ofNodes by node name
 */
public record Shapes(Architecture architecture, Map<String, Shape> ofNodes) {

	/** Copies the map. */
	public Shapes {
		Checks.present(architecture, "architecture");
		ofNodes = Map.copyOf(ofNodes);
	}

	/**
	 * @param architecture with the input shape that it declares
	 * @return the shapes
	 * @throws ModelException if the layers do not fit, or an output has more than 2^31 - 1 values (free lengths counted
	 *             as 1); the message names the layer
	 */
	public static Shapes infer(final Architecture architecture) throws ModelException {
		return infer(architecture, architecture.inputShape());
	}

	/**
	 * @param architecture any
	 * @param input shape of the network's input, the declared one or a case of it
	 * @return the shapes
	 * @throws ModelException if this is no such shape, the layers do not fit, or an output has more than 2^31 - 1 values;
	 *             the message names the layer
	 */
	public static Shapes infer(final Architecture architecture, final Shape input) throws ModelException {
		return SymbolicShapes.infer(architecture, input).shapes();
	}

	/**
	 * @param node name of a node of the architecture
	 * @return its output shape
	 * @throws IllegalArgumentException if there is no such node
	 */
	public Shape of(final String node) {
		final Shape shape = ofNodes.get(node);
		if (shape == null) throw new IllegalArgumentException(architecture.name() + " has no layer '" + node + "'");
		return shape;
	}

	/** @return the shape of the network's input */
	public Shape input() {
		return of(architecture.input().name());
	}

	/** @return the shape of the network's output */
	public Shape output() {
		return of(architecture.output());
	}
}
