package fovea.net;

/**
 * Enlarges images by whole factors.
 *
 * @param size factors of height and width
 * @param interpolation how values between pixels are found
 */
public record UpSampling2D(Size size, Interpolation interpolation) implements Layer {

	public UpSampling2D {
		Checks.present(size, "size");
		Checks.present(interpolation, "interpolation");
	}

	@Override
	public String type() {
		return "UpSampling2D";
	}

	@Override
	public <R, X extends Exception> R accept(final LayerVisitor<R, X> visitor) throws X {
		return visitor.visit(this);
	}
}
