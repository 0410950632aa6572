/*-
 * #%L
 * Convolutional networks for microscopy images in Fiji and ImageJ.
 * %%
 * Copyright (C) 2026 Fovea developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
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
	 * @return blocks of it as float; positions beyond its borders are mirrored with the border pixel repeated, which,
	 *     unlike mirroring without repeating it, works for a length of 1 too. Not thread-safe
	 */
	public static PrimitiveBlocks<FloatType> mirrored(final RandomAccessibleInterval<? extends RealType<?>> pixels) {
		final RandomAccessibleInterval<FloatType> floats = asFloat(pixels);
		if (isPart(floats)) return new MirroredPart(floats);
		return PrimitiveBlocks.of(Views.extendMirrorDouble(floats), PrimitiveBlocks.OnFallback.ACCEPT);
	}

	/** @return whether blocks are copied at full speed, but not mirrored ones */
	private static boolean isPart(final RandomAccessibleInterval<FloatType> pixels) {
		return isFast(pixels) && !isFast(Views.extendMirrorDouble(pixels));
	}

	private static boolean isFast(final RandomAccessible<FloatType> pixels) {
		try {
			PrimitiveBlocks.of(pixels, PrimitiveBlocks.OnFallback.FAIL);
			return true;
		} catch (final IllegalArgumentException e) {
			return false;
		}
	}

	@SuppressWarnings("unchecked")
	private static RandomAccessibleInterval<FloatType> asFloat(
			final RandomAccessibleInterval<? extends RealType<?>> pixels) {
		if (pixels.getType() instanceof FloatType) return (RandomAccessibleInterval<FloatType>) pixels;
		return RealTypeConverters.convert(pixels, new FloatType());
	}
}
