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
import fovea.data.MaskReading;
import fovea.ij1.files.RoiAnnotation;
import fovea.ij1.files.RoiOptions;
import fovea.train.TrainingListener;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** What masks mean, as far as a command line says it. */
public sealed interface MaskMeaning {

	/** @return how many classes there are, empty where the files tell */
	OptionalInt classes();

	/**
	 * @param masks where they are; null: where the images are
	 * @param images that they are of
	 * @param listener is warned
	 * @return the masks
	 * @throws FoveaException if there are none, or ROIs do not fit their images or say nothing; all ROIs are read here
	 */
	MaskSource open(Path masks, Path images, TrainingListener listener) throws FoveaException;

	/**
	 * Images of their own.
	 *
	 * @param reading of their pixels
	 */
	record Pixels(MaskReading reading) implements MaskMeaning {

		@Override
		public OptionalInt classes() {
			return OptionalInt.of(reading.classes().size());
		}

		@Override
		public MaskSource open(final Path masks, final Path images, final TrainingListener listener)
				throws FoveaException {
			return new MaskSource(ImageSources.of(masks), reading);
		}
	}

	/**
	 * Drawn in ImageJ.
	 *
	 * @param kind one of ROIs
	 * @param automatic whether nobody said the kind: ROIs are objects with borders between them where some touch, if
	 *     the kind is {@link MaskKind#ROIS}, and borders have their usual weight
	 * @param options classes, and what pixels without a ROI are
	 * @param names of the options, for messages
	 */
	record Rois(MaskKind kind, boolean automatic, RoiOptions options, OptionNames names) implements MaskMeaning {

		/** @return the same, where touching ROIs mean objects */
		public Rois automatically() {
			return new Rois(kind, true, options, names);
		}

		@Override
		public OptionalInt classes() {
			return switch (kind) {
				case ROI_INSTANCES -> OptionalInt.of(2);
				case ROI_BORDER, ROI_DISTANCE -> OptionalInt.of(3);
				default ->
					options.classes().isEmpty()
							? OptionalInt.empty()
							: OptionalInt.of(1 + options.classes().size());
			};
		}

		@Override
		public MaskSource open(final Path masks, final Path images, final TrainingListener listener)
				throws FoveaException {
			if (ImageSources.isIdx(images))
				throw new TrainingException(images + ": expected images in a folder, or an image, "
						+ "with masks of kind " + kind + ", got an idx file, which ROIs cannot be drawn on");
			return source(RoiAnnotation.of(masks == null ? images : masks, images, options, listener), listener);
		}

		/**
		 * @param drawn with these options
		 * @param listener is told what was taken for what
		 * @return the masks that are painted of it
		 * @throws FoveaException if a ROI cannot be painted
		 */
		public MaskSource source(final RoiAnnotation drawn, final TrainingListener listener) throws FoveaException {
			final boolean touching = automatic && kind == MaskKind.ROIS && drawn.isTouching();
			if (touching)
				listener.tell("some ROIs touch: the border between them is a class of its own, of weight "
						+ Math.round(MaskSource.BORDER_WEIGHT) + " ("
						+ names.said("mask-kind", MaskKind.ROIS.toString())
						+ ": it is not)");
			// A model that knows borders keeps that class, but strokes that cross each other are no borders.
			final boolean strokes = automatic && kind.hasBorder() && drawn.hasStrokes();
			final boolean objects = touching || kind != MaskKind.ROIS && !strokes;
			final MaskReading reading = objects
					? drawn.instanceReading(touching || kind.hasBorder()).withDistance(kind.hasDistance())
					: drawn.reading();
			return new MaskSource(
					objects ? drawn.instances() : drawn.masks(),
					reading,
					Optional.of(new MaskSource.Open(drawn.openMasks(objects), new DrawnRest(drawn, names, listener))),
					touching || automatic && kind.hasBorder() && !strokes,
					drawn.isNamed());
		}
	}
}
