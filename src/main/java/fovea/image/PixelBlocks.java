package fovea.image;

import net.imglib2.RandomAccessible;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.converter.RealTypeConverters;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** Blocks of pixels as float arrays, x fastest. */
public final class PixelBlocks {

	private PixelBlocks() {}

	/**
	 * @param pixels any real type
	 * @return blocks of it as float; positions beyond its borders are mirrored with the border pixel
	 *         repeated, which, unlike mirroring without repeating it, works for a length of 1 too. Not
	 *         thread-safe
	 */
	public static PrimitiveBlocks<FloatType> mirrored(final RandomAccessibleInterval<? extends RealType<?>> pixels) {
		final RandomAccessible<FloatType> extended = Views.extendMirrorDouble(asFloat(pixels));
		return PrimitiveBlocks.of(extended, PrimitiveBlocks.OnFallback.ACCEPT);
	}

	@SuppressWarnings("unchecked")
	private static RandomAccessibleInterval<FloatType> asFloat(
		final RandomAccessibleInterval<? extends RealType<?>> pixels)
	{
		if (pixels.getType() instanceof FloatType) return (RandomAccessibleInterval<FloatType>) pixels;
		return RealTypeConverters.convert(pixels, new FloatType());
	}
}
