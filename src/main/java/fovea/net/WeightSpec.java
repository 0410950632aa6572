package fovea.net;

import java.util.List;

/**
 * One array of weights of a network.
 *
 * @param node that has it
 * @param name Keras' name: kernel, bias, gamma, beta, moving_mean, moving_variance
 * @param shape Keras' shape, the slowest axis first
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

	/** @return number of values */
	public int size() {
		return shape.stream().reduce(1, Math::multiplyExact);
	}
}
