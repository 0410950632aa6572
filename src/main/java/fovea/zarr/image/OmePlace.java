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
import fovea.zarr.store.Store;
import fovea.zarr.store.StoreOpener;
import fovea.zarr.store.ZipStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where an image of OME-Zarr is. Whoever opened it closes it.
 *
 * @param place as the user named it, of an address without its query
 * @param store that it is in
 * @param path of the image's group in the store
 * @param image what is said of it
 */
public record OmePlace(String place, Store store, String path, OmeImage image) implements AutoCloseable {

	private static final int MOST_NAMES = 5;

	/**
	 * @param path any
	 * @return whether it is a folder of Zarr, or a zip that is called as such (.ozx, .zarr.zip)
	 */
	public static boolean isOne(final Path path) {
		if (Files.isDirectory(path))
			return Layout.MARKS.stream().anyMatch(mark -> Files.isRegularFile(path.resolve(mark)));
		final String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
		return Files.isRegularFile(path) && (name.endsWith(".ozx") || name.endsWith(".zarr.zip"));
	}

	/**
	 * @param place a folder, a zip, or an address (http, https, s3): that of the image's group, or one with a single
	 *     image
	 * @return the image, of which only the description is read
	 * @throws ImageException with one line if there is no such image
	 */
	public static OmePlace open(final String place) throws ImageException {
		final Store store = StoreOpener.open(place);
		final String shown = StoreOpener.shown(place);
		boolean opened = false;
		try {
			final String path = imagePath(store, Layout.root(store), shown);
			final OmeImage image = OmeImage.read(ZarrGroup.open(store, path).attributes(), shown);
			opened = true;
			return new OmePlace(shown, store, path, image);
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
		return ZarrArray.open(store, Layout.join(path, image.levels().get(level).path()));
	}

	/** @return where the image is, if it is the only one */
	private static String imagePath(final Store store, final String root, final String place) throws ImageException {
		final Map<String, Object> attributes = ZarrGroup.open(store, root).attributes();
		if (OmeImage.isIn(attributes)) return root;
		final List<String> inside = Layout.inside(store, root, attributes, place);
		if (inside.size() == 1 && Layout.hasGroup(store, Layout.join(root, inside.get(0))))
			return imagePath(store, Layout.join(root, inside.get(0)), place);
		if (inside.isEmpty())
			throw new ImageException(
					place + ": expected an image of OME-Zarr, but its attributes have no 'multiscales'");
		final boolean isZip = store instanceof ZipStore;
		throw new ImageException(place + ": holds " + inside.size() + " groups and no image of its own; "
				+ (isZip ? "unpack it and " : "") + "open one of them: "
				+ String.join(
						", ",
						inside.stream()
								.limit(MOST_NAMES)
								.map(name -> isZip ? name : Layout.within(place, name))
								.toList())
				+ (inside.size() > MOST_NAMES ? ", ..." : ""));
	}

	@Override
	public void close() throws ImageException {
		store.close();
	}
}
