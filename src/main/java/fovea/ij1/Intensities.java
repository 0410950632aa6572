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
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import java.awt.Rectangle;
import java.util.Arrays;

/**
 * Gray values of an image in ROIs, as ImageJ's <i>Measure</i> has them: calibrated where they are, of a color image the
 * brightness. Planes are read once as long as ROIs come plane by plane. Not thread-safe.
 */
final class Intensities {

	/**
	 * Of the pixels of a ROI.
	 *
	 * @param mean of the calibrated values
	 * @param min of the calibrated values
	 * @param max of the calibrated values
	 * @param sum of the values, in 8 bit as they are stored, else calibrated: what ImageJ calls raw
	 */
	record Values(double mean, double min, double max, double sum) {}

	private final ImagePlus source;
	private final ImageProcessor[] planes;
	private final Calibration calibration;
	private int slice;
	private int frame;

	/** @param source not changed */
	Intensities(final ImagePlus source) {
		this.source = source;
		planes = new ImageProcessor[source.getNChannels()];
		calibration = source.getCalibration();
	}

	/** @return how many channels the image has in ImageJ's sense */
	int channels() {
		return planes.length;
	}

	/**
	 * @param mask of the ROI, within its bounds; null: all of them
	 * @param bounds within the image
	 * @param position slice and frame that the ROI is in
	 * @param channel from 0
	 */
	Values of(final ImageProcessor mask, final Rectangle bounds, final StackPosition position, final int channel) {
		final ImageProcessor plane = plane(position, channel);
		final float[] table = plane.getBitDepth() == 32 ? null : calibration.getCTable();
		double sum = 0;
		double calibrated = 0;
		double min = Double.MAX_VALUE;
		double max = -Double.MAX_VALUE;
		int n = 0;
		for (int y = 0; y < bounds.height; y++)
			for (int x = 0; x < bounds.width; x++) {
				if (mask != null && mask.get(x, y) == 0) continue;
				final float stored = plane.getf(bounds.x + x, bounds.y + y);
				final double value = table == null ? stored : table[(int) stored];
				n++;
				sum += stored;
				calibrated += value;
				if (value < min) min = value;
				if (value > max) max = value;
			}
		return new Values(calibrated / n, min, max, plane.getBitDepth() == 8 ? sum : calibrated);
	}

	private ImageProcessor plane(final StackPosition position, final int channel) {
		if (position.slice() != slice || position.frame() != frame) Arrays.fill(planes, null);
		slice = position.slice();
		frame = position.frame();
		if (planes[channel] == null) {
			final ImageProcessor plane =
					source.getStack().getProcessor(source.getStackIndex(channel + 1, slice, frame));
			// a color has one value for ImageJ, too
			planes[channel] = plane.getBitDepth() == 24 ? plane.convertToByteProcessor(false) : plane;
		}
		return planes[channel];
	}
}
