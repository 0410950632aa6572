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
import fovea.base.ImageException;
import fovea.base.ModelException;
import fovea.data.IdxFile;
import fovea.data.ImageSource;
import fovea.data.LabeledImages;
import fovea.ij1.files.ClassFolders;
import fovea.ij1.files.ImagePaths;
import fovea.ij1.files.RoiItems;
import fovea.infer.PredictionOptions.Scope;
import fovea.latent.Autoencoder;
import fovea.latent.GridItems;
import fovea.latent.Item;
import fovea.latent.ItemKind;
import fovea.latent.ItemNames;
import fovea.latent.ItemSource;
import fovea.latent.PlaneCutter;
import fovea.latent.PlaneItems;
import fovea.task.LatentOptions;
import fovea.task.Running;
import fovea.task.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Opens what a path names as items to be encoded.
 *
 * @param kind what an item is
 * @param size columns and rows of ROIs and patches where the network leaves that open, pixels; empty: not said
 * @param step from one patch of a grid to the next, pixels; empty: the size, so that they do not overlap
 * @param margin around ROIs, as a part of the longer side of their box, 0 to 2
 * @param channels 1-based, those that are given to the network; empty: all
 * @param scope over what the statistics of the normalization are taken; ROIs are always normalized each for itself
 */
public record ItemSources(
		ItemKind kind, OptionalInt size, OptionalInt step, double margin, List<Integer> channels, Scope scope) {

	private static final Pattern NUMBERED = Pattern.compile("(.+)#([0-9]+)");

	/** Slices, and for others what is usual. */
	public static final ItemSources DEFAULT = new ItemSources(
			ItemKind.SLICES,
			OptionalInt.empty(),
			OptionalInt.empty(),
			LatentOptions.MARGIN.initial(),
			List.of(),
			Scope.IMAGE);

	/** Copies the list. */
	public ItemSources {
		channels = List.copyOf(channels);
	}

	/**
	 * @param values of options of a latent space
	 * @return as they say
	 */
	public static ItemSources of(final Values values) {
		return new ItemSources(
				values.get(LatentOptions.ITEMS),
				said(values.get(LatentOptions.SIZE)),
				said(values.get(LatentOptions.STEP)),
				values.get(LatentOptions.MARGIN),
				values.get(LatentOptions.CHANNELS).numbers(),
				values.get(Running.SCOPE));
	}

	private static OptionalInt said(final int pixels) {
		return pixels == 0 ? OptionalInt.empty() : OptionalInt.of(pixels);
	}

	/** @return whether it is known how large ROIs and patches are for it */
	public boolean knowsSize(final Autoencoder autoencoder) {
		return size.isPresent() || autoencoder.width().isPresent();
	}

	/** @return the same of another kind */
	public ItemSources withKind(final ItemKind other) {
		return new ItemSources(other, size, step, margin, channels, scope);
	}

	/**
	 * @param autoencoder that is to encode them
	 * @return what takes images apart for it
	 */
	public PlaneCutter cutter(final Autoencoder autoencoder) {
		return new PlaneCutter(autoencoder.channels(), channels, scope);
	}

	/**
	 * @param autoencoder that is to encode items
	 * @return columns of ROIs and patches
	 * @throws ModelException if neither the network nor the user says
	 */
	public int width(final Autoencoder autoencoder) throws ModelException {
		return length(autoencoder, autoencoder.width());
	}

	/**
	 * @param autoencoder that is to encode items
	 * @return rows of ROIs and patches
	 * @throws ModelException if neither the network nor the user says
	 */
	public int height(final Autoencoder autoencoder) throws ModelException {
		return length(autoencoder, autoencoder.height());
	}

	private int length(final Autoencoder autoencoder, final OptionalInt taken) throws ModelException {
		if (taken.isPresent() && size.isPresent() && taken.getAsInt() != size.getAsInt())
			throw new ModelException("Model '" + autoencoder.name() + "' takes images of " + taken.getAsInt()
					+ " pixels, got size " + size.getAsInt());
		if (taken.isEmpty() && size.isEmpty())
			throw new ModelException("Model '" + autoencoder.name()
					+ "' takes images of any size: expected the size of ROIs or patches, such as 64");
		return taken.orElseGet(size::getAsInt);
	}

	/**
	 * @param planes of images
	 * @param autoencoder that is to encode patches
	 * @return patches of them
	 * @throws ModelException if neither the network nor the user says how large
	 */
	public GridItems grid(final PlaneItems planes, final Autoencoder autoencoder) throws ModelException {
		final int width = width(autoencoder);
		return new GridItems(planes, width, height(autoencoder), step.orElse(width));
	}

	/**
	 * @param path a folder of images, one image or stack, a .npy array or an idx file; of a folder of subfolders their
	 *     names are the labels
	 * @param labels idx file of labels for an idx file's images; for ROIs a folder of the ROI Manager's files, or one
	 *     file; empty: none, ROIs are in the images' overlays
	 * @param only labels of an idx file that are taken; empty: all
	 * @param autoencoder that is to encode them
	 * @return its items
	 * @throws FoveaException if there are no such files, or they do not fit to each other
	 */
	public ItemSource open(
			final Path path, final Optional<Path> labels, final Set<Integer> only, final Autoencoder autoencoder)
			throws FoveaException {
		if (kind == ItemKind.ROIS)
			return RoiItems.of(path, labels, cutter(autoencoder), width(autoencoder), height(autoencoder), margin);
		final PlaneItems planes = planes(path, labels, only, cutter(autoencoder));
		if (planes.images() == 0) throw new ImageException(path + ": expected images, found none");
		return kind == ItemKind.GRID ? grid(planes, autoencoder) : planes;
	}

	/** Opens the items of a path. */
	@FunctionalInterface
	public interface Opening {

		/**
		 * @param path any
		 * @return its items
		 * @throws FoveaException if there is no such path
		 */
		ItemSource open(Path path) throws FoveaException;
	}

	/**
	 * @param text a path, or a path, # and a number of an item from 1 on
	 * @param opening of the path
	 * @return that item, the first where no number is given
	 * @throws FoveaException if there is no such path or item
	 */
	public static Item one(final String text, final Opening opening) throws FoveaException {
		final Matcher numbered = NUMBERED.matcher(text);
		final boolean plain = Files.exists(Path.of(text)) || !numbered.matches();
		return one(opening.open(Path.of(plain ? text : numbered.group(1))), plain ? "1" : numbered.group(2));
	}

	/**
	 * @param source of items
	 * @param wanted a number from 1 on, in the source's order, or an id
	 * @return that item
	 * @throws FoveaException if there is none
	 */
	public static Item one(final ItemSource source, final String wanted) throws FoveaException {
		final long number = wanted.matches("[1-9][0-9]{0,9}") ? Long.parseLong(wanted) : 0;
		long before = 0;
		Item counted = null;
		for (int image = 0; image < source.images(); image++) {
			final List<Item> items = source.read(image);
			for (final Item item : items) if (item.id().equals(wanted)) return item;
			if (number > before && number <= before + items.size()) counted = items.get((int) (number - before - 1));
			before += items.size();
			if (counted != null) return counted;
		}
		throw new ImageException(source.name() + ": expected the id of an item or a number from 1 to " + before
				+ ", got '" + wanted + "'");
	}

	private static PlaneItems planes(
			final Path path, final Optional<Path> labels, final Set<Integer> only, final PlaneCutter cutter)
			throws FoveaException {
		if (labels.isPresent()) return labeled(IdxFile.read(path).labeled(IdxFile.read(labels.get()), only), cutter);
		if (hasSubfoldersOnly(path)) return labeled(ClassFolders.of(path), cutter);
		final ImageSource images = ImageSources.of(path);
		return new PlaneItems(images, cutter, ItemNames.of(images.names(), List.of()));
	}

	private static PlaneItems labeled(final LabeledImages images, final PlaneCutter cutter) throws FoveaException {
		final List<String> labels = new ArrayList<>();
		for (final int label : images.labels())
			labels.add(images.classes().get(label).name());
		return new PlaneItems(
				images.images(), cutter, ItemNames.of(images.images().names(), labels));
	}

	private static boolean hasSubfoldersOnly(final Path path) throws FoveaException {
		if (!ImagePaths.isFolder(path) || !ImageSources.of(path).names().isEmpty()) return false;
		try (Stream<Path> all = Files.list(path)) {
			return all.filter(file -> ImagePaths.isFolder(file) && !ImagePaths.isHidden(file))
							.count()
					> 1;
		} catch (final IOException e) {
			throw new ImageException(path + ": cannot be listed: " + e, e);
		}
	}
}
