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
package fovea.evaluate;

import fovea.base.ImageException;
import fovea.image.Image;
import fovea.image.Raster;
import java.util.List;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/** Which range of values PSNR and SSIM refer to. Implementations are stateless. */
@FunctionalInterface
public interface Peak {

	/**
	 * @param truth whose range is asked for
	 * @param planes its pixels
	 * @return above 0, in gray values
	 * @throws ImageException if it has none, since all its pixels are the same
	 */
	double of(Image truth, List<Raster> planes) throws ImageException;

	/**
	 * 255 for 8 bit, the field's standard; else the range of the truth, image by image. The range of the type would say
	 * little of 16-bit and float images, whose cameras and normalizations use but a part of it.
	 */
	Peak BY_TYPE =
			(truth, planes) -> truth.pixels().getType() instanceof UnsignedByteType ? 255 : rangeOf(truth, planes);

	/**
	 * The range of the truth, image by image: its largest value less its smallest, over all channels, slices and
	 * frames.
	 */
	Peak OF_TRUTH = Peak::rangeOf;

	/**
	 * @param peak above 0
	 * @return the same for all images
	 */
	static Peak fixed(final double peak) {
		if (!(peak > 0 && peak < Double.POSITIVE_INFINITY))
			throw new IllegalArgumentException("peak: expected a number above 0, got " + peak);
		return (truth, planes) -> peak;
	}

	private static double rangeOf(final Image truth, final List<Raster> planes) throws ImageException {
		float lo = Float.POSITIVE_INFINITY;
		float hi = Float.NEGATIVE_INFINITY;
		for (final Raster plane : planes) {
			final float[] range = plane.range();
			lo = Math.min(lo, range[0]);
			hi = Math.max(hi, range[1]);
		}
		final double range = (double) hi - lo;
		if (!(range > 0 && range < Double.POSITIVE_INFINITY))
			throw new ImageException(truth.name() + ": expected values of some range, to be the peak of PSNR, got " + lo
					+ " to " + hi + "; give a peak");
		return range;
	}
}
