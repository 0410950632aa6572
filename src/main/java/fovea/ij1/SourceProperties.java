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
import ij.ImageStack;
import ij.measure.Calibration;

/** What a result takes over from the image it was made from, apart from its display. */
final class SourceProperties {

	private SourceProperties() {}

	/**
	 * Takes over calibration, the "Info" property and the other persistent ones, and the labels of planes where both
	 * have the same. The overlay, and the name of the file it came from, stay with the source.
	 *
	 * @param source not changed
	 * @param result gets them; it has the size of its own pixels already
	 * @param type of the result's pixels; a calibration of gray values goes on where that is the source's type
	 */
	static void transfer(final ImagePlus source, final ImagePlus result, final PixelType type) {
		result.setCalibration(calibration(source, result));
		final boolean sameValues = type != PixelType.FLOAT && result.getBitDepth() == source.getBitDepth();
		if (!sameValues) result.getCalibration().disableDensityCalibration();
		if (source.getInfoProperty() != null) result.setProperty("Info", source.getInfoProperty());
		result.setProperties(source.getPropertiesAsArray());
		if (!sameDimensions(source, result)) return;
		final ImageStack from = source.getStack();
		final ImageStack to = result.getStack();
		if (from.getSize() == 1) return; // its label is a property
		for (int n = 1; n <= from.getSize(); n++) to.setSliceLabel(from.getSliceLabel(n), n);
	}

	/**
	 * Takes over the size of pixels only.
	 *
	 * @param source not changed
	 * @param result gets it; of the same size, its values are of another kind
	 */
	static void transferCalibration(final ImagePlus source, final ImagePlus result) {
		result.setCalibration(source.getCalibration().copy());
		result.getCalibration().disableDensityCalibration();
	}

	/** @return whether both have the same channels, slices and frames */
	private static boolean sameDimensions(final ImagePlus a, final ImagePlus b) {
		return a.getNChannels() == b.getNChannels()
				&& a.getNSlices() == b.getNSlices()
				&& a.getNFrames() == b.getNFrames();
	}

	/**
	 * Not the ratio of the images' lengths: at a quarter of the size 254 pixels are 64, the last of which lies half
	 * outside.
	 */
	private static Calibration calibration(final ImagePlus source, final ImagePlus result) {
		final Calibration own = result.getCalibration();
		final Calibration calibration = source.getCalibration().copy();
		calibration.xOrigin *= calibration.pixelWidth / own.pixelWidth;
		calibration.yOrigin *= calibration.pixelHeight / own.pixelHeight;
		calibration.zOrigin *= calibration.pixelDepth / own.pixelDepth;
		calibration.pixelWidth = own.pixelWidth;
		calibration.pixelHeight = own.pixelHeight;
		calibration.pixelDepth = own.pixelDepth;
		return calibration;
	}
}
