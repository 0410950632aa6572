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

import fovea.base.ImageException;
import fovea.ij1.tiff.SignedFormat;
import fovea.io.AtomicFile;
import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.RoiEncoder;
import ij.io.TiffEncoder;
import java.io.DataOutputStream;
import java.nio.file.Path;

/**
 * ImageJ's TIFF: planes of a hyperstack one after the other, with overlay, calibration and display. Beyond 4 GB it has
 * one directory only and tells the number of planes in its description, which ImageJ, Bio-Formats and tifffile read.
 */
final class TiffFile {

	private static final long MAX_PLANE = 0xffffffffL;

	private TiffFile() {}

	/**
	 * Does what ImageJ's own saving does, without its dialogs, and tells of errors.
	 *
	 * @param image to be written, with its overlay unless that is hidden
	 * @param file where
	 * @throws ImageException if it could not be written
	 */
	static void write(final ImagePlus image, final Path file) throws ImageException {
		final FileSaver saver = new FileSaver(image);
		final FileInfo info = image.getFileInfo();
		final long plane = (long) info.width * info.height * info.getBytesPerPixel();
		if (plane > MAX_PLANE)
			throw new ImageException(
					"Cannot write '" + file + "': a plane of " + (plane >> 20) + " MB is more than TIFF can hold");
		info.info = image.getInfoProperty();
		info.description = saver.getDescriptionString();
		info.sliceLabels = labels(image.getStack());
		info.roi = RoiEncoder.saveAsByteArray(image.getRoi());
		info.overlay = FileSaver.getOverlay(image);
		info.properties = image.getPropertiesAsArray();
		if (image instanceof CompositeImage) saver.saveDisplayRangesAndLuts(image, info);
		if (info.nImages > 1 && image.getStack() instanceof VirtualStack stack) info.virtualStack = stack;
		// of three channels named as colors ImageJ makes one plane of 48 bits, and yet counts three
		final long bytes = plane * (info.fileType == FileInfo.RGB48 ? info.nImages / 3 : info.nImages);
		final boolean signed = Signed.is(image);
		if (signed) writeSigned(info, image.getStack());
		AtomicFile.write(file, bytes, out -> {
			final DataOutputStream data = new DataOutputStream(signed ? new SignedFormat(out) : out);
			new TiffEncoder(info).write(data);
			data.flush();
		});
	}

	/** ImageJ would write them as unsigned ones, too large by 32768 for all other programs. */
	private static void writeSigned(final FileInfo info, final ImageStack stack) {
		info.fileType = FileInfo.GRAY16_SIGNED;
		if (stack.getSize() > 1) info.virtualStack = SignedFormat.values(stack, Signed::values);
		else info.pixels = Signed.values((short[]) stack.getPixels(1));
	}

	private static String[] labels(final ImageStack stack) {
		final String[] labels = new String[stack.getSize()];
		for (int n = 1; n <= labels.length; n++) labels[n - 1] = stack.getSliceLabel(n);
		return labels;
	}
}
