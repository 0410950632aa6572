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

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import ij.process.LUT;

/** How a result is shown: as the image it was made from, as far as that makes sense. */
final class Display {

	private static final double LEAST_OVERLAP = 0.1;
	private static final int MOST_PLANES = 16;

	private Display() {}

	/**
	 * Takes over lookup tables, display ranges and the mode of channels, where both have the same channels. A range
	 * that hardly meets the result's values is set anew from these.
	 *
	 * @param source not changed
	 * @param result gets them; not shown yet
	 * @return the result, or what now stands for it
	 */
	static ImagePlus transfer(final ImagePlus source, final ImagePlus result) {
		if (source.getNChannels() != result.getNChannels() || isColor(source) || isColor(result)) {
			fitRanges(result);
			return result;
		}
		final LUT[] luts = source.getLuts();
		for (int c = 0; c < luts.length; c++) fitRange(luts[c], source, result, c + 1);
		if (result instanceof CompositeImage composite) {
			composite.setLuts(luts);
			if (source instanceof CompositeImage original) {
				composite.setMode(original.getMode());
				System.arraycopy(
						original.getActiveChannels(),
						0,
						composite.getActiveChannels(),
						0,
						composite.getActiveChannels().length);
			}
		} else result.setLut(luts[0]);
		return result;
	}

	private static boolean isColor(final ImagePlus imp) {
		return imp.getType() == ImagePlus.COLOR_RGB;
	}

	/** Shows the range of the first plane of each channel. */
	static void fitRanges(final ImagePlus result) {
		if (isColor(result)) return;
		if (result instanceof CompositeImage composite) composite.resetDisplayRanges();
		else result.resetDisplayRange();
	}

	/** Keeps the table's range if the channel's values are to be seen in it. */
	private static void fitRange(final LUT lut, final ImagePlus source, final ImagePlus result, final int channel) {
		if (source.getBitDepth() == 8 && result.getBitDepth() == 8) return;
		double min = Double.POSITIVE_INFINITY;
		double max = Double.NEGATIVE_INFINITY;
		final int planes = result.getStackSize() / result.getNChannels();
		// of a long stack some planes, from the first to the last, tell enough
		for (int i = 0; i < Math.min(planes, MOST_PLANES); i++) {
			final int plane = planes <= MOST_PLANES ? i : (int) ((planes - 1L) * i / (MOST_PLANES - 1));
			final ImageProcessor ip = result.getStack().getProcessor(plane * result.getNChannels() + channel);
			ip.resetMinAndMax();
			min = Math.min(min, ip.getMin());
			max = Math.max(max, ip.getMax());
		}
		final double overlap = Math.min(lut.max, max) - Math.max(lut.min, min);
		if (overlap >= LEAST_OVERLAP * (lut.max - lut.min)) return;
		lut.min = min;
		lut.max = max;
	}
}
