package fovea.net;

import java.util.List;

/**
 * One array of weights of a network, in Keras' layout.
 *
 * @param node that has it
 * @param name Keras' name: kernel, bias, gamma, beta, moving_mean, moving_variance
 * @param shape the slowest axis first: kernels of convolutions (height, width, in, out), of transposed ones (height,
 *            width, out, in), of dense layers (in, out), all else (channels)
 * @param trainable false for moving averages, and for all weights of a frozen node
 */
public record WeightSpec(String node, String name, List<Integer> shape, boolean trainable) {

	/** Copies the list. */
	public WeightSpec {
		shape = List.copyOf(shape);
	}

	/** @return unique in a network: "node/name" */
	public String key() {
		return node + "/" + name;
	}

	/**
	 * @return number of values
	 * @throws ArithmeticException if an array cannot have so many; {@link Initializers} refuses such weights
	 */
	public int size() {
		return shape.stream().reduce(1, Math::multiplyExact);
	}

	/** @return number of values, Long.MAX_VALUE if there are more */
	public long elements() {
		long product = 1;
		for (final int length : shape)
			product = product > Long.MAX_VALUE / length ? Long.MAX_VALUE : product * length;
		return product;
	}
}
