package fovea.net;

import fovea.model.ModelException;

/** The plainest autoencoder: one fully connected layer each way. */
final class DenseAutoencoder {

	static final NamedArchitecture NAMED = new NamedArchitecture("ae-dense",
		"Fully connected autoencoder for small images such as MNIST digits: all pixels to 32 numbers (relu) and back (sigmoid, " +
			"so pixel values are expected from 0 to 1). It knows nothing of neighbourhood and takes images of one size only; the " +
			"convolutional autoencoders are to be compared with it.", new ArchitectureOptions(1, 28, 28, 1, 0, 32),
		TrainingDefaults.adam("mse", 256, 50, true), DenseAutoencoder::build);

	private DenseAutoencoder() {}

	private static void build(final GraphBuilder graph, final ArchitectureOptions options) throws ModelException {
		final Shape image = options.inputShape();
		if (image.isFree()) throw new ModelException("expected a known height and width, got an input of " + image);
		if (image.elements() > Integer.MAX_VALUE) throw new ModelException("expected an image of fewer than 2^31 values, got " +
			image);
		graph.add("flatten", new Flatten());
		graph.add("latent", new Dense(options.latent(), Activation.RELU));
		graph.encodedHere();
		graph.add("decoder", new Dense((int) image.elements(), Activation.SIGMOID));
		graph.add("output", new Reshape(image));
	}
}
