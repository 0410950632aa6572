package fovea.infer;

import java.util.Arrays;

/**
 * Numbers on their way into or out of a network. Not copied: whoever passes one on gives it away.
 *
 * @param shape lengths of the axes, the slowest first
 * @param data row-major (the last axis fastest), at least as long as the product of the shape; what
 *            lies beyond is ignored
 */
public record FloatTensor(int[] shape, float[] data) {

	/** Checks that the data suffices. */
	public FloatTensor {
		if (size(shape) > data.length) throw new IllegalArgumentException("shape " + Arrays.toString(shape) + //
			" needs more than " + data.length + " values");
	}

	/** @return the number of elements, the product of the shape */
	public int size() {
		return Math.toIntExact(size(shape));
	}

	/**
	 * @param shape lengths of axes
	 * @return their product
	 * @throws ArithmeticException if it overflows a long
	 */
	public static long size(final int... shape) {
		long size = 1;
		for (final int n : shape)
			size = Math.multiplyExact(size, n);
		return size;
	}
}
