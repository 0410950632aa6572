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
import ij.measure.Calibration;
import java.io.IOException;

/** How large pixels are, as a TIFF's resolution and OME-XML have it. */
final class PixelSize {

	/** What programs write that know nothing of it. */
	private static final double SCREEN = 72;

	private static final double MICRONS = 10000;
	/** Centimeters, below which ImageJ takes microns; its own files are of a smaller kind. */
	private static final double SMALL = 0.001;

	private PixelSize() {}

	/** @param info gets the width and height of a pixel, and their unit */
	static void read(final TiffDirectory directory, final FileInfo info) throws IOException, TiffException {
		final double x = directory.fraction(Tag.X_RESOLUTION).orElse(0);
		final double y = directory.fraction(Tag.Y_RESOLUTION).orElse(0);
		info.unit = null;
		info.pixelWidth = x > 0 ? 1 / x : 1;
		info.pixelHeight = y > 0 ? 1 / y : 1;
		switch ((int) directory.number(Tag.RESOLUTION_UNIT, 2)) {
			case 1 -> info.unit = " ";
			case 2 -> {
				if (x == SCREEN || x <= 0) {
					info.pixelWidth = 1;
					info.pixelHeight = 1;
				} else info.unit = "inch";
			}
			case 3 -> info.unit = "cm";
			default -> {}
		}
	}

	/** @param image gets the size of pixels, as ImageJ has it */
	static void apply(final FileInfo info, final ImagePlus image) {
		if (info.pixelWidth <= 0 || info.unit == null) return;
		final double threshold = ImageJText.is(String.valueOf(info.description)) ? SMALL / 10 : SMALL;
		final boolean small = "cm".equals(info.unit) && info.pixelWidth <= threshold;
		final double factor = small ? MICRONS : 1;
		final Calibration calibration = image.getCalibration();
		calibration.pixelWidth = info.pixelWidth * factor;
		calibration.pixelHeight = info.pixelHeight * factor;
		calibration.pixelDepth = info.pixelDepth == 1 ? 1 : info.pixelDepth * factor;
		calibration.setUnit(small ? "um" : info.unit);
	}

	/** @param image gets the size of pixels, the interval of frames and the names of channels */
	static void apply(final OmeImage ome, final ImagePlus image) {
		final Calibration calibration = image.getCalibration();
		if (ome.width().isPresent()) {
			final String unit = ome.width().get().unit();
			calibration.setUnit(unit.equals("µm") || unit.equals("μm") ? "um" : unit);
			calibration.pixelWidth = ome.width().get().size();
			calibration.pixelHeight = in(unit, ome.height().orElse(ome.width().get()));
			calibration.pixelDepth = ome.depth().map(depth -> in(unit, depth)).orElse(1.0);
		}
		calibration.frameInterval = ome.interval();
		calibration.setTimeUnit("sec");
		if (image.getBitDepth() == 24 || ome.names().size() != image.getNChannels()) return;
		for (int n = 1; n <= image.getStackSize(); n++) {
			final String name = ome.names().get((n - 1) % image.getNChannels());
			if (!name.isEmpty()) image.getStack().setSliceLabel(name, n);
		}
	}

	private static double in(final String unit, final OmeImage.Length length) {
		return length.unit().equals(unit) ? length.size() : length.size() * meters(length.unit()) / meters(unit);
	}

	private static double meters(final String unit) {
		return switch (unit) {
			case "km" -> 1e3;
			case "m" -> 1;
			case "cm" -> 1e-2;
			case "mm" -> 1e-3;
			case "nm" -> 1e-9;
			case "pm" -> 1e-12;
			case "Å" -> 1e-10;
			case "in", "inch" -> 0.0254;
			default -> 1e-6;
		};
	}
}
