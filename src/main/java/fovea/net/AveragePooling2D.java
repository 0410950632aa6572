package fovea.net;

/**
 * The mean of each window, channel by channel. Padding is not counted.
 *
 * @param poolSize height and width of the window
 * @param strides steps of the window; Keras' default is the window's size
 * @param padding see {@link Padding}
 */
public record AveragePooling2D(Size poolSize, Size strides, Padding padding) implements Layer {

	public AveragePooling2D {
		Checks.present(poolSize, "pool_size");
		Checks.present(strides, "strides");
		Checks.present(padding, "padding");
	}

	/** Square windows side by side, VALID: a rest smaller than a window is dropped, as Keras does by default. */
	public AveragePooling2D(final int poolSize) {
		this(Size.of(poolSize), Size.of(poolSize), Padding.VALID);
	}

	@Override
	public String type() {
		return "AveragePooling2D";
	}

	@Override
	public <R, X extends Exception> R accept(final LayerVisitor<R, X> visitor) throws X {
		return visitor.visit(this);
	}
}
