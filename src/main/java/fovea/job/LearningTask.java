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
import fovea.data.ImageSource;
import fovea.data.LabeledImages;
import fovea.data.Neighbor;
import fovea.data.SampleReader;
import fovea.data.Samples;
import fovea.model.ClassSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Images and what a network is to make of them, before any but the names is read. */
public sealed interface LearningTask {

	/** @return what goes in */
	ImageSource images();

	/** @return what is told apart, empty where images are to come out */
	default List<ClassSpec> classes() {
		return List.of();
	}

	/** @return whether it is to be told, beside the classes, how deep each pixel lies in its object */
	default boolean hasDistance() {
		return false;
	}

	/** @return whether somebody said what the classes are called */
	default boolean isNamed() {
		return true;
	}

	/**
	 * Looks at masks one by one, without their images.
	 *
	 * @param most that one wants to know of
	 * @return how many pixels are annotated for certain; the first number above that where there are more
	 * @throws FoveaException if a mask cannot be read
	 */
	default long annotated(final long most) throws FoveaException {
		return 0;
	}

	/** @return where other planes of the same stacks are to come out, as noisy as those that go in: which */
	default Optional<Neighbor> neighbor() {
		return Optional.empty();
	}

	/** @return weights of the classes where nobody chose some, background first; empty: all the same */
	default List<Double> weights() {
		return List.of();
	}

	/**
	 * @param reader that normalizes
	 * @return the samples, read now
	 * @throws FoveaException if there are none, they do not fit to each other, or one cannot be read
	 */
	Samples read(SampleReader reader) throws FoveaException;

	/**
	 * The images themselves are to come out.
	 *
	 * @param images that go in
	 */
	record Reconstruction(ImageSource images) implements LearningTask {

		@Override
		public Samples read(final SampleReader reader) throws FoveaException {
			return reader.images(images);
		}
	}

	/**
	 * Other images are to come out.
	 *
	 * @param images that go in
	 * @param targets of the same names, or in the same order
	 */
	record Restoration(ImageSource images, ImageSource targets) implements LearningTask {

		@Override
		public Samples read(final SampleReader reader) throws FoveaException {
			return reader.pairs(images, targets);
		}
	}

	/**
	 * The next plane of the same stack is to come out, and of that one this.
	 *
	 * @param images noisy stacks whose planes show the same
	 * @param next which is the next plane
	 */
	record Repetition(ImageSource images, Neighbor next) implements LearningTask {

		@Override
		public Optional<Neighbor> neighbor() {
			return Optional.of(next);
		}

		@Override
		public Samples read(final SampleReader reader) throws FoveaException {
			return reader.neighbors(images, next);
		}
	}

	/**
	 * The class of each pixel is to come out.
	 *
	 * @param images that go in
	 * @param masks of the same names, or in the same order
	 */
	record Segmentation(ImageSource images, MaskSource masks) implements LearningTask {

		@Override
		public List<ClassSpec> classes() {
			return masks.reading().classes();
		}

		@Override
		public boolean hasDistance() {
			return masks.reading().hasDistance();
		}

		@Override
		public boolean isNamed() {
			return masks.named();
		}

		@Override
		public long annotated(final long most) throws FoveaException {
			return masks.annotated(most);
		}

		@Override
		public List<Double> weights() {
			return masks.weights();
		}

		@Override
		public Samples read(final SampleReader reader) throws FoveaException {
			return masks.open().isEmpty()
					? reader.masks(images, masks.images(), masks.reading())
					: reader.masks(
							images,
							masks.open().get().masks(),
							masks.reading(),
							masks.open().get().rest());
		}
	}

	/** What was read once is not read again, where it is wanted in the same way. Not thread-safe. */
	final class ReadOnce implements LearningTask {

		private final LearningTask task;
		private final Map<SampleReader.Way, Samples> known = new HashMap<>();

		/** @param task that is read */
		public ReadOnce(final LearningTask task) {
			this.task = task;
		}

		@Override
		public ImageSource images() {
			return task.images();
		}

		@Override
		public List<ClassSpec> classes() {
			return task.classes();
		}

		@Override
		public boolean hasDistance() {
			return task.hasDistance();
		}

		@Override
		public boolean isNamed() {
			return task.isNamed();
		}

		@Override
		public long annotated(final long most) throws FoveaException {
			return task.annotated(most);
		}

		@Override
		public Optional<Neighbor> neighbor() {
			return task.neighbor();
		}

		@Override
		public List<Double> weights() {
			return task.weights();
		}

		@Override
		public Samples read(final SampleReader reader) throws FoveaException {
			final Samples before = known.get(reader.way());
			if (before != null) return before;
			final Samples samples = task.read(reader);
			known.put(reader.way(), samples);
			return samples;
		}

		/** Nothing that was read is needed any more, and its memory is. */
		public void forget() {
			known.clear();
		}
	}

	/**
	 * The class of each image is to come out.
	 *
	 * @param labeled images with their classes
	 */
	record Classification(LabeledImages labeled) implements LearningTask {

		@Override
		public ImageSource images() {
			return labeled.images();
		}

		@Override
		public List<ClassSpec> classes() {
			return labeled.classes();
		}

		@Override
		public Samples read(final SampleReader reader) throws FoveaException {
			return reader.labels(labeled);
		}
	}
}
