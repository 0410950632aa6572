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
import fovea.model.ClassSpec;
import fovea.segment.Segmentation;
import ij.ImagePlus;
import ij.Prefs;
import ij.plugin.LutLoader;
import ij.process.LUT;
import java.awt.Color;
import java.awt.image.IndexColorModel;
import java.util.List;
import java.util.Random;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/** What a segmentation found, as new ImageJ images with the source's calibration; none is shown. Stateless. */
public final class SegmentationImages {

	private static final int MAX_SHORT = 0xffff;

	private static final LUT SCATTERED = scattered();

	private SegmentationImages() {}

	/**
	 * @param segmentation what was found
	 * @param source the image it was found in
	 * @return 8 bit: 255 where there is an object of any class, else 0; title "name-mask"
	 * @throws ImageException if it does not fit into ImageJ
	 */
	public static ImagePlus mask(final Segmentation segmentation, final ImagePlus source) throws ImageException {
		return create(segmentation.labels(), segmentation, source, "mask", PixelType.MASK);
	}

	/**
	 * @param segmentation what was found
	 * @param source the image it was found in
	 * @return the same as ImageJ's own commands make masks just now: as <i>Process &gt; Binary &gt; Options...</i> has
	 *     it without a black background, with an inverting table of colors. Then, and only then, ImageJ takes 255 for
	 *     objects
	 * @throws ImageException if it does not fit into ImageJ
	 */
	public static ImagePlus openMask(final Segmentation segmentation, final ImagePlus source) throws ImageException {
		final ImagePlus mask = mask(segmentation, source);
		if (!Prefs.blackBackground) show(mask, inverting(), 255);
		return mask;
	}

	private static LUT inverting() {
		final byte[] gray = new byte[256];
		for (int i = 0; i < 256; i++) gray[i] = (byte) (255 - i);
		return new LUT(gray, gray, gray);
	}

	/**
	 * @param labels from {@link #labels}
	 * @return the same, in ImageJ's colors for labels where this ImageJ has them
	 */
	public static ImagePlus inHostsColors(final ImagePlus labels) {
		for (final String name : new String[] {"glasbey_on_dark", "Glasbey", "glasbey"}) {
			final IndexColorModel shipped = LutLoader.getLut(name);
			if (shipped == null || shipped.getMapSize() != 256) continue;
			final byte[][] rgb = new byte[3][256];
			shipped.getReds(rgb[0]);
			shipped.getGreens(rgb[1]);
			shipped.getBlues(rgb[2]);
			for (final byte[] channel : rgb) channel[0] = 0; // no object: black
			final LUT lut = new LUT(rgb[0], rgb[1], rgb[2]);
			show(labels, lut, labels.getDisplayRangeMax());
			return labels;
		}
		return labels;
	}

	/**
	 * @param segmentation what was found
	 * @param source the image it was found in
	 * @return 8 bit: the index of the class, in its color; title "name-classes"
	 * @throws ImageException if it does not fit into ImageJ
	 */
	public static ImagePlus classMap(final Segmentation segmentation, final ImagePlus source) throws ImageException {
		final ImagePlus classes = create(segmentation.classMap(), segmentation, source, "classes", PixelType.BYTE);
		show(classes, colors(segmentation.classes()), 255);
		return classes;
	}

	/**
	 * @param segmentation what was found
	 * @param source the image it was found in
	 * @return the label of each pixel's object, 0 for none: 16 bit up to 65535 objects, else 32 bit (exact up to
	 *     16777216); title "name-labels"
	 * @throws ImageException if it does not fit into ImageJ
	 */
	public static ImagePlus labels(final Segmentation segmentation, final ImagePlus source) throws ImageException {
		final int count = segmentation.count();
		final ImagePlus labels = create(
				segmentation.labels(),
				segmentation,
				source,
				"labels",
				count > MAX_SHORT ? PixelType.FLOAT : PixelType.SHORT);
		show(labels, scattered(), Math.max(255, count));
		return labels;
	}

	/**
	 * @param segmentation what was found
	 * @param source the image it was found in
	 * @return 32 bit: a channel for each class (of each run); title "name-probabilities"
	 * @throws ImageException if there are none, or they do not fit into ImageJ
	 */
	public static ImagePlus probabilities(final Segmentation segmentation, final ImagePlus source)
			throws ImageException {
		final Image values = segmentation
				.probabilities()
				.orElseThrow(() -> new ImageException("There are no probabilities of '" + source.getTitle()
						+ "': the model gives classes only, or they were not kept"));
		final ImagePlus imp = create(values.pixels(), segmentation, source, "probabilities", PixelType.FLOAT);
		final int channels = segmentation.channels().size();
		for (int n = 1; n <= imp.getStackSize(); n++)
			imp.getStack()
					.setSliceLabel(
							segmentation.channels().get((n - 1) % channels).name(), n);
		show(imp, LUT.createLutFromColor(Color.white), 1);
		return imp;
	}

	private static ImagePlus create(
			final RandomAccessibleInterval<? extends RealType<?>> pixels,
			final Segmentation segmentation,
			final ImagePlus source,
			final String what,
			final PixelType type)
			throws ImageException {
		final Image image =
				new Image(source.getTitle(), pixels, segmentation.source().calibration(), false);
		final ImagePlus imp = ResultImage.create(image, ImagePlusImages.title(source) + "-" + what, type);
		SourceProperties.transferCalibration(source, imp);
		return imp;
	}

	private static void show(final ImagePlus imp, final LUT lut, final double max) {
		lut.min = 0;
		lut.max = max;
		if (imp instanceof ij.CompositeImage composite) {
			for (int c = 1; c <= imp.getNChannels(); c++) composite.setChannelLut(lut, c);
			composite.setMode(ij.IJ.COLOR);
		} else imp.setLut(lut);
	}

	static LUT colors(final List<ClassSpec> classes) {
		final byte[][] rgb = new byte[3][256];
		for (int i = 0; i < classes.size(); i++)
			for (int c = 0; c < 3; c++) rgb[c][i] = (byte) (classes.get(i).rgb() >> 8 * (2 - c));
		return new LUT(rgb[0], rgb[1], rgb[2]);
	}

	/** @return of the object with this label, in label images and overlays; those after the 255th begin anew */
	static int color(final int label) {
		return SCATTERED.getRGB((label - 1) % 255 + 1) & 0xffffff;
	}

	/** Bright colors in no order, so that neighbors differ; always the same ones. 0 is black. */
	private static LUT scattered() {
		final byte[][] rgb = new byte[3][256];
		final Random random = new Random(1);
		for (int i = 1; i < 256; i++) {
			final int color = Color.HSBtoRGB(
					random.nextFloat(), 0.4f + 0.6f * random.nextFloat(), 0.6f + 0.4f * random.nextFloat());
			for (int c = 0; c < 3; c++) rgb[c][i] = (byte) (color >> 8 * (2 - c));
		}
		return new LUT(rgb[0], rgb[1], rgb[2]);
	}
}
