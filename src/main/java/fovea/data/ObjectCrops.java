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

import fovea.base.TrainingException;
import fovea.image.Raster;
import fovea.image.Resampling;
import fovea.image.SquareCrop;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Cuts single objects out of planes: of each a square around the center of its bounding box, its side the longer one of
 * the box with a margin, in whole pixels, resized to one size ({@link Resampling#bilinear}). Beyond the plane pixels
 * are mirrored, the border pixel repeated. Gray values stay as they are. Stateless and thread-safe.
 */
final class ObjectCrops {

	private final CropOptions options;

	ObjectCrops(final CropOptions options) {
		this.options = options;
	}

	/**
	 * What was cut out of one plane.
	 *
	 * @param crops in the order of the objects' numbers
	 * @param objects how many there are, those that were left out too
	 */
	record Cut(List<ObjectCrop> crops, int objects) {}

	/**
	 * @param name of the plane
	 * @param plane of one channel
	 * @param objects number of the object of each pixel, row by row, 0 for none; pixels of one number are one object,
	 *     be they connected or not
	 * @return the objects that are wanted
	 * @throws TrainingException if others are to be cleared and there is no background to be put there
	 */
	Cut cut(final String name, final Raster plane, final int[] objects) throws TrainingException {
		if (plane.channels() != 1 || plane.data().length != objects.length)
			throw new IllegalArgumentException(plane + " and numbers of " + objects.length + " pixels");
		final Map<Integer, Box> boxes = boxes(objects, plane.width());
		final float background = options.clearOthers() && boxes.size() > 1 ? background(name, plane, objects) : 0;
		final List<ObjectCrop> crops = new ArrayList<>();
		for (final Map.Entry<Integer, Box> entry : boxes.entrySet()) {
			final Box box = entry.getValue();
			if (!options.fits(box.area) || !options.border() && box.touchesBorder(plane)) continue;
			final SquareCrop crop = box.square(options.margin());
			final int label = entry.getKey();
			final Raster pixels = options.clearOthers()
					? cleared(plane, crop, objects, label, background)
					: crop.of(plane, options.size(), options.size());
			crops.add(new ObjectCrop(name, label, crop.x(), crop.y(), crop.side(), box.area, pixels));
		}
		return new Cut(crops, boxes.size());
	}

	private static Map<Integer, Box> boxes(final int[] objects, final int width) {
		final Map<Integer, Box> boxes = new TreeMap<>();
		for (int i = 0; i < objects.length; i++)
			if (objects[i] != 0)
				boxes.computeIfAbsent(objects[i], label -> new Box()).add(i % width, i / width);
		return boxes;
	}

	/** @return the median of what is no object */
	private static float background(final String name, final Raster plane, final int[] objects)
			throws TrainingException {
		final float[] values = new float[objects.length];
		int n = 0;
		for (int i = 0; i < objects.length; i++)
			if (objects[i] == 0 && Float.isFinite(plane.data()[i])) values[n++] = plane.data()[i];
		if (n == 0)
			throw new TrainingException(
					name + ": expected pixels of no object, whose median is put where other objects are, found none");
		Arrays.sort(values, 0, n);
		return (float) ((values[(n - 1) / 2] + (double) values[n / 2]) / 2);
	}

	private Raster cleared(
			final Raster plane, final SquareCrop crop, final int[] objects, final int label, final float background) {
		final float[] values = new float[Math.multiplyExact(crop.side(), crop.side())];
		for (int y = 0, to = 0; y < crop.side(); y++)
			for (int x = 0; x < crop.side(); x++) {
				final int from = crop.from(plane, y, x);
				final boolean other = objects[from] != 0 && objects[from] != label;
				values[to++] = other ? background : plane.data()[from];
			}
		return Resampling.bilinear(new Raster(crop.side(), crop.side(), 1, values), options.size(), options.size());
	}

	/** Grows around the pixels of an object. */
	private static final class Box {

		private int left = Integer.MAX_VALUE;
		private int right;
		private int top = Integer.MAX_VALUE;
		private int bottom;
		private int area;

		void add(final int x, final int y) {
			left = Math.min(left, x);
			right = Math.max(right, x);
			top = Math.min(top, y);
			bottom = Math.max(bottom, y);
			area++;
		}

		SquareCrop square(final double margin) {
			return SquareCrop.around(left, top, right - left + 1, bottom - top + 1, margin);
		}

		boolean touchesBorder(final Raster plane) {
			return left == 0 || top == 0 || right == plane.width() - 1 || bottom == plane.height() - 1;
		}
	}
}
