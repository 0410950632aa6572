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

import fovea.data.MaskReading;
import fovea.data.Sample;
import fovea.data.Samples;
import fovea.image.Raster;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.LUT;
import java.util.List;

/** What masks were understood to say, as an image that a person can look at. Stateless. */
public final class MaskImages {

	private static final int IGNORED = 255;
	private static final int GRAY = 128;

	/** More than anybody pages through. */
	private static final int MOST_PLANES = 100;

	private MaskImages() {}

	/**
	 * @param samples whose targets are classes of pixels
	 * @param title of the image
	 * @return 8 bit, not shown: the index of the class in its color, 255 (gray) where pixels do not count; a slice for
	 *     each sample, of the first 100, labeled with its name. Smaller ones are at the upper left
	 */
	public static ImagePlus of(final Samples samples, final String title) {
		final List<Sample> shown = samples.samples()
				.subList(0, Math.min(MOST_PLANES, samples.samples().size()));
		final int width =
				shown.stream().mapToInt(sample -> sample.target().width()).max().orElse(1);
		final int height = shown.stream()
				.mapToInt(sample -> sample.target().height())
				.max()
				.orElse(1);
		final LUT colors = SegmentationImages.colors(samples.classes());
		final byte[][] rgb = new byte[3][256];
		colors.getReds(rgb[0]);
		colors.getGreens(rgb[1]);
		colors.getBlues(rgb[2]);
		for (final byte[] channel : rgb) channel[IGNORED] = (byte) GRAY;
		final LUT lut = new LUT(rgb[0], rgb[1], rgb[2]);
		final ImageStack stack = new ImageStack(width, height);
		for (final Sample sample : shown) stack.addSlice(sample.name(), plane(sample.target(), width, height));
		final ImagePlus image = new ImagePlus(title, stack);
		// an image of one slice has no stack that keeps its label
		if (shown.size() == 1) image.setProp("Slice_Label", shown.get(0).name());
		image.setLut(lut);
		image.setDisplayRange(0, IGNORED);
		return image;
	}

	private static ByteProcessor plane(final Raster target, final int width, final int height) {
		final ByteProcessor plane = new ByteProcessor(width, height);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				final int c = y < target.height() && x < target.width() ? indexOf(target, y, x) : MaskReading.IGNORED;
				plane.set(x, y, c == MaskReading.IGNORED ? IGNORED : c);
			}
		return plane;
	}

	private static int indexOf(final Raster oneHot, final int y, final int x) {
		for (int c = 0; c < oneHot.channels(); c++) if (oneHot.at(y, x, c) > 0) return c;
		return MaskReading.IGNORED;
	}
}
