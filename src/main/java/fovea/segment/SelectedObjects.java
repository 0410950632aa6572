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
package fovea.segment;

import fovea.base.ImageException;
import fovea.image.Box;
import fovea.image.Image;
import fovea.image.Region;
import fovea.segment.plane.ConnectedComponents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.imglib2.Cursor;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccess;
import net.imglib2.img.Img;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * The objects of a selection: those that have more than half of their pixels in it, each whole.
 *
 * @param found in a part of the image
 * @param box that part
 * @param region the selection
 */
record SelectedObjects(Segmentation found, Box box, Region region) {

	/**
	 * @param image all of it
	 * @return whether all objects that have pixels in the selection are seen whole: neither they nor what touches them,
	 *     from which they were taken apart, reach an edge of the part beyond which the image goes on
	 */
	boolean areWhole(final Image image) {
		if (box.isAllOf(image)) return true;
		final int width = box.width();
		final byte[] foreground = new byte[width * box.height()];
		final int[] together = new int[foreground.length];
		final Image classes = new Image(image.name(), found.classMap(), image.calibration(), false);
		for (int t = 0; t < classes.size(Image.T); t++)
			for (int z = 0; z < classes.size(Image.Z); z++)
				for (int run = 0; run < classes.size(Image.C); run++) {
					int at = 0;
					for (final RealType<?> pixel : Views.flatIterable(classes.plane(run, z, t)))
						foreground[at++] = (byte) Math.min(1, pixel.getRealDouble());
					final boolean[] cut = cut(together, ConnectedComponents.label(foreground, width, together), image);
					for (int i = 0; i < together.length; i++)
						if (cut[together[i]] && region.contains(box.x() + i % width, box.y() + i / width)) return false;
				}
		return true;
	}

	private boolean[] cut(final int[] together, final int count, final Image image) {
		final boolean[] cut = new boolean[count + 1];
		final int width = box.width();
		for (int y = 0; y < box.height(); y++) {
			if (box.x() > 0) cut[together[y * width]] = true;
			if (box.endX() < image.size(Image.X)) cut[together[y * width + width - 1]] = true;
		}
		for (int x = 0; x < width; x++) {
			if (box.y() > 0) cut[together[x]] = true;
			if (box.endY() < image.size(Image.Y)) cut[together[together.length - width + x]] = true;
		}
		cut[0] = false; // background
		return cut;
	}

	/**
	 * @param image all of it
	 * @return what there is in the selection, as a segmentation of the whole image: elsewhere it has no objects and no
	 *     classes, and outside of the selection's box probabilities are NaN
	 * @throws ImageException if it does not fit into memory
	 */
	Segmentation in(final Image image) throws ImageException {
		final int[] renumbered = renumbered();
		final List<SegmentedObject> objects = new ArrayList<>();
		for (final SegmentedObject object : found.objects())
			if (renumbered[object.label()] > 0) objects.add(object.moved(renumbered[object.label()], box.x(), box.y()));
		try {
			final long[] size = image.pixels().dimensionsAsLongArray();
			size[Image.C] = found.labels().dimension(Image.C);
			final Img<IntType> labels = PlanarImgs.ints(size);
			final Img<UnsignedByteType> classMap = PlanarImgs.unsignedBytes(size);
			final Cursor<IntType> from = found.labels().localizingCursor();
			final RandomAccess<UnsignedByteType> classes = found.classMap().randomAccess();
			final RandomAccess<IntType> toLabels = labels.randomAccess();
			final RandomAccess<UnsignedByteType> toClasses = classMap.randomAccess();
			while (from.hasNext()) {
				final int label = renumbered[from.next().get()];
				if (label == 0) continue;
				classes.setPosition(from);
				place(from, toLabels).set(label);
				place(from, toClasses).set(classes.get());
			}
			return new Segmentation(
					image,
					found.classes(),
					classMap,
					labels,
					objects,
					probabilities(image),
					found.channels(),
					found.perChannel(),
					found.scale(),
					found.warnings());
		} catch (final OutOfMemoryError e) {
			throw new ImageException(
					"No memory for the segmentation of '" + image.name() + "' (" + image.dimensions()
							+ "): give ImageJ more, or segment a part",
					e);
		}
	}

	private <T> T place(final Cursor<?> from, final RandomAccess<T> to) {
		to.setPosition(from);
		to.move(box.x(), Image.X);
		to.move(box.y(), Image.Y);
		return to.get();
	}

	/** @return for each label a new one, 0 where the object is none of the selection's */
	int[] renumbered() {
		final int[] inside = new int[found.objects().size() + 1];
		final Cursor<IntType> labels = found.labels().localizingCursor();
		while (labels.hasNext()) {
			final int label = labels.next().get();
			if (label > 0
					&& region.contains(
							box.x() + labels.getIntPosition(Image.X), box.y() + labels.getIntPosition(Image.Y)))
				inside[label]++;
		}
		int kept = 0;
		for (final SegmentedObject object : found.objects())
			inside[object.label()] = 2L * inside[object.label()] > object.pixels() ? ++kept : 0;
		return inside;
	}

	private Optional<Image> probabilities(final Image image) {
		if (found.probabilities().isEmpty()) return Optional.empty();
		final Image values = found.probabilities().get();
		final long[] size = values.pixels().dimensionsAsLongArray();
		size[Image.X] = image.size(Image.X);
		size[Image.Y] = image.size(Image.Y);
		final Img<FloatType> all = PlanarImgs.floats(size);
		for (final FloatType value : all) value.set(Float.NaN);
		final Box shown = region.box();
		final Image from =
				values.crop(new Box(shown.x() - box.x(), shown.y() - box.y(), shown.width(), shown.height()));
		final RandomAccess<? extends RealType<?>> value = from.pixels().randomAccess();
		final Cursor<FloatType> to = Views.zeroMin(Views.interval(
						all,
						FinalInterval.createMinSize(
								new long[] {shown.x(), shown.y(), 0, 0, 0},
								from.pixels().dimensionsAsLongArray())))
				.localizingCursor();
		while (to.hasNext()) {
			to.fwd();
			value.setPosition(to);
			to.get().set(value.get().getRealFloat());
		}
		return Optional.of(new Image(values.name(), all, values.calibration(), false));
	}
}
