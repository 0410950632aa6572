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

import fovea.base.FoveaException;
import fovea.image.ChannelChoice;
import fovea.latent.Interpolation;
import fovea.latent.ItemKind;
import fovea.latent.Pooling;
import fovea.task.Option.Trait;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What can be said of a latent space. */
public final class LatentOptions {

	/** Which autoencoder. */
	public static final Option<String> MODEL = Option.of("model", Form.TEXT, "nuclei-cae")
			.named("-m --model", "MODEL")
			.under("Model")
			.says(
					"Model to use",
					"Name or path of a model with signatures encode and decode, such as those of cae-strided that are "
							+ "trained here; or of the encoder alone, with a decoder")
			.with(Trait.FILE, Trait.SAID);

	/** The decoder. */
	public static final Option<String> DECODER = Option.of("decoder", Form.TEXT, "")
			.named("--decoder", "MODEL")
			.under("Model")
			.says("Decoder (if a model of its own)", "Name or path of the decoder, where it is a model of its own")
			.with(Trait.OPTIONAL, Trait.FILE)
			.and(Trait.ADVANCED);

	/** How a latent map becomes a vector. */
	public static final Option<Pooling> POOLING = Option.of("pooling", Form.word(Pooling.class), Pooling.MEAN)
			.named("--pooling", "HOW")
			.under("Model")
			.says(
					"Latent maps become vectors by",
					"How a latent map becomes a vector: mean (over the map, of each channel; cannot be decoded) or "
							+ "flatten (all values); a latent that is a vector stays as it is")
			.and(Trait.ADVANCED);

	/** Where the images are. */
	public static final Option<String> DATA = Option.of("data", Form.TEXT, "")
			.under("Images")
			.says(
					"Images (folder; empty: the active image)",
					"A folder of images, or of folders whose names are labels, or a file; empty: the active image")
			.with(Trait.OPTIONAL, Trait.FOLDER)
			.and(Trait.FRESH);

	/** What is encoded as one. */
	public static final Option<ItemKind> ITEMS = Option.of("items", Form.word(ItemKind.class), ItemKind.AUTO)
			.inFiles(ItemKind.SLICES)
			.named("--items", "WHAT")
			.under("Images")
			.says(
					"A point for each of",
					"What is encoded as one: auto (of an open image its ROIs where it has some, else the slices of a "
							+ "stack, else a grid; of files slices, and in macros of Latent Space (CAE)... always), "
							+ "slices (every slice and frame), rois (every ROI, cropped and resized to "
							+ "what the network takes) or grid (patches in rows and columns)");

	/** Names of classes. */
	public static final Option<String> LABELS = Option.of("labels", Form.TEXT, "")
			.named("--labels", "FILE")
			.under("Images")
			.says(
					"Class labels (file)",
					"idx file with a label for each image of an idx file; in a macro, for ROIs, files of the ROI "
							+ "Manager. Of a folder of folders their names are the labels")
			.with(Trait.OPTIONAL, Trait.FILE)
			.and(Trait.ADVANCED);

	/** Labels to keep. */
	public static final Option<Set<Integer>> ONLY = Option.<Set<Integer>>of(
					"only", Form.text(LatentOptions::numbers, LatentOptions::text), Set.of())
			.named("--only", "N")
			.under("Images")
			.says("Class labels to keep (empty: all)", "Labels of an idx file to keep, such as 1,5,6", "all")
			.with(Trait.OPTIONAL, Trait.LIST)
			.and(Trait.ADVANCED);

	/** Columns and rows. */
	public static final Option<Integer> SIZE = Option.of("size", Form.whole(0), 0)
			.named("--size", "PIXELS")
			.under("Images")
			.says(
					"Size of ROIs and patches (pixels, 0: the model's)",
					"Columns and rows of ROIs and patches, where the network takes any size",
					"the model's")
			.with(Trait.AUTOMATIC)
			.and(Trait.ADVANCED);

	/** From one patch to the next. */
	public static final Option<Integer> STEP = Option.of("step", Form.whole(0), 0)
			.named("--step", "PIXELS")
			.under("Images")
			.says("Grid step (pixels, 0: the size)", "From one patch of a grid to the next", "their size")
			.with(Trait.AUTOMATIC)
			.and(Trait.ADVANCED);

	/** Around ROIs. */
	public static final Option<Double> MARGIN = Option.of("margin", Form.decimal(0, 2), 0.2)
			.named("--margin", "PART")
			.under("Images")
			.says(
					"Margin around ROIs (part of their size)",
					"Around ROIs, as a part of the longer side of their bounding box, 0 to 2")
			.and(Trait.ADVANCED);

