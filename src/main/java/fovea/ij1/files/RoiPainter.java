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
import java.util.List;

/**
 * Fills the ROIs of one image into a mask, in their order: the later covers the earlier, but among objects of one class
 * the earlier keeps its pixels. The time for a ROI grows with its own box, not with the image. Not thread-safe.
 */
final class RoiPainter {

	private final AnnotatedImage image;
	private final int[] classes;
	private final boolean instances;
	private final List<float[]> planes = new ArrayList<>();
	private final List<Roi> unseen = new ArrayList<>();

	/**
	 * @param image with ROIs
	 * @param classes index of the class of each ROI, or {@link MaskReading#IGNORED}
	 * @param instances true: the value is the ROI's number, from 1 on in the order of the image's ROIs; false: its
	 *     class
	 * @param unlabeled value of pixels without a ROI
	 */
	RoiPainter(final AnnotatedImage image, final int[] classes, final boolean instances, final int unlabeled) {
		this.image = image;
		this.classes = classes;
		this.instances = instances;
		for (int i = 0; i < image.depth() * image.frames(); i++) {
			final float[] plane = new float[Math.multiplyExact(image.width(), image.height())];
			Arrays.fill(plane, unlabeled);
			planes.add(plane);
		}
	}

	/** @return the mask, 32 bit, of the image's size, with one channel; background is 0 */
	Image paint() throws ImageException {
		for (int i = 0; i < image.rois().size(); i++)
			if (!paint(i)) unseen.add(image.rois().get(i));
		final ImageStack stack = new ImageStack(image.width(), image.height());
		for (final float[] plane : planes) stack.addSlice("", new FloatProcessor(image.width(), image.height(), plane));
		final ImagePlus mask = new ImagePlus(image.name(), stack);
		mask.setDimensions(1, image.depth(), image.frames());
		return ImagePlusImages.wrap(mask);
	}

	/** @return those that got no pixel, once the mask is painted: they are outside of the image, or all covered */
	List<Roi> unseen() {
		return List.copyOf(unseen);
	}

	private boolean paint(final int index) throws ImageException {
		final Roi roi = image.rois().get(index);
		final ImageProcessor inside = inside(roi);
		boolean seen = false;
		for (int t = 0; t < image.frames(); t++)
			for (int z = 0; z < image.depth(); z++)
				if (image.isOn(roi, z, t))
					seen |= fill(index, roi.getBounds(), inside, planes.get(t * image.depth() + z));
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
		for (int y = part.y; y < part.y + part.height; y++)
			for (int x = part.x; x < part.x + part.width; x++) {
				if (inside != null && inside.get(x - box.x, y - box.y) == 0) continue;
				final int pixel = y * image.width() + x;
				if (instances && plane[pixel] > 0 && classes[(int) plane[pixel] - 1] == classes[index]) continue;
				plane[pixel] = value;
				seen = true;
			}
		return seen;
	}
}
