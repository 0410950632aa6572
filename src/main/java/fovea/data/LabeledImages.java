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
import fovea.check.Ranges;
import fovea.model.ClassSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Images each of which is of one class as a whole: what a classifier learns from.
 *
 * @param images all of them
 * @param classes in the order of the network's outputs
 * @param labels for each image the index of its class
 */
public record LabeledImages(ImageSource images, List<ClassSpec> classes, List<Integer> labels) {

	/** Copies the lists; throws IllegalArgumentException where a label is the index of no class. */
	public LabeledImages {
		classes = List.copyOf(classes);
		labels = List.copyOf(labels);
		for (final int label : labels)
			Ranges.require(label >= 0 && label < classes.size(), "label", "0 to " + (classes.size() - 1), label);
	}

	/**
	 * @param others for example those that a network was trained on, while these are to validate it
	 * @return the same images with these classes, told by their names
	 * @throws TrainingException if a class of these images is not among the others
	 */
	public LabeledImages withClasses(final List<ClassSpec> others) throws TrainingException {
		final List<String> names = others.stream().map(ClassSpec::name).toList();
		final List<Integer> places = new ArrayList<>();
		for (final ClassSpec own : classes) {
			if (!names.contains(own.name()))
				throw new TrainingException(images.name() + ": expected classes of "
						+ names.stream().collect(Collectors.joining(", ")) + ", got '" + own.name() + "'");
			places.add(names.indexOf(own.name()));
		}
		return new LabeledImages(
				images, others, labels.stream().map(places::get).toList());
	}
}
