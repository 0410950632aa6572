package fovea.image;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * An image as Fovea's core sees it: always five axes in the order X, Y, C, Z, T (that of an
 * ImageJ hyperstack), of length 1 where the image lacks one. Pixels are unsigned 8 or 16 bit or
 * 32-bit float; an RGB image has three 8-bit channels. The record does not own or close anything.
 *
 * @param name for messages and results, usually a window title or file name
 * @param pixels 5-D, zero-min: X, Y, C, Z, T
 * @param calibration the size of a pixel
 * @param rgb whether the three channels are the red, green and blue of one colour image
 */
public record Image(String name, RandomAccessibleInterval<? extends RealType<?>> pixels, Calibration calibration,
	boolean rgb)
{

	/** Index of the X axis in {@link #pixels()}. */
	public static final int X = 0;
	/** Index of the Y axis. */
	public static final int Y = 1;
	/** Index of the C axis. */
	public static final int C = 2;
	/** Index of the Z axis. */
	public static final int Z = 3;
	/** Index of the T axis. */
	public static final int T = 4;

	/** Checks the number of axes. */
	public Image {
		if (pixels.numDimensions() != 5) throw new IllegalArgumentException("expected 5 axes X, Y, C, Z, T, got " + pixels
			.numDimensions());
	}

	/**
	 * @param axis one of X, Y, C, Z, T
	 * @return its length in pixels
	 */
	public int size(final int axis) {
		return Math.toIntExact(pixels.dimension(axis));
	}

	/** @return for messages, for example "256 x 254, 1 channel, 1 slice, 1 frame" */
	public String dimensions() {
		return size(X) + " x " + size(Y) + ", " + count(size(C), "channel") + ", " + count(size(Z), "slice") + ", " + //
			count(size(T), "frame");
	}

	private static String count(final int n, final String what) {
		return n + " " + what + (n == 1 ? "" : "s");
	}
}
