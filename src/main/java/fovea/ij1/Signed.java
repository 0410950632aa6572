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
package fovea.ij1;

import ij.ImagePlus;

/** ImageJ's signed 16-bit images: their pixels are larger by 32768 than their values, which a calibration says. */
final class Signed {

	private static final int ZERO = 32768;

	private Signed() {}

	/** @return whether an image is one */
	static boolean is(final ImagePlus imp) {
		return imp.getType() == ImagePlus.GRAY16 && imp.getCalibration().isSigned16Bit();
	}

	/**
	 * @param plane pixels as ImageJ has them, not changed
	 * @return their values
	 */
	static short[] values(final short[] plane) {
		final short[] values = plane.clone();
		for (int i = 0; i < values.length; i++) values[i] += (short) ZERO;
		return values;
	}

	/**
	 * @param value any
	 * @return its pixel in ImageJ, rounded and clipped
	 */
	static short pixel(final float value) {
		return (short) (Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(value))) + ZERO);
	}
}
