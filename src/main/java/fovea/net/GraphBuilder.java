package fovea.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts nodes one after another. Not thread-safe. */
final class GraphBuilder {

	private final List<Node> nodes = new ArrayList<>();
	private String last;
	private Optional<String> latent = Optional.empty();

	/** Begins with the input, named "input". */
	GraphBuilder(final Shape input) {
		last = "input";
		nodes.add(new Node(last, new Input(input)));
	}

	/** Adds a layer after the last one and returns its name. */
	String add(final String name, final Layer layer) {
		return add(name, layer, last);
	}

	/** Adds a layer after others and returns its name. */
	String add(final String name, final Layer layer, final String... inputs) {
		nodes.add(new Node(name, layer, inputs));
		last = name;
		return name;
	}

	/** The layer added last is the latent. */
	void encodedHere() {
		latent = Optional.of(last);
	}

	List<Node> nodes() {
		return List.copyOf(nodes);
	}

	String last() {
		return last;
	}

	Optional<String> latent() {
		return latent;
	}
}
