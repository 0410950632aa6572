package fovea.image;

/**
 * The size of a pixel.
 *
 * @param x width of a pixel in units
 * @param y height of a pixel in units
 * @param z distance of slices in units
 * @param unit for example "micron"; "pixel" where nothing is known
 */
public record Calibration(double x, double y, double z, String unit) {

	/** Pixels of size 1. */
	public static final Calibration PIXELS = new Calibration(1, 1, 1, "pixel");
}
