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
package fovea.evaluate;

import fovea.base.ImageException;
import fovea.base.TrainingException;
import fovea.data.MaskReading;
import fovea.image.Image;
import fovea.image.Raster;
import fovea.infer.ProgressListener;
import fovea.segment.ObjectFinder;
import fovea.segment.Segmentation;
import fovea.segment.SegmentedObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.view.Views;

/**
 * The classes and objects of one plane. The arrays are not copied.
 *
 * @param width columns
 * @param classes index of the class of each pixel, row by row; {@link MaskReading#IGNORED}: does not count
 * @param objects number of the object of each pixel, 0 for none; need not agree with the classes: where the border
 *     between objects is a class, its pixels belong to the objects all the same
 * @param classOfObject by its number
 */
public record LabeledPlane(int width, int[] classes, int[] objects, Map<Integer, Integer> classOfObject) {

	/** Copies the map. */
	public LabeledPlane {
		if (classes.length != objects.length)
			throw new IllegalArgumentException(classes.length + " and " + objects.length + " pixels");
		classOfObject = Map.copyOf(classOfObject);
	}

	/** @return rows */
	int height() {
		return classes.length / width;
	}

	/**
	 * What a mask says. Where it numbers its objects, these are the objects; else they are found as {@code segment}
	 * finds them.
	 *
	 * @param mask as it is stored
	 * @param reading what its pixels mean
	 * @param name for messages
	 * @param listener is warned where numbers of objects look like a mask of 0 and 255
	 * @return its classes and objects
	 * @throws TrainingException if a pixel means nothing; says which
	 */
	public static LabeledPlane ofMask(
			final Raster mask, final MaskReading reading, final String name, final ProgressListener listener)
			throws TrainingException {
		final int[] classes = reading.read(mask, name);
		if (reading instanceof MaskReading.Whole whole) return whole(classes, mask.width(), whole.border(), 1);
		if (!(reading instanceof MaskReading.Instances)) return ofClasses(classes, mask.width(), 1);
		final int[] objects = new int[classes.length];
		final Map<Integer, Integer> classOfObject = new HashMap<>();
		for (int i = 0; i < objects.length; i++) {
			objects[i] =
					classes[i] == MaskReading.IGNORED ? 0 : (int) mask.data()[i]; // what does not count is no object
			if (objects[i] > 0) classOfObject.put(objects[i], 1);
		}
		if (classOfObject.keySet().equals(Set.of(255)))
			listener.warn(name
					+ ": all is one object, of number 255; is it a binary mask (--result-kind or --mask-kind binary)?");
		return new LabeledPlane(mask.width(), classes, objects, classOfObject);
	}

	/** The border is of the objects beside it. */
	static LabeledPlane whole(final int[] classes, final int width, final int border, final int minSize) {
		final LabeledPlane objects = ofClasses(classes, width, ObjectFinder.bordered(width, border, minSize));
		final int[] merged = objects.classes.clone();
		for (int i = 0; i < merged.length; i++)
			if (merged[i] == border) merged[i] = objects.classOfObject.get(objects.objects[i]);
		return new LabeledPlane(width, merged, objects.objects, objects.classOfObject);
	}

	/**
	 * @param classes of each pixel, from 0 to 255
	 * @param width columns
	 * @param minSize objects of fewer pixels are left out, their pixels become background
	 * @return with the objects that touching pixels of a class make
	 */
	static LabeledPlane ofClasses(final int[] classes, final int width, final int minSize) {
		return ofClasses(classes, width, new ObjectFinder(width, minSize));
	}

	/** As above, with objects as a finder finds them. */
	static LabeledPlane ofClasses(final int[] classes, final int width, final ObjectFinder finder) {
		final byte[] plane = new byte[classes.length];
		for (int i = 0; i < plane.length; i++)
			plane[i] = (byte) Math.max(0, classes[i]); // what does not count is no object
		final int[] objects = new int[classes.length];
		finder.find(0, 0, 0, plane, null, objects);
		final int[] left = classes.clone();
		for (int i = 0; i < left.length; i++) if (left[i] > 0 && objects[i] == 0) left[i] = 0;
		return new LabeledPlane(width, left, objects, classOf(finder.objects()));
	}

	/**
	 * What a segmentation found: classes and objects as they are in the mask and the label image that come of it.
	 *
	 * @param found in one image
	 * @param reading of the masks that it is to be compared with
	 * @return a part for each slice and frame, slices fastest
	 * @throws ImageException if there are more classes than in the masks, or a segmentation for each channel
	 */
	static List<LabeledPlane> of(final Segmentation found, final MaskReading reading) throws ImageException {
		final String name = found.source().name();
		if (found.labels().dimension(Image.C) != 1)
			throw new ImageException(
					name + ": the model was run on each of " + found.labels().dimension(Image.C)
							+ " channels, expected one to compare with a mask; choose a channel");
		if (found.classes().size() > reading.classes().size())
			throw new ImageException(
					name + ": the model tells " + found.classes().size() + " classes apart, expected the "
							+ reading.classes().size() + " of the masks");
		final Map<Integer, Integer> classOfObject = classOf(found.objects());
		final List<LabeledPlane> planes = new ArrayList<>();
		for (int t = 0; t < found.source().size(Image.T); t++)
			for (int z = 0; z < found.source().size(Image.Z); z++)
				planes.add(plane(found, z, t, classOfObject, reading));
		return planes;
	}

	private static LabeledPlane plane(
			final Segmentation found,
			final int z,
			final int t,
			final Map<Integer, Integer> classOfObject,
			final MaskReading reading) {
		final var labels = Views.hyperSlice(
				Views.hyperSlice(Views.hyperSlice(found.labels(), Image.T, t), Image.Z, z), Image.C, 0);
		final int[] objects = new int[Math.toIntExact(labels.dimension(0) * labels.dimension(1))];
		final int[] classes = new int[objects.length];
		int i = 0;
		for (final IntType label : Views.flatIterable(labels)) {
			classes[i] = label.get() == 0 ? 0 : classOfObject.get(label.get());
			// Of the classes of numbered objects the second is the border between them: no object.
			objects[i] = reading instanceof MaskReading.Instances && classes[i] > 1 ? 0 : label.get();
			i++;
		}
		return new LabeledPlane(Math.toIntExact(labels.dimension(0)), classes, objects, classOfObject);
	}

	private static Map<Integer, Integer> classOf(final List<SegmentedObject> objects) {
		final Map<Integer, Integer> classes = new HashMap<>();
		for (final SegmentedObject object : objects) classes.put(object.label(), object.classIndex());
		return classes;
	}
}
