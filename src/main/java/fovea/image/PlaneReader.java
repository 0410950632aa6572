package fovea.image;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.blocks.PrimitiveBlocks.OnFallback;
import net.imglib2.converter.RealTypeConverters;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/** Copies rows of an image's planes into arrays of floats. Not thread-safe: one for each thread. */
public final class PlaneReader {

	private final PrimitiveBlocks<FloatType> blocks;
	private final int width;

	/** @param image of any pixel type */
	public PlaneReader(final Image image) {
		blocks = PrimitiveBlocks.of(floats(image.pixels()), OnFallback.ACCEPT);
		width = image.size(Image.X);
	}

	/**
	 * @param c 0-based channel
	 * @param z 0-based slice
	 * @param t 0-based frame
	 * @param y first row
	 * @param rows how many rows
	 * @param into takes {@code width * rows} values, row by row, from its start
	 */
	public void read(final int c, final int z, final int t, final int y, final int rows, final float[] into) {
		blocks.copy(new long[] { 0, y, c, z, t }, into, new int[] { width, rows, 1, 1, 1 });
	}

	@SuppressWarnings("unchecked") // checked by the pixel type
	private static RandomAccessibleInterval<FloatType> floats(final RandomAccessibleInterval<? extends RealType<?>> pixels) {
		if (pixels.getType() instanceof FloatType) return (RandomAccessibleInterval<FloatType>) pixels;
		return RealTypeConverters.convert(pixels, new FloatType());
	}
}