	/** Channels of items. */
	public static final Option<ChannelChoice> CHANNELS = Running.CHANNELS.says(
			Running.CHANNELS.label(),
			"Channels that the model gets, counted from 1, such as 1,2",
			"all; of a color image a model of one channel sees the mean");

	/** Points. */
	public static final Option<String> TABLE = Option.of("table", Form.TEXT, "")
			.under("Points")
			.says(
					"Points (file; empty: the Results table)",
					"The points: a table (.csv) or an array (.npy); empty: the Results table")
			.with(Trait.OPTIONAL, Trait.FILE)
			.and(Trait.FRESH);

	/** First of two items. */
	public static final Option<String> FROM = Option.of("from", Form.TEXT, "1")
			.under("From one to another")
			.says("From image (number or id)", "The first item, by its number from 1 on or its id")
			.with(Trait.OPTIONAL)
			.and(Trait.FRESH);

	/** Last of two items. */
	public static final Option<String> TO = Option.of("to", Form.TEXT, "2")
			.under("From one to another")
			.says("To image (number or id)", "The last item, by its number from 1 on or its id")
			.with(Trait.OPTIONAL)
			.and(Trait.FRESH);

	/** Images between two. */
	public static final Option<Integer> STEPS = Option.of("steps", Form.whole(2), Interpolation.STEPS)
			.named("--steps", "N")
			.under("From one to another")
			.says("Images in all", "How many images, both ends included");

	/** Axis from left to right. */
	public static final Option<Integer> X = Option.of("x", Form.whole(1), 1)
			.named("--x", "N")
			.under("Plot")
			.says("Axis from left to right (number)", "Which axis goes from left to right, from 1 on");

	/** Axis upwards. */
	public static final Option<Integer> Y = Option.of("y", Form.whole(1), 2)
			.named("--y", "N")
			.under("Plot")
			.says("Axis upwards (number)", "Which axis goes upwards, from 1 on");

	/** A file as well. */
	public static final Option<String> OUT = Option.of("out", Form.TEXT, "")
			.under("Results")
			.says("Save as well (file; empty: no)", "A file as well: of points .csv or .npy, of a plot .png or .svg")
			.with(Trait.OPTIONAL)
			.and(Trait.FRESH);

	/** How labels are compared. */
	public static final Option<Integer> NEIGHBORS = Option.of("neighbours", Form.whole(1), 5)
			.named("--neighbours", "K")
			.under("Results")
			.says(
					"Neighbors that tell a label",
					"How many neighbors are asked for the label of a point, to tell how well labels are apart")
			.and(Trait.ADVANCED);

	/** Which autoencoder. */
	static final List<Option<?>> ENCODER = List.of(MODEL, DECODER, POOLING);

	/** Which items. */
	static final List<Option<?>> OF_ITEMS = List.of(DATA, ITEMS, LABELS, ONLY, SIZE, STEP, MARGIN);

	/** How models are run that no image is put into. */
	static final List<Option<?>> OF_MODEL =
			List.of(Running.NORMALIZE, Running.SIGNATURE, Running.AXES, Running.TRUST_MODEL);

	/** How models are run on items. */
	static final List<Option<?>> RUNNING =
			List.of(Running.NORMALIZE, CHANNELS, Running.SCOPE, Running.SIGNATURE, Running.AXES, Running.TRUST_MODEL);

	/** All of them, in the order of dialogs. */
	static final List<Option<?>> ALL = List.of(
			MODEL,
			DECODER,
			DATA,
			ITEMS,
			POOLING,
			TABLE,
			FROM,
			TO,
			STEPS,
			X,
			Y,
			OUT,
			LABELS,
			ONLY,
			SIZE,
			STEP,
			MARGIN,
			NEIGHBORS,
			Running.NORMALIZE,
			CHANNELS,
			Running.SCOPE,
			Running.SIGNATURE,
			Running.AXES,
			Running.TRUST_MODEL);

	private LatentOptions() {}

	private static Set<Integer> numbers(final String text) throws FoveaException {
		final Set<Integer> numbers = new TreeSet<>();
		if (text.isEmpty()) return numbers;
		for (final String part : text.split(",", -1)) {
			if (!part.strip().matches("[0-9]{1,3}")) throw Form.refused("labels such as 1,5,6", text);
			numbers.add(Integer.valueOf(part.strip()));
		}
		return numbers;
	}

	private static String text(final Set<Integer> numbers) {
		return String.join(",", numbers.stream().map(String::valueOf).toList());
	}
}
