package fovea.net;

/**
 * A fully connected layer over the last axis: vectors become vectors, and of an image each pixel's channels
 * become that pixel's units. Weights: kernel (in, out), bias (out).
 *
 * @param units number of outputs, at least 1
 * @param activation applied after the bias; {@link Activation#LINEAR} for none
 * @param l2 factor of the kernel's squared sum in the loss, 0 for none (Keras: kernel_regularizer)
 * @param useBias false for a layer without bias
 */
public record Dense(int units, Activation activation, double l2, boolean useBias) implements Layer {

	public Dense {
		Checks.atLeast(units, 1, "units");
		Checks.present(activation, "activation");
		Checks.notNegative(l2, "l2");
	}

	/** With bias and without regularisation. */
	public Dense(final int units, final Activation activation) {
		this(units, activation, 0, true);
	}

	@Override
	public String type() {
		return "Dense";
	}

	@Override
	public <R, X extends Exception> R accept(final LayerVisitor<R, X> visitor) throws X {
		return visitor.visit(this);
	}
}
