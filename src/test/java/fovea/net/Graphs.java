package fovea.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import fovea.model.ModelException;

/** Small architectures for tests. */
final class Graphs {

	private Graphs() {}

	/** A chain named "net" whose layers are named l1, l2, ... after the input "input". */
	static Architecture chain(final Shape input, final Layer... layers) throws ModelException {
		final List<Node> nodes = new ArrayList<>(List.of(new Node("input", new Input(input))));
		for (int i = 0; i < layers.length; i++)
			nodes.add(new Node("l" + (i + 1), layers[i], nodes.get(i).name()));
		return of(nodes.toArray(Node[]::new));
	}

	/** An architecture named "net" whose output is the last node. */
	static Architecture of(final Node... nodes) throws ModelException {
		return Architecture.of("net", "", List.of(nodes), nodes[nodes.length - 1].name(), Optional.empty());
	}

	static Conv2D conv(final int filters, final int kernel, final int stride, final Padding padding) {
		return new Conv2D(filters, kernel, stride, padding, Activation.RELU);
	}

	static Conv2D same(final int filters) {
		return conv(filters, 3, 1, Padding.SAME);
	}
}
