package fovea.net;

/** The sum of two or more inputs of equal shape. Unlike Keras' it does not broadcast. */
public record Add() implements Layer {

	@Override
	public String type() {
		return "Add";
	}

	@Override
	public <R, X extends Exception> R accept(final LayerVisitor<R, X> visitor) throws X {
		return visitor.visit(this);
	}
}
