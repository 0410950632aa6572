package fovea.net;

/**
 * One layer of a network: what it computes and how it is set, not where it stands. Names, arguments,
 * defaults and results are Keras'. Images are batches of height x width x channels, channels last; the
 * batch axis is never part of a shape.
 * <p>
 * Constructors throw IllegalArgumentException for values no layer can have.
 *
 * @see <a href="https://keras.io/api/layers/">Keras layers</a>
 */
public sealed interface Layer permits Input, Conv2D, Conv2DTranspose, MaxPooling2D, AveragePooling2D, MaxUnpooling2D,
	UpSampling2D, Dense, Flatten, Reshape, BatchNormalization, Dropout, Add, Concatenate, ActivationLayer
{

	/** @return the class name in Keras, as summaries and files have it, for example "Conv2D" */
	String type();

	/**
	 * @param visitor has one method for each kind of layer
	 * @return what the method for this kind returns
	 * @throws X if that method does
	 */
	<R, X extends Exception> R accept(LayerVisitor<R, X> visitor) throws X;
}
