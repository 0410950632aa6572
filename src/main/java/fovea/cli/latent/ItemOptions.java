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
package fovea.cli.latent;

import fovea.base.FoveaException;
import fovea.cli.terminal.Usage;
import fovea.infer.PredictionOptions.Scope;
import fovea.job.ItemSources;
import fovea.job.ItemSources.ItemKind;
import fovea.latent.Autoencoder;
import fovea.latent.Item;
import fovea.latent.ItemSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is encoded as one. */
final class ItemOptions {

	@Spec(Spec.Target.MIXEE)
	private CommandSpec spec;

	@Option(
			names = "--items",
			paramLabel = "WHAT",
			defaultValue = "slices",
			order = 10,
			description =
					"slices (every slice and frame), rois (every ROI, cropped and resized to what the network takes) "
							+ "or grid "
							+ "(patches in rows and columns). Default: ${DEFAULT-VALUE}.")
	private ItemKind items;

	@Option(
			names = "--labels",
			paramLabel = "FILE",
			order = 11,
			description =
					"idx file with a label for each image of an idx file. Of a folder of subfolders these are the "
							+ "labels.")
	private Path labels;

	@Option(
			names = "--only",
			split = ",",
			paramLabel = "N",
			order = 12,
			description = "Labels to keep of --labels, such as 1,5,6.")
	private Set<Integer> only = Set.of();

	@Option(
			names = "--rois",
			paramLabel = "PATH",
			order = 13,
			description = "For rois: files of the ROI Manager, a folder with one for each image, or one. Default: the "
					+ "overlays of the "
					+ "images.")
	private Path rois;

	@Option(
			names = "--size",
			paramLabel = "PIXELS",
			order = 14,
			description = "For rois and grid: columns and rows, where the network takes any size.")
	private Integer size;

	@Option(
			names = "--step",
			paramLabel = "PIXELS",
			order = 15,
			description = "For grid: from one patch to the next. Default: their size.")
	private Integer step;

	@Option(
			names = "--margin",
			paramLabel = "PART",
			defaultValue = "0.2",
			order = 16,
			description = "Around ROIs, as a part of the longer side of their bounding box. Default: ${DEFAULT-VALUE}.")
	private double margin;

	@Option(
			names = "--channels",
			split = ",",
			paramLabel = "N",
			order = 17,
			description =
					"Channels to give to the model, such as 1,2. Default: all; of a color image a model of one sees "
							+ "the mean.")
	private List<Integer> channels = List.of();

	@Option(
			names = "--scope",
			paramLabel = "WHAT",
			defaultValue = "image",
			order = 18,
			description =
					"Over what the statistics of the normalization are taken: image (all of a stack) or slice. Each "
							+ "ROI is "
							+ "normalized for itself. Default: ${DEFAULT-VALUE}.")
	private Scope scope;

	/** Tells what cannot be meant. */
	void check() {
		final Usage usage = new Usage(spec.commandLine());
		usage.require(
				labels == null || items != ItemKind.ROIS,
				"--labels: not for ROIs, whose groups or names are their labels");
		usage.require(only.isEmpty() || labels != null, "--only needs --labels");
		usage.require(rois == null || items == ItemKind.ROIS, "--rois needs --items rois");
		usage.require(size == null || size >= 1, "--size: expected 1 pixel or more, got " + size);
		usage.require(step == null || step >= 1, "--step: expected 1 pixel or more, got " + step);
		usage.require(margin >= 0 && margin <= 2, "--margin: expected 0 to 2, got " + margin);
		for (final int channel : channels)
			usage.require(channel >= 1, "--channels: expected channels counted from 1, got " + channel);
	}

	ItemSource open(final Path path, final Autoencoder autoencoder) throws FoveaException {
		return new ItemSources(items, optional(size), optional(step), margin, channels, scope)
				.open(path, Optional.ofNullable(labels == null ? rois : labels), only, autoencoder);
	}

	private static OptionalInt optional(final Integer number) {
		return number == null ? OptionalInt.empty() : OptionalInt.of(number);
	}

	/**
	 * @param argument a path, or a path, # and a number from 1 on
	 * @return that item, the first where no number is given
	 */
	Item one(final String argument, final Autoencoder autoencoder) throws FoveaException {
		return ItemSources.one(argument, path -> open(path, autoencoder));
	}
}
