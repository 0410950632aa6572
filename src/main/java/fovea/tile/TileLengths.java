package fovea.tile;

/**
 * Which lengths a network takes along each axis: {@code min + n * step}, or one fixed length (step 0), and
 * where tiles may begin.
 *
 * @param min least length of each axis
 * @param step between allowed lengths; 0: only min
 * @param stride tiles begin at multiples of it, so that a tile sees the image on the grid the whole image is seen on
 */
public record TileLengths(int[] min, int[] step, int[] stride) {

	/** @return the stride along an axis */
	public int stride(final int d) {
		return stride[d];
	}

	/** @return whether an axis has one length only */
	public boolean isFixed(final int d) {
		return step[d] == 0;
	}

	/**
	 * @param d axis
	 * @param length wanted
	 * @return the least allowed length of at least that; the fixed length where there is only one
	 */
	public int paddedFor(final int d, final int length) {
		if (step[d] == 0 || length <= min[d]) return min[d];
		return min[d] + ((length - min[d] + step[d] - 1) / step[d]) * step[d];
	}
}
