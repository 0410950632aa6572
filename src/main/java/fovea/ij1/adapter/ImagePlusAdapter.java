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
package fovea.ij1.adapter;

import fovea.FoundObject;
import fovea.ImageData;
import fovea.PixelSize;
import fovea.Segmentation;
import fovea.base.FoveaException;
import fovea.ij1.ImagePlusImages;
import fovea.ij1.ResultViews;
import fovea.ij1.SegmentationImages;
import fovea.image.Calibration;
import fovea.image.Image;
import fovea.model.ClassSpec;
import fovea.segment.SegmentedObject;
import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.ImgView;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Util;
import net.imglib2.view.Views;

/**
 * Between ImageJ's images and Fovea's.
 *
 * <pre>{@code
 * Segmentation found = model.segment(ImagePlusAdapter.of(imp));
 * ImagePlusAdapter.showOverlay(found, imp);
 * ImagePlusAdapter.labels(found, imp).show();
 * }</pre>
 *
 * <p>Stateless. Images that are made are not shown.
 */
public final class ImagePlusAdapter {

	private ImagePlusAdapter() {}

	/**
	 * Sees an ImageJ image as pixels with axes, of which those of length 1 are left out, X and Y apart. 8-, 16- and
	 * 32-bit pixels are not copied, so changes show on both sides; colors are, and become three channels. Planes of a
	 * virtual stack are read when they are needed.
	 *
	 * @param imp any type
	 * @return its pixels, in the order X Y C Z T, with its title, its size of pixels and the names of its channels
	 * @throws FoveaException if there is no image, it is empty, or colors do not fit into memory
	 */
	public static ImageData<?> of(final ImagePlus imp) throws FoveaException {
		final Image image = ImagePlusImages.wrap(imp);
		return data(image, image.pixels());
	}

	private static <T extends RealType<?>> ImageData<T> data(
			final Image image, final RandomAccessibleInterval<T> pixels) {
		RandomAccessibleInterval<T> view = pixels;
		String axes = "XYCZT";
		for (int d = Image.T; d >= Image.C; d--)
			if (view.dimension(d) == 1) {
				view = Views.hyperSlice(view, d, 0);
				axes = axes.substring(0, d) + axes.substring(d + 1);
			}
		return ImageData.of(view, axes)
				.withName(image.name())
				.withPixelSize(size(image.calibration()))
				.withColors(image.rgb())
				.withChannelNames(image.channelNames());
	}

	/**
	 * @param result what was made of an image, such as a denoised one
	 * @param source the image it was made from, whose calibration, labels, lookup tables and display are taken over
	 *     where planes correspond
	 * @param sameType true: rounded and clipped to the source's type of pixels; false: 32 bit
	 * @return a new image under the name of the result
	 * @throws FoveaException if it does not fit into memory or into ImageJ
	 */
	public static ImagePlus toImagePlus(final ImageData<?> result, final ImagePlus source, final boolean sameType)
			throws FoveaException {
		return ImagePlusImages.toImagePlus(image(result), source, result.name(), sameType);
	}

	/**
	 * @param found in the source
	 * @param source the image it was found in
	 * @return the label of each pixel's object, 0 for none: 16 bit up to 65535 objects, else 32 bit
	 * @throws FoveaException if it does not fit into memory or into ImageJ
	 */
	public static ImagePlus labels(final Segmentation found, final ImagePlus source) throws FoveaException {
		return SegmentationImages.labels(core(found), source);
	}

	/**
	 * @param found in the source
	 * @param source the image it was found in
	 * @return 8 bit: 255 where there is an object of any class, else 0
	 * @throws FoveaException if it does not fit into memory or into ImageJ
	 */
	public static ImagePlus mask(final Segmentation found, final ImagePlus source) throws FoveaException {
		return SegmentationImages.mask(core(found), source);
	}

	/**
	 * @param found in the source
	 * @param source the image it was found in
	 * @return 8 bit: the index of each pixel's class, in its color
	 * @throws FoveaException if it does not fit into memory or into ImageJ
	 */
	public static ImagePlus classMap(final Segmentation found, final ImagePlus source) throws FoveaException {
		return SegmentationImages.classMap(core(found), source);
	}

	/**
	 * @param found in the source, with probabilities kept
	 * @param source the image it was found in
	 * @return 32 bit: a channel for each class
	 * @throws FoveaException if there are none, or they do not fit into memory or into ImageJ
	 */
	public static ImagePlus probabilities(final Segmentation found, final ImagePlus source) throws FoveaException {
		return SegmentationImages.probabilities(core(found), source);
	}

	/**
	 * Puts an outline around each object into an image's overlay, in place of those that Fovea put there before; others
	 * stay.
	 *
	 * @param found in the source
	 * @param source the image it was found in
	 */
	public static void showOverlay(final Segmentation found, final ImagePlus source) {
		ResultViews.overlay(core(found), source);
	}

	private static PixelSize size(final Calibration calibration) {
		return new PixelSize(calibration.x(), calibration.y(), calibration.z(), calibration.unit());
	}

	private static Image image(final ImageData<?> data) {
		final PixelSize size = data.pixelSize();
		return new Image(
				data.name(),
				data.xyczt(),
				new Calibration(size.x(), size.y(), size.z(), size.unit()),
				data.isColor(),
				data.channelNames());
	}

	/** What programs see, as the core has it: views of the same pixels. */
	private static fovea.segment.Segmentation core(final Segmentation found) {
		final List<ClassSpec> classes = new ArrayList<>();
		for (int i = 0; i < found.classNames().size(); i++)
			classes.add(
					new ClassSpec(found.classNames().get(i), found.classColors().get(i)));
		return new fovea.segment.Segmentation(
				image(found.source()),
				classes,
				img(found.classMap()),
				img(found.labels()),
				found.objects().stream().map(ImagePlusAdapter::core).toList(),
				found.probabilities().map(ImagePlusAdapter::image),
				ClassSpec.named(found.probabilityNames()),
				found.isPerChannel(),
				found.scale(),
				found.warnings());
	}

	private static <T extends RealType<T> & NativeType<T>> Img<T> img(final ImageData<T> data) {
		final RandomAccessibleInterval<T> pixels = data.xyczt();
		return ImgView.wrap(pixels, Util.getSuitableImgFactory(pixels, pixels.getType()));
	}

	private static SegmentedObject core(final FoundObject object) {
		return new SegmentedObject(
				object.label(),
				object.classIndex(),
				object.channel(),
				object.slice(),
				object.frame(),
				object.x(),
				object.y(),
				object.width(),
				object.height(),
				object.pixels(),
				object.centroidX(),
				object.centroidY(),
				object.meanProbability());
	}
}
