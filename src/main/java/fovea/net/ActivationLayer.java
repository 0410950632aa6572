package fovea.net;

/**
 * A function applied to each value (softmax: over the channels). In Keras and in files its name is Activation.
 *
 * @param activation the function
 */
public record ActivationLayer(Activation activation) implements Layer {

	public ActivationLayer {
		Checks.present(activation, "activation");
	}

	@Override
	public String type() {
		return "Activation";
	}

	@Override
	public <R, X extends Exception> R accept(final LayerVisitor<R, X> visitor) throws X {
		return visitor.visit(this);
	}
}
