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
import fovea.device.DeviceChoice;
import fovea.image.ChannelChoice;
import fovea.infer.ModelOptions;
import fovea.infer.PredictionOptions;
import fovea.infer.PredictionOptions.Border;
import fovea.infer.PredictionOptions.Scope;
import fovea.model.Normalization;
import fovea.task.Option.Trait;
import java.util.List;
import java.util.stream.Stream;

/** How a model is run, whatever for: the options that the tasks on images have in common. */
public final class Running {

	private static final PredictionOptions USUAL = PredictionOptions.DEFAULT;

	/** What of an image is worked on. */
	public static final Option<Boolean> REGION = Option.of(
					"region",
					Form.word(
							List.of("selection", "image"),
							"selection"::equals,
							selected -> selected ? "selection" : "image"),
					true)
			.inFiles(false)
			.under("Image")
			.says(
					"Work on",
					"What is worked on: selection (what is selected in the image, where that is an area) or image "
							+ "(all of it)")
			.and(Trait.ADVANCED, Trait.FRESH);

	/** How gray values are brought to the model's range. */
	public static final Option<String> NORMALIZE = Option.of(
					"normalize",
					Form.word(
							Stream.concat(
											Stream.of(ModelOptions.AS_MODEL),
											Stream.of(Normalization.values()).map(Normalization::label))
									.toList(),
							text -> text,
							text -> text),
					ModelOptions.AS_MODEL)
			.named("--normalize", "HOW")
			.under("Image")
			.says(
					"Gray values are normalized by",
					"How gray values are brought to the model's range: model (as its description says, else "
							+ "percentile, or none for integer inputs), percentile, zscore, minmax, div255 or none")
			.and(Trait.ADVANCED);

	/** Channels that the model gets. */
	public static final Option<ChannelChoice> CHANNELS = Option.of(
					"channels",
					Form.text(ChannelChoice.TEXTS, ChannelChoice::parse, ChannelChoice::text),
					USUAL.channels())
			.named("--channels", "N")
			.under("Image")
			.says(
					"Channels",
					"Channels that the model gets, counted from 1, such as 1,2 (1,1,1 makes a gray image fit an RGB "
							+ "model), or all: each by itself, where the model takes one",
					"all; but to segment by a model of one channel the channel in front, of RGB the mean; of files "
							+ "with several other channels you choose one")
			.with(Trait.OPTIONAL, Trait.LIST)
			.and(Trait.ADVANCED, Trait.FRESH);

	/** Over what the normalization takes its statistics. */
	public static final Option<Scope> SCOPE = Option.of("scope", Form.word(Scope.class), USUAL.scope())
			.named("--scope", "WHAT")
			.under("Image")
			.says(
					"Normalized over",
					"Over what the statistics of the normalization are taken: image (all slices and frames together) "
							+ "or slice")
			.and(Trait.ADVANCED);

	/** Test-time augmentation. */
	public static final Option<Integer> ORIENTATIONS = Option.of(
					"orientations",
					Form.word(
							PredictionOptions.ORIENTATIONS.stream()
									.map(String::valueOf)
									.toList(),
							Integer::valueOf,
							String::valueOf),
					USUAL.orientations())
			.named("--orientations", "N")
			.under("Computation")
			.says(
					"Turned copies to average",
					"In how many orientations the network sees the image, mirrored and turned, for the mean of its "
							+ "results (test-time augmentation, self-ensemble): 1, 2, 4 or 8; often a little better, "
							+ "as many times as long")
			.and(Trait.ADVANCED);

	/** What the network sees at the border of the image. */
	public static final Option<Border> BORDER = Option.of("border", Form.word(Border.class), USUAL.border())
			.named("--border", "WHAT")
			.under("Computation")
			.says(
					"At the border of the image",
					"What the network sees at the border of the image: network (its own padding, as in the framework "
							+ "that it comes from) or mirror (a halo of mirrored pixels around the image)")
			.and(Trait.ADVANCED);

	/** Edge of a tile. */
	public static final Option<Integer> TILE_SIZE = Option.of("tilesize", Form.whole(0), USUAL.tileSize())
			.named("--tile-size", "PIXELS")
			.under("Computation")
			.says(
					"Tiles (pixels, 0: automatic)",
					"Edge of a tile in pixels, halo included",
					"as large as the memory allows")
			.with(Trait.AUTOMATIC)
			.and(Trait.ADVANCED);

	/** Pixels around a tile. */
	public static final Option<Integer> HALO = Option.of("halo", Form.whole(-1), USUAL.halo())
			.named("--halo", "PIXELS")
			.under("Computation")
			.says(
					"Overlap of tiles (pixels, -1: automatic)",
					"Pixels around a tile that are computed and thrown away",
					"as the model says, else measured")
			.with(Trait.AUTOMATIC)
			.and(Trait.ADVANCED);

	/** Memory that a run may take. */
	public static final Option<Long> MEMORY = Option.of("", MemorySize.FORM, USUAL.memoryBytes())
			.named("--memory", "SIZE")
			.says("", "Native memory that one run may take, for example 2g or 512m", "a quarter of the machine's")
			.with(Trait.AUTOMATIC);

	/** Of the SavedModel. */
	public static final Option<String> SIGNATURE = Option.of("signature", Form.TEXT, ModelOptions.DEFAULT.signature())
			.named("--signature", "NAME")
			.under("Inside the model")
			.says(
					"Signature (empty: automatic)",
					"Signature of the SavedModel, of an autoencoder those of encoder and decoder, such as "
							+ "encode,decode",
					"what the model's description fits, else serving_default; encode (or encoder) and decode (or "
							+ "decoder)")
			.with(Trait.OPTIONAL)
			.and(Trait.ADVANCED);

