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
import java.util.Optional;

/** A result of a task: a file that is written, an image or a table that is shown. */
public enum Output {

	/** The denoised image. */
	DENOISED("-denoised.tif"),

	/** How far the results for mirrored and turned copies of the image lie apart, pixel by pixel. */
	UNCERTAINTY(
			"-uncertainty.tif",
			flag("uncertainty")
					.named("--uncertainty", "")
					.says(
							"Map of the uncertainty",
							"Also gives, as an image of 32 bit, NAME-uncertainty.tif, how far the network's results "
									+ "for the image mirrored and turned in 8 ways lie apart (standard deviation "
									+ "of each pixel in gray values): where the network is not sure, no error "
									+ "bar. Takes 8 runs more")
					.and(Option.Trait.ADVANCED)),

	/** The reconstructed image. */
	RECONSTRUCTED("-reconstructed.tif"),

	/** The squared difference of image and reconstruction, pixel by pixel. */
	ERROR(
			"-error.tif",
			flag("errormap")
					.named("--error-map", "")
					.says(
							"Map and table of squared errors",
							"Also gives the squared error of each pixel as an image, NAME-error.tif, and its mean, of "
									+ "an open image for each slice, in a table")),

	/** The image with the objects' outlines in its overlay. */
	OVERLAY(
			"-overlay.tif",
			Option.of("overlay", Form.FLAG, true)
					.under("Results")
					.says(
							"Outlines on the image",
							"Outlines of the objects in the image's overlay; of files always, as NAME-overlay.tif")),

	/** 255 where there is an object, else 0. */
	MASK(
			"-mask.tif",
			flag("mask")
					.inFiles(true)
					.named("--mask", "")
					.says("Mask", "The mask as an image, NAME-mask.tif: 255 in objects, else 0")),

	/** The label of each pixel's object, 0 where there is none. */
	LABELS(
			"-labels.tif",
			flag("labels")
					.named("--labels", "")
					.says("Label image", "Each pixel's object as a number, 0 where there is none, NAME-labels.tif")),

	/** The probability of each class, one channel per class. */
	PROBABILITIES(
			"-probabilities.tif",
			flag("probabilities")
					.named("--probabilities", "")
					.says("Probability images", "A channel of 32 bit for each class, NAME-probabilities.tif")),

	/** The centroid of each object, one multi-point ROI per class. */
	POINTS(
			"-points.zip",
			flag("points")
					.named("--points", "")
					.says(
							"Points at the centers",
							"The centroid of each object: for each class a multi-point ROI in the image's overlay and, "
									+ "of files, in NAME-points.zip for the ROI Manager")
					.with(Option.Trait.QUIET)),

	/** One line per object. */
	TABLE("-objects.csv", TableWish.OPTION),

	/** One line per object of a volume, where objects of slices are linked and there is a table. */
	VOLUMES("-volumes.csv");

	private final String suffix;
	private final Optional<Option<?>> wish;

	Output(final String suffix) {
		this.suffix = suffix;
		wish = Optional.empty();
	}

	Output(final String suffix, final Option<?> wish) {
		this.suffix = suffix;
		this.wish = Optional.of(wish);
	}

	/** @return what follows the image's name in the name of the file, for example "-mask.tif" */
	public String suffix() {
		return suffix;
	}

	/** @return the option by which it is wanted; empty where it is what the task is for */
	public Optional<Option<?>> wish() {
		return wish;
	}

	/** @return whether these want it */
	boolean isWanted(final Values values) {
		if (this == VOLUMES) return TABLE.isWanted(values) && values.get(Segment.LINK) != Linking.NONE;
		if (this == TABLE) return values.get(TableWish.OPTION).isWanted();
		return wish.map(option -> values.get(option).equals(true)).orElse(true);
	}

	private static Option<Boolean> flag(final String key) {
		return Option.of(key, Form.FLAG, false).under("Results");
	}
}
