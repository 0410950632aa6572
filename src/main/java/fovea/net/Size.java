package fovea.net;

/**
 * Two lengths in pixels or two whole factors, each at least 1: a kernel's size, strides, a pooling window.
 *
 * @param height along y
 * @param width along x
 */
public record Size(int height, int width) {

	public Size {
		Checks.atLeast(height, 1, "height");
		Checks.atLeast(width, 1, "width");
	}

	/** @return a square */
	public static Size of(final int side) {
		return new Size(side, side);
	}

	/** @return "2 x 3" */
	@Override
	public String toString() {
		return height + " x " + width;
	}
}
