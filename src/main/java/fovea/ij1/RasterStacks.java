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
import fovea.image.Raster;
import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import java.util.List;

/** Images that a network made of points, as stacks. Stateless. */
public final class RasterStacks {

	private RasterStacks() {}

	/**
	 * @param title of the stack
	 * @param images at least one, all of one size and number of channels
	 * @param labels of the slices, one for each image
	 * @return a 32-bit stack, not shown, displayed in the range of all its values; several channels are those of a
	 *     hyperstack
	 * @throws ImageException if sizes differ
	 */
	public static ImagePlus of(final String title, final List<Raster> images, final List<String> labels)
			throws ImageException {
		final Raster first = images.get(0);
		final int area = first.width() * first.height();
		final ImageStack stack = new ImageStack(first.width(), first.height());
		float least = Float.POSITIVE_INFINITY;
		float largest = Float.NEGATIVE_INFINITY;
		for (int i = 0; i < images.size(); i++) {
			final Raster image = images.get(i);
			if (!image.hasSizeOf(first) || image.channels() != first.channels())
				throw new ImageException(
						title + ": expected images of one size, " + first.dimensions() + ", got " + image.dimensions());
			for (int c = 0; c < first.channels(); c++) {
				final float[] plane = new float[area];
				for (int p = 0; p < area; p++) plane[p] = image.data()[p * first.channels() + c];
				stack.addSlice(labels.get(i), plane);
			}
			least = Math.min(least, image.range()[0]);
			largest = Math.max(largest, image.range()[1]);
		}
		final ImagePlus imp = new ImagePlus(title, stack);
		imp.setDimensions(first.channels(), images.size(), 1);
		imp.setDisplayRange(least, largest);
		return first.channels() > 1 ? new CompositeImage(imp, IJ.GRAYSCALE) : imp;
	}
}
