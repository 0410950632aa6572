package fovea.net;

/**
 * Where the network's input comes in. An architecture has exactly one.
 *
 * @param shape height and width may be free
 */
public record Input(Shape shape) implements Layer {

	public Input {
		Checks.present(shape, "shape");
	}

	@Override
	public String type() {
		return "Input";
	}

	@Override
	public <R, X extends Exception> R accept(final LayerVisitor<R, X> visitor) throws X {
		return visitor.visit(this);
	}
}
