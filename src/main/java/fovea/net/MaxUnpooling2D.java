package fovea.net;

/**
 * Undoes a max pooling: each value goes to the place its pooling layer took the maximum from (the switches),
 * all else is 0. Where windows overlap and two values meet at one place, they add up. The input must have the
 * shape of the pooling layer's output; the output has the shape of the pooling layer's input. Keras has no such
 * layer.
 * <p>
 * Source: Zeiler and Fergus 2014, Visualizing and Understanding Convolutional Networks; Noh, Hong and Han 2015,
 * Learning Deconvolution Network for Semantic Segmentation.
 *
 * @param pooling name of the {@link MaxPooling2D} node whose switches are used
 */
public record MaxUnpooling2D(String pooling) implements Layer {

	public MaxUnpooling2D {
		Checks.name(pooling, "pooling");
	}

	@Override
	public String type() {
		return "MaxUnpooling2D";
	}

	@Override
	public <R, X extends Exception> R accept(final LayerVisitor<R, X> visitor) throws X {
		return visitor.visit(this);
	}
}
