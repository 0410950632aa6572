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
package fovea.zarr.image;

import fovea.base.ImageException;
import fovea.zarr.ZarrArray;
import fovea.zarr.ZarrGroup;
import fovea.zarr.ome.OmeImage;
import fovea.zarr.ome.OmeLabels;
import fovea.zarr.ome.OmePlate;
import fovea.zarr.store.Store;
import fovea.zarr.store.StoreOpener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where an image of OME-Zarr is. Whoever opened it closes it.
 *
 * @param place as the user named it
 * @param store that it is in
 * @param path of the image's group in the store
 * @param image what is said of it
 */
public record OmePlace(String place, Store store, String path, OmeImage image) implements AutoCloseable {

	/** Files that a group or an array of Zarr has, one of them. */
	private static final List<String> MARKS = List.of("zarr.json", ".zgroup", ".zattrs", ".zarray");

	/** Of bioformats2raw: images are in groups 0, 1 and so on. */
	private static final String SERIES = "bioformats2raw.layout";

	private static final int MOST_NAMES = 5;

	/**
	 * @param path any
	 * @return whether it is a folder of Zarr, or a zip that is called as such (.ozx, .zarr.zip)
	 */
	public static boolean isOne(final Path path) {
		if (Files.isDirectory(path)) return MARKS.stream().anyMatch(mark -> Files.isRegularFile(path.resolve(mark)));
		final String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
		return Files.isRegularFile(path) && (name.endsWith(".ozx") || name.endsWith(".zarr.zip"));
	}

	/**
	 * @param place a folder, a zip, or an address (http, https): that of the image's group, or one with a single image
	 * @return the image, of which only the description is read
	 * @throws ImageException with one line if there is no such image
	 */
	public static OmePlace open(final String place) throws ImageException {
		final Store store = StoreOpener.open(place);
		boolean opened = false;
		try {
			final String path = imagePath(store, place);
			final OmeImage image = OmeImage.read(ZarrGroup.open(store, path).attributes(), place);
			opened = true;
			return new OmePlace(place, store, path, image);
		} finally {
			if (!opened) store.close();
		}
	}

	/**
	 * @param level of its sizes, 0-based, largest first
	 * @return its pixels
	 * @throws ImageException with one line if there is no such level, or it cannot be read
	 */
	public ZarrArray array(final int level) throws ImageException {
		if (level < 0 || level >= image.levels().size())
			throw new ImageException(
					place + ": has " + image.levels().size() + " sizes, numbered from 0; got level " + level);
		return ZarrArray.open(store, join(path, image.levels().get(level).path()));
	}

	/** @return where the image is, if it is the only one */
	private static String imagePath(final Store store, final String place) throws ImageException {
		final String root = root(store);
		final Map<String, Object> attributes = ZarrGroup.open(store, root).attributes();
		if (OmeImage.isIn(attributes)) return root;
		final List<String> inside = new ArrayList<>();
		if (OmePlate.isIn(attributes))
			for (final OmePlate.Well well : OmePlate.read(attributes, place).wells()) inside.add(well.path());
		else if (OmePlate.isWell(attributes)) inside.addAll(OmePlate.fields(attributes, place));
		else inside.addAll(OmeLabels.read(attributes, place));
		if (inside.isEmpty() && isSeries(attributes))
			for (int i = 0; hasGroup(store, join(root, String.valueOf(i))); i++) inside.add(String.valueOf(i));
		if (inside.size() == 1) {
			final String only = join(root, inside.get(0));
			if (OmeImage.isIn(ZarrGroup.open(store, only).attributes())) return only;
		}
		if (inside.isEmpty())
			throw new ImageException(
					place + ": expected an image of OME-Zarr, but its attributes have no 'multiscales'");
		throw new ImageException(place + ": holds " + inside.size()
				+ " groups and no image of its own; open one of them: "
				+ String.join(
						", ",
						inside.stream()
								.limit(MOST_NAMES)
								.map(name -> join(place, name))
								.toList())
				+ (inside.size() > MOST_NAMES ? ", ..." : ""));
	}

	/** A zip may have been made of a folder, which is then in it. */
	private static String root(final Store store) throws ImageException {
		if (!store.canList() || hasGroup(store, "")) return "";
		final List<String> all = store.children("");
		return all.size() == 1 ? all.get(0) : "";
	}

	private static boolean hasGroup(final Store store, final String name) throws ImageException {
		for (final String mark : MARKS) if (store.exists(join(name, mark))) return true;
		return false;
	}

	private static boolean isSeries(final Map<String, Object> attributes) {
		return attributes.containsKey(SERIES)
				|| attributes.get("ome") instanceof final Map<?, ?> ome && ome.containsKey(SERIES);
	}

	private static String join(final String path, final String name) {
		return path.isEmpty() ? name : path.replaceFirst("/+$", "") + "/" + name;
	}

	@Override
	public void close() throws ImageException {
		store.close();
	}
}
