package fovea.net;

import java.util.List;

/**
 * One weight tensor of a network, in Keras' layout.
 *
 * @param node name of the node it belongs to
 * @param name within the node: kernel, bias, gamma, beta, moving_mean or moving_variance
 * @param shape convolution kernel (height, width, in, out), transposed (height, width, out, in), dense (in, out),
 *            all else (channels)
 * @param trainable false for moving values, and for all weights of a frozen node
 * @param initializer what it is before training
 */
public record WeightSpec(String node, String name, List<Integer> shape, boolean trainable, Initializer initializer) {

	public WeightSpec {
		shape = List.copyOf(shape);
	}

	/** @return the number of values, Long.MAX_VALUE if there are more */
	public long elements() {
		long product = 1;
		for (final int length : shape)
			product = product > Long.MAX_VALUE / length ? Long.MAX_VALUE : product * length;
		return product;
	}

	/** @return the shape as TensorFlow wants it */
	public long[] dimensions() {
		return shape.stream().mapToLong(Integer::longValue).toArray();
	}

	/** @return node and name, "conv2d/kernel": unique in a network */
	public String path() {
		return node + "/" + name;
	}
}
