package fovea.net;

/** An image as a vector, row by row, channels fastest. Height and width must be known. A vector stays as it is. */
public record Flatten() implements Layer {

	@Override
	public String type() {
		return "Flatten";
	}

	@Override
	public <R, X extends Exception> R accept(final LayerVisitor<R, X> visitor) throws X {
		return visitor.visit(this);
	}
}
