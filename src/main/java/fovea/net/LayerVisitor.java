package fovea.net;

/**
 * Does something for each kind of layer, and is forced by the compiler to know all of them.
 *
 * @param <R> what comes of it
 * @param <X> what may go wrong; RuntimeException if nothing
 */
public interface LayerVisitor<R, X extends Exception> {

	R visit(Input layer) throws X;

	R visit(Conv2D layer) throws X;

	R visit(Conv2DTranspose layer) throws X;

	R visit(MaxPooling2D layer) throws X;

	R visit(AveragePooling2D layer) throws X;

	R visit(MaxUnpooling2D layer) throws X;

	R visit(UpSampling2D layer) throws X;

	R visit(Dense layer) throws X;

	R visit(Flatten layer) throws X;

	R visit(Reshape layer) throws X;

	R visit(BatchNormalization layer) throws X;

	R visit(Dropout layer) throws X;

	R visit(Add layer) throws X;

	R visit(Concatenate layer) throws X;

	R visit(ActivationLayer layer) throws X;
}
