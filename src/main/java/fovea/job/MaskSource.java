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
package fovea.job;

import fovea.base.FoveaException;
import fovea.base.TrainingException;
import fovea.data.ImageSource;
import fovea.data.MaskReading;
import fovea.data.RestRule;
import fovea.image.Raster;
import fovea.model.ClassSpec;
import java.util.List;
import java.util.Optional;

/**
 * Masks that are open, and what they mean.
 *
 * @param images the masks
 * @param reading of their pixels
 * @param open the same where something is still to be decided, for who reads them together with their images; empty:
 *     nothing is
 * @param weighed whether the border between objects, which is rare, is to have its usual weight in a training
 * @param named whether somebody said what the classes are called
 */
public record MaskSource(ImageSource images, MaskReading reading, Optional<Open> open, boolean weighed, boolean named) {

	/** That the border had in the training of Fovea's own model for nuclei; all else has 1. */
	public static final double BORDER_WEIGHT = 6;

	/**
	 * Masks that do not say what all pixels are.
	 *
	 * @param masks with {@link MaskReading#UNLABELED} pixels
	 * @param rest says what these are
	 */
	public record Open(ImageSource masks, RestRule rest) {}

	/**
	 * Of masks that say all. Where they tell one kind of objects, nobody may have said its name.
	 *
	 * @param images the masks
	 * @param reading of their pixels
	 */
	public MaskSource(final ImageSource images, final MaskReading reading) {
		this(images, reading, Optional.empty(), false, !isUsual(reading));
	}

	private static boolean isUsual(final MaskReading reading) {
		return reading.equals(new MaskReading.Binary())
				|| reading instanceof final MaskReading.Instances objects
						&& objects.object().equals(new MaskReading.Instances(false).object());
	}

	/**
	 * Looks at masks one by one. Of those that are still open it does not know.
	 *
	 * @param most that one wants to know of
	 * @return how many pixels are annotated; the first number above that where there are more; 0 of open ones
	 * @throws FoveaException if a mask cannot be read
	 */
	long annotated(final long most) throws FoveaException {
		if (open.isPresent()) return 0;
		long annotated = 0;
		for (int i = 0; i < images.names().size() && annotated <= most; i++)
			for (final Raster plane : Raster.planesOf(images.read(i)))
				for (final int index : reading.read(plane, images.names().get(i)))
					if (index != MaskReading.IGNORED) annotated++;
		return annotated;
	}

	/** @return a weight for each class, background first; empty: all the same */
	public List<Double> weights() {
		if (!weighed || !ClassSpec.endWithBorder(reading.classes())) return List.of();
		return reading.classes().stream()
				.map(one -> one.name().equalsIgnoreCase(ClassSpec.BORDER) ? BORDER_WEIGHT : 1)
				.toList();
	}

	/**
	 * Where files say which classes there are, one folder may know fewer than another.
	 *
	 * @param others classes that a network was trained with, while these masks are to validate it
	 * @return the same masks with these classes
	 * @throws TrainingException if a class of these masks is not at its place among the others
	 */
	public MaskSource withClasses(final List<ClassSpec> others) throws TrainingException {
		if (!(reading instanceof MaskReading.ClassIndex index)) return this;
		final List<String> expected = others.stream().map(ClassSpec::name).toList();
		final List<String> own = index.classes().stream().map(ClassSpec::name).toList();
		if (own.size() > expected.size() || !own.equals(expected.subList(0, own.size())))
			throw new TrainingException(images.name() + ": expected the classes " + String.join(", ", expected)
					+ ", got " + String.join(", ", own));
		return new MaskSource(images, new MaskReading.ClassIndex(others, index.ignored()), open, weighed, named);
	}
}
