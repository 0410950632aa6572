package fovea.net;

import java.util.List;

/**
 * A layer at its place in a network.
 *
 * @param name unique in the network: letters, digits, '_', '-', '.'; also the name its weights are found by
 * @param layer what it computes
 * @param inputs the names of the nodes whose outputs it takes, in order
 * @param trainable false if training leaves its weights alone, and batch normalisation uses its moving values
 */
public record Node(String name, Layer layer, List<String> inputs, boolean trainable) {

	public Node {
		Checks.name(name, "layer name");
		Checks.present(layer, "layer");
		inputs = List.copyOf(inputs);
	}

	/** A trainable node. */
	public Node(final String name, final Layer layer, final List<String> inputs) {
		this(name, layer, inputs, true);
	}

	/** A trainable node. */
	public Node(final String name, final Layer layer, final String... inputs) {
		this(name, layer, List.of(inputs), true);
	}

	/** @return the same, frozen or not */
	public Node withTrainable(final boolean value) {
		return new Node(name, layer, inputs, value);
	}
}