	/** Output that is wanted. */
	public static final Option<String> TENSOR = Option.of("tensor", Form.TEXT, ModelOptions.DEFAULT.output())
			.named("--tensor", "NAME")
			.under("Inside the model")
			.says("Output (empty: the first)", "Output that is wanted, where the model has several", "the first")
			.with(Trait.OPTIONAL)
			.and(Trait.ADVANCED);

	/** Of the input. */
	public static final Option<String> AXES = Option.of(
					"axes", Form.text(Running::axes, axes -> axes), ModelOptions.DEFAULT.axes())
			.named("--axes", "LETTERS")
			.under("Inside the model")
			.says(
					"Axes of the input (empty: automatic)",
					"Axes of the input in the tensor's order, of b c x y z t, such as byxc; of a network of rows of "
							+ "pixels in parentheses, such as b(yx), with lengths where they are no square: "
							+ "b(y28x56)",
					"as the model says, else as its lengths tell: byxc or bcyx, bzyxc or bczyx")
			.with(Trait.OPTIONAL)
			.and(Trait.ADVANCED);

	/** Whether the graph is not searched. */
	public static final Option<Boolean> TRUST_MODEL = Option.of("trustmodel", Form.FLAG, ModelOptions.DEFAULT.trusted())
			.named("--trust-model", "")
			.under("Inside the model")
			.says(
					"Trust the model (do not check it)",
					"Runs the model without searching its graph for what else it may do, such as read and write "
							+ "files; only for models whose maker you trust")
			.with(Trait.OPTIONAL, Trait.QUIET)
			.and(Trait.ADVANCED, Trait.FRESH);

	/** In which numbers networks compute. */
	public static final Option<Boolean> PRECISION = Option.of(
					"precision", Form.word(List.of("full", "fast"), "fast"::equals, is -> is ? "fast" : "full"), false)
			.named("--precision", "HOW")
			.under("Computation")
			.says(
					"Precision",
					"full: float32; fast: bfloat16, which has 8 bits of precision instead of 24, where the processor "
							+ "calculates with it (AVX512_BF16, AMX): up to twice as fast, and results differ a little")
			.and(Trait.ADVANCED);

	/** What computes; of all commands, so that no task has it. */
	public static final Option<DeviceChoice> DEVICE = Option.of(
					"device", Form.text(Running::device, DeviceChoice::label), DeviceChoice.AUTO)
			.named("--device", "DEVICE")
			.under("Computation")
			.says(
					"Compute on",
					"What computes: auto (a GPU where TensorFlow sees one, else the processor), cpu, gpu, or one of "
							+ "several such as gpu:1")
			.and(Trait.ADVANCED);

	/** What may be said of a model, in the order of dialogs. */
	public static final List<Option<?>> OF_MODEL = List.of(SIGNATURE, TENSOR, AXES, TRUST_MODEL);

	/** All of them, in the order of dialogs. */
	public static final List<Option<?>> ALL = List.of(
			REGION,
			NORMALIZE,
			CHANNELS,
			SCOPE,
			ORIENTATIONS,
			BORDER,
			TILE_SIZE,
			HALO,
			MEMORY,
			PRECISION,
			SIGNATURE,
			TENSOR,
			AXES,
			TRUST_MODEL);

	private Running() {}

	/**
	 * @param inside name of the model that is used where nobody names one; empty: the task decides
	 * @param kind what a model must be
	 * @return which model
	 */
	static Option<String> model(final String inside, final String kind) {
		return Option.of("model", Form.TEXT, inside)
				.named("-m --model", "MODEL")
				.under("Model")
				.says(
						"Model to use",
						"Name (of a model inside, or of your library) or path (folder or zip) of a model, " + kind)
				.with(Trait.FILE, Trait.SAID);
	}

	/**
	 * @param values of some of these options
	 * @return what they say about a model
	 */
	public static ModelOptions hints(final Values values) {
		final String normalize = or(values, NORMALIZE);
		return new ModelOptions(
				or(values, SIGNATURE),
				or(values, TENSOR),
				or(values, AXES),
				ModelOptions.AS_MODEL.equals(normalize) ? "" : normalize,
				or(values, TRUST_MODEL),
				or(values, PRECISION));
	}

	/**
	 * @param values of some of these options
	 * @return how they say that a network is run
	 */
	public static PredictionOptions prediction(final Values values) {
		return USUAL.withTileSize(or(values, TILE_SIZE))
				.withHalo(or(values, HALO))
				.withMemoryBytes(or(values, MEMORY))
				.withChannels(or(values, CHANNELS))
				.withScope(or(values, SCOPE))
				.withOrientations(or(values, ORIENTATIONS))
				.withBorder(or(values, BORDER));
	}

	private static <T> T or(final Values values, final Option<T> option) {
		return values.has(option) ? values.get(option) : option.inFiles();
	}

	private static String axes(final String text) throws FoveaException {
		ModelOptions.DEFAULT.withAxes(text).requireAxes();
		return text;
	}

	private static DeviceChoice device(final String text) throws FoveaException {
		try {
			return DeviceChoice.of(text);
		} catch (final FoveaException e) {
			throw new FoveaException(e.getMessage().replaceFirst("^device: ", ""), e);
		}
	}
}
