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
package fovea;

import fovea.image.Image;
import fovea.model.ClassSpec;
import fovea.segment.Outlines;
import fovea.segment.SegmentedObject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * What a segmentation found: a label image, a map of classes, and a list of objects with their measurements. Its images
 * have the axes of the image that was segmented, in that order and with the same interval. The axis C is left out where
 * the model took all channels together; where it was run on each channel by itself, C has a plane for each.
 *
 * <pre>{@code
 * Segmentation found = model.segment(image);
 * for (FoundObject nucleus : found.objects())
 *     System.out.println(nucleus.label() + ": " + nucleus.area());
 * RandomAccessibleInterval<IntType> labels = found.labels().pixels();
 * }</pre>
 *
 * <p>It holds Java memory only, and stays when model and {@link Fovea} are closed. Not changed any more, so
 * thread-safe.
 */
public final class Segmentation {

	private final ImageData<?> source;
	private final fovea.segment.Segmentation found;
	private final List<FoundObject> objects;
	private final Set<FoundObject> known;

	Segmentation(final ImageData<?> source, final fovea.segment.Segmentation found) {
		this.source = source;
		this.found = found;
		objects = found.objects().stream().map(this::object).toList();
		known = Set.copyOf(objects);
	}

	private FoundObject object(final SegmentedObject object) {
		return new FoundObject(
				object.label(),
				found.classes().get(object.classIndex()).name(),
				object.classIndex(),
				object.channel(),
				object.slice(),
				object.frame(),
				object.x(),
				object.y(),
				object.width(),
				object.height(),
				object.pixels(),
				object.pixels() * source.pixelSize().x() * source.pixelSize().y(),
				object.centroidX(),
				object.centroidY(),
				object.meanProbability());
	}

	/** @return the image that was segmented */
	public ImageData<?> source() {
		return source;
	}

	/** @return of each pixel the {@link FoundObject#label()} of its object, 0 where there is none */
	public ImageData<IntType> labels() {
		return like(found.labels());
	}

	/**
	 * @return of each pixel the index of its class in {@link #classNames()}, objects that were left out as too small
	 *     included
	 */
	public ImageData<UnsignedByteType> classMap() {
		return like(found.classMap());
	}

	/** @return names of the classes, the background first */
	public List<String> classNames() {
		return found.classes().stream().map(ClassSpec::name).toList();
	}

	/** @return colors of the classes for people, as 0xRRGGBB, in the order of {@link #classNames()} */
	public List<Integer> classColors() {
		return found.classes().stream().map(ClassSpec::rgb).toList();
	}

	/** @return whether the model was run on each channel by itself, so that an object is in one of them */
	public boolean isPerChannel() {
		return found.perChannel();
	}

	/**
	 * @return all objects, ordered by label; where slices are linked ({@link SegmentSettings#withSlicesLinked}), one
	 *     for each plane, ordered by frame, slice and channel
	 */
	public List<FoundObject> objects() {
		return objects;
	}

	/**
	 * @param object of {@link #objects()}
	 * @return polygons along the edges of its pixels, first the one around it, then those around its holes
	 * @throws IllegalArgumentException if it is of another segmentation
	 */
	public List<Outline> outlines(final FoundObject object) {
		if (!known.contains(object))
			throw new IllegalArgumentException("expected an object of this segmentation, got " + object);
		return Outlines.of(mask(object), object.width()).stream()
				.map(polygon -> new Outline(polygon, object.x(), object.y()))
				.sorted(Comparator.comparing(Outline::isHole))
				.toList();
	}

	/** Of its box; where the model was run on several channels, in the one that it is in. */
	private boolean[] mask(final FoundObject object) {
		final boolean[] mask = new boolean[object.width() * object.height()];
		final RandomAccess<IntType> labels = found.labels().randomAccess();
		for (int run = 0; run < found.labels().dimension(Image.C); run++)
			for (int i = 0; i < mask.length; i++) {
				labels.setPosition(new int[] {
					object.x() + i % object.width(),
					object.y() + i / object.width(),
					run,
					object.slice(),
					object.frame()
				});
				mask[i] |= labels.get().get() == object.label();
			}
		return mask;
	}

	/**
	 * @return probabilities, 0 to 1, with a plane along C for each of {@link #probabilityNames()}; where the model was
	 *     run on each channel by itself, those of the first channel come first. Empty if
	 *     {@link SegmentSettings#withProbabilities} did not ask for them, or the model gives classes only
	 */
	public Optional<ImageData<FloatType>> probabilities() {
		return found.probabilities().map(image -> like(floats(image)));
	}

	/**
	 * @return what the planes of the probabilities are: the classes, background first, and the border between objects
	 *     where the model has a class for that
	 */
	public List<String> probabilityNames() {
		return found.channels().stream().map(ClassSpec::name).toList();
	}

	/** @return by how much the image was enlarged for the network; 1: not at all */
	public double scale() {
		return found.scale();
	}

	/** @return lines that you should know, which were also said to the {@link Progress} */
	public List<String> warnings() {
		return found.warnings();
	}

	private <T extends RealType<?>> ImageData<T> like(final RandomAccessibleInterval<T> pixels) {
		return source.like(pixels, found.source().calibration());
	}

	@SuppressWarnings("unchecked") // networks give 32-bit float
	static RandomAccessibleInterval<FloatType> floats(final Image image) {
		return (RandomAccessibleInterval<FloatType>) image.pixels();
	}

	/** @return for example "72 objects in image 'nuclei' (XY, 512 x 512)" */
	@Override
	public String toString() {
		return objects.size() + (objects.size() == 1 ? " object in " : " objects in ") + source;
	}
}
