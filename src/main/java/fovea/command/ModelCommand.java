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
package fovea.command;

import fovea.base.FoveaException;
import fovea.image.ChannelChoice;
import fovea.infer.LoadedModel;
import fovea.infer.ModelOptions;
import fovea.infer.PredictionOptions;
import fovea.model.Purpose;
import fovea.model.library.ModelArchive;
import fovea.model.library.ModelLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Parameter;

/** A command that runs a model. */
abstract class ModelCommand extends NetworkCommand {

	private static final String AS_MODEL = "model";
	private static final String MODEL = "model";

	/** Parameters that few need, shown last. */
	private static final List<String> LAST = List.of(
			"region",
			"normalize",
			"channels",
			"scope",
			"orientations",
			"border",
			"tilesize",
			"halo",
			"signature",
			"tensor",
			"axes",
			"trustmodel");

	/** Those of a person's inputs; others are images, which come first, and services. */
	private static final Set<Class<?>> TYPES = Set.of(String.class, boolean.class, int.class, double.class);

	@Parameter(
			label = "Model",
			style = "file",
			persist = false,
			description = "Name of a model, or path of a folder or zip")
	private String model;

	@Parameter(
			label = "Normalisation",
			choices = {AS_MODEL, "percentile", "zscore", "minmax", "div255", "none"},
			persist = false,
			description = "How gray values are brought to the model's range; model: as its description says")
	private String normalize = AS_MODEL;

	@Parameter(
			label = "Channels",
			required = false,
			persist = false,
			description =
					"Channels to give to the model, such as 1,2, or all; empty: all, but to segment by a model of "
							+ "one channel the one "
							+ "in front (of RGB the mean)")
	private String channels = "";

	@Parameter(
			label = "Statistics over",
			choices = {"image", "slice"},
			persist = false,
			description = "Over what the normalisation's statistics are taken")
	private String scope = "image";

	@Parameter(
			label = "Orientations to average",
			choices = {"1", "2", "4", "8"},
			persist = false,
			description =
					"In how many the network sees the image, mirrored and turned; more are often a little better and "
							+ "take as many times as long")
	private String orientations = "1";

	@Parameter(
			label = "Border of the image",
			choices = {"network", "mirror"},
			persist = false,
			description = "What the network sees there; network: its own padding, as in Keras; mirror: a mirrored halo "
					+ "around the image")
	private String border = "network";

	@Parameter(
			label = "Tile size (pixels, 0: automatic)",
			min = "0",
			persist = false,
			description = "Edge of a tile, halo included; 0: from the memory there is")
	private int tilesize;

	@Parameter(
			label = "Halo (pixels, -1: automatic)",
			min = "-1",
			persist = false,
			description = "Pixels around a tile that are computed and thrown away; -1: from the model")
	private int halo = -1;

	@Parameter(
			label = "Signature",
			required = false,
			persist = false,
			description = "Signature of the SavedModel; empty: as the model says")
	private String signature = "";

	@Parameter(
			label = "Output tensor",
			required = false,
			persist = false,
			description = "Name of the output wanted; empty: the first")
	private String tensor = "";

	@Parameter(
			label = "Axes",
			required = false,
			persist = false,
			description = "Axes of the input in the tensor's order, such as byxc; empty: as the model says")
	private String axes = "";

	@Parameter(
			label = "Trust the model",
			required = false,
			persist = false,
			description = "Runs it without searching its graph for what else it may do, such as read and write files")
	private boolean trustmodel;

	/** The model's name in the window before anybody has chosen. */
	private final String offered;

	/** @param model that is used if none is named */
	ModelCommand(final String model) {
		this.model = model;
		offered = model;
	}

	/** @return names of own inputs that come before the model */
	List<String> first() {
		return List.of();
	}

	/** SciJava puts the inputs of a class before those of the classes that extend it. */
	@Override
	final List<String> last() {
		final List<String> names = new ArrayList<>(first());
		names.add(MODEL);
		for (final ModuleItem<?> item : getInfo().inputs())
			if (TYPES.contains(item.getType()) && !names.contains(item.getName()) && !LAST.contains(item.getName()))
				names.add(item.getName());
		LAST.stream().filter(name -> getInfo().getInput(name) != null).forEach(names::add);
		return names;
	}

	/** @param choice that the command made where nobody did, so that it is recorded */
	final void chose(final ChannelChoice choice) {
		channels = choice.text();
	}

	/** @return the name or path that was given; maybe empty */
	final String model() {
		return orEmpty(model);
	}

	/**
	 * @param name or path of a model
	 * @param use what it is to do
	 * @return it, to be closed by the caller
	 * @throws FoveaException if it cannot be opened or is for something else
	 */
	final LoadedModel open(final String name, final Purpose use) throws FoveaException {
		return open(new ModelLibrary().openOffered(name, offered, this::warn), use);
	}

	/** As {@link #open(String, Purpose)}, of an archive that is closed together with it. */
	final LoadedModel open(final ModelArchive archive, final Purpose use) throws FoveaException {
		if (trustmodel) warn(ModelOptions.TRUSTED);
		return LoadedModel.open(archive, loader(), modelOptions()).usedTo(use, this::warn);
	}

	final PredictionOptions predictionOptions() throws FoveaException {
		return PredictionOptions.DEFAULT
				.withTileSize(tilesize)
				.withHalo(halo)
				.withChannels(InputChecks.channels(channels))
				.withScope(PredictionOptions.Scope.valueOf(scope.toUpperCase(Locale.ROOT)))
				.withOrientations(Integer.parseInt(orientations))
				.withBorder(PredictionOptions.Border.valueOf(border.toUpperCase(Locale.ROOT)));
	}

	final ModelOptions modelOptions() {
		return new ModelOptions(
				orEmpty(signature),
				orEmpty(tensor),
				orEmpty(axes),
				AS_MODEL.equals(normalize) ? "" : normalize,
				trustmodel);
	}

	/** @return without spaces around it; empty for null */
	static String orEmpty(final String text) {
		return text == null ? "" : text.strip();
	}
}
