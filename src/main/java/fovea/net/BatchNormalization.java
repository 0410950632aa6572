package fovea.net;

/**
 * {@code gamma * (x - mean) / sqrt(variance + epsilon) + beta}, channel by channel: with mean and variance of the
 * batch while training, which the moving ones follow as {@code moving * momentum + batch * (1 - momentum)}, and
 * with the moving ones otherwise or where the layer is frozen. Weights: gamma, beta (trainable), moving_mean,
 * moving_variance (not trainable), each (channels).
 *
 * @param momentum 0 to 1
 * @param epsilon added to the variance, above 0
 */
public record BatchNormalization(double momentum, double epsilon) implements Layer {

	/** Keras' default. */
	public static final double DEFAULT_MOMENTUM = 0.99;

	/** Keras' default. */
	public static final double DEFAULT_EPSILON = 1e-3;

	public BatchNormalization {
		Checks.within(momentum, 0, 1, "momentum");
		Checks.positive(epsilon, "epsilon");
	}

	/** With Keras' defaults. */
	public BatchNormalization() {
		this(DEFAULT_MOMENTUM, DEFAULT_EPSILON);
	}

	@Override
	public String type() {
		return "BatchNormalization";
	}

	@Override
	public <R, X extends Exception> R accept(final LayerVisitor<R, X> visitor) throws X {
		return visitor.visit(this);
	}
}
