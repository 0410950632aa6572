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
package fovea.data;

import fovea.base.FoveaException;
import fovea.image.Image;
import fovea.image.Raster;
import fovea.io.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;

/**
 * Cuts the objects of masks out of images, image by image: each slice and frame, in gray, of a color image the mean of
 * red, green and blue. Not thread-safe.
 */
public final class CropReader {

	private final ImageSource images;
	private final ImageSource masks;
	private final int[] partners;
	private final List<String> names;
	private final List<String> maskNames;
	private final MaskObjects objects;
	private final ObjectCrops cropping;
	private final ImagePlanes gray = new ImagePlanes(List.of(), OptionalInt.of(1));

	/** Tells the objects of a mask. */
	@FunctionalInterface
	public interface MaskObjects {

		/**
		 * @param mask as it is stored
		 * @param name for messages
		 * @return number of the object of each pixel, row by row, 0 for none
		 * @throws FoveaException if a pixel means nothing
		 */
		int[] read(Raster mask, String name) throws FoveaException;
	}

	/**
	 * What was cut out of one image.
	 *
	 * @param type of the image's pixels: UINT8, UINT16, or FLOAT32 for all others
	 * @param crops plane by plane, in the order of the objects' numbers
	 * @param objects how many there are, those that were left out too
	 */
	public record ImageCrops(DataType type, List<ObjectCrop> crops, int objects) {

		/** Copies the list. */
		public ImageCrops {
			crops = List.copyOf(crops);
		}
	}

	/**
	 * @param images to be cut
	 * @param masks one for each, paired as {@link SourcePairs} tells
	 * @param objects what the masks mean
	 * @param options which objects, and how
	 * @param warnings takes one line where names differ
	 * @throws FoveaException if there are none, or more of one than of the other
	 */
	public CropReader(
			final ImageSource images,
			final ImageSource masks,
			final MaskObjects objects,
			final CropOptions options,
			final Consumer<String> warnings)
			throws FoveaException {
		this.images = images;
		this.masks = masks;
		this.objects = objects;
		partners = SourcePairs.match(images, masks, warnings);
		names = images.names();
		maskNames = masks.names();
		cropping = new ObjectCrops(options);
	}

	/** @return the images' names, in order */
	public List<String> names() {
		return names;
	}

	/**
	 * @param index place in {@link #names()}
	 * @return the objects that are wanted, maybe none
	 * @throws FoveaException if image or mask cannot be read, or they do not fit to each other
	 */
	public ImageCrops read(final int index) throws FoveaException {
		final Image image = images.read(index);
		final String name = names.get(index);
		final String maskName = maskNames.get(partners[index]);
		final List<Raster> planes = gray.normalized(image, gray.normalizer(image));
		final List<Raster> wanted = Raster.planesOf(masks.read(partners[index]));
		SampleReader.requireSize(planes, name, wanted, maskName);
		final List<ObjectCrop> crops = new ArrayList<>();
		int found = 0;
		for (int p = 0; p < planes.size(); p++) {
			final int[] labels = objects.read(wanted.get(p), SampleReader.planeName(maskName, p, planes.size()));
			final ObjectCrops.Cut cut =
					cropping.cut(SampleReader.planeName(name, p, planes.size()), planes.get(p), labels);
			crops.addAll(cut.crops());
			found += cut.objects();
		}
		return new ImageCrops(type(image), crops, found);
	}

	private static DataType type(final Image image) {
		final Object type = image.pixels().getType();
		if (type instanceof UnsignedByteType) return DataType.UINT8;
		return type instanceof UnsignedShortType ? DataType.UINT16 : DataType.FLOAT32;
	}
}
