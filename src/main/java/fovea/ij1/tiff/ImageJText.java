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
package fovea.ij1.tiff;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileOpener;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import java.util.Properties;

/**
 * What ImageJ writes into a TIFF's description: dimensions, calibration, display. As {@link FileOpener} has it, which
 * keeps it to itself.
 */
final class ImageJText {

	private final FileInfo info;
	private final Properties values;

	/** @param info with a description of ImageJ's; its unit and value calibration are set */
	ImageJText(final FileInfo info) {
		this.info = info;
		final int images = info.nImages;
		final String name = info.fileName;
		values = new FileOpener(info).decodeDescriptionString(info);
		info.nImages = images;
		info.fileName = name;
	}

	/** @return whether a description is ImageJ's */
	static boolean is(final String description) {
		return description.startsWith("ImageJ=");
	}

	/**
	 * @param pages of the file
	 * @param channels of each
	 * @return the dimensions of a hyperstack, if they fit; else pages as slices
	 */
	Arrangement arrangement(final int pages, final int channels) {
		final int c = Math.max(1, (int) number("channels"));
		final int z = Math.max(1, (int) number("slices"));
		final int t = Math.max(1, (int) number("frames"));
		final Arrangement slices = Arrangement.ofSlices(pages, channels);
		return (long) c * z * t == (long) pages * channels ? new Arrangement(c, z, t, slices.pages()) : slices;
	}

	/** @return how its channels are shown: "composite", "color", "grayscale"; empty if it is not said */
	String mode() {
		return values.getProperty("mode", "");
	}

	boolean isHyperstack() {
		return isSet("hyperstack");
	}

	/** @param image gets calibration and display; its size of pixels is set already */
	void apply(final ImagePlus image) {
		final Calibration calibration = image.getCalibration();
		if (info.valueUnit != null) {
			final int f = info.calibrationFunction;
			if (image.getBitDepth() == 32) calibration.setValueUnit(info.valueUnit);
			else if (f >= Calibration.STRAIGHT_LINE && f <= Calibration.EXP_RECOVERY && info.coefficients != null
					|| f == Calibration.UNCALIBRATED_OD)
				calibration.setFunction(f, info.coefficients, info.valueUnit, isSet("zeroclip"));
		}
		calibration.xOrigin = number("xorigin");
		calibration.yOrigin = number("yorigin");
		calibration.zOrigin = number("zorigin");
		calibration.setInvertY(isSet("inverty"));
		calibration.info = values.getProperty("info");
		calibration.fps = number("fps");
		calibration.loop = isSet("loop");
		calibration.frameInterval = number("finterval");
		calibration.setTimeUnit(values.getProperty("tunit", "sec"));
		calibration.setYUnit(values.getProperty("yunit"));
		calibration.setZUnit(values.getProperty("zunit"));
		final double min = number("min");
		final double max = number("max");
		final ImageProcessor ip = image.getProcessor();
		if ((min != 0 || max != 0) && image.getBitDepth() != 24) ip.setMinAndMax(min, max);
		if (isSet("8bitcolor")) image.setTypeToColor256();
	}

	private boolean isSet(final String key) {
		return "true".equals(values.getProperty(key));
	}

	private double number(final String key) {
		try {
			return Double.parseDouble(values.getProperty(key, "0"));
		} catch (final NumberFormatException e) { // as ImageJ does
			return 0;
		}
	}
}
