package fovea.net;

/** What a weight is before training. */
public sealed interface Initializer {

	/**
	 * Uniform in [-limit, limit] with {@code limit = sqrt(6 / (fanIn + fanOut))}, where the fans are the last two lengths
	 * of the weight's shape times the kernel's area.
	 * <p>
	 * Source: Glorot and Bengio 2010, Understanding the difficulty of training deep feedforward neural networks.
	 */
	record GlorotUniform() implements Initializer {}

	/**
	 * All values equal.
	 *
	 * @param value 0 for biases, 1 for the scales of a batch normalisation
	 */
	record Constant(float value) implements Initializer {}

	/** Zeros. */
	Initializer ZEROS = new Constant(0);

	/** Ones. */
	Initializer ONES = new Constant(1);

	/** Keras' default for kernels. */
	Initializer GLOROT_UNIFORM = new GlorotUniform();
}
