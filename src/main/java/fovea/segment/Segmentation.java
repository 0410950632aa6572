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

import fovea.image.Image;
import fovea.model.ClassSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * What a segmentation found. All images are 5-D X Y C Z T over the source's X, Y, Z and T; C is the number of
 * independent runs: 1 where the model took all channels at once, else a run for each of the channels it was given.
 *
 * @param source the image that was segmented
 * @param classes background first; at least two. Where objects were grown into a class for the border between them,
 *     that one is left out
 * @param classMap index of the class of each pixel, objects below the minimum size included
 * @param labels of each pixel: 0, or the {@link SegmentedObject#label()} of its object (objects below the minimum size:
 *     0)
 * @param objects ordered by label; where they are linked through z, those of all planes, ordered by frame, slice and
 *     channel, and all of a volume object have its label
 * @param probabilities if asked for, and if the model gives any (a map of classes has none): 32-bit float, C is runs x
 *     channels (the two-class case has both classes)
 * @param channels classes of the channels of the probabilities, background first: the classes, and the border if the
 *     model has one
 * @param perChannel whether the model was run on each channel by itself
 * @param scale by how much the image was enlarged for the network; 1: not at all
 * @param warnings lines that the user should see
 */
public record Segmentation(
		Image source,
		List<ClassSpec> classes,
		Img<UnsignedByteType> classMap,
		Img<IntType> labels,
		List<SegmentedObject> objects,
		Optional<Image> probabilities,
		List<ClassSpec> channels,
		boolean perChannel,
		double scale,
		List<String> warnings) {

	/** Copies the lists. */
	public Segmentation {
		classes = List.copyOf(classes);
		objects = List.copyOf(objects);
		channels = List.copyOf(channels);
		warnings = List.copyOf(warnings);
	}

	/** @return this with other objects */
	Segmentation withObjects(final List<SegmentedObject> others) {
		return new Segmentation(
				source, classes, classMap, labels, others, probabilities, channels, perChannel, scale, warnings);
	}

	/**
	 * @param some of its objects
	 * @return this with only these
	 */
	public Segmentation of(final List<SegmentedObject> some) {
		return withObjects(some);
	}

	/** @return how many objects there are, those of a volume where planes are linked */
	public int count() {
		return objects.stream().mapToInt(SegmentedObject::label).max().orElse(0);
	}

	/** @return this with one more warning */
	Segmentation withWarning(final String line) {
		final List<String> more = new ArrayList<>(warnings);
		more.add(line);
		return new Segmentation(
				source, classes, classMap, labels, objects, probabilities, channels, perChannel, scale, more);
	}
}
