package fovea.net;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import fovea.model.ModelException;

/**
 * The shape of every layer's output, by Keras' rules. Free lengths are compared as multiples of the input's: for
 * an input whose height and width are multiples of the network's {@link Alignment}, the shapes are exact.
 */
public final class Shapes {

	private final Architecture architecture;
	private final Map<String, SymbolicShape> shapes;

	private Shapes(final Architecture architecture, final Map<String, SymbolicShape> shapes) {
		this.architecture = architecture;
		this.shapes = shapes;
	}

	/**
	 * @param architecture whose declared input shape is used
	 * @return the shapes
	 * @throws ModelException if a layer cannot take what it gets; the message names it
	 */
	public static Shapes infer(final Architecture architecture) throws ModelException {
		return infer(architecture, architecture.inputShape());
	}

	/**
	 * @param architecture any
	 * @param input shape of the network's input, the declared one or a case of it
	 * @return the shapes
	 * @throws ModelException if this is no such shape, or a layer cannot take what it gets; the message names it
	 */
	public static Shapes infer(final Architecture architecture, final Shape input) throws ModelException {
		if (!architecture.inputShape().covers(input)) throw new ModelException(architecture.name() + ": expected an input of " +
			architecture.inputShape() + ", got " + input);
		final Map<String, Node> nodes = new HashMap<>();
		final Map<String, SymbolicShape> shapes = new LinkedHashMap<>();
		shapes.put(architecture.input().name(), SymbolicShape.of(input));
		for (final Node node : architecture.nodes()) {
			nodes.put(node.name(), node);
			try {
				final SymbolicShape shape = node.layer().accept(new ShapeRules(node, nodes, shapes));
				shape.shape(); // its lengths must be such as tensors have
				shapes.put(node.name(), shape);
			}
			catch (final ModelException e) {
				throw new ModelException(architecture.name() + ": layer '" + node.name() + "' " + e.getMessage(), e);
			}
			catch (final ArithmeticException e) {
				throw new ModelException(architecture.name() + ": layer '" + node.name() +
					"' expected lengths and strides below 2^31, got larger ones", e);
			}
		}
		return new Shapes(architecture, Collections.unmodifiableMap(shapes));
	}

	/**
	 * @param node name of a node of the architecture
	 * @return the shape of its output
	 * @throws IllegalArgumentException if there is no such node
	 */
	public Shape of(final String node) {
		return symbolic(node).shape();
	}

	/** @return the shape of the network's input */
	public Shape input() {
		return of(architecture.input().name());
	}

	/** @return the shape of the network's output */
	public Shape output() {
		return of(architecture.output());
	}

	/** @return the architecture these are the shapes of */
	public Architecture architecture() {
		return architecture;
	}

	SymbolicShape symbolic(final String node) {
		final SymbolicShape shape = shapes.get(node);
		if (shape == null) throw new IllegalArgumentException(architecture.name() + " has no layer '" + node + "'");
		return shape;
	}
}
