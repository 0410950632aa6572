package fovea.net;

/** Two or more inputs of equal height and width, one after another along the channels (vectors: along their length). */
public record Concatenate() implements Layer {

	@Override
	public String type() {
		return "Concatenate";
	}

	@Override
	public <R, X extends Exception> R accept(final LayerVisitor<R, X> visitor) throws X {
		return visitor.visit(this);
	}
}
