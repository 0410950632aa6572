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
package fovea.task;

import fovea.segment.Linking;
import fovea.segment.SegmentOptions;
import fovea.segment.Splitting;
import fovea.task.Option.Trait;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Finds objects.
 *
 * @param values of {@link TaskKind#options}
 */
public record Segment(Values values) implements ImageTask {

	private static final SegmentOptions USUAL = SegmentOptions.DEFAULT;

	/** Probability of the foreground. */
	public static final Option<Double> THRESHOLD = Option.of("threshold", Form.decimal(0, 1), USUAL.threshold())
			.named("--threshold", "P")
			.under("Objects")
			.says(
					"Threshold (0 to 1)",
					"Pixels of this probability or more, 0 to 1, are in an object; of more than two classes, none of "
							+ "them a border, the most probable one wins");

	/** Pixels that an object has at least. */
	public static final Option<Integer> MIN_SIZE = Option.of(
					"minsize",
					Form.orAuto(
							"a number of pixels, 1 or more",
							SegmentOptions.AUTO_MIN_SIZE,
							Integer::valueOf,
							pixels -> pixels >= 1),
					USUAL.minSize())
			.named("--min-size", "PIXELS")
			.under("Objects")
			.says(
					"Minimum size (pixels or auto)",
					"Objects of fewer pixels are left out; auto: as the model says (nuclei: 20), none where it does "
							+ "not")
			.with(Trait.NUMBER);

	/** Probability that some pixel of an object has. */
	public static final Option<OptionalDouble> CONFIDENCE = Option.of(
					"confidence",
					Form.orAuto(
									"a probability of 0 to 1",
									OptionalDouble.empty(),
									text -> OptionalDouble.of(Double.parseDouble(text)),
									found -> found.getAsDouble() >= 0 && found.getAsDouble() <= 1)
							.written(found -> found.isEmpty() ? Form.AUTO : String.valueOf(found.getAsDouble())),
					USUAL.confidence())
			.named("--confidence", "P")
			.under("Objects")
			.says(
					"Minimum confidence (0 to 1 or auto)",
					"Objects of which no pixel has this probability, 0 to 1, are left out; auto: 0.4 above the "
							+ "threshold, at most 0.95, if the model has a class for the border between objects, "
							+ "else 0")
			.with(Trait.NUMBER)
			.and(Trait.ADVANCED);

	/** Whether touching objects are taken apart. */
	public static final Option<Splitting> SPLIT = Option.of("split", Form.word(Splitting.class), USUAL.splitting())
			.named("--split", "WHEN")
			.under("Objects")
			.says(
					"Split touching objects",
					"Whether touching objects are taken apart: auto (if the model has a class for the border between "
							+ "objects, or tells the distance to it), always (where the model tells neither, by their "
							+ "shape) or never (what touches is one object, borders included)");

	/** By how much the image is enlarged for the network. */
	public static final Option<Double> SCALE = Option.of(
					"scale",
					Form.orAuto(
							"a factor of " + SegmentOptions.LEAST_SCALE + " to " + SegmentOptions.MOST_SCALE,
							SegmentOptions.AUTO_SCALE,
							Double::valueOf,
							factor -> factor >= SegmentOptions.LEAST_SCALE && factor <= SegmentOptions.MOST_SCALE),
					USUAL.scale())
			.named("--scale", "FACTOR")
			.under("Objects")
			.says(
					"Enlarge the image by (factor or auto)",
					"By how much the image is enlarged for the network, 0.1 to 8 (below 1: shrunk); auto: 2 where "
							+ "objects are smaller than the model wants them, 0.5 or 0.25 where they are larger, else "
							+ "1. Results are those of the image as it is")
			.with(Trait.NUMBER)
			.and(Trait.ADVANCED);

	/** Whether objects of neighboring slices become one. */
	public static final Option<Linking> LINK = Option.of("link", Form.word(Linking.class), USUAL.linking())
			.named("--link", "AXIS")
			.under("Objects")
			.says(
					"Link objects of slices",
					"z: objects of neighboring slices that overlap become one, with one number and color, and a "
							+ "further table has a row for each volume object (NAME-volumes.csv); none: each slice has "
							+ "objects of its own")
			.with(Trait.ADVANCED);

	/** How opaque objects are filled in the overlay. */
	public static final Option<Double> FILL = Option.of("fill", Form.decimal(0, 1), 0.0)
			.named("--fill", "OPACITY")
			.under("Results")
			.says(
					"Fill objects in the overlay (opacity, 0 to 1)",
					"How opaque objects are filled in the overlay, 0 to 1: 0 is outlines, 0.5 half transparent")
			.with(Trait.QUIET, Trait.ADVANCED);

	/** What has a color of its own. */
	public enum Coloring {
		/** A class, as its model says. */
		CLASS,
		/** An object. */
		OBJECT
	}

	/** What has a color of its own in the overlay. */
	public static final Option<Coloring> COLORS = Option.of("colors", Form.word(Coloring.class), Coloring.CLASS)
			.named("--colors", "OF")
			.under("Results")
			.says("A color for each", "What has a color of its own in the overlay: each class or each object")
			.with(Trait.QUIET, Trait.ADVANCED);

	/** Whether outlines go to the ROI Manager, too. */
	public static final Option<Boolean> ROI_MANAGER = Option.of("roimanager", Form.FLAG, false)
			.under("Results")
			.says("Outlines in the ROI Manager", "Outlines in the ROI Manager, too")
			.with(Trait.QUIET);

	/** How objects are found. */
	public static final List<Option<?>> FINDING = List.of(THRESHOLD, MIN_SIZE, CONFIDENCE, SPLIT, SCALE);

	@Override
	public TaskKind kind() {
		return TaskKind.SEGMENT;
	}

	/** @return how probabilities become objects */
	public SegmentOptions options() {
		return options(values).withProbabilities(gives(Output.PROBABILITIES)).withLinking(values.get(LINK));
	}

	/**
	 * @param values of {@link #FINDING}
	 * @return how probabilities become objects
	 */
	public static SegmentOptions options(final Values values) {
		return new SegmentOptions(
				values.get(THRESHOLD),
				values.get(MIN_SIZE),
				values.get(CONFIDENCE),
				values.get(SPLIT),
				values.get(SCALE),
				false);
	}
}
