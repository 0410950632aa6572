package fovea.net;

/** The functions an {@link Activation} may apply. The text of each is its name in Keras. */
public enum ActivationFunction {
	/** x. */
	LINEAR("linear"),
	/** max(x, 0). */
	RELU("relu"),
	/** x where it is positive, else x times a slope. */
	LEAKY_RELU("leaky_relu"),
	/** x where it is positive, else exp(x) - 1. */
	ELU("elu"),
	/** 1 / (1 + exp(-x)). */
	SIGMOID("sigmoid"),
	/** Hyperbolic tangent. */
	TANH("tanh"),
	/** exp(x) over the sum of exp along the last axis (the channels). */
	SOFTMAX("softmax");

	private final String text;

	ActivationFunction(final String text) {
		this.text = text;
	}

	/** @return the name in Keras and in files */
	public String text() {
		return text;
	}
}
