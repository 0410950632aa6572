package fovea.net;

/** A visitor with one answer for all kinds of layer that it says nothing else about. */
abstract class LayerDefault<R> implements LayerVisitor<R, RuntimeException> {

	abstract R other(Layer layer);

	@Override
	public R visit(final Input layer) {
		return other(layer);
	}

	@Override
	public R visit(final Conv2D layer) {
		return other(layer);
	}

	@Override
	public R visit(final Conv2DTranspose layer) {
		return other(layer);
	}

	@Override
	public R visit(final MaxPooling2D layer) {
		return other(layer);
	}

	@Override
	public R visit(final AveragePooling2D layer) {
		return other(layer);
	}

	@Override
	public R visit(final MaxUnpooling2D layer) {
		return other(layer);
	}

	@Override
	public R visit(final UpSampling2D layer) {
		return other(layer);
	}

	@Override
	public R visit(final Dense layer) {
		return other(layer);
	}

	@Override
	public R visit(final Flatten layer) {
		return other(layer);
	}

	@Override
	public R visit(final Reshape layer) {
		return other(layer);
	}

	@Override
	public R visit(final BatchNormalization layer) {
		return other(layer);
	}

	@Override
	public R visit(final Dropout layer) {
		return other(layer);
	}

	@Override
	public R visit(final Add layer) {
		return other(layer);
	}

	@Override
	public R visit(final Concatenate layer) {
		return other(layer);
	}

	@Override
	public R visit(final ActivationLayer layer) {
		return other(layer);
	}
}
