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
import fovea.image.Image;
import fovea.image.PlaneReader;
import fovea.memory.Remedy;
import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import net.imglib2.img.planar.PlanarImg;

/** Makes ImageJ images of the core's. */
final class ResultImage {

	/** Of a plane, as many pixels are converted at once. */
	private static final int BLOCK = 1 << 16;

	private ResultImage() {}

	/**
	 * @param result X Y C Z T
	 * @param title of the new image
	 * @param type of its pixels; planes of a planar image that has them already are shared
	 * @return a new image with the result's pixels, dimensions and calibration; of several channels, each is shown gray
	 * @throws ImageException if it does not fit into memory or into ImageJ
	 */
	static ImagePlus create(final Image result, final String title, final PixelType type) throws ImageException {
		final long area = (long) result.size(Image.X) * result.size(Image.Y);
		final int channels = result.size(Image.C) / type.channels();
		final long planes = (long) channels * result.size(Image.Z) * result.size(Image.T);
		if (area > Integer.MAX_VALUE || planes > Integer.MAX_VALUE)
			throw new ImageException("'" + title + "' of " + result.dimensions() + " is more than ImageJ can hold");
		try {
			final ImageStack stack = stack(result, (int) area, type);
			final ImagePlus imp = new ImagePlus(title, stack);
			imp.setDimensions(channels, result.size(Image.Z), result.size(Image.T));
			imp.setOpenAsHyperStack(imp.getNDimensions() > 3);
			imp.getCalibration().pixelWidth = result.calibration().x();
			imp.getCalibration().pixelHeight = result.calibration().y();
			imp.getCalibration().pixelDepth = result.calibration().z();
			imp.getCalibration().setUnit(result.calibration().unit());
			return channels > 1 && type != PixelType.RGB ? new CompositeImage(imp, IJ.GRAYSCALE) : imp;
		} catch (final OutOfMemoryError e) {
			throw new ImageException(Remedy.ranOut("'" + title + "' (" + result.dimensions() + ")"), e);
		}
	}

	private static ImageStack stack(final Image result, final int area, final PixelType type) {
		final ImageStack stack = new ImageStack(result.size(Image.X), result.size(Image.Y));
		if (result.pixels() instanceof PlanarImg<?, ?> planar && isOf(planar, type)) {
			for (int i = 0; i < planar.numSlices(); i++)
				stack.addSlice(null, planar.getPlane(i).getCurrentStorageArray());
			return stack;
		}
		final PlaneReader reader = new PlaneReader(result);
		final int width = result.size(Image.X);
		final int height = result.size(Image.Y);
		final int rows = Math.min(height, Math.max(1, BLOCK / width));
		final float[][] values = new float[type.channels()][rows * width];
		for (int t = 0; t < result.size(Image.T); t++)
			for (int z = 0; z < result.size(Image.Z); z++)
				for (int c = 0; c < result.size(Image.C); c += values.length) {
					final Object plane = type.plane(area);
					for (int y = 0; y < height; y += rows) {
						final int n = Math.min(rows, height - y);
						for (int i = 0; i < values.length; i++) reader.read(c + i, z, t, y, n, values[i]);
						type.put(values, plane, y * width, n * width);
					}
					stack.addSlice(null, plane);
				}
		return stack;
	}

	private static boolean isOf(final PlanarImg<?, ?> planar, final PixelType type) {
		return type.format().isPresent() && type.format().get().isOf(planar);
	}
}
