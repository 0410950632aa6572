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
package fovea.ij1.files;

import fovea.base.FoveaException;
import fovea.block.BlockImage;
import fovea.block.ObjectRows;
import fovea.ij1.ObjectTable;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.image.PixelFormat;
import fovea.image.PlaneReader;
import fovea.segment.Segmentation;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;

/** Says of objects in blocks what {@link ObjectTable} says of those of an image. Stateless and thread-safe. */
public final class BlockRows implements ObjectRows {

	private static final String SLICE = "Slice";
	private static final String FRAME = "Frame";

	@Override
	public List<List<String>> of(final BlockImage image, final Segmentation window, final Place place)
			throws FoveaException {
		final List<List<String>> lines = ObjectTable.lines(window, source(image.image(), window, place));
		final int slice = lines.get(0).indexOf(SLICE);
		final int frame = lines.get(0).indexOf(FRAME);
		final List<List<String>> rows = new ArrayList<>();
		rows.add(lines.get(0));
		for (final List<String> line : lines.subList(1, lines.size())) {
			final List<String> row = new ArrayList<>(line);
			row.set(slice, String.valueOf(place.z() + 1));
			row.set(frame, String.valueOf(place.t() + 1));
			rows.add(row);
		}
		return rows;
	}

	/** The window, whose origin is that of the image. */
	private static ImagePlus source(final Image image, final Segmentation window, final Place place) {
		final Image pixels = window.source();
		final int width = pixels.size(Image.X);
		final int height = pixels.size(Image.Y);
		final PlaneReader reader = new PlaneReader(pixels);
		final ImageStack stack = new ImageStack(width, height);
		for (int c = 0; c < pixels.size(Image.C); c++) {
			final float[] values = new float[width * height];
			reader.read(c, 0, 0, 0, height, values);
			stack.addSlice("", processor(image, values, width, height));
		}
		final ImagePlus imp = new ImagePlus(Path.of(image.name()).getFileName().toString(), stack);
		imp.setDimensions(pixels.size(Image.C), 1, 1);
		final Calibration size = image.calibration();
		final ij.measure.Calibration calibration = imp.getCalibration();
		if (!size.equals(Calibration.PIXELS)) calibration.setUnit(size.unit());
		calibration.pixelWidth = size.x();
		calibration.pixelHeight = size.y();
		calibration.pixelDepth = size.z();
		calibration.xOrigin = -place.x();
		calibration.yOrigin = -place.y();
		return imp;
	}

	private static ImageProcessor processor(
			final Image image, final float[] values, final int width, final int height) {
		final boolean isByte = image.pixels().getType() instanceof UnsignedByteType;
		if (!isByte && !(image.pixels().getType() instanceof UnsignedShortType))
			return new FloatProcessor(width, height, values);
		final PixelFormat format = isByte ? PixelFormat.UINT8 : PixelFormat.UINT16;
		final Object plane = format.plane(values.length);
		format.put(values, 0, plane, 0, values.length);
		return isByte
				? new ByteProcessor(width, height, (byte[]) plane)
				: new ShortProcessor(width, height, (short[]) plane, null);
	}
}
