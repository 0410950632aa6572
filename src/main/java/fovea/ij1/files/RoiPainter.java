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

import fovea.base.ImageException;
import fovea.data.MaskReading;
import fovea.data.Rest;
import fovea.ij1.ImagePlusImages;
import fovea.image.Image;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fills the ROIs of one image into a mask, in their order: the later covers the earlier, but among objects of one class
 * the earlier keeps its pixels. The time for a ROI grows with its own box, not with the image. Not thread-safe.
 */
final class RoiPainter {

	private final AnnotatedImage image;
	private final int[] classes;
	private final boolean instances;
	private final Optional<Rest> rest;
	private final List<float[]> planes = new ArrayList<>();
	private final List<Roi> unseen = new ArrayList<>();
	private final boolean[] drawn;
	private final Map<Long, Integer> overlaps = new HashMap<>();

	/**
	 * @param image with ROIs
	 * @param classes index of the class of each ROI, or {@link MaskReading#IGNORED}
	 * @param instances true: the value is the ROI's number, from 1 on in the order of the image's ROIs; false: its
	 *     class
	 * @param rest what pixels without a ROI are; empty: {@link MaskReading#UNLABELED}
	 */
	RoiPainter(final AnnotatedImage image, final int[] classes, final boolean instances, final Optional<Rest> rest) {
		this.image = image;
		this.classes = classes;
		this.instances = instances;
		this.rest = rest;
		drawn = new boolean[classes.length];
		for (int i = 0; i < image.depth() * image.frames(); i++) {
			final float[] plane = new float[Math.multiplyExact(image.width(), image.height())];
			Arrays.fill(plane, MaskReading.UNLABELED);
			planes.add(plane);
		}
	}

	/** @return the mask, 32 bit, of the image's size, with one channel; background is 0 */
	Image paint() throws ImageException {
		for (int i = 0; i < image.rois().size(); i++)
			if (!paint(i)) unseen.add(image.rois().get(i));
		rest.ifPresent(said -> planes.forEach(plane -> settle(plane, said)));
		final ImageStack stack = new ImageStack(image.width(), image.height());
		for (final float[] plane : planes) stack.addSlice("", new FloatProcessor(image.width(), image.height(), plane));
		final ImagePlus mask = new ImagePlus(image.name(), stack);
		mask.setDimensions(1, image.depth(), image.frames());
		return ImagePlusImages.wrap(mask);
	}

	private void settle(final float[] plane, final Rest said) {
		final int[] values = new int[plane.length];
		for (int i = 0; i < values.length; i++) values[i] = (int) plane[i];
		said.settle(values, image.width());
		for (int i = 0; i < values.length; i++) plane[i] = values[i];
	}

	/** @return those that got no pixel, once the mask is painted: they are outside of the image, or all covered */
	List<Roi> unseen() {
		return List.copyOf(unseen);
	}

	/** @return whether at least half of the ROI's pixels were under no other before it, once the mask is painted */
	boolean isOnNothing(final int index) {
		return drawn[index];
	}

	/** @return the planes, once they are painted; row by row */
	List<float[]> planes() {
		return planes;
	}

	/**
	 * @param one number of a ROI among the image's, from 0 on
	 * @param other likewise
	 * @return pixels of which both would have been, once objects are painted
	 */
	int overlap(final int one, final int other) {
		return overlaps.getOrDefault(pair(one, other), 0);
	}

	private static long pair(final int one, final int other) {
		return (long) Math.min(one, other) << Integer.SIZE | Math.max(one, other);
	}

	private boolean paint(final int index) throws ImageException {
		final Roi roi = image.rois().get(index);
		final boolean stroke = Strokes.isOne(roi);
		final Rectangle box = stroke ? new Rectangle(image.width(), image.height()) : roi.getBounds();
		final ImageProcessor inside = stroke ? Strokes.mask(roi, box) : inside(roi);
		boolean seen = false;
		for (int t = 0; t < image.frames(); t++)
			for (int z = 0; z < image.depth(); z++)
				if (image.isOn(roi, z, t)) seen |= fill(index, box, inside, planes.get(t * image.depth() + z));
		return seen;
	}

	/** ImageJ fills the whole box, however large, and no array has more than 2^31 - 1 pixels. */
	private ImageProcessor inside(final Roi roi) throws ImageException {
		final Rectangle box = roi.getBounds();
		try {
			if ((long) box.width * box.height <= Integer.MAX_VALUE) return roi.getMask();
		} catch (final OutOfMemoryError | RuntimeException e) {
			throw new ImageException(tooLarge(roi, box), e);
		}
		throw new ImageException(tooLarge(roi, box));
	}

	private String tooLarge(final Roi roi, final Rectangle box) {
		return image.place(roi) + " expected a ROI that fits onto " + image.width() + " x " + image.height()
				+ " pixels, got one of " + box.width + " x " + box.height + "; its file may be damaged";
	}

	/** @param inside relative to the box; null: all of it */
	private boolean fill(final int index, final Rectangle box, final ImageProcessor inside, final float[] plane) {
		final Rectangle part = box.intersection(new Rectangle(image.width(), image.height()));
		final float value = instances && classes[index] > 0 ? index + 1 : classes[index];
		boolean seen = false;
		int free = 0;
		int all = 0;
		for (int y = part.y; y < part.y + part.height; y++)
			for (int x = part.x; x < part.x + part.width; x++) {
				if (inside != null && inside.get(x - box.x, y - box.y) == 0) continue;
				final int pixel = y * image.width() + x;
				all++;
				if (plane[pixel] == MaskReading.UNLABELED) free++;
				if (instances && plane[pixel] > 0 && classes[(int) plane[pixel] - 1] == classes[index]) {
					overlaps.merge(pair((int) plane[pixel] - 1, index), 1, Integer::sum);
					continue;
				}
				plane[pixel] = value;
				seen = true;
			}
		drawn[index] |= all > 0 && 2 * free >= all;
		return seen;
	}
}
