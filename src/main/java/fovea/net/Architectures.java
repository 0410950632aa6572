package fovea.net;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import fovea.model.ModelException;

/** The architectures that have a name. */
public final class Architectures {

	private static final List<NamedArchitecture> ALL = Stream.of(ConvolutionalAutoencoders.all(), List.of(
		DenseAutoencoder.NAMED, DenoisingAutoencoder.NAMED, Fcn8.NAMED, FcnSmall.NAMED, ResidualClassifier.NAMED)).flatMap(
			List::stream).toList();

	private Architectures() {}

	/** @return all of them */
	public static List<NamedArchitecture> all() {
		return ALL;
	}

	/** @return their names */
	public static List<String> names() {
		return ALL.stream().map(NamedArchitecture::name).toList();
	}

	/**
	 * @param name of an architecture
	 * @return it
	 * @throws ModelException if there is none of this name
	 */
	public static NamedArchitecture named(final String name) throws ModelException {
		final Optional<NamedArchitecture> found = ALL.stream().filter(named -> named.name().equals(name)).findFirst();
		return found.orElseThrow(() -> new ModelException("expected the name of an architecture, one of " + String.join(", ", names()) + ", got '" + name + "'"));
	}
}
